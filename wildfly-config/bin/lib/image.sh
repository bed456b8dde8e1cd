# The small guest image: built in the lab, a stand-in for simulated hosts. Sourced, never run.
# shellcheck shell=bash

GUEST_DIR=$JARRAH_ROOT/target/guest

# image_id NAME: of the image that the cloud has under this name; empty when it has none.
image_id() {
  admin GET /admin/v1/images |
    jq -r --arg name "$1" '[.images[] | select(.name == $name and (.state | ascii_downcase) == "available")][0].imageId // empty'
}

# import_image FILE NAME KIND [KERNEL RAMDISK]: prints the image's id; does nothing when the cloud has it.
import_image() {
  local file=$1 name=$2 kind=$3 id import
  id=$(image_id "$name")
  if [[ -n $id ]]; then
    echo "$id"
    return 0
  fi
  import=$JARRAH_DATA/import/$name
  cp --sparse=always "$file" "$import"
  chmod 644 "$import"
  id=$(admin POST /admin/v1/images "$(
    jq -n --arg file "$name" --arg name "$name" --arg kind "$kind" --arg kernel "${4:-}" --arg ramdisk "${5:-}" \
      '{file: $file, name: $name, kind: $kind, format: "raw", architecture: "x86_64", isPublic: true}
       + (if $kernel == "" then {} else {kernelId: $kernel, ramdiskId: $ramdisk} end)'
  )" | jq -r .imageId)
  rm -f "$import"
  echo "$id"
}

import_guest() {
  local digest kernel ramdisk
  "$JARRAH_ROOT/node-agent/lab/guest/build-guest" "$GUEST_DIR" >&2
  digest=$(sha256sum "$GUEST_DIR"/{vmlinuz,initrd.gz,root.img} | sha256sum | cut -c1-8)
  kernel=$(import_image "$GUEST_DIR/vmlinuz" "small-kernel-$digest" kernel)
  ramdisk=$(import_image "$GUEST_DIR/initrd.gz" "small-ramdisk-$digest" ramdisk)
  import_image "$GUEST_DIR/root.img" "small-guest-$digest" machine "$kernel" "$ramdisk"
}

# Simulated hosts look at no image: a megabyte of nothing will do.
import_stand_in() {
  local file=$RUN_DIR/simulated.img
  truncate -s 1M "$file"
  import_image "$file" simulated-guest machine
  rm -f "$file"
}

ensure_image() {
  local id
  if [[ $MODE == lab ]]; then id=$(import_guest); else id=$(import_stand_in); fi
  [[ -n $id ]] || fail "the guest image was not registered"
  echo "$id" > "$RUN_DIR/image-id"
}
