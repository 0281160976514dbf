//! What keeps the screen awake, from several lists at once. Owns what each list holds and the words that are said of
//! all: awake, a film, a shared screen, a connected call; never asks a list itself, and knows no reasons.

use super::connected::Connected;
use super::lister::{self, MOST, tells_reasons};
use super::policy::{Held, Purpose};
use crate::engine::event::Fact;
use crate::parts::{Cause, Lister, Report, desktop};
use crate::senses::linux::bus::NoBus;
use crate::senses::linux::presenting::Presenting;
use crate::senses::{Signal, Tell};
use std::cell::RefCell;
use std::sync::Arc;

/// A list as it is known.
#[derive(Clone, Debug, PartialEq, Eq)]
enum List {
    /// It has not answered yet.
    Asked,
    /// What it holds.
    Here(Vec<Held>),
    /// There is none.
    Missing,
    /// Why it cannot be read.
    Failed(Cause),
}

/// What all lists say.
pub(in crate::senses::linux) struct Inhibitors<'a> {
    tell: Tell,
    /// Whether the sense `awake` is wanted.
    awake: bool,
    presenting: Option<&'a RefCell<Presenting>>,
    lists: [List; lister::ALL.len()],
    connected: Connected,
    said_awake: bool,
    said_watching: bool,
    reported: Option<Report>,
}

impl<'a> Inhibitors<'a> {
    /// `awake`: whether it tells what keeps the screen awake; `presenting`: who hears of captured screens.
    pub(in crate::senses::linux) fn new(tell: &Tell, awake: bool, presenting: Option<&'a RefCell<Presenting>>) -> Self {
        let mut new = Self {
            tell: Arc::clone(tell),
            awake,
            presenting,
            lists: [const { List::Asked }; lister::ALL.len()],
            connected: Connected::default(),
            said_awake: false,
            said_watching: false,
            reported: None,
        };
        if !awake {
            for lister in lister::ALL.into_iter().filter(|lister| !tells_reasons(*lister)) {
                // Nobody asks these then, and nothing is said before all have answered.
                new.lists[lister as usize] = List::Missing;
            }
        }
        new
    }

    /// Whether the sense `awake` is wanted, so that lists without reasons count.
    pub(super) fn wants_all(&self) -> bool {
        self.awake
    }

    /// Where the connected call is told from.
    pub(super) fn connected(&self) -> Connected {
        self.connected.clone()
    }

    /// What a list holds now.
    pub(super) fn here(&mut self, lister: Lister, mut held: Vec<Held>) {
        held.truncate(MOST);
        self.set(lister, List::Here(held));
    }

    /// There is no such list, or no longer.
    pub(super) fn missing(&mut self, lister: Lister) {
        self.set(lister, List::Missing);
    }

    /// The list is there and cannot be read.
    pub(super) fn failed(&mut self, lister: Lister, why: Cause) {
        self.set(lister, List::Failed(why));
    }

    /// The bus of these lists cannot be used.
    pub(super) fn bus_lost(&mut self, listers: &[Lister], why: &NoBus) {
        for &lister in listers {
            self.lists[lister as usize] = match why {
                NoBus::NotHere(_) => List::Missing,
                NoBus::Failed(why) => List::Failed(why.clone()),
            };
        }
        self.settle();
    }

    fn set(&mut self, lister: Lister, list: List) {
        if self.lists[lister as usize] != list {
            self.lists[lister as usize] = list;
            self.settle();
        }
    }

    /// Says what is new, once every list has been asked.
    fn settle(&mut self) {
        if self.lists.contains(&List::Asked) {
            return;
        }
        let held: Vec<&Held> = self.used().flat_map(|(_, held)| held).collect();
        let awake = held.iter().any(|held| held.awake);
        let watching = held.iter().any(|held| held.purpose == Purpose::Film);
        let capture = held.iter().any(|held| held.purpose == Purpose::Capture);
        let call = held.iter().find(|held| held.purpose == Purpose::Call).map(|held| held.program.clone());
        if let Some(presenting) = self.presenting {
            let reasons = lister::ALL.into_iter().any(|l| tells_reasons(l) && self.held(l).is_some());
            if reasons {
                presenting.borrow_mut().capture(capture);
            } else {
                presenting.borrow_mut().capture_lost(Cause::NoReasons);
            }
        }
        if self.awake {
            let report = self.report(&held);
            self.connected.set(call);
            self.say(report, awake, watching);
        }
    }

    fn say(&mut self, report: Report, awake: bool, watching: bool) {
        if self.reported.as_ref() != Some(&report) {
            self.reported = Some(report.clone());
            (self.tell)(Signal::Part(report));
        }
        for (fact, said, on) in
            [(Fact::Awake, &mut self.said_awake, awake), (Fact::Watching, &mut self.said_watching, watching)]
        {
            if *said != on {
                *said = on;
                (self.tell)(Signal::Desktop { fact, on });
            }
        }
    }

    fn held(&self, lister: Lister) -> Option<&[Held]> {
        match &self.lists[lister as usize] {
            List::Here(held) => Some(held),
            List::Asked | List::Missing | List::Failed(_) => None,
        }
    }

    /// The lists that count. The bare fact of a power manager says nothing beside a list with reasons.
    fn used(&self) -> impl Iterator<Item = (Lister, &[Held])> {
        let reasons = lister::ALL.into_iter().any(|lister| tells_reasons(lister) && self.held(lister).is_some());
        let here = lister::ALL.into_iter().filter(move |lister| !(reasons && *lister == Lister::Power));
        here.filter_map(|lister| self.held(lister).map(|held| (lister, held)))
    }

    fn report(&self, held: &[&Held]) -> Report {
        let means: Vec<Lister> = self.used().map(|(lister, _)| lister).collect();
        let failed = lister::ALL.into_iter().find_map(|lister| match &self.lists[lister as usize] {
            List::Failed(why) => Some((lister, why.clone())),
            List::Asked | List::Here(_) | List::Missing => None,
        });
        if means.is_empty() {
            return failed.map_or_else(desktop::awake_not_here, |(whose, why)| desktop::awake_failed(whose, why));
        }
        let mut programs: Vec<String> = Vec::new();
        for held in held.iter().filter(|held| held.awake) {
            if !programs.contains(&held.program) {
                programs.push(held.program.clone());
            }
        }
        desktop::awake_works(means, programs, failed)
    }
}

#[cfg(test)]
mod tests;
