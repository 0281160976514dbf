#!/usr/bin/env bash
# Pictures of every page of the main window, to be looked at: light and dark, single and double scale, small to large, large
# text, no record, a record of one day, of five weeks and of ten years, and the language of longer words. One sheet for each.
#
#   tests/windows/shots.sh FOLDER [PROGRAM] [PAGE...]      (target/debug/unhunch; all pages)
#
#   PAGE      a page, with what is open on it after a slash: settings/quiet, exercises/chin-tuck
#   SHOTS     the sheets that are wanted, such as SHOTS="dark small"; all of them without it
#   TALL      pictures so high, that all of a page is on them, such as TALL=2400
#
# Needs Xvfb, dbus-run-session, xdotool, gjs and ImageMagick.
set -euo pipefail
root=$(cd "$(dirname "$0")/../.." && pwd)
out=$(mkdir -p "$1" && cd "$1" && pwd)
program=${2:-${CARGO_TARGET_DIR:-$root/target}/debug/unhunch}
pages=("${@:3}")
((${#pages[@]})) || pages=(today review exercises settings learn about)
home=$(mktemp -d)
number=:${SHOTS_DISPLAY:-68}
screen= dark=2
ended() { [[ -z $screen ]] || kill "$screen" 2>/dev/null || true; rm -rf "$home"; }
trap ended EXIT

# A record of so many days, the last of them today.
record() {
  local days=$1 data=$home/ledger.db
  rm -f "$data"
  ((days)) || return 0
  awk -v days="$days" -v start="$(date -d "-$((days - 1)) days" +%F)" 'BEGIN {
    srand(7)
    printf "start %sT08:00:00+00:00 zone UTC\n", start
    for (day = 0; day < days; day++) {
      printf "%s08:%02d:00 unlock\n", day ? "+1d " : "", 30 + int(rand() * 30)
      for (minutes = 0; minutes < 300; ) {
        wait = 8 + int(rand() * 28); away = 65 + int(rand() * 800); minutes += wait
        kind = rand(); printf "+%dmin ", wait
        if (kind < 0.5) { printf "idle\n+%ds active\n", away; minutes += away / 60 }
        else if (kind < 0.62) { printf "call on mic\n+%ds call off mic\n", 3 * away; minutes += away / 20 }
        else if (kind < 0.7) print "click snooze"
        else if (kind < 0.78) print "click start"
        else if (kind < 0.82) print "click skip"
        else { printf "lock\n+%ds unlock\n", away; minutes += away / 60 }
      }
      print "+5min lock"
    }
  }' >"$home/days.txt"
  "$program" simulate --ledger "$data" "$home/days.txt" >/dev/null
}

# A desktop that says whether it is dark (XDG Desktop Portal, org.freedesktop.portal.Settings).
cat >"$home/portal.js" <<'PORTAL'
const { Gio, GLib } = imports.gi;
const xml = `<node><interface name="org.freedesktop.portal.Settings"><method name="ReadAll">
  <arg type="as" direction="in"/><arg type="a{sa{sv}}" direction="out"/></method></interface></node>`;
const dark = { 'org.freedesktop.appearance': { 'color-scheme': new GLib.Variant('u', Number(ARGV[0])) } };
const answer = (_bus, _from, _path, _interface, _method, _asked, call) =>
  call.return_value(new GLib.Variant('(a{sa{sv}})', [dark]));
const offer = bus => bus.register_object('/org/freedesktop/portal/desktop',
  Gio.DBusNodeInfo.new_for_xml(xml).interfaces[0], answer, null, null);
Gio.bus_own_name(Gio.BusType.SESSION, 'org.freedesktop.portal.Desktop', 0, offer, null, null);
new GLib.MainLoop(null, false).run();
PORTAL

# One picture: NAME PAGE WIDTH HEIGHT SCALE, with further variables of the environment after these.
picture() {
  local name=$1 page=$2 width=$(($3 * $5)) height=$((${TALL:-$4} * $5)) scale=$5 window
  file=$out/$name-${page//\//-}.png
  Xvfb "$number" -screen 0 "${width}x${height}x24" -nolisten tcp >/dev/null 2>&1 &
  screen=$!
  sleep 0.5
  env "${@:6}" DISPLAY="$number" WINIT_X11_SCALE_FACTOR="$scale" LIBGL_ALWAYS_SOFTWARE=1 dbus-run-session -- bash -c '
    gjs "$1/portal.js" "$2" & sleep 0.7
    "$3" --home "$1" open ${4/\// } & echo $! >"$1/pid"; wait $!; kill %1' - "$home" "$dark" "$program" "$page" \
    >"$home/said" 2>&1 &
  window=$!
  # Without a window manager nobody else makes it as large as the screen.
  DISPLAY="$number" timeout 20 xdotool search --sync --onlyvisible --name Unhunch \
    windowmove 0 0 windowsize "$width" "$height" mousemove 0 0 >/dev/null || cat "$home/said"
  sleep 2
  DISPLAY="$number" import -window root "$file"
  kill "$(cat "$home/pid")" && wait "$window" || true
  kill "$screen" && wait "$screen" || true
  screen=
}

# All pages in one way, and a sheet of them.
sheet() {
  local name=$1 page made=()
  [[ " ${SHOTS:-$name} " == *" $name "* ]] || return 0
  for page in "${pages[@]}"; do
    picture "$name" "$page" "${@:2}"
    made+=("$file")
  done
  montage "${made[@]}" -geometry '640x>+8+8' -tile 3x "$out/sheet-$name.png"
}

record 35
sheet light 960 680 1
sheet twice 960 680 2
sheet small 480 400 1
sheet large 1920 1200 1
dark=1
sheet dark 960 680 1
sheet dark-twice 960 680 2
echo 'guide.large_text = true' >"$home/settings.toml"
sheet large-text 960 680 1
sheet large-text-small 480 400 1
rm "$home/settings.toml"
dark=2
sheet longer-words-small 480 400 1 LANG=en_XA.UTF-8 LC_ALL=en_XA.UTF-8
sheet longer-words 960 680 1 LANG=en_XA.UTF-8 LC_ALL=en_XA.UTF-8
record 1
sheet one-day 960 680 1
record 0
sheet no-record 960 680 1
if [[ " ${SHOTS:-ten-years} " == *" ten-years "* ]]; then
  record 3650
  sheet ten-years 960 680 1
fi
echo "$out"
