# What the browser tests need: Debian's Chromium with Chinese letters, Node, and the two libraries of package.json. Sourced.
. "$ROOT/scripts/lib/packages.sh"

need_browser() {
  local pages=$ROOT/appliance/src/test/pages
  if command -v apt-get >/dev/null; then
    install_packages chromium fonts-noto-cjk nftables
    command -v node >/dev/null || install_packages nodejs
    command -v npm >/dev/null || install_packages npm
  fi
  if [ ! -d "$pages/node_modules" ] || [ "$pages/package-lock.json" -nt "$pages/node_modules/.package-lock.json" ]; then
    (cd "$pages" && npm ci --silent --no-fund --no-audit)
  fi
}
