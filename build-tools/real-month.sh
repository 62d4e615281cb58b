#!/bin/sh
# Writes docs/real-month.md: what enrichment finds in a month of a city's card purchases.
# Usage: build-tools/real-month.sh FILE [MAPPING], where FILE is that month's CSV (samples/README.md says where it is from).
# One request at a time: the transactions arrive in the order of the file, and every run finds nearly the same.
set -eu

cd "$(dirname "$0")/.."
file=${1:?usage: build-tools/real-month.sh FILE [MAPPING]}
mapping=${2:-samples/birmingham-purchase-cards.yaml}
sluice=${SLUICE:-./sluice}

data=$(mktemp -d)
$sluice up --data "$data" --port 0 >"$data/up.out" 2>&1 &
pipeline=$!
trap 'kill $pipeline 2>/dev/null || true; wait $pipeline 2>/dev/null || true; rm -rf "$data"' EXIT
tries=0
until [ -f "$data/access.json" ]; do
  tries=$((tries + 1))
  [ $tries -lt 300 ] || { cat "$data/up.out" >&2; exit 2; }
  sleep 0.2
done

$sluice replay "$file" --mapping "$mapping" --data "$data" --concurrency 1 --report "$data/report"

{
  cat <<'PAGE'
# A real month

What enrichment found in the purchases on Birmingham City Council's cards in May 2017, with the
[rules and points](risk-rules.md) that the pipeline starts with. Days have no time there, and merchants no category and
no country, so the rules that need them stay silent. An account is known by the last four digits of its card alone, so
that two cards that end alike are one account here. The rows come in the order of the file, which is not that of their
days, and each is judged by what had come before it.

This page is made by `build-tools/real-month.sh FILE`, which replays the file through a pipeline of its own and writes
down what `./sluice findings --markdown` says; `./sluice show ID` tells one of them hop by hop. To try other points or
thresholds, write them into `DIR/risk.json`, `{"flag_at": 50}` say, and start the pipeline on an empty folder.

PAGE
  # Something flagged is no failure here.
  $sluice findings --data "$data" --markdown --mapping "$mapping" || [ $? -eq 1 ]
} >docs/real-month.md
echo "wrote docs/real-month.md"
