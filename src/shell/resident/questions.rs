//! What the command line asks of the running app. Owns the answers; never touches the socket.

use super::Resident;
use crate::engine::event::{Event, Meet, Pause, Request};
use crate::engine::moment::Stamp;
use crate::shell::ipc::server::{Question, Watcher};
use crate::shell::ipc::{Call, Reply};
use crate::words::cli as words;
use chrono::{Days, NaiveDateTime, NaiveTime};

/// Clients that hear of every change, at most.
const MOST_WATCHERS: usize = 8;

impl Resident {
    pub(super) fn answer(&mut self, question: Question) {
        let Question { call, answer, watcher } = question;
        let (reply, watcher) = self.reply(call, watcher);
        let _ = answer.try_send(reply);
        if let Some(watcher) = watcher {
            let status = Reply::Status(Box::new(self.engine.status()));
            if watcher.tell(&status) {
                self.watchers.push(watcher);
            }
        }
    }

    fn reply(&mut self, call: Call, watcher: Option<Watcher>) -> (Reply, Option<Watcher>) {
        let reply = match call {
            Call::Status => self.status(),
            Call::Watch if self.watchers.len() < MOST_WATCHERS => return (Reply::Done, watcher),
            Call::Watch => Reply::Refused(words::busy()),
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
                match self.keep.correct(id, outcome, now.local, today) {
                    Ok((done, of)) => {
                        self.step(Event::Today { done, of });
                        Reply::Done
                    }
                    Err(why) => Reply::Refused(why),
                }
            }
            Call::Doctor => Reply::Parts(self.reports.all()),
            Call::Quit => {
                self.stop = true;
                Reply::Done
            }
        };
        (reply, None)
    }

    fn ask(&mut self, request: Request) -> Reply {
        match self.step(Event::Ask(request)) {
            Some(refused) => Reply::Refused(refused),
            None => self.status(),
        }
    }

    fn status(&self) -> Reply {
        Reply::Status(Box::new(self.engine.status()))
    }

    /// Tells those who want to hear of every change, if there was one.
    pub(super) fn tell_watchers(&mut self) {
        if self.watchers.is_empty() {
            self.told = None;
            return;
        }
        let status = self.engine.status();
        if self.told.as_ref() != Some(&status) {
            let reply = Reply::Status(Box::new(status.clone()));
            self.watchers.retain(|watcher| watcher.tell(&reply));
            self.told = Some(status);
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
