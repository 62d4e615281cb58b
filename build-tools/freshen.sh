# Builds a module, without the gates, when what it produces is missing or older than its sources.
# To be sourced by a POSIX shell that has set root to the repository's folder; finds the JDK as well.

. "$root/build-tools/find-jdk.sh"

# older PRODUCT FILE-OR-FOLDER...: true where something in there is newer than the product, or there is no product.
older() {
  product=$1
  shift
  [ -f "$product" ] || return 0
  [ -n "$(find "$@" -newer "$product" -print 2>/dev/null | head -n 1)" ]
}

# freshen PRODUCT MODULE...: the last module is the one that makes the product, the others are what it is made from.
freshen() {
  made=$1
  shift
  set -- "$made" "$root/pom.xml" "$@"
  for module in "$@"; do
    shift
    case $module in
      /*) set -- "$@" "$module" ;;
      *)
        set -- "$@" "$root/$module/pom.xml" "$root/$module/src/main"
        wanted=$module
        ;;
    esac
  done
  older "$@" || return 0

  # On standard error, all of it: what the caller prints may be read by another program.
  echo "Building $wanted (the first time, this downloads its libraries) ..." >&2
  mkdir -p "$(dirname "$made")"
  started=$(dirname "$made")/build-started
  : >"$started"
  # What is not about the functions does not wait for their archives.
  case $made in */target/functions/*) functions=on ;; *) functions=off ;; esac
  "$root/mvnw" -f "$root/pom.xml" -q -B -ntp -Dgates=off -Dfunctions=$functions -pl "$wanted" -am package >&2
  # Maven leaves a file alone whose contents did not change; what was edited meanwhile is for the next time.
  touch -r "$started" "$made"
}
