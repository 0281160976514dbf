//! What holds on any day, over random days written as scenarios and played through the real engine and the real ledger.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use proptest::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, LazyLock};
use unhunch::engine::content::Content;
use unhunch::engine::effect::Record;
use unhunch::engine::instance::{Delivery, ExerciseResult, Instance, Offer, Outcome};
use unhunch::ledger::{Entry, EntryKind, Ledger, Step};
use unhunch::scenario::{Options, simulate};

static CONTENT: LazyLock<Arc<Content>> = LazyLock::new(|| Arc::new(unhunch::library::content(&[]).0.content));

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

fn day() -> impl Strategy<Value = Vec<String>> {
    (prop::sample::select(SETTINGS), prop::collection::vec(line(), 5..60)).prop_map(|(settings, lines)| {
        let begin = [settings.to_owned(), "08:00:00 active".to_owned()];
        begin.into_iter().chain(lines).chain(["+3h tick".to_owned()]).collect()
    })
}

/// All that one day left behind.
#[derive(Default, PartialEq, Debug)]
struct Trace {
    /// Every decision with its time.
    decided: Vec<String>,
    /// How each instance ended, with its time.
    outcomes: Vec<String>,
    rows: BTreeMap<u64, Instance>,
    offers: BTreeMap<(u64, u32), Offer>,
    broken: Vec<String>,
}

fn play(lines: &[String]) -> Trace {
    let mut trace = Trace::default();
    let mut ledger = Ledger::in_memory().unwrap();
    let mut watch = Watch::default();
    simulate(
        &lines.join("\n"),
        Options {
            settings: String::new(),
            content: CONTENT.clone(),
            first_id: 1,
            tray: false,
            print: &mut |_| {},
            keep: &mut |at, records, _, decided| {
                let day = at.date_naive();
                let entry = |d: &unhunch::scenario::Printed| Entry {
                    at: d.at,
                    day,
                    kind: EntryKind::Decision,
                    text: d.words.clone(),
                    why: d.why.clone(),
                };
                let journal: Vec<Entry> = decided.iter().map(entry).collect();
                if let Err(e) = ledger.commit(&Step { records, journal: &journal, memory: None }) {
                    trace.broken.push(format!("{at}: the ledger refuses: {e}"));
                }
                for record in records {
                    match record {
                        Record::Instance(row) => Watch::row(row, &mut trace),
                        Record::Offer(line) => Watch::offer(line, &mut trace),
                        Record::Span { .. } | Record::CheckIn { .. } | Record::Nudge { .. } => {}
                    }
                }
                for d in decided {
                    watch.decision(&d.words, &mut trace);
                    trace.decided.push(format!("{} {}", d.at, d.words));
                    if ["taken", "natural", "skipped", "missed", "excused", "cancelled"]
                        .contains(&d.words.split(' ').next().unwrap())
                    {
                        trace.outcomes.push(format!("{} {}", d.at, d.words));
                    }
                }
            },
        },
    )
    .unwrap_or_else(|e| panic!("line {}: {}", e.line, e.text));
    let kept = ledger.history(chrono::DateTime::default()).unwrap().offers;
    if !kept.iter().eq(trace.offers.values()) {
        trace.broken.push(format!("the ledger has other offers: {kept:?}"));
    }
    check_offers(&mut trace);
    trace
}

/// A shown row has its lines. One of them agrees with the row: the last, unless others followed what was done.
/// A prompt that was gone with its daemon at once has a line and counts as never shown.
fn check_offers(trace: &mut Trace) {
    for row in trace.rows.values() {
        let lines: Vec<&Offer> = trace.offers.range((row.id, 0)..=(row.id, u32::MAX)).map(|(_, line)| line).collect();
        let completed = lines.iter().filter(|line| line.result == Some(ExerciseResult::Completed));
        let once = completed.clone().map(|line| &line.exercise).collect::<BTreeSet<_>>().len() == completed.count();
        let shown = row.delivery == Delivery::Shown || row.start.is_some();
        let wrong = (shown && row.exercise.is_some() && lines.is_empty())
            || lines.iter().zip(1..).any(|(line, n)| line.n != n)
            || !once
            || lines.last().filter(|_| shown).is_some_and(|last| match &row.exercise {
                Some(exercise) => lines.iter().rfind(|line| line.exercise == *exercise).is_none_or(|own| {
                    let followed = matches!(row.result, Some(ExerciseResult::Completed | ExerciseResult::Hurt));
                    own.result != row.result || (own.n < last.n && !followed)
                }),
                None => matches!(last.result, Some(ExerciseResult::Completed | ExerciseResult::Skipped)),
            });
        if wrong {
            trace.broken.push(format!("offers that cannot be: {row:?}: {lines:?}"));
        }
    }
}

/// Follows what is on screen and what holds.
#[derive(Default)]
struct Watch {
    screen: Option<String>,
    asked: bool,
    holds: BTreeSet<String>,
}

impl Watch {
    fn decision(&mut self, words: &str, trace: &mut Trace) {
        let mut parts = words.split(' ');
        let (first, second) = (parts.next().unwrap(), parts.next().unwrap_or(""));
        match first {
            "hold" => drop(self.holds.insert(second.into())),
            "free" => drop(self.holds.remove(second)),
            "prompt" => {
                if self.screen.as_deref().is_some_and(|other| other != second) {
                    trace.broken.push(format!("two prompts at once: {words}"));
                }
                if self.asked {
                    trace.broken.push(format!("{words} while a question stands"));
                }
                self.screen = Some(second.into());
                self.quiet(words, &[], trace);
            }
            "ask" => {
                if let Some(prompt) = &self.screen {
                    trace.broken.push(format!("{words} over the prompt of {prompt}"));
                }
                self.asked = true;
                self.quiet(words, &[], trace);
            }
            "answered" => self.asked = false,
            "nudge" | "check-in" | "heads-up" | "reflect" => {
                if self.asked && first != "heads-up" {
                    trace.broken.push(format!("{words} while a question stands"));
                }
                self.quiet(words, &[], trace);
            }
            "breath" => self.quiet(words, &["meeting"], trace),
            "wind-down" => self.quiet(words, &["hours"], trace),
            "withdraw" | "started" | "snoozed" | "unanswered" | "taken" | "natural" | "skipped" | "missed"
            | "excused" | "cancelled"
                if self.screen.as_deref() == Some(second) =>
            {
                self.screen = None;
            }
            _ => {}
        }
    }

    fn quiet(&self, words: &str, but: &[&str], trace: &mut Trace) {
        if let Some(hold) = self.holds.iter().find(|h| !but.contains(&h.as_str())) {
            trace.broken.push(format!("{words} under a hold: {hold}"));
        }
    }

    fn offer(line: &Offer, trace: &mut Trace) {
        if let Some(before) = trace.offers.insert((line.instance, line.n), line.clone())
            && (before.exercise != line.exercise || before.at != line.at || !Self::may_become(&before, line))
        {
            trace.broken.push(format!("an offer changed: {before:?} to {line:?}"));
        }
    }

    /// What became of an offer stands; but what was done may have hurt, and what hurt can be undone.
    fn may_become(before: &Offer, line: &Offer) -> bool {
        match before.result {
            None => true,
            Some(ExerciseResult::Completed) => line.result == Some(ExerciseResult::Hurt),
            Some(ExerciseResult::Hurt) => matches!(line.result, None | Some(ExerciseResult::Completed)),
            Some(ExerciseResult::Swapped | ExerciseResult::Skipped) => false,
        }
    }

    fn row(row: &Instance, trace: &mut Trace) {
        if let Some(before) = trace.rows.insert(row.id, row.clone())
            && before.outcome.is_some()
            && before.outcome != row.outcome
        {
            trace.broken.push(format!("an outcome changed: {before:?} to {row:?}"));
        }
        let open: BTreeSet<&str> =
            trace.rows.values().filter(|r| r.outcome.is_none()).map(|r| r.reminder.as_str()).collect();
        if open.len() < trace.rows.values().filter(|r| r.outcome.is_none()).count() {
            trace.broken.push(format!("two open instances of one break: {row:?}"));
        }
        let taken = row.outcome == Some(Outcome::Taken);
        let wrong = (taken != row.evidence.is_some())
            || (taken && row.start.is_none())
            || (row.outcome == Some(Outcome::Missed) && row.prompts == 0)
            || (row.outcome == Some(Outcome::Excused) && row.prompts > 0)
            || (row.outcome.is_some() != row.end.is_some());
        if wrong {
            trace.broken.push(format!("a row that cannot be: {row:?}"));
        }
    }
}

/// The same day with something put in after every line that satisfies `at`.
fn with(lines: &[String], insert: &[&str], at: impl Fn(usize, &str) -> bool) -> Vec<String> {
    let mut all = Vec::new();
    for (n, line) in lines.iter().enumerate() {
        all.push(line.clone());
        if n >= 1 && at(n, line) {
            all.extend(insert.iter().map(|l| (*l).to_owned()));
        }
    }
    all
}

/// A quick check by default; `UNHUNCH_DAYS` asks for a longer one.
fn config() -> ProptestConfig {
    let cases = std::env::var("UNHUNCH_DAYS").ok().and_then(|n| n.parse().ok()).unwrap_or(96);
    ProptestConfig { cases, max_shrink_iters: 4000, failure_persistence: None, ..ProptestConfig::default() }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn rows_prompts_and_holds_are_sound(day in day()) {
        let trace = play(&day);
        prop_assert!(trace.broken.is_empty(), "{}\n\n{}\n\n{}", trace.broken.join("\n"), day.join("\n"), trace.decided.join("\n"));
    }

    #[test]
    fn same_input_same_output(day in day()) {
        prop_assert_eq!(play(&day), play(&day));
    }

    #[test]
    fn a_needless_tick_changes_nothing(day in day(), every in 1..5usize) {
        let ticked = with(&day, &["+0s tick", "+0s tick"], |n, _| n % every == 0);
        let (plain, ticked) = (play(&day), play(&ticked));
        prop_assert_eq!(plain.decided, ticked.decided, "{}", day.join("\n"));
        prop_assert_eq!(plain.rows, ticked.rows);
    }

    /// After an input (a step of the clock is none) everything is on disk, so a kill there and a start at once change no outcome at all.
    #[test]
    fn a_kill_and_restart_change_no_outcome(day in day(), at in 1..60usize) {
        let day: Vec<String> = day.into_iter()
            .filter(|l| !["kill", "run", "quit", "sleep", "wake", "sense", "settings"].iter().any(|w| l.contains(w) && l.starts_with('+')))
            .collect();
        let killed = with(&day, &["+0s kill", "+0s run"], |n, line| n == at && !["tick", "clock"].iter().any(|w| line.contains(w)));
        let (plain, killed_trace) = (play(&day), play(&killed));
        prop_assert_eq!(&plain.outcomes, &killed_trace.outcomes, "{}\n\n{}\n\n{}", killed.join("\n"), plain.decided.join("\n"), killed_trace.decided.join("\n"));
    }
}
