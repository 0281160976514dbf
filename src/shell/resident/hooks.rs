//! Programs that are run when something happens: what happened in a step, run once that is stored. Owns how many run at a time
//! and what is told of the last one; what each is told is `shell::hooks`'.

use super::{Message, Resident};
use crate::engine::effect::{Effect, Record, What};
use crate::engine::instance::{Hold, Outcome};
use crate::engine::moment::Stamp;
use crate::parts::hooks::{Advice, HookEnd, Says};
use crate::parts::{Means, PartId, PartState, Report};
use crate::settings::HookEvent;
use crate::shell::hooks::{self, Facts};
use chrono::SecondsFormat;
use std::collections::{BTreeMap, BTreeSet};
use std::thread;

/// So many run at a time.
// Each is over in milliseconds, or hangs: more of those help nobody.
const MOST: usize = 4;
/// So much of what happened is kept until it can be stored.
// Where nothing can be written for an hour, nobody wants to be told of all of it afterwards.
const MOST_KEPT: usize = 16;
/// For starting a program and waiting for it.
const STACK: usize = 128 * 1024;

/// How the programs are doing.
#[derive(Debug, Default)]
pub(super) struct Hooks {
    /// How many run now.
    running: usize,
    /// What happened and is not stored yet.
    waiting: Vec<Facts>,
    /// How the last one did, when it was run.
    last: Option<(HookEvent, Option<HookEnd>)>,
}

impl Hooks {
    /// Something happened; it waits until it is stored.
    pub(super) fn note(&mut self, happened: Vec<Facts>) {
        self.waiting.extend(happened);
        let more = self.waiting.len().saturating_sub(MOST_KEPT);
        self.waiting.drain(..more);
    }

    fn report(&self, named: usize) -> Report {
        let works = |says: Says| Report::works(PartId::Hooks, Means::Nothing, says);
        match &self.last {
            _ if named == 0 => Report { state: PartState::Off, ..works(Says::None) },
            None => works(Says::Named(named)),
            Some((event, None)) => works(Says::Ran(*event)),
            Some((event, Some(end))) => {
                let says = Says::Failed(*event, end.clone());
                Report::failed(PartId::Hooks, Means::Nothing, says, Advice::Try(*event))
            }
        }
    }
}

/// What of this step programs are told of. `quiet`: the reasons to be quiet after it.
pub(super) fn happened(effects: &[Effect], now: Stamp, quiet: impl FnOnce() -> BTreeSet<Hold>) -> Vec<Facts> {
    let (mut all, mut begun, mut ended) = (Vec::new(), BTreeSet::new(), BTreeSet::new());
    for effect in effects {
        let Effect::Decided(decision) = effect else { continue };
        let facts = |event| Facts::new(event, time(decision.at));
        match &decision.what {
            What::Prompt { reminder, instance, exercise, .. } => {
                let exercise = Some(exercise.clone()).filter(|exercise| !exercise.is_empty());
                let (reminder, instance) = (Some(reminder.clone()), Some(*instance));
                all.push(Facts { reminder, instance, exercise, ..facts(HookEvent::Prompt) });
            }
            What::Closed { reminder, instance, outcome, .. } => {
                let event = match outcome {
                    Outcome::Taken | Outcome::Natural => HookEvent::Taken,
                    Outcome::Skipped => HookEvent::Skipped,
                    Outcome::Missed => HookEvent::Missed,
                    // Nobody was to take it.
                    Outcome::Excused | Outcome::Cancelled => continue,
                };
                let exercise = offered(effects, *instance);
                let (reminder, instance, outcome) = (Some(reminder.clone()), Some(*instance), Some(outcome.token()));
                all.push(Facts { reminder, instance, exercise, outcome, ..facts(event) });
            }
            What::Hold(hold) => drop((begun.insert(*hold), ended.remove(hold))),
            What::Free(hold) => drop((ended.insert(*hold), begun.remove(hold))),
            // Steps on the way, and words to the person.
            What::Due { .. }
            | What::HeadsUp { .. }
            | What::Withdraw { .. }
            | What::Started { .. }
            | What::Snoozed { .. }
            | What::Held { .. }
            | What::Short { .. }
            | What::Unanswered { .. }
            | What::Undelivered { .. }
            | What::Nudge { .. }
            | What::Breath { .. }
            | What::CheckIn
            | What::AskMeeting
            | What::MeetingAnswered(_)
            | What::WindDown { .. }
            | What::Reflect { .. }
            | What::Announce(_)
            | What::Dropped { .. }
            | What::Reset { .. }
            | What::Hidden { .. }
            | What::Unhidden { .. } => {}
        }
    }
    all.extend(turned(&begun, &ended, now, quiet));
    all
}

/// Whether it has become quiet, or is quiet no longer: one reason among others changes nothing.
fn turned(
    begun: &BTreeSet<Hold>,
    ended: &BTreeSet<Hold>,
    now: Stamp,
    quiet: impl FnOnce() -> BTreeSet<Hold>,
) -> Option<Facts> {
    if begun.is_empty() && ended.is_empty() {
        return None;
    }
    let after = quiet();
    let was = !ended.is_empty() || after.iter().any(|hold| !begun.contains(hold));
    let (event, holds) = match (was, !after.is_empty()) {
        (false, true) => (HookEvent::Quiet, after),
        (true, false) => (HookEvent::Free, ended.clone()),
        (true, true) | (false, false) => return None,
    };
    Some(Facts { holds: holds.into_iter().map(Hold::token).collect(), ..Facts::new(event, time(now)) })
}

fn time(at: Stamp) -> String {
    at.to_rfc3339_opts(SecondsFormat::Secs, false)
}

/// The exercise that the row of an instance has in the same step.
fn offered(effects: &[Effect], instance: u64) -> Option<String> {
    let row = |effect: &Effect| {
        if let Effect::Record(Record::Instance(row)) = effect {
            (row.id == instance).then(|| row.exercise.clone())
        } else {
            None
        }
    };
    effects.iter().rev().find_map(row).flatten()
}

impl Resident {
    /// Runs the programs for all that is stored now.
    pub(super) fn run_hooks(&mut self) {
        for facts in std::mem::take(&mut self.hooks.waiting) {
            let event = facts.event;
            self.screen.news(facts.news());
            let Some(named) = self.settings.hooks.get(&event).cloned() else { continue };
            if self.hooks.running >= MOST {
                self.hook_did(event, Some(HookEnd::TooMany(MOST)));
                continue;
            }
            let inbox = self.sender.clone();
            let run = move || {
                let end = hooks::run(&named, &facts, false).end;
                let _ = inbox.send(Message::HookOver(event, end));
            };
            match thread::Builder::new().name("hook".into()).stack_size(STACK).spawn(run) {
                Ok(_) => self.hooks.running += 1,
                Err(error) => self.hook_did(event, Some(HookEnd::NotStarted(error.to_string()))),
            }
        }
    }

    /// A program has ended.
    pub(super) fn hook_over(&mut self, event: HookEvent, end: Option<HookEnd>) {
        self.hooks.running = self.hooks.running.saturating_sub(1);
        self.hook_did(event, end);
    }

    fn hook_did(&mut self, event: HookEvent, end: Option<HookEnd>) {
        // One that is not named any more is of no interest.
        if self.settings.hooks.contains_key(&event) {
            self.hooks.last = Some((event, end));
        }
        self.report_hooks();
    }

    /// Other programs are named than before: what the last one did tells nothing of them.
    pub(super) fn new_hooks(&mut self, before: &BTreeMap<HookEvent, Vec<String>>) {
        let after = &self.settings.hooks;
        self.hooks.last = self.hooks.last.take().filter(|(event, _)| before.get(event) == after.get(event));
        self.report_hooks();
    }

    /// Says how they are doing.
    pub(super) fn report_hooks(&mut self) {
        let now = self.now().local;
        self.reports.set(self.hooks.report(self.settings.hooks.len()), now);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::effect::Decision;
    use crate::engine::reason::Reason;

    const NOW: &str = "2026-01-05T10:00:00+01:00";

    fn at() -> Stamp {
        NOW.parse().expect("a time")
    }

    fn told(all: Vec<What>, after: &[Hold]) -> Vec<String> {
        let decided = |what| Effect::Decided(Decision { at: at(), what, why: Reason::Legacy(String::new()) });
        let effects: Vec<Effect> = all.into_iter().map(decided).collect();
        let all = happened(&effects, at(), || after.iter().copied().collect());
        all.iter().map(|facts| serde_json::to_string(facts).expect("JSON")).collect()
    }

    fn closed(outcome: Outcome) -> What {
        let (evidence, because) = (None, None);
        What::Closed { reminder: "movement".into(), instance: 7, outcome, evidence, away_s: 0, short: false, because }
    }

    #[test]
    fn what_becomes_of_a_break_is_told_and_what_nobody_was_to_take_is_not() {
        let (reminder, exercise) = ("movement".to_owned(), "shrugs".to_owned());
        let prompt = What::Prompt { reminder, instance: 7, owed: false, again: false, exercise };
        let object = |event: &str, rest: &str| {
            format!(r#"{{"event":"{event}","at":"{NOW}","break":"movement","instance":7,{rest}}}"#)
        };
        assert_eq!(told(vec![prompt], &[]), [object("prompt", r#""exercise":"shrugs""#)]);
        let outcomes = [Outcome::Taken, Outcome::Natural, Outcome::Skipped, Outcome::Missed];
        assert_eq!(
            told(outcomes.map(closed).into(), &[]),
            [
                object("taken", r#""outcome":"taken""#),
                object("taken", r#""outcome":"natural""#),
                object("skipped", r#""outcome":"skipped""#),
                object("missed", r#""outcome":"missed""#)
            ]
        );
        assert_eq!(told(vec![closed(Outcome::Excused), closed(Outcome::Cancelled)], &[]), [""; 0]);
    }

    #[test]
    fn it_is_quiet_from_the_first_reason_to_the_last() {
        let object = |event: &str, holds: &str| format!(r#"{{"event":"{event}","at":"{NOW}","holds":[{holds}]}}"#);
        let call = || What::Hold(Hold::Call);
        assert_eq!(told(vec![call()], &[Hold::Call]), [object("quiet", r#""call""#)]);
        assert_eq!(told(vec![call()], &[Hold::Call, Hold::Meeting]), [""; 0], "it was quiet already");
        assert_eq!(told(vec![What::Free(Hold::Call)], &[Hold::Meeting]), [""; 0], "another one lasts");
        assert_eq!(told(vec![What::Free(Hold::Call), What::Hold(Hold::Meeting)], &[Hold::Meeting]), [""; 0]);
        assert_eq!(told(vec![What::Free(Hold::Meeting)], &[]), [object("free", r#""meeting""#)]);
        let both = vec![call(), What::Hold(Hold::Meeting)];
        assert_eq!(told(both, &[Hold::Call, Hold::Meeting]), [object("quiet", r#""call","meeting""#)]);
    }

    #[test]
    fn of_what_cannot_be_stored_the_last_is_kept() {
        let mut hooks = Hooks::default();
        for minute in 0..40 {
            hooks.note(vec![Facts::new(HookEvent::Prompt, minute.to_string())]);
        }
        let kept: Vec<&str> = hooks.waiting.iter().map(|facts| facts.at.as_str()).collect();
        assert_eq!((kept.len(), kept.first(), kept.last()), (MOST_KEPT, Some(&"24"), Some(&"39")));
    }

    #[test]
    fn the_report_is_of_the_last_one() {
        let mut hooks = Hooks::default();
        assert_eq!(hooks.report(0).state, PartState::Off);
        assert_eq!(hooks.report(2).says, Says::Named(2).into());
        hooks.last = Some((HookEvent::Free, Some(HookEnd::TooMany(MOST))));
        let report = hooks.report(1);
        assert_eq!((report.state, report.advice), (PartState::Failed, Advice::Try(HookEvent::Free).into()));
        hooks.last = Some((HookEvent::Free, None));
        assert_eq!((hooks.report(1).state, hooks.report(0).state), (PartState::Works, PartState::Off));
    }
}
