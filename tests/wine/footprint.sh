#!/usr/bin/env bash
# What the app of Windows costs at rest, under wine: how large its files are, and for each of its threads the wake-ups
# (voluntary context switches, of which each question to wine's own server is one more) and the processor time, both as the
# kernel counts them.
#
#   tests/wine/footprint.sh PROGRAM [SECONDS]
#
# PROGRAM is `unhunch.exe` with `unhunchw.exe` beside it; it is watched for so long (120), from 65 s after its start on. In the
# WINEPREFIX of the environment, with a library in it that older wine lacks (`.ci/other-systems`), on a display of its own.
#
# The main thread stands apart: under wine it spins, as that of any program does that has had a layered window painted as
# winit does it, before its first sleep and ever after. What it would cost on Windows is not known from here.
set -euo pipefail
program=$(realpath "$1") seconds=${2:-120}
work=$(mktemp -d)
# Its folder is watched: nothing else is written there.
home=$work/home
mkdir "$home"
display=
unhunch() { timeout 120 wine "$program" --home "Z:$home" "$@"; }
end() {
  unhunch quit >/dev/null 2>&1 || true
  [[ -z $display ]] || kill "$display"
  rm -rf "$work"
}
trap end EXIT
Xvfb -displayfd 3 -screen 0 1000x700x24 3>"$work/display" 2>/dev/null &
display=$!
until [[ -s $work/display ]]; do sleep 0.1; done
DISPLAY=:$(<"$work/display")
export DISPLAY
unset WAYLAND_DISPLAY
# Somebody has used it: no first questions.
echo 'preset = "active"' >"$home/settings.toml"

du --apparent-size --block-size=K "$program" "${program%.exe}w.exe"
timeout 120 wine "${program%.exe}w.exe" --home "Z:$home"
sleep 65
unhunch status
process=$(pgrep -f "unhunch\\.exe --home Z:$home *\$")
[[ $process =~ ^[0-9]+$ ]] || { echo "not one process of it: $process" >&2; exit 1; }
# A line for each thread: its number, its name, wake-ups, nanoseconds.
look() {
  local thread
  for thread in "/proc/$process/task"/*; do
    printf '%s\t%s\t%s\t%s\n' "$(basename "$thread")" "$(<"$thread/comm")" \
      "$(sed -n 's/^voluntary_ctxt_switches:\t//p' "$thread/status")" "$(cut -d' ' -f1 "$thread/schedstat")"
  done
}
look >"$work/before"
sleep "$seconds"
look >"$work/after"
awk -F'\t' -v seconds="$seconds" -v main="$process" '
  NR == FNR { wakes[$1] = $3; time[$1] = $4; next }
  {
    woken = $3 - wakes[$1]; spent = ($4 - time[$1]) / 1e6
    printf "%-18s %8d wake-ups %10.1f ms\n", $2, woken, spent
    if ($1 != main) { all += woken; ms += spent }
  }
  END { printf "all but the first  %8.2f a second %8.2f ms a minute\n", all / seconds, ms * 60 / seconds }
' "$work/before" "$work/after"
