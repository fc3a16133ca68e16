# An arm64 machine in QEMU with simulated GPIO lines, I2C expanders and SPI dots, in which the real Pi4J providers
# run. Everything comes from Debian and is built at the first use, into ~/.cache/yichuang/guest. Sourced, never run.
#
#   need_guest                                  0 when the guest is there, 2 when Debian's packages cannot be reached
#   visit_guest FOLDER SECONDS_MAX LOG          boots with FOLDER as /scenes, runs /scenes/run there, writes LOG;
#                                               0 when that ended with 0

GUEST_SOURCES=${ROOT:?}/appliance/src/test/guest
GUEST_CACHE=${YICHUANG_CACHE:-$HOME/.cache/yichuang}/guest
GUEST_MIRROR=http://deb.debian.org
GUEST_KEYS=/usr/share/keyrings/debian-archive-keyring.gpg

need_guest() {
  install_packages qemu-system-arm gcc-aarch64-linux-gnu make xz-utils cpio debian-archive-keyring
  local stamp
  stamp=$(cat "$GUEST_SOURCES"/* "$ROOT/scripts/lib/guest.sh" | sha256sum | cut -d' ' -f1)
  [ "$(cat "$GUEST_CACHE/built" 2>/dev/null)" = "$stamp" ] && return
  echo "首次运行：下载约 270 MB，编译几个内核模块。 First run: downloads about 270 MB and builds a few kernel modules." >&2
  mkdir -p "$GUEST_CACHE"
  if [ ! -f "$GUEST_CACHE/downloaded" ]; then
    rm -rf "$GUEST_CACHE/apt" "$GUEST_CACHE/debs"
    (guest_download) || return 2
    touch "$GUEST_CACHE/downloaded"
  fi
  (guest_modules && guest_root) || { echo "见 See $GUEST_CACHE/build.log" >&2; return 1; }
  echo "$stamp" >"$GUEST_CACHE/built"
}

# An apt of its own, so that the host's packages and architectures stay as they are.
guest_download() {
  set -e
  local apt=$GUEST_CACHE/apt kernel
  mkdir -p "$apt"/{state/lists/partial,cache/archives/partial,etc/apt.conf.d,etc/preferences.d} "$GUEST_CACHE/debs"
  touch "$apt/state/status"
  cat >"$apt/apt.conf" <<CONF
Dir::Etc "$apt/etc";
Dir::State "$apt/state";
Dir::State::status "$apt/state/status";
Dir::Cache "$apt/cache";
APT::Architecture "arm64";
APT::Architectures { "arm64"; "amd64"; };
APT::Sandbox::User "root";
Acquire::Languages "none";
Acquire::Retries "3";
CONF
  cat >"$apt/etc/sources.list" <<LIST
deb [signed-by=$GUEST_KEYS] $GUEST_MIRROR/debian bookworm main
deb [signed-by=$GUEST_KEYS] $GUEST_MIRROR/debian-security bookworm-security main
deb [signed-by=$GUEST_KEYS] $GUEST_MIRROR/debian trixie main
LIST
  export APT_CONFIG=$apt/apt.conf
  apt-get -qq update
  # 6.1 and not trixie's 6.12: it is built by the compiler that bookworm has.
  kernel=$(apt-cache show linux-image-arm64 | sed -n 's/^Depends: linux-image-\(6\.1\.[^ ]*\)-arm64.*/\1/p' | head -1)
  cd "$GUEST_CACHE/debs"
  apt-get -qq download "linux-image-$kernel-arm64" "linux-headers-$kernel-arm64" "linux-headers-$kernel-common" \
    linux-source-6.1 linux-kbuild-6.1:amd64
  apt-get -qq install --download-only -y --no-install-recommends busybox-static openjdk-25-jre-headless >/dev/null
  mv "$apt"/cache/archives/*.deb .
  echo "$kernel" >"$GUEST_CACHE/kernel"
}

guest_unpack() {
  dpkg-deb --fsys-tarfile "$1" | tar -x -C "$2" "${@:3}"
}

guest_modules() {
  set -e
  local kernel build=$GUEST_CACHE/build debs=$GUEST_CACHE/debs deb
  kernel=$(cat "$GUEST_CACHE/kernel")
  if [ ! -f "$build/ready" ]; then
    rm -rf "$build"
    mkdir -p "$build/modules"
    for deb in "$debs"/linux-{headers,kbuild}-*.deb; do
      guest_unpack "$deb" "$build"
    done
    guest_unpack "$debs"/linux-image-*.deb "$build" --wildcards './boot/vmlinuz*' '*/configfs.ko' '*/i2c-dev.ko'
    sed -i "s#/usr/src#$build/usr/src#" "$build/usr/src/linux-headers-$kernel-arm64/Makefile"
    guest_unpack "$debs"/linux-source-*.deb "$build"
    tar -x -C "$build" -f "$build/usr/src/linux-source-6.1.tar.xz" --strip-components=1 \
      linux-source-6.1/drivers/gpio/gpio-sim.c linux-source-6.1/drivers/gpio/gpiolib.h linux-source-6.1/kernel/irq/irq_sim.c
    rm "$build/usr/src/linux-source-6.1.tar.xz"
    cp "$build"/drivers/gpio/* "$build/modules"
    # The one symbol that the kernel does not export; this call does the same through one that it does.
    sed 's/handle_simple_irq(irq_to_desc(irqnum))/generic_handle_irq(irqnum)/' "$build/kernel/irq/irq_sim.c" >"$build/modules/irq_sim.c"
    touch "$build/ready"
  fi
  cp "$GUEST_SOURCES"/{*.c,Kbuild} "$build/modules"
  make -C "$build/usr/src/linux-headers-$kernel-arm64" ARCH=arm64 CROSS_COMPILE=aarch64-linux-gnu- \
    CONFIG_DEBUG_INFO_BTF= CONFIG_DEBUG_INFO_BTF_MODULES= M="$build/modules" modules >"$GUEST_CACHE/build.log" 2>&1
}

# The whole guest lives in memory: its file system is the initramfs.
guest_root() {
  set -e
  local kernel root=$GUEST_CACHE/root build=$GUEST_CACHE/build deb module
  kernel=$(cat "$GUEST_CACHE/kernel")
  rm -rf "$root"
  mkdir -p "$root"
  for deb in libc6 libgcc-s1 libstdc++6 zlib1g libjpeg62 liblcms2 busybox-static openjdk-25-jre-headless; do
    guest_unpack "$GUEST_CACHE/debs/$deb"*_arm64.deb "$root" --exclude='./usr/share'
  done
  for module in bin sbin lib; do # trixie's packages end below usr, busybox's links do not
    if [ -d "$root/$module" ] && [ ! -L "$root/$module" ]; then cp -a "$root/$module/." "$root/usr/$module/" && rm -r "$root/${module:?}"; fi
    mkdir -p "$root/usr/$module"
    ln -s "usr/$module" "$root/$module"
  done
  mkdir -p "$root/modules"
  for module in configfs i2c-dev; do # spidev is built in
    find "$build/lib/modules/$kernel-arm64" -name "$module.ko" -exec cp {} "$root/modules" \;
  done
  cp "$build"/modules/*.ko "$root/modules"
  cp "$GUEST_SOURCES/init" "$root/init"
  cp "$build/boot/vmlinuz-$kernel-arm64" "$GUEST_CACHE/vmlinuz"
  (cd "$root" && find . | cpio --quiet -o -H newc) >"$GUEST_CACHE/root.cpio"
  rm -r "$root"
}

visit_guest() {
  local folder=$1 seconds=$2 log=$3 work
  work=$(mktemp -d)
  cat "$GUEST_CACHE/root.cpio" <(cd "$(dirname "$folder")" && find scenes | cpio --quiet -o -H newc) >"$work/initrd"
  timeout "$seconds" qemu-system-aarch64 -M virt -cpu cortex-a72 -smp 2 -m 1536 -accel tcg,thread=multi \
    -kernel "$GUEST_CACHE/vmlinuz" -initrd "$work/initrd" -append "console=ttyAMA0 quiet panic=-1" \
    -nodefaults -display none -serial stdio -no-reboot </dev/null | tr -d '\r' >"$log" || true
  rm -r "$work"
  grep -qx 'guest: ended with 0' "$log"
}
