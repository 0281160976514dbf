#!/usr/bin/env bash
# How long ten years of ordinary days take to simulate: about 2600 working days with breaks, calls, locks and clicks,
# always the same ones, through the real engine and the real ledger code.
#
#   tests/ten_years.sh [PROGRAM]       (target/release/unhunch, built if it is not there)
set -euo pipefail
root=$(cd "$(dirname "$0")/.." && pwd)
program=${1:-${CARGO_TARGET_DIR:-$root/target}/release/unhunch}
[[ -x $program ]] || (cd "$root" && cargo build --release)
days=$(mktemp) && trap 'rm -f "$days"' EXIT

awk 'BEGIN {
  srand(7)
  print "start 2016-01-04T08:00:00+01:00 zone Europe/Berlin"
  print "settings hours=\"Mon-Fri 08:30-12:30 13:15-18:00\""
  for (day = 0; day < 3652; day++) {
    if (day % 7 > 4) continue
    printf "%s08:%02d:00 unlock\n", day ? (day % 7 ? "+1d " : "+3d ") : "", 30 + int(rand() * 30)
    for (minutes = 0; minutes < 460; ) {
      wait = 8 + int(rand() * 28); length_s = 65 + int(rand() * 800); minutes += wait
      kind = rand(); printf "+%dmin ", wait
      if (kind < 0.5) { printf "idle\n+%ds active\n", length_s; minutes += length_s / 60 }
      else if (kind < 0.62) { printf "call on mic\n+%ds call off mic\n", 3 * length_s; minutes += length_s / 20 }
      else if (kind < 0.7) print "click snooze"
      else if (kind < 0.78) print "click start"
      else if (kind < 0.82) print "click skip"
      else { printf "lock\n+%ds unlock\n", length_s; minutes += length_s / 60 }
    }
    print "+5min lock"
  }
}' >"$days"
began=$EPOCHREALTIME
effects=$("$program" simulate "$days" | wc -l)
took=$(awk -v a="$began" -v b="$EPOCHREALTIME" 'BEGIN { printf "%.1f", b - a }')
echo "$(wc -l <"$days") lines, $effects effects, $took s"
