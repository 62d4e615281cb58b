#!/bin/sh
# Runs a command before the AWS emulator instead of an account: it is started first, forgets everything at the end, and
# knows no account of anybody's. What the command deploys there has to be destroyed by the same command:
#   build-tools/with-emulator.sh sh -c 'npx cdktf deploy --auto-approve && npx cdktf destroy --auto-approve'
set -eu
root=$(CDPATH='' cd "$(dirname "$0")/.." && pwd -P)

[ $# -gt 0 ] || { sed -n '2,4s/^# //p' "$0" >&2; exit 2; }

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
trap 'exit 130' INT TERM
mkfifo "$folder/held" "$folder/said"

# It ends when its standard input does, and that when this shell does, however it ends.
sh "$root/build-tools/emulator/start.sh" "$root/target/emulator" <"$folder/held" >"$folder/said" &
exec 3>"$folder/held"
read -r port <"$folder/said" || { echo "the emulator did not start" >&2; exit 2; }

config=$(sh "$root/build-tools/terraform-config.sh" "$folder")
[ -z "$config" ] || export TF_CLI_CONFIG_FILE="$config"
# Never anybody's own: whatever profile is set here, the command sees these.
unset AWS_PROFILE AWS_SESSION_TOKEN
export AWS_ENDPOINT_URL="http://127.0.0.1:$port" AWS_ACCESS_KEY_ID=FAKE-ACCESS-KEY AWS_SECRET_ACCESS_KEY=fake-secret-key
export AWS_REGION="${AWS_REGION:-eu-west-2}" AWS_EC2_METADATA_DISABLED=true CHECKPOINT_DISABLE=1

# CDKTF's command line asks the registry for checksums where no lock file lies there yet; who has the provider in a folder
# may have no way to it.
if [ -n "$config" ]; then
  (cd "$root" && sh build-tools/synth.sh)
  for stack in "$root"/cdktf.out/stacks/*/; do
    terraform -chdir="$stack" init -input=false >/dev/null
  done
fi

status=0
"$@" 3>&- || status=$?
exec 3>&-
exit "$status"
