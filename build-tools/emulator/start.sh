#!/bin/sh
# Starts the AWS emulator for the tests; its first line says the port, and it ends when its standard input does.
#
# Takes a Python 3 that has the emulator already (PYTHON says which); where none has it, makes an environment with it
# under the folder given as first argument, once, from the package index that pip is set to.
set -eu
here=$(CDPATH='' cd "$(dirname "$0")" && pwd)
wanted=$(sed -n 's/^moto\[server\]==//p' "$here/requirements.txt")

has_it() {
  "$1" -c "import moto, moto.server, sys; sys.exit(moto.__version__ != '$wanted')" >/dev/null 2>&1
}

# A version manager's Python may lie beside its own moto_server and not be the first on the PATH.
beside=$(dirname "$(command -v moto_server || echo none)")

for python in "${PYTHON:-}" python3 "$beside/python3" "$HOME/.pyenv/shims/python3" "$1/bin/python"; do
  if [ -n "$python" ] && has_it "$python"; then
    exec "$python" "$here/emulator.py"
  fi
done

if ! command -v python3 >/dev/null 2>&1; then
  echo "the AWS emulator needs Python 3.9 or newer, and there is no python3 on the PATH" >&2
  exit 3
fi
if ! { python3 -m venv "$1" && "$1/bin/python" -m pip install --quiet --disable-pip-version-check \
  --requirement "$here/requirements.txt"; } >&2; then
  rm -rf "$1"
  echo "the AWS emulator could not be installed: pip did not get what build-tools/emulator/requirements.txt names" >&2
  exit 3
fi
exec "$1/bin/python" "$here/emulator.py"
