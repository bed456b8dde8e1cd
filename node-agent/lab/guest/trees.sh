# shellcheck shell=bash
# Sourced by build-guest: lays out the ramdisk and the root file system under $work and packs them.
# Expects $here, $work (with the unpacked packages in $work/files), die().
# shellcheck disable=SC2154

modules="virtio_pci virtio_mmio virtio_blk virtio_net virtio_balloon virtio_rng button evdev"
root_size=32M
# Fixed, so that the same packages give the same files.
export SOURCE_DATE_EPOCH=1735689600
file_system_id=6a617272-6168-4c61-8267-756573740001
hash_seed=6a617272-6168-4c61-8267-756573740002

# Everything that both trees need from busybox: the program and a link for each of its commands.
put_busybox() {
  local command
  mkdir -p "$1/bin"
  cp "$work/files/bin/busybox" "$1/bin/busybox"
  for command in $("$1/bin/busybox" --list); do
    [[ -e $1/bin/$command ]] || ln -s busybox "$1/bin/$command"
  done
}

make_ramdisk() {
  local tree=$work/ramdisk version module file
  version=$(basename "$work"/files/lib/modules/*)
  mkdir -p "$tree"/{modules,proc,sys,dev,mnt}
  put_busybox "$tree"
  cp "$here/ramdisk/init" "$tree/init"
  depmod -b "$work/files" "$version"
  for module in $modules; do
    modprobe -d "$work/files" -S "$version" --show-depends "$module"
  done | awk '$1 == "insmod" && !seen[$2]++ {print $2}' >"$work/modules"
  while read -r file; do
    cp "$file" "$tree/modules/"
    basename "$file" >>"$tree/modules/order"
  done <"$work/modules"
  # Whatever the builder's umask was.
  chmod -R u+rwX,go+rX,go-w "$tree"
  find "$tree" -exec touch -h -d "@$SOURCE_DATE_EPOCH" {} +
  (cd "$tree" && find . | LC_ALL=C sort | cpio -o -H newc -R 0:0 --reproducible --quiet) | gzip -9n >"$work/initrd.gz"
  cp "$work/files/boot/vmlinuz-$version" "$work/vmlinuz"
}

put_dropbear() {
  local tree=$1 libraries=$work/files/lib/x86_64-linux-gnu:$work/files/usr/lib/x86_64-linux-gnu
  local loader=$work/files/lib/x86_64-linux-gnu/ld-linux-x86-64.so.2
  mkdir -p "$tree"/usr/{bin,sbin} "$tree"/{lib,lib64}
  cp "$work/files/usr/sbin/dropbear" "$tree/usr/sbin/"
  cp "$work/files/usr/bin/dropbearkey" "$tree/usr/bin/"
  "$loader" --library-path "$libraries" --list "$tree/usr/sbin/dropbear" | awk '$2 == "=>" {print $3}' |
    grep "^$work/" | xargs -I '{}' cp -L '{}' "$tree/lib/"
  cp -L "$loader" "$tree/lib64/"
}

make_root() {
  local tree=$work/root
  mkdir -p "$tree"/{proc,sys,dev,run,tmp,mnt,root,var/{lib,log},etc/dropbear}
  cp -a "$here/root/." "$tree/"
  put_busybox "$tree"
  put_dropbear "$tree"
  ln -s bin "$tree/sbin"
  ln -s ../run "$tree/var/run"
  chmod -R u+rwX,go+rX,go-w "$tree"
  chmod 700 "$tree/root" "$tree/etc/dropbear"
  chmod 600 "$tree/etc/shadow"
  find "$tree" -exec touch -h -d "@$SOURCE_DATE_EPOCH" {} +
  E2FSPROGS_FAKE_TIME=$SOURCE_DATE_EPOCH mke2fs -q -F -t ext4 -m 0 -U "$file_system_id" -E "hash_seed=$hash_seed" \
    -d "$tree" "$work/root.img" "$root_size" >/dev/null
  # mke2fs copies the builder's user id (sshd refuses keys that root does not own) and the moment of the build.
  (cd "$tree" && find . -printf '"/%P"\n') |
    awk -v now="@$SOURCE_DATE_EPOCH" '{
      print "sif " $0 " uid 0\nsif " $0 " gid 0"
      print "sif " $0 " atime " now "\nsif " $0 " ctime " now "\nsif " $0 " crtime " now
    }' >"$work/owners"
  # debugfs ends with status 0 whatever happened; all it may say beside its version is an error.
  E2FSPROGS_FAKE_TIME=$SOURCE_DATE_EPOCH debugfs -w -f "$work/owners" "$work/root.img" >/dev/null 2>"$work/debugfs.log"
  ! grep -v '^debugfs [0-9]' "$work/debugfs.log" >&2 || die "debugfs could not set the files' owners"
}
