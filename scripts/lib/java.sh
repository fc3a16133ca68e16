# Finds a JDK 25 or newer and puts it into JAVA_HOME; the machine's default may be older. Sourced, never run.

jdk_version() { # the major version of the JDK in a folder, 0 when there is none
  local version
  version=$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release" 2>/dev/null)
  [ -x "$1/bin/javac" ] && echo "${version:-0}" || echo 0
}

find_jdk() {
  local home best="" best_version=24 version
  for home in "${JAVA_HOME:-}" /usr/lib/jvm/* /opt/jdk* /opt/java/*; do
    [ -d "$home" ] || continue
    version=$(jdk_version "$home")
    if [ "$version" -gt "$best_version" ]; then
      best=$home best_version=$version
    fi
  done
  if [ -z "$best" ]; then
    cat >&2 <<'EOF'
没有找到 JDK 25。 No JDK 25 was found (looked at JAVA_HOME, /usr/lib/jvm, /opt).
  Debian 13:  apt-get install openjdk-25-jdk-headless
  elsewhere:  unpack Temurin 25 (adoptium.net) to /usr/lib/jvm, or point JAVA_HOME to it
EOF
    exit 1
  fi
  export JAVA_HOME=$best
}
