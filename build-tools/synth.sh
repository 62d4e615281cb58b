#!/bin/sh
# Writes the Terraform of every stack: the program that cdktf.json names. Builds it first where that is needed.
set -eu
root=$(CDPATH='' cd "$(dirname "$0")/.." && pwd -P)
. "$root/build-tools/freshen.sh"

classpath=$root/infra-cdktf/target/classpath.txt
freshen "$classpath" blueprint infra-cdktf
freshen "$root/handlers/target/functions/validator.zip" blueprint domain handlers
freshen "$root/compliance/target/functions/scanner.zip" blueprint domain guard handlers compliance

# Node 20 is past its end of life and works; the notice would hide what matters.
export JSII_SILENCE_WARNING_END_OF_LIFE_NODE_VERSION="${JSII_SILENCE_WARNING_END_OF_LIFE_NODE_VERSION-20}"
exec "$JAVA_HOME/bin/java" -XX:TieredStopAtLevel=1 -XX:+UseSerialGC \
  -cp "$root/infra-cdktf/target/sluice-infra.jar:$(cat "$classpath")" dev.sluice.infra.Main "$root"
