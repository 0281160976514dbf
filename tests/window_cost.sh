#!/usr/bin/env bash
# What the main window costs with ten years of record, drawn by the processor alone: how soon its first frame is on the
# screen, how long a page takes to turn, whether anything is drawn while nothing changes, and memory, open and closed.
#
#   tests/window_cost.sh [--check] RECORD [PROGRAM]
#
#   --check   end with status 1 when a figure is beyond its limit
#   RECORD    a ledger of ten years (`UNHUNCH_RECORD=$PWD/ten.db cargo bench --bench review` writes one)
#   PROGRAM   the binary (target/release/unhunch)
#
# Needs Xvfb, openbox, xdotool and dbus-daemon. A first frame is there, and a page is turned, when the process of the window
# has stopped working: that is later than what a person sees. Times are from the order on the command line, so its own start is in them (about 10 ms).
set -euo pipefail
export LC_ALL=C

check=no
[[ ${1:-} == --check ]] && { check=yes; shift; }
[[ $# -ge 1 ]] || { sed -n '2,/^set/{s/^# \{0,1\}//p}' "$0" >&2; exit 2; }
root=$(cd "$(dirname "$0")/.." && pwd)
record=$(realpath "$1")
program=$(realpath "${2:-$root/target/release/unhunch}")

home=$(mktemp -d "${TMPDIR:-/tmp}/unhunch-window.XXXXXX")
pids=()
end() {
  for pid in "${pids[@]}"; do kill -9 -- "-$pid" 2>/dev/null || true; done
  wait 2>/dev/null || true
  rm -rf "$home"
}
trap end EXIT
trap 'exit 130' INT TERM

mkdir -m 700 "$home/run" "$home/app"
cp "$record" "$home/app/ledger.db"
: >"$home/app/settings.toml"
environment=(PATH=/usr/local/bin:/usr/bin:/bin LANG=C.UTF-8 "HOME=$home" "XDG_RUNTIME_DIR=$home/run" NO_AT_BRIDGE=1
  LIBGL_ALWAYS_SOFTWARE=1 GSETTINGS_BACKEND=memory "DBUS_SESSION_BUS_ADDRESS=unix:path=$home/run/bus")
run() {
  setsid env -i "${environment[@]}" "$@" </dev/null >>"$home/log" 2>&1 &
  pids+=($!)
}
await() { # SECONDS WHAT COMMAND...
  local end=$((SECONDS + $1)) what=$2
  shift 2
  until "$@" >/dev/null 2>&1; do
    ((SECONDS < end)) || { echo "window_cost: waited in vain for $what; the processes said:" >&2; cat "$home/log" >&2; exit 3; }
    sleep 0.02
  done
}
ask() { env -i "${environment[@]}" "$program" --home "$home/app" "$@" </dev/null; }
window() { pgrep -f -- "--home $home/app window main"; }
no_window() { ! window >/dev/null; }
now() { local t=$EPOCHREALTIME; echo $((${t/./})); }
worked() { cat /proc/"$1"/task/*/schedstat 2>/dev/null | awk '{ ns += $1 } END { printf "%d", ns / 1000 }'; }
switches() { awk '/^voluntary/ { n += $2 } END { print n + 0 }' /proc/"$1"/task/*/status; }
pss() { awk '/^Pss:/ { print $2 }' /proc/"$1"/smaps_rollup; }
median() { printf '%s\n' "$@" | sort -n | awk '{ v[NR] = $1 } END { print v[int((NR + 1) / 2)] }'; }
# settled PID FROM: the microseconds from this time until the process did nothing for 80 ms.
settled() {
  local last before=-1 work stopped
  last=$(now)
  stopped=$last
  while ((last - stopped < 80000)); do
    work=$(worked "$1")
    last=$(now)
    ((work == before)) || stopped=$last
    before=$work
    sleep 0.004
  done
  echo $((stopped - $2))
}

run dbus-daemon --session --nofork --address="unix:path=$home/run/bus"
await 10 "the bus" test -S "$home/run/bus"
setsid Xvfb -displayfd 3 -screen 0 1280x800x24 -nolisten tcp -noreset 3>"$home/display" </dev/null >>"$home/log" 2>&1 &
pids+=($!)
await 10 "the X server" test -s "$home/display"
environment+=("DISPLAY=:$(<"$home/display")")
run openbox
# What is under the pointer may move for as long as it is there.
env -i "${environment[@]}" xdotool mousemove 1279 799
run "$program" --home "$home/app"
app=$!
await 10 "the app" ask status
sleep 2

firsts=()
for page in today review exercises settings learn; do
  began=$(now)
  ask open "$page" >/dev/null
  await 5 "the window's process" window
  # On the screen, and then as long as it works: the first frame is among that.
  env -i "${environment[@]}" xdotool search --sync --onlyvisible --class unhunch >/dev/null
  firsts+=("$(settled "$(window)" "$began")")
  kill "$(window)"
  await 5 "the window's end" no_window
  sleep 0.3
done

ask open today >/dev/null
pid=$(window)
settled "$pid" 0 >/dev/null
turns=()
echo "| page      | turned, ms | again, ms |"
echo "| ---       |        --- |       --- |"
for page in review exercises settings learn about today; do
  began=$(now)
  ask open "$page" >/dev/null
  first=$(settled "$pid" "$began")
  ask open "$([[ $page == about ]] && echo today || echo about)" >/dev/null
  settled "$pid" 0 >/dev/null
  began=$(now)
  ask open "$page" >/dev/null
  again=$(settled "$pid" "$began")
  turns+=("$first")
  printf '| %-9s | %10d | %9d |\n' "$page" $((first / 1000)) $((again / 1000))
done

work=$(worked "$pid") woken=$(switches "$pid")
sleep 20
work=$(($(worked "$pid") - work)) woken=$(($(switches "$pid") - woken))
memory=$(pss "$pid")
kill "$pid"
await 5 "the window's end" no_window
# Who has ended is there until the app has heard of it.
for _ in {1..50}; do
  left=$(pgrep -c -P "$app" || true)
  ((left)) || break
  sleep 0.02
done

wrong=no
row() { # FIGURE VALUE LIMIT
  printf '| %-44s | %8s | %8s |\n' "$1" "$2" "$3"
  if awk -v v="$2" -v l="$3" 'BEGIN { exit !(v > l) }'; then wrong=yes; fi
}
echo
echo "| figure                                       |    value |    limit |"
echo "| ---                                          |      --- |      --- |"
row "first frame, ms (median of 5)" $(($(median "${firsts[@]}") / 1000)) 600
row "a page turned, ms (the slowest)" $(($(printf '%s\n' "${turns[@]}" | sort -n | tail -1) / 1000)) 100
row "processor while nothing changes, ms in 20 s" "$(awk -v w="$work" 'BEGIN { printf "%.1f", w / 1000 }')" 2
row "wake-ups while nothing changes, in 20 s" "$woken" 2
row "memory, PSS, MB" $((memory / 1024)) 160
row "processes left after it closed" "$left" 0
if [[ $check == yes && $wrong == yes ]]; then exit 1; fi
