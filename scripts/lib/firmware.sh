# Builds the display firmware, for this machine and for its chip, and runs its tests. Sourced, never run.

test_firmware() {
  local begun=$SECONDS
  if command -v apt-get >/dev/null; then
    install_packages gcc libc6-dev make perl unifont gcc-arm-none-eabi qemu-system-arm cppcheck
  fi
  make --silent -C "$ROOT/display-firmware" check all host-board qemu broken
  echo "屏幕固件：全部通过，$((SECONDS - begun)) 秒。 Display firmware: all of it, in $((SECONDS - begun)) s."
}
