# Builds the display firmware's core for this machine and runs its tests. Sourced, never run.

test_firmware() {
  if command -v apt-get >/dev/null; then
    install_packages gcc libc6-dev make unifont
  fi
  make --silent -C "$ROOT/display-firmware" test host-board
}
