//! Random days, written as scenarios.

use proptest::prelude::*;

/// Everything that can happen, with the likely things oftener.
const INPUTS: &[&str] = &[
    "active",
    "active",
    "active",
    "idle",
    "idle",
    "idle",
    "lock",
    "unlock",
    "call on mic \"zoom\"",
    "call off mic",
    "call on camera",
    "call off camera",
    "call on connection",
    "call off connection",
    "fullscreen on",
    "fullscreen off",
    "awake on",
    "awake off",
    "presenting on",
    "presenting off",
    "dnd on",
    "dnd off",
    "watching on",
    "watching off",
    "click start",
    "click start",
    "click snooze",
    "click snooze",
    "click skip",
    "click done",
    "click now",
    "click later",
    "click more",
    "meet 5m",
    "meet 45m",
    "meet done",
    "click shifted",
    "click sore",
    "check-in sore",
    "check-in loose",
    "close",
    "expire",
    "guide done",
    "guide swap",
    "guide hurt",
    "guide undo",
    "guide close",
    "guide failed",
    "guide",
    "click swap",
    "click hurt",
    "exercises hide ankle-pumps",
    "exercises show ankle-pumps",
    "settings guide.where=notification",
    "settings guide.where=window",
    "pause 30m",
    "pause call",
    "pause day",
    "resume",
    "start-break",
    "done",
    "skip",
    "snooze",
    "clock +2h",
    "clock -1h",
    "zone Europe/London",
    "zone America/New_York",
    "notifications down",
    "notifications up",
    "sense idle lost",
    "sense idle back",
    "sense mic lost",
    "sense mic back",
    "sense awake lost",
    "sense awake back",
    "sense calendar lost",
    "sense calendar back",
    "tick",
    "kill",
    "run",
    "run",
    "quit",
    "meetings none",
    "elsewhere laptop working",
    "elsewhere laptop working 5min",
    "elsewhere laptop working 40min",
    "elsewhere laptop working 20min said 8min",
    "elsewhere laptop working said -9min",
    "elsewhere laptop away",
    "elsewhere laptop away 1min 20min",
    "elsewhere laptop away 5min 1h said 30min",
    "elsewhere laptop resting",
    "elsewhere laptop break 3min",
    "elsewhere laptop break 3min said 20min",
    "elsewhere laptop rest 6min",
    "elsewhere laptop declined movement",
    "elsewhere desktop working 10min",
    "elsewhere desktop break 20s",
    "elsewhere desktop gone",
    "settings break.movement.every=30min",
    "settings break.movement.every=60min",
];

const SETTINGS: &[&str] = &[
    "",
    "settings lull.wait=0s",
    "settings break.eyes.every=20min break.eyes.lasts=20s",
    "settings hours=\"Mon-Sun 09:00-12:30 13:30-17:00\"",
    "settings break.stretch.every=30min break.stretch.lasts=5min heads_up=30s bedtime=22:30 reflect.at=10:00",
];

fn line() -> impl Strategy<Value = String> {
    let gap = prop_oneof![3 => 0..20u32, 4 => 20..400u32, 3 => 400..4000u32];
    let what = prop_oneof![
        20 => prop::sample::select(INPUTS).prop_map(str::to_owned),
        1 => prop::sample::select(&["", " unannounced"][..]).prop_flat_map(|how| (Just(how), 1..20_000u32))
            .prop_map(|(how, s)| format!("sleep{how}\n+{s}s wake{how}")),
        1 => (0..22u32, 1..90u32).prop_map(|(h, m)| format!("meeting {h:02}:10-{:02}:{:02}", h + m / 60, 10 + (m % 60) / 2)),
    ];
    (gap, what).prop_map(|(gap, what)| format!("+{gap}s {what}"))
}

pub(crate) fn day() -> impl Strategy<Value = Vec<String>> {
    (prop::sample::select(SETTINGS), prop::collection::vec(line(), 5..60)).prop_map(|(settings, lines)| {
        let begin = [settings.to_owned(), "08:00:00 active".to_owned()];
        begin.into_iter().chain(lines).chain(["+3h tick".to_owned()]).collect()
    })
}

/// The same day with something put in after every line that satisfies `at`.
pub(crate) fn with(lines: &[String], insert: &[&str], at: impl Fn(usize, &str) -> bool) -> Vec<String> {
    let mut all = Vec::new();
    for (n, line) in lines.iter().enumerate() {
        all.push(line.clone());
        if n >= 1 && at(n, line) {
            all.extend(insert.iter().map(|l| (*l).to_owned()));
        }
    }
    all
}
