#!/bin/sh
# Kills a pipeline 20 times in the middle of a replay and says whether anything that was acknowledged got lost or
# happened twice; --help lists what can be chosen. Needs a JDK and nothing else: builds ./sluice where that is needed.
set -eu

root=$(CDPATH='' cd "$(dirname "$0")/.." && pwd -P)
. "$root/build-tools/freshen.sh"

freshen "$root/cli/target/sluice.jar" blueprint domain guard handlers local compliance cli

# The build compiles these as tests of integration-tests, which needs more libraries than they do.
sources=$root/integration-tests/src/test/java/dev/sluice/integration/kill
classes=$root/integration-tests/target/kill-replay
rm -rf "$classes"
find "$sources" -name '*.java' ! -name '*Test.java' -exec \
  "$JAVA_HOME/bin/javac" --release 21 -Xlint:all -d "$classes" {} +
exec "$JAVA_HOME/bin/java" --enable-native-access=ALL-UNNAMED -cp "$classes:$root/cli/target/sluice.jar" \
  -Dsluice.launcher="$root/sluice" dev.sluice.integration.kill.KillReplay "$@"
