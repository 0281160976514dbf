//! What the command line asks of the running app. Owns the answers; never touches the socket.

use super::Resident;
use super::store::Store;
use super::watchers::Wants;
use crate::engine::event::{Event, Meet, Pause, Request};
use crate::engine::moment::Stamp;
use crate::ledger::LedgerError;
use crate::shell::ipc::pending::{PendingCall, Watcher};
use crate::shell::ipc::window::WindowKind;
use crate::shell::ipc::{Call, Refused, Remark, Reply};
use crate::shell::sync::account_in;
use crate::text::{launcher, surroundings};
use chrono::{Days, NaiveDateTime, NaiveTime};
use std::path::Path;
use std::sync::mpsc::SyncSender;

impl Resident {
    pub(super) fn answer(&mut self, pending: PendingCall) {
        if !pending.take_up() {
            return;
        }
        let PendingCall { call, answer, watcher, .. } = pending;
        let (reply, watcher) = self.reply(call, &answer, watcher);
        if let Some(reply) = reply {
            let _ = answer.try_send(reply);
        }
        let (Some((watcher, wants)), now) = (watcher, self.now().local) else { return };
        // Those who listen already must not be told later what this one is told at once.
        self.tell_watchers();
        self.watchers.join(watcher, wants, &self.full_condition(), self.reports.all(), now);
    }

    /// The answer, or none when it is given later, and what a watcher wants to hear of.
    pub(super) fn reply(
        &mut self,
        call: Call,
        answer: &SyncSender<Reply>,
        watcher: Option<Watcher>,
    ) -> (Option<Reply>, Option<(Watcher, Wants)>) {
        let reply = match call {
            Call::Status => {
                self.look_at_record();
                self.reply_status()
            }
            Call::Watch | Call::WatchAll | Call::WatchParts if self.watchers.full() => Reply::Refused(Refused::Busy),
            Call::Watch => return (Some(Reply::Done), watcher.map(|watcher| (watcher, Wants::Status))),
            Call::WatchAll => return (Some(Reply::Done), watcher.map(|watcher| (watcher, Wants::All))),
            Call::WatchParts => return (Some(Reply::Done), watcher.map(|watcher| (watcher, Wants::Parts))),
            Call::Ask(request) => self.ask(request),
            Call::PauseUntil(time) => {
                let now = self.timeline.now().local;
                self.ask(Request::Pause(Pause::Until(next(now, time))))
            }
            Call::MeetUntil(time) => {
                let now = self.timeline.now().local;
                self.ask(Request::Meet(Meet::Until(next(now, time))))
            }
            Call::Correct { id, outcome } => {
                let now = self.timeline.now();
                let today = now.day(self.settings.rules.day_starts);
                match self.store.correct(id, outcome, now.local, today) {
                    Ok((done, of)) => {
                        self.machines.all_changed();
                        self.step(Event::Today { done, of });
                        Reply::Done
                    }
                    Err(why) if why.refuses() => Reply::Refused(Refused::Row(why)),
                    Err(why) => Reply::NotRecorded(why),
                }
            }
            Call::Delete(days) => self.erase(&days),
            Call::Import(id, days) => self.write(|store, now| store.import(id, &days, now).map(Remark::Imported)),
            Call::TakeBack(id) => self.write(|store, now| store.take_back(id, now).map(Remark::TakenBack)),
            Call::Join(file) => self.join(&file),
            Call::ForgetMachine(id) => self.write(|store, now| store.forget_machine(id, now).map(Remark::Forgotten)),
            Call::CountMachine(id, counts) => self.count_machine(id, counts),
            // The watch on the file comes later, and where the file lies on another machine not at all.
            Call::TakeUp(which) => self.take_up(which),
            Call::Doctor | Call::Parts => {
                self.look_at_record();
                self.look_aside();
                let mut parts = self.reports.all();
                self.deafness.mention(&mut parts, call == Call::Doctor);
                Reply::Parts(parts)
            }
            Call::ShowNotice => self.show_notice(),
            Call::Guide => return (self.ask_guide(answer), None),
            Call::Show => return (self.opened(answer), None),
            Call::Open(page, subject) => self.open_main(page, subject).map_or_else(Reply::Refused, |()| Reply::Done),
            Call::Welcome => {
                self.want_window(WindowKind::Welcome);
                Reply::Done
            }
            Call::Quit => {
                // Answered when everything is written.
                self.stop = true;
                self.ending.push(answer.clone());
                return (None, None);
            }
        };
        (Some(reply), None)
    }

    /// Writes what no rule decides; what is in the record now, or why it is not.
    fn write(&mut self, how: impl FnOnce(&mut Store, Stamp) -> Result<Remark, LedgerError>) -> Reply {
        let now = self.now().local;
        how(&mut self.store, now).map_or_else(Reply::NotRecorded, Reply::Told)
    }

    /// Keeps what a machine wrote for others.
    fn join(&mut self, file: &Path) -> Reply {
        self.write(|store, now| {
            let account = account_in(file).map_err(LedgerError::from)?;
            store.join(&account, now).map(Remark::Joined)
        })
    }

    fn ask(&mut self, request: Request) -> Reply {
        match self.step(Event::Ask(request)) {
            Some(refusal) => Reply::Refused(Refused::Rules(refusal)),
            None => self.reply_status(),
        }
    }

    /// Shows what a notification looks like here, as the person asked: it stays until it is answered, as a break's does.
    fn show_notice(&mut self) -> Reply {
        if !self.screen.may_fail() {
            return Reply::Refused(Refused::NoNotices);
        }
        if !self.screen.is_free() {
            return Reply::Refused(Refused::NoticeWaits);
        }
        let now = self.timeline.now().local;
        self.screen.offer(&surroundings::sample_notice(), (None, launcher::understood()), now);
        Reply::Done
    }

    pub(super) fn reply_status(&self) -> Reply {
        Reply::Status(Box::new(self.condition()))
    }

    /// Tells those who want to hear of every change, if there was one.
    pub(super) fn tell_watchers(&mut self) {
        if !self.watchers.nobody() {
            let now = self.now().local;
            self.watchers.tell(&self.full_condition(), &self.reports, now);
        }
    }
}

/// When the wall clock next shows this time.
fn next(now: Stamp, time: NaiveTime) -> NaiveDateTime {
    let (now, today) = (now.naive_local(), now.date_naive().and_time(time));
    if today > now { today } else { today.checked_add_days(Days::new(1)).unwrap_or(today) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_clock_time_is_the_next_one() {
        let now: Stamp = "2026-01-05T15:30:00+01:00".parse().expect("a time");
        let at = |h, m| NaiveTime::from_hms_opt(h, m, 0).expect("a time");
        assert_eq!(next(now, at(16, 0)).to_string(), "2026-01-05 16:00:00");
        assert_eq!(next(now, at(15, 30)).to_string(), "2026-01-06 15:30:00");
    }
}
