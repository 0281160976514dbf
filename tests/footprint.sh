#!/usr/bin/env bash
# What Unhunch costs while it sits in the tray: memory, processor time and wake-ups of the release build on a desktop
# of its own (X server, window manager, panel with tray, dunst), at rest and with a person at the mouse and keyboard,
# and how soon after its start the icon is in the tray.
#
#   tests/footprint.sh [--check | --shared] [--senses] [--seconds N] [--settle N] [--starts N] [PROGRAM]
#
#   --check      end with status 1 when a figure is beyond its limit
#   --shared     the same on a machine that others use: memory and wake-ups alone, at 1.3 of their limits
#   --senses     with every sense's part beside the desktop, so that each holds what it holds on a person's machine:
#                PulseAudio with a source, PipeWire with WirePlumber, a folder of calendars; the part of a sense that is
#                not installed is left out with a word, and the table ends with how each sense did
#   --seconds N  how long each measurement lasts (120)
#   --settle N   how long the app runs before the first one (60)
#   --starts N   how many starts are timed (20)
#   PROGRAM      the binary (target/release/unhunch, built if it is not there)
#
# Needs what .ci/run installs. The figures come from the kernel: PSS from smaps_rollup (median of the samples, one every
# ten seconds), processor time from schedstat (nanoseconds), voluntary context switches of all threads from status.
set -euo pipefail
export LC_ALL=C

check=no shared=no senses=no seconds=120 settle=60 starts=20 program=
while (($#)); do
  case $1 in
    --check) check=yes ;;
    --shared) shared=yes ;;
    --senses) senses=yes ;;
    --seconds) seconds=$2; shift ;;
    --settle) settle=$2; shift ;;
    --starts) starts=$2; shift ;;
    -*) sed -n '2,/^set/{s/^# \{0,1\}//p}' "$0" >&2; exit 2 ;;
    *) program=$(realpath "$1") ;;
  esac
  shift
done

root=$(cd "$(dirname "$0")/.." && pwd)
if [[ -z $program ]]; then
  program=${CARGO_TARGET_DIR:-$root/target}/release/unhunch
  [[ -x $program ]] || (cd "$root" && cargo build --release)
fi

home=$(mktemp -d "${TMPDIR:-/tmp}/unhunch-footprint.XXXXXX")
# A copy, so that no other running app shares its pages and makes this one look lighter.
cp "$program" "$home/unhunch"
program=$home/unhunch
# And read from the disk, as on a machine that was just switched on: what `cp` has written lies in the cache in pieces of any
# size, and a piece is mapped whole where one page of it is used.
sync "$program"
dd if="$program" iflag=nocache count=0 status=none
pids=()
end() {
  for pid in "${pids[@]}"; do kill -9 -- "-$pid" 2>/dev/null || true; done
  wait 2>/dev/null || true
  rm -rf "$home"
}
trap end EXIT
trap 'exit 130' INT TERM

# The desktop -------------------------------------------------------------------------------------------------------
mkdir -p "$home"/.config/{xfce4/xfconf/xfce-perchannel-xml,dunst} "$home/.local/share"
mkdir -m 700 "$home/run"
cat >"$home/bus.conf" <<XML
<busconfig><type>session</type><listen>unix:path=$home/run/bus</listen><auth>EXTERNAL</auth>
<policy context="default"><allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/><allow own="*"/></policy>
</busconfig>
XML
cat >"$home/.config/xfce4/xfconf/xfce-perchannel-xml/xfce4-panel.xml" <<'XML'
<?xml version="1.0" encoding="UTF-8"?>
<channel name="xfce4-panel" version="1.0">
  <property name="configver" type="int" value="2"/>
  <property name="panels" type="array">
    <value type="int" value="1"/>
    <property name="panel-1" type="empty">
      <property name="position" type="string" value="p=10;x=0;y=0"/>
      <property name="plugin-ids" type="array"><value type="int" value="1"/></property>
    </property>
  </property>
  <property name="plugins" type="empty"><property name="plugin-1" type="string" value="systray"/></property>
</channel>
XML

# Somebody who has been here before: whoever is new is asked first what fits them.
mkdir "$home/.config/unhunch" && : >"$home/.config/unhunch/default-config.toml"

# The bus stands in for the system's as well: the app holds that connection on a real desktop too.
environment=(PATH=/usr/local/bin:/usr/bin:/bin LANG=C.UTF-8 "HOME=$home" "XDG_RUNTIME_DIR=$home/run"
  "DBUS_SESSION_BUS_ADDRESS=unix:path=$home/run/bus" "DBUS_SYSTEM_BUS_ADDRESS=unix:path=$home/run/bus"
  NO_AT_BRIDGE=1 GIO_USE_VFS=local GSETTINGS_BACKEND=memory)

# run PROGRAM...: starts it in the session, in a process group of its own; its id is in $!.
run() {
  setsid env -i "${environment[@]}" "$@" </dev/null >>"$home/log" 2>&1 &
  pids+=($!)
}
# await SECONDS WHAT COMMAND...: waits for the command to succeed.
await() {
  local end=$((SECONDS + $1)) what=$2
  shift 2
  until "$@" >/dev/null 2>&1; do
    if ((SECONDS >= end)); then
      echo "footprint: waited in vain for $what; the processes said:" >&2
      cat "$home/log" >&2
      exit 3
    fi
    sleep 0.05
  done
}
on_bus() { env -i "${environment[@]}" dbus-send --session --print-reply=literal --dest=org.freedesktop.DBus / \
  org.freedesktop.DBus.NameHasOwner "string:$1" | grep -q 'boolean true'; }
ask() { env -i "${environment[@]}" "$program" "$@" </dev/null; }

run dbus-daemon --config-file="$home/bus.conf" --nofork
await 10 "the bus" on_bus org.freedesktop.DBus
setsid Xvfb -displayfd 3 -screen 0 1280x800x24 -nolisten tcp -noreset -extension GLX 3>"$home/display" </dev/null >>"$home/log" 2>&1 &
pids+=($!)
await 10 "the X server" test -s "$home/display"
environment+=("DISPLAY=:$(<"$home/display")")
run openbox
run "$(find /usr/lib -path '*/xfce4/xfconf/xfconfd' -print -quit)"
await 10 "xfconfd" on_bus org.xfce.Xfconf
run xfce4-panel --disable-wm-check
await 15 "the tray" on_bus org.kde.StatusNotifierWatcher
run dunst
await 10 "dunst" on_bus org.freedesktop.Notifications

# What the senses of calls and meetings listen to -------------------------------------------------------------------
# PSS: 6 MB, and 1.5 MB for the senses of calls and meetings, which are on whether or not their parts are there.
heaviest=$((6144 + 1536))
installed() { # PROGRAM...
  local each
  for each in "$@"; do
    type -P "$each" >/dev/null || { echo "left out: $each is not installed" >&2; return 1; }
  done
}
calendars() { # DAY: a folder of five calendars with 40 meetings each that come back from this day on
  local file n
  mkdir -p "$home/calendars"
  for file in work team home sports club; do
    printf 'BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//footprint//EN\r\n' >"$home/calendars/$file.ics"
    for ((n = 0; n < 40; n++)); do
      printf 'BEGIN:VEVENT\r\nUID:%s-%d@footprint\r\nDTSTAMP:20260101T000000Z\r\n' "$file" "$n"
      printf 'DTSTART:%sT%02d0000Z\r\nDTEND:%sT%02d3000Z\r\n' "$1" $((n % 24)) "$1" $((n % 24))
      printf 'RRULE:FREQ=WEEKLY;INTERVAL=%d\r\nSUMMARY:Meeting %d\r\n' $((n % 4 + 1)) "$n"
      printf 'ATTENDEE:mailto:someone@example.com\r\nEND:VEVENT\r\n'
    done >>"$home/calendars/$file.ics"
    printf 'END:VCALENDAR\r\n' >>"$home/calendars/$file.ics"
  done
}
if [[ $senses == yes ]]; then
  if installed pulseaudio; then
    run pulseaudio -n --daemonize=no --exit-idle-time=-1 --use-pid-file=no \
      -L "module-native-protocol-unix socket=$home/run/pulse/native" -L "module-null-source" -L "module-null-sink"
    await 10 "PulseAudio" test -S "$home/run/pulse/native"
  fi
  if installed pipewire wireplumber; then
    run pipewire
    await 10 "PipeWire" test -S "$home/run/pipewire-0"
    run wireplumber
  fi
  if ask config show calendar.sources >/dev/null 2>&1; then
    calendars "$(date -u +%Y%m%d)"
    ask config set calendar.sources "$home/calendars" >/dev/null
  else
    echo "left out: this program reads no calendars" >&2
  fi
fi

# From start to icon ------------------------------------------------------------------------------------------------
setsid env -i "${environment[@]}" stdbuf -oL dbus-monitor --session --profile \
  "type='signal',interface='org.kde.StatusNotifierWatcher',member='StatusNotifierItemRegistered'" \
  </dev/null >"$home/icons" 2>>"$home/log" &
pids+=($!)
await 5 "the bus monitor" test -s "$home/icons"
icons() { grep -c StatusNotifierItemRegistered "$home/icons" || true; }
another_icon() { (($(icons) > seen)); }
gone() { ! kill -0 "$1" 2>/dev/null; }
times=()
for ((i = 0; i < starts; i++)); do
  seen=$(icons)
  began=$EPOCHREALTIME
  run "$program"
  app=$!
  await 10 "the app's icon" another_icon
  came=$(grep StatusNotifierItemRegistered "$home/icons" | tail -1 | cut -f2)
  times+=("$(awk -v a="$began" -v b="$came" 'BEGIN { printf "%.1f", (b - a) * 1000 }')")
  await 10 "the app to answer" ask status
  if ((i + 1 < starts)); then
    ask quit >/dev/null
    await 10 "the app to end" gone "$app"
  fi
done
sorted=$(printf '%s\n' "${times[@]}" | sort -n)
start_min=$(head -1 <<<"$sorted")
start_median=$(sed -n "$(((starts + 1) / 2))p" <<<"$sorted")

# At rest, and with a person there ----------------------------------------------------------------------------------
threads() { # "thread nanoseconds switches", one line each
  local task
  for task in /proc/"$app"/task/*; do
    echo "${task##*/} $(cut -d' ' -f1 "$task/schedstat") $(awk '/^voluntary/ { print $2 }' "$task/status")"
  done
}
pss() { awk '/^Pss:/ { print $2 }' "/proc/$app/smaps_rollup"; }
# measure NAME: sets NAME_pss (kB), NAME_cpu (ms a minute), NAME_switches (a second).
measure() {
  local samples=() left=$seconds before after pause began
  began=$EPOCHREALTIME
  before=$(threads)
  samples+=("$(pss)")
  while ((left > 0)); do
    pause=$((left < 10 ? left : 10))
    sleep "$pause"
    left=$((left - pause))
    samples+=("$(pss)")
  done
  after=$(threads)
  read -r "$1_cpu" "$1_switches" < <(awk -v took="$(awk -v a="$began" -v b="$EPOCHREALTIME" 'BEGIN { print b - a }')" '
    NR == FNR { ran[$1] = $2; switched[$1] = $3; next }
    { run += $2 - ran[$1]; vol += $3 - switched[$1] }
    END { printf "%.2f %.3f\n", run / 1e6 * 60 / took, vol / took }' <(echo "$before") <(echo "$after"))
  printf -v "$1_pss" '%s' "$(printf '%s\n' "${samples[@]}" | sort -n | sed -n "$(((${#samples[@]} + 1) / 2))p")"
}
person() { # 20 motions of the mouse and 4 keys a second
  local quarter=() second=()
  for _ in 1 2 3 4 5; do quarter+=(mousemove_relative -- "$((RANDOM % 2 ? 1 : -1))" 1 sleep 0.046); done
  quarter+=(key shift)
  for _ in 1 2 3 4; do second+=("${quarter[@]}"); done
  while env -i "${environment[@]}" xdotool mousemove 600 300 "${second[@]}" </dev/null 2>>"$home/log"; do :; done
}

sleep "$settle"
rest_pss=0 rest_cpu=0 rest_switches=0 input_pss=0 input_cpu=0 input_switches=0
measure rest
set -m
person &
pids+=($!)
set +m
measure input
children=$(cat /proc/"$app"/task/*/children 2>/dev/null | wc -w)

# The table ---------------------------------------------------------------------------------------------------------
beyond=0 heavy=0
row() { # what, at rest, limit, with input, limit
  printf '| %-38s | %9s | %9s | %10s | %9s |\n' "$@"
}
within() { # value limit
  awk -v v="$1" -v l="$2" 'BEGIN { exit !(v <= l) }' || beyond=$((beyond + 1))
}
# Memory and wake-ups hardly depend on who else uses the machine; a third more than allowed is a change of the program.
weighs() { # value limit
  within "$1" "$2"
  awk -v v="$1" -v l="$2" 'BEGIN { exit !(v <= 1.3 * l) }' || heavy=$((heavy + 1))
}
row "figure" "at rest" "limit" "with input" "limit"
row "---" "---" "---" "---" "---"
row "memory, PSS, kB" "$rest_pss" "$heaviest" "$input_pss" "$heaviest"
row "processor, ms a minute" "$rest_cpu" 1.0 "$input_cpu" ""
row "voluntary context switches a second" "$rest_switches" 0.1 "$input_switches" 0.2
row "start to icon, ms: median of $starts (min)" "$start_median" 50 "($start_min)" ""
echo "threads: $(ls "/proc/$app/task" | wc -l), child processes: $children, measured over $seconds s after $settle s"
if [[ $senses == yes ]]; then
  # The first group of doctor's list: two blanks, a name of 13 columns, two blanks, a state of 8.
  { ask doctor || true; } | awk 'NF == 0 { exit } /^  [a-z]/ { state = substr($0, 18, 8); sub(/ +$/, "", state)
    all = all (all ? ", " : "") $1 " " state } END { print "senses: " all }'
fi
weighs "$rest_pss" "$heaviest"
weighs "$input_pss" "$heaviest"
within "$rest_cpu" 1
weighs "$rest_switches" 0.1
weighs "$input_switches" 0.2
within "$start_median" 50
if ((beyond > 0)); then
  echo "$beyond of 6 figures are beyond their limits"
  [[ $check == no ]] || exit 1
fi
if ((heavy > 0)) && [[ $shared == yes ]]; then
  echo "$heavy of 4 figures are beyond 1.3 of their limits"
  exit 1
fi
