#!/usr/bin/env bash
# 真正的 Pi4J 驱动，接模拟的引脚、扩展器和点阵。 The real Pi4J providers on simulated pins, expanders and dots. After mvn verify.
set -euo pipefail
ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
. "$ROOT/scripts/lib/packages.sh"
. "$ROOT/scripts/lib/java.sh"
. "$ROOT/scripts/lib/guest.sh"
SECONDS_MAX=300

find_jdk
need_guest || {
  [ $? = 2 ] || exit 1
  echo "跳过：拿不到 Debian 的 arm64 软件包。 SKIPPED: the arm64 packages of Debian cannot be reached." >&2
  exit 0
}
TARGET=$ROOT/appliance/target
SCENES=$TARGET/guest/scenes
rm -rf "$TARGET/guest"
mkdir -p "$SCENES/lib"
cp "$TARGET"/lib/*.jar "$SCENES/lib"
# Assertions of the hall's test rig; they are no part of the appliance.
mvn -B -q -o -f "$ROOT/pom.xml" dependency:copy-dependencies -pl appliance -DincludeScope=test \
  -DincludeArtifactIds=junit-jupiter-api,junit-platform-commons,opentest4j -DoutputDirectory="$SCENES/lib" 2>/dev/null
cp -r "$TARGET/classes" "$SCENES/classes"
mkdir "$SCENES/tests"
(cd "$TARGET/test-classes" && cp -r --parents yichuang/devices yichuang/hall "$SCENES/tests")
cat >"$SCENES/run" <<'RUN'
#!/bin/sh
exec /usr/lib/jvm/java-25-openjdk-arm64/bin/java -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xshare:auto -Xmx256m \
  --enable-native-access=ALL-UNNAMED -cp "/scenes/classes:/scenes/tests:/scenes/lib/*" yichuang.devices.GuestScenes
RUN
chmod +x "$SCENES/run"
start=$SECONDS
if visit_guest "$SCENES" "$SECONDS_MAX" "$TARGET/guest/log"; then
  grep '^scene: ' "$TARGET/guest/log"
  echo "Pi4J 在模拟的树莓派上：全部通过，$((SECONDS - start)) 秒。 Pi4J on a simulated Pi: all seen, in $((SECONDS - start)) s."
else
  cat "$TARGET/guest/log"
  echo "Pi4J 在模拟的树莓派上：没有通过。 Pi4J on a simulated Pi: not as it should be." >&2
  exit 1
fi
