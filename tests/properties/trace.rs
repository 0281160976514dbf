//! A day played through the real engine and the real ledger, and what is wrong with what it left behind.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, LazyLock};
use unhunch::engine::content::Content;
use unhunch::engine::effect::Record;
use unhunch::engine::instance::{Delivery, ExerciseResult, Instance, Offer, Outcome};
use unhunch::ledger::{Entry, EntryKind, Ledger, Step};
use unhunch::scenario::{Options, simulate};

static CONTENT: LazyLock<Arc<Content>> = LazyLock::new(|| Arc::new(unhunch::library::content("en", &[]).0.content));

/// All that one day left behind.
#[derive(Default, PartialEq, Debug)]
pub(crate) struct Trace {
    /// Every decision with its time.
    pub(crate) decided: Vec<String>,
    /// How each instance ended, with its time.
    pub(crate) outcomes: Vec<String>,
    pub(crate) rows: BTreeMap<u64, Instance>,
    pub(crate) offers: BTreeMap<(u64, u32), Offer>,
    pub(crate) broken: Vec<String>,
}

pub(crate) fn play(lines: &[String]) -> Trace {
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
                    reason: d.reason.clone(),
                };
                let journal: Vec<Entry> = decided.iter().map(entry).collect();
                if let Err(e) = ledger.commit(&Step { records, journal: &journal, memory: None }) {
                    trace.broken.push(format!("{at}: the ledger refuses: {e:?}"));
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
    .unwrap_or_else(|e| panic!("line {}: {}", e.line, e.why.sentence()));
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
