# Builds the appliance when its sources are newer than its jar. Sourced, never run; speaks on standard error only.

APPLIANCE=$ROOT/appliance/target/appliance.jar
AOT_CACHE=$ROOT/appliance/target/appliance.aot

build_if_needed() {
  (
    flock 9
    if [ ! -f "$APPLIANCE" ] || [ -n "$(find "$ROOT/pom.xml" "$ROOT/appliance/pom.xml" "$ROOT/appliance/src/main" -newer "$APPLIANCE" -print -quit)" ]; then
      command -v mvn >/dev/null || { echo "构建需要 Maven：apt-get install maven。 Maven is needed to build: apt-get install maven" >&2; exit 1; }
      echo "正在构建，首次需要几分钟。 Building; the first time takes some minutes." >&2
      mvn -q -B -f "$ROOT/pom.xml" package -DskipTests >&2
    fi
    if [ ! "$AOT_CACHE" -nt "$APPLIANCE" ] || [ ! "$AOT_CACHE" -nt "$ROOT/scripts/lib/build.sh" ]; then
      rehearse
    fi
  ) 9>"$ROOT/.build-lock" || exit 1
}

# One start with some visits in it, so that the next starts find their classes parsed and linked. An empty file: it could not
# be made, and is not tried again before the next build.
rehearse() {
  rm -f "$AOT_CACHE"
  "$JAVA_HOME/bin/java" $(java_options) -XX:AOTCacheOutput="$AOT_CACHE" -jar "$APPLIANCE" rehearse --config "$ROOT/config/hall.yaml" >/dev/null 2>&1 || {
    echo "没有做成启动缓存，只是启动慢一些。 No start-up cache was made; starts are slower, nothing else." >&2
    : >"$AOT_CACHE"
  }
}

# What a Pi has to spare: 128 MB of heap and the small collector. The heap begins small, an idle hall gives some back
# (Idleness), one malloc arena is trimmed: appliance/docs/internals/memory.md says what each is worth. JVM warnings go to
# standard error: standard output is for the line of --json.
java_options() {
  echo "-Xmx128m -XX:InitialHeapSize=72m -XX:MinHeapSize=32m -Xmn20m -XX:+UseSerialGC -XX:MinHeapFreeRatio=15 -XX:MaxHeapFreeRatio=25 -XX:-ShrinkHeapInSteps" \
    "-XX:+UseCompactObjectHeaders -XX:TrimNativeHeapInterval=2000" \
    "-Xlog:disable -Xlog:all=warning:stderr -Dstdout.encoding=UTF-8 -Dstderr.encoding=UTF-8" \
    "--enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow"
}

start_appliance() { # replaces this process, so that signals reach the JVM itself
  local cache=()
  [ -s "$AOT_CACHE" ] && cache=(-XX:AOTCache="$AOT_CACHE")
  export MALLOC_ARENA_MAX=1
  # YICHUANG_JAVA_OPTIONS: what hall IT wants to add, for instance -Xmx256m.
  exec "$JAVA_HOME/bin/java" $(java_options) "${cache[@]}" ${YICHUANG_JAVA_OPTIONS:-} -jar "$APPLIANCE" "$@"
}
