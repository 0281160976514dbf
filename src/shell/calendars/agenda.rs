//! What calendars say for a time, for whoever looks: every occurrence, and what could not be read. Owns neither what counts as
//! a meeting (`calendar`) nor how it is shown.

use super::files;
use crate::calendar::{self, Occurrence, Window};
use crate::engine::moment::Stamp;
use crate::system::clock::zone_name;
use crate::text::{calendar as text, feed};
use crate::zones::{Named, Zone};
use std::path::Path;

/// What was found.
#[derive(Debug)]
pub(crate) struct Agenda {
    window: Window,
    zone: Zone,
    /// Everything that happens, in the order in which it was read.
    pub all: Vec<Occurrence>,
    /// What is wrong, a sentence each.
    pub notes: Vec<Note>,
}

/// Something that is wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Note {
    /// A calendar could not be read.
    Unread(String),
    /// Part of one could not, or may be told wrongly.
    Partly(String),
}

impl Agenda {
    /// An empty one for this time.
    pub(crate) fn of(window: Window, zone: Zone) -> Self {
        Self { window, zone, all: Vec::new(), notes: Vec::new() }
    }

    /// Takes in a file, or the calendars of a folder, as the running app reads them.
    pub(crate) fn read(&mut self, named: &Path) {
        let (mut files, mut wrong) = (0, None);
        let read = files::each(named, |file, text| {
            files += 1;
            let taken =
                text.map_err(|why| text::unreadable(file, &feed::why(&why))).and_then(|text| self.take(file, &text));
            wrong = wrong.take().or(taken.err());
        });
        let wrong = match read {
            Err(why) => Some(text::unreadable(named, &feed::why(&why))),
            Ok(()) if files == 0 => Some(text::empty_folder(named)),
            Ok(()) => wrong,
        };
        self.notes.extend(wrong.map(Note::Unread));
    }

    /// Takes in one file.
    fn take(&mut self, file: &Path, text: &[u8]) -> Result<(), String> {
        let reading = calendar::read(text, &self.window, &self.zone).map_err(|problem| text::problem(file, problem))?;
        if reading.left_out > 0 {
            self.notes.push(Note::Partly(text::left_out(file, reading.left_out)));
        }
        if !reading.unknown_zones.is_empty() {
            self.notes.push(Note::Partly(text::unknown_zones(file, &reading.unknown_zones)));
        }
        self.all.extend(reading.occurrences);
        Ok(())
    }

    /// What begins first comes first.
    pub(crate) fn sort(&mut self) {
        let zone = &self.zone;
        self.all.sort_by_cached_key(|one| (one.span.begins(zone), one.uid.clone()));
    }
}

/// The zone in which the person lives.
pub(crate) fn local_zone(now: Stamp) -> Zone {
    let named = zone_name().and_then(|name| Named::find(&name)).map(Zone::Named);
    named.unwrap_or_else(|| Zone::Fixed(*now.offset()))
}
