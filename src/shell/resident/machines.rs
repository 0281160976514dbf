//! The person's other machines, as the running app has to do with them: what is told them after each step, and what they tell
//! comes in. Owns when that is; the folder is `shell::sync`'s, what follows is the engine's. Without a folder nothing is done.

use super::{Message, Resident};
use crate::engine::effect::Effect;
use crate::engine::event::{Elsewhere, Event, News};
use crate::engine::moment::{Moment, Stamp};
use crate::engine::telling::told_by;
use crate::ledger::{Joined, LedgerError, MachineId};
use crate::parts::{Advice, FileProblem, Means, PartId, Report, own};
use crate::shell::files::shown;
use crate::shell::ipc::{Remark, Reply};
use crate::shell::sync::{Doing, Exchange, Extent, Heard, KEPT, Telling, Unpublished, shared_folder};
use crate::system::machine;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::time::Duration;

/// A machine in use says so again after this: it is believed for twice as long.
const AGAIN: Duration = Duration::from_mins(5);

/// What is told the other machines, and heard of them.
#[derive(Debug, Default)]
pub(super) struct Machines {
    exchange: Option<(Exchange, PathBuf)>,
    /// Which exchange it is: what comes late of one before is not heard.
    number: u64,
    /// How this machine is, as told last, and when that was.
    state: Option<(Duration, News)>,
    /// What waits until the step that made it is written.
    words: Vec<(Stamp, News)>,
    due: Option<Extent>,
    /// This machine has a name in the record.
    named: bool,
    /// Days of others that are not in the record yet.
    waiting: Vec<Joined>,
    /// Those that do not count, as the record said last.
    forgotten: BTreeSet<MachineId>,
}

impl Machines {
    /// Takes in what a step did.
    pub(super) fn note(&mut self, effects: &[Effect], now: &Moment, day_starts: chrono::NaiveTime) {
        if self.exchange.is_none() {
            return;
        }
        self.words.extend(told_by(effects));
        if effects.iter().any(|effect| matches!(effect, Effect::Record(_))) {
            let today = now.day(day_starts);
            // What was on at the turn of the day is yesterday's.
            self.due = self.due.or(Some(Extent::Since(today.pred_opt().unwrap_or(today))));
        }
    }

    /// Any day of the record may have changed.
    pub(super) fn all_changed(&mut self) {
        self.due = self.exchange.is_some().then_some(Extent::Whole);
    }

    /// Whether the machine of this key counts.
    fn counts(&self, key: &str) -> bool {
        !key.parse().is_ok_and(|id: MachineId| self.forgotten.contains(&id))
    }

    /// How this machine is, if that is worth a word.
    fn word(&mut self, now: Duration, state: News) -> Option<News> {
        let (in_use, same) = match (&self.state, &state) {
            (None, News::Away { .. }) => return None,
            (Some((_, News::Working { .. })), News::Working { .. })
            | (Some((_, News::Resting { .. })), News::Resting { .. }) => (true, true),
            (Some((_, News::Away { .. })), News::Away { .. }) => (false, true),
            _ => (true, false),
        };
        let again = self.state.as_ref().is_some_and(|(at, _)| now.saturating_sub(*at) >= AGAIN);
        let worth = !same || (in_use && again);
        worth.then(|| {
            self.state = Some((now, state.clone()));
            state
        })
    }

    /// What is said at the end: whoever was here is not any more. Nothing where that was said last.
    fn left(&mut self, state: News) -> Option<News> {
        let (_, News::Working { .. } | News::Resting { .. }) = self.state.take()? else { return None };
        Some(match state {
            News::Working { used } => News::Away { idle: Duration::ZERO, used },
            News::Resting { since, used } => News::Away { idle: since, used },
            said
            @ (News::Away { .. } | News::Break { .. } | News::Rest { .. } | News::Declined { .. } | News::Gone) => said,
        })
    }
}

impl Resident {
    /// A record that was copied here with the home that it is in is told as another machine's from now on.
    fn settle_on_machine(&mut self, now: Stamp) {
        let Some(mark) = machine::mark() else { return };
        let host = machine::host().unwrap_or_default();
        // What cannot be written now can be at the next start: until then it is told as before.
        let _ = self.store.settled(now).and_then(|held| held.settle_on(&mark, &host, now));
    }

    /// Takes up, at the start, on which machine the record is, and then the folder.
    pub(super) fn meet_machines(&mut self) {
        let now = self.now();
        self.settle_on_machine(now.local);
        self.start_machines();
    }

    /// Takes up the folder of the settings, in place of the one before.
    pub(super) fn start_machines(&mut self) {
        let before = std::mem::take(&mut self.machines);
        self.machines.number = before.number + 1;
        let now = self.now();
        let Some(folder) = shared_folder(&self.settings) else {
            if self.reports.last(PartId::Machines).is_some() {
                self.reports.set(Report::off(PartId::Machines), now.local);
            }
            return self.leave_machines(now.local);
        };
        let (sender, number) = (self.sender.clone(), self.machines.number);
        let tell = move |heard| drop(sender.send(Message::Heard(number, heard)));
        match Exchange::start(&folder, &self.paths.ledger, tell) {
            Ok(exchange) => {
                self.machines.exchange = Some((exchange, folder));
                self.leave_machines(now.local);
                self.machines.all_changed();
                self.tell_machines(&now);
            }
            Err(error) => {
                let trouble = Unpublished::from(error);
                self.reports.set(report(&folder, &Doing { trouble: Some(trouble), ..Doing::default() }), now.local);
            }
        }
    }

    /// Tells the others what is new, once it is in the record.
    pub(super) fn tell_machines(&mut self, now: &Moment) {
        if self.machines.exchange.is_none() || self.store.behind() {
            return;
        }
        if !self.machines.named {
            let host = machine::host().unwrap_or_default();
            let name = self.settings.called.as_ref().unwrap_or(&host);
            let named = self.store.settled(now.local).and_then(|held| held.name_machine(name, now.local));
            self.machines.named = named.is_ok();
        }
        self.join_waiting(now.local);
        let state = self.engine.telling();
        let word = self.machines.word(now.elapsed, state);
        self.tell_words(now, word);
    }

    fn tell_words(&mut self, now: &Moment, word: Option<News>) {
        let Machines { exchange, words, due, .. } = &mut self.machines;
        let mut words = std::mem::take(words);
        words.extend(word.map(|word| (now.local, word)));
        let extent = due.take();
        if let Some((exchange, _)) = exchange.as_ref().filter(|_| extent.is_some() || !words.is_empty()) {
            let day_starts = self.settings.rules.day_starts;
            exchange.tell(Telling { extent, words, now: now.local, day_starts });
        }
    }

    /// Something came from the folder.
    pub(super) fn hear_machines(&mut self, number: u64, heard: Heard) {
        if number != self.machines.number {
            return;
        }
        let now = self.now().local;
        match heard {
            Heard::Days(account, _turn) => {
                self.machines.waiting.push(account);
                self.join_waiting(now);
            }
            Heard::Words(words) => {
                self.look_who_counts(now);
                for told in words {
                    // What a machine said last before it was put away a week ago is no news.
                    if now - told.said < KEPT && self.machines.counts(&told.machine) {
                        self.step(Event::Elsewhere(Box::new(told)));
                    }
                }
            }
            Heard::Doing(doing) => {
                if let Some((_, folder)) = &self.machines.exchange {
                    self.reports.set(report(folder, &doing), now);
                }
            }
        }
    }

    /// Counts the days of another machine from now on, or does not; what it says is heard, or not, by that.
    pub(super) fn count_machine(&mut self, machine: MachineId, counts: bool) -> Reply {
        let now = self.now();
        let held = self.store.settled(now.local);
        match held.and_then(|held| held.count_machine(machine, counts, now.local)) {
            Ok(()) => {
                self.leave_machines(now.local);
                // Whoever reads the folder looks at the record once more.
                self.machines.all_changed();
                self.tell_machines(&now);
                Reply::Told(Remark::MachineCounts(counts))
            }
            Err(why) => Reply::NotRecorded(why),
        }
    }

    /// Reads which machines count. What comes from the folder may have been read before one was forgotten: whoever hears it
    /// asks here. While the record cannot be read, those count that did.
    fn look_who_counts(&mut self, now: Stamp) {
        if let Ok(forgotten) = self.store.settled(now).and_then(|held| held.forgotten_machines()) {
            self.machines.forgotten = forgotten;
        }
    }

    /// What is believed of machines that are not heard any more is so no longer: of those that do not count, and of all without
    /// a folder.
    fn leave_machines(&mut self, now: Stamp) {
        if self.engine.other_machines().next().is_none() {
            return;
        }
        self.look_who_counts(now);
        let heard = |machine: &&str| self.machines.exchange.is_some() && self.machines.counts(machine);
        let left: Vec<String> = self.engine.other_machines().filter(|it| !heard(it)).map(str::to_owned).collect();
        for machine in left {
            let gone = Elsewhere { machine, name: String::new(), said: now, news: News::Gone };
            self.step(Event::Elsewhere(Box::new(gone)));
        }
    }

    /// Keeps what other machines told; what cannot be kept now waits for the next step.
    fn join_waiting(&mut self, now: Stamp) {
        if !self.store.behind() {
            let mut kept = |account: &Joined| self.store.join(account, now).is_ok();
            self.machines.waiting =
                std::mem::take(&mut self.machines.waiting).into_iter().filter(|it| !kept(it)).collect();
        }
    }

    /// The orderly end of the engine, and the last words to the others. The exchange, whose end is to be waited for.
    pub(super) fn quit(&mut self) -> Option<Exchange> {
        self.step(Event::Quit);
        let (now, state) = (self.now(), self.engine.telling());
        let word = self.machines.left(state);
        self.tell_words(&now, word);
        self.machines.exchange.take().map(|(exchange, _)| exchange)
    }
}

fn report(folder: &Path, doing: &Doing) -> Report {
    let means = Means::file(folder);
    let failed = |says: own::Says, advice: Advice| Report::failed(PartId::Machines, means.clone(), says, advice);
    match (&doing.trouble, &doing.unwatched) {
        (Some(Unpublished::NoFolder), _) => failed(own::Says::NoSharedFolder, own::Advice::SharedWaits.into()),
        (Some(Unpublished::File(why)), _) => {
            failed(own::Says::SharedTrouble(why.clone()), own::Advice::SharedWaits.into())
        }
        (Some(Unpublished::Ledger(why)), _) => record_failed(means.clone(), why),
        (None, Some(why)) => {
            failed(own::Says::Problem(FileProblem::Unwatched(shown(folder), why.clone())), Advice::Nothing)
        }
        (None, None) => Report::works(PartId::Machines, means, own::Says::Shared(doing.others)),
    }
}

fn record_failed(means: Means, why: &LedgerError) -> Report {
    Report::failed(PartId::Machines, means, own::Says::Ledger(why.clone()), own::Advice::LedgerWaits)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_machine_in_use_says_so_every_five_minutes_and_each_change_at_once() {
        let mut machines = Machines::default();
        let mut worth = |minute: u64, state: News| machines.word(Duration::from_mins(minute), state).is_some();
        let working = || News::Working { used: Duration::from_mins(3) };
        let away = || News::Away { idle: Duration::from_mins(1), used: Duration::from_mins(9) };
        let resting = || News::Resting { since: Duration::ZERO, used: Duration::from_mins(9) };
        assert!(!worth(0, away()), "nobody was there yet");
        assert!(worth(1, working()));
        assert!(!worth(5, working()));
        assert!(worth(6, working()));
        assert!(worth(6, away()));
        assert!(!worth(30, away()));
        assert!(worth(31, resting()));
        assert!(!worth(35, resting()));
        assert!(worth(36, resting()));
        let used = Duration::from_mins(9);
        assert_eq!(machines.left(resting()), Some(News::Away { idle: Duration::ZERO, used }));
        assert_eq!(machines.left(working()), None, "it was said");
    }
}
