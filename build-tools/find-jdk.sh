# Finds a JDK of 21 or newer and exports it as JAVA_HOME. To be sourced by a POSIX shell:
#   . build-tools/find-jdk.sh
# The first that fits is taken: JAVA_HOME, the java on the PATH, then the places where systems and
# people put JDKs. One that does not fit is passed over without a word; where none fits, the shell ends with 2.
# The search runs in a subshell, so that the caller's options and variables stay as they are.

JAVA_HOME=$(
  set +efu
  fits() {
    [ -x "$1/bin/javac" ] && [ -r "$1/release" ] || return 1
    major=$(sed -n 's/^JAVA_VERSION="\{0,1\}\([0-9]*\).*/\1/p' "$1/release")
    [ "${major:-0}" -ge 21 ]
  }
  on_path=$(readlink -f "$(command -v java)" 2>/dev/null)
  for jdk in \
    "$JAVA_HOME" \
    "${on_path%/bin/java}" \
    /usr/lib/jvm/* \
    "${SDKMAN_DIR:-$HOME/.sdkman}"/candidates/java/* \
    "$HOME"/.jdks/* \
    /Library/Java/JavaVirtualMachines/*/Contents/Home; do
    if fits "$jdk"; then
      printf '%s\n' "$jdk"
      exit 0
    fi
  done
  exit 1
) || {
  echo "No JDK of 21 or newer was found: install one (Eclipse Temurin 25, for example), or set JAVA_HOME to where one is." >&2
  exit 2
}
export JAVA_HOME
