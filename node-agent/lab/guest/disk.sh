# shellcheck shell=bash
# Sourced by build-guest: the guest as one disk that boots by itself, as stock cloud images do. The boot loader reads a
# FAT partition, because that can be written without mounting anything; the second partition is the root file system.
# Expects $work with vmlinuz, initrd.gz and root.img, and die().
# shellcheck disable=SC2154

mib=$((1024 * 1024))
boot_start=1
boot_size=20
mbr=/usr/lib/syslinux/mbr/mbr.bin

check_disk_tools() {
  local tool
  for tool in sfdisk mkfs.vfat mcopy syslinux qemu-img; do
    command -v "$tool" >/dev/null || die "$tool not found: install the packages listed in packages/guest-disk.txt"
  done
  [[ -s $mbr ]] || die "$mbr not found: install syslinux-common"
}

write_boot_partition() {
  local boot=$work/disk.raw@@$((boot_start * mib))
  # The file system knows its own place and size only if it is made apart and copied in.
  truncate -s "${boot_size}M" "$work/boot.img"
  mkfs.vfat -F 16 -i 6a617272 -n BOOT --invariant "$work/boot.img" >/dev/null
  dd if="$work/boot.img" of="$work/disk.raw" bs=1M seek="$boot_start" conv=notrunc status=none
  printf 'DEFAULT jarrah\nLABEL jarrah\nKERNEL vmlinuz\nINITRD initrd.gz\nAPPEND %s\n' \
    "console=ttyS0 root=/dev/vda2 quiet panic=1 no_timer_check" >"$work/syslinux.cfg"
  touch -d "@$SOURCE_DATE_EPOCH" "$work"/{vmlinuz,initrd.gz,syslinux.cfg}
  MTOOLS_SKIP_CHECK=1 mcopy -m -i "$boot" "$work/vmlinuz" "$work/initrd.gz" "$work/syslinux.cfg" ::
  syslinux --install --offset $((boot_start * mib)) "$work/disk.raw"
}

make_disk() {
  local root_start=$((boot_start + boot_size)) root_bytes
  root_bytes=$(stat -c %s "$work/root.img")
  truncate -s $((root_start * mib + root_bytes + mib)) "$work/disk.raw"
  sfdisk -q "$work/disk.raw" <<EOF
label: dos
label-id: 0x6a617272
start=${boot_start}MiB, size=${boot_size}MiB, type=6, bootable
start=${root_start}MiB, size=$((root_bytes / mib))MiB, type=83
EOF
  dd if="$mbr" of="$work/disk.raw" bs=440 count=1 conv=notrunc status=none
  dd if="$work/root.img" of="$work/disk.raw" bs=1M seek="$root_start" conv=notrunc,sparse status=none
  write_boot_partition
  qemu-img convert -q -c -f raw -O qcow2 "$work/disk.raw" "$work/disk.qcow2"
}
