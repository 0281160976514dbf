//! The calendars as the page Settings has them: added, taken out, tried, and looked into. Owns which folders are looked for;
//! how a calendar is read is `calendars`', and what counts is `calendar`'s.

use super::Backend;
use crate::calendar::{Extent, Occurrence, Policy, Window, verdict};
use crate::engine::moment::Stamp;
use crate::parts::calendar::Why;
use crate::senses::calendar::job::CalendarRead;
use crate::settings::{self, Settings, Source, keys, source_name};
use crate::shell::calendars::{self, Agenda, Note, holds_calendars, local_zone};
use crate::shell::files;
use crate::shell::paths::{Paths, fingerprint};
use crate::shell::rewrite::rewrite;
use crate::system::choose::Wanted;
use crate::system::clock::wall;
use crate::system::paths::data;
use crate::text::{calendar as of_calendar, surroundings as text};
use crate::windows::main::talk::{
    AgendaDay, AgendaLine, CalendarsNow, CalendarsOrder, CalendarsUpdate, SourceId, SourceLine, SourceText,
};
use crate::zones::Zone;
use chrono::{DateTime, Days, NaiveDate, Utc};
use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::thread;

#[cfg(test)]
mod tests;

/// Where programs keep calendars as files, below the home folder.
// vdirsyncer and khal by their manuals' examples, and what people call such a folder.
const IN_HOME: [&str; 3] = [".calendars", ".calendar", "Calendars"];
/// The same below the folder of a person's data: vdirsyncer, khal, Evolution and GNOME Calendar, KOrganizer. Thunderbird keeps
/// its own in a database.
const IN_DATA: [&str; 4] = ["vdirsyncer", "khal/calendars", "evolution/calendar", "korganizer"];

impl Backend {
    /// Does what is ordered of the calendars.
    pub(super) fn calendars(&self, order: CalendarsOrder) {
        let done = match order {
            CalendarsOrder::Choose { folder } => {
                let wanted = if folder { Wanted::Folder } else { Wanted::File };
                return self.ask_for(wanted, |path| CalendarsUpdate::Chosen(SourceText(path)));
            }
            CalendarsOrder::Look => Ok(()),
            CalendarsOrder::Add(source) => return self.add_calendar(&source),
            CalendarsOrder::Remove(id) => self.remove_calendar(id),
            CalendarsOrder::PutBack(at, source) => self.put_back_calendar(at, &source),
            CalendarsOrder::Test(id) => self.test_calendar(id),
        };
        match done {
            Ok(()) => self.look_at_calendars(),
            Err(why) => self.refused(why),
        }
    }

    fn add_calendar(&self, SourceText(named): &SourceText) {
        let named = plain(named);
        match self.fits(&named).and_then(|()| self.put_calendar(usize::MAX, named.clone())) {
            Ok(id) => {
                self.tell(CalendarsUpdate::Added);
                self.done(text::added(&source_name(&named)), Some(CalendarsOrder::Remove(id).into()));
                self.look_at_calendars();
                if named.contains("://") {
                    drop(self.test_calendar(id));
                }
            }
            Err(why) => self.tell(CalendarsUpdate::NotAdded(why)),
        }
    }

    /// Whether this can be read as a calendar; an address is only looked at.
    fn fits(&self, named: &str) -> Result<(), String> {
        let source = settings::source(named).ok_or_else(text::no_calendar_name)?;
        if let Source::Path(_) = source {
            let read = calendars::read_now(&self.in_force().calendar, &source);
            if let (None, Some(trouble)) = (read.meetings, read.trouble) {
                return Err(text::not_added(&read.name, &trouble.why));
            }
        }
        Ok(())
    }

    /// Puts it among the calendars at this place, or at the end; by what it is known.
    fn put_calendar(&self, at: usize, named: String) -> Result<SourceId, String> {
        let id = known_by(&named);
        self.change_calendars(|all| {
            if !all.contains(&named) {
                all.insert(at.min(all.len()), named);
            }
        })?;
        Ok(id)
    }

    fn put_back_calendar(&self, at: usize, SourceText(named): &SourceText) -> Result<(), String> {
        let id = self.put_calendar(at, named.clone())?;
        self.done(text::added(&source_name(named)), Some(CalendarsOrder::Remove(id).into()));
        Ok(())
    }

    fn remove_calendar(&self, id: SourceId) -> Result<(), String> {
        let mut gone = None;
        self.change_calendars(|all| {
            gone = all.iter().position(|named| known_by(named) == id).map(|at| (at, all.remove(at)));
        })?;
        if let Some((at, named)) = gone {
            let said = text::removed(&source_name(&named));
            self.done(said, Some(CalendarsOrder::PutBack(at, SourceText(named)).into()));
        }
        Ok(())
    }

    /// Changes which there are, in the person's settings.
    fn change_calendars(&self, how: impl FnOnce(&mut Vec<String>)) -> Result<(), String> {
        let changed = rewrite(&self.paths, |now| {
            let mut all = settings::words(&now.text, &keys::CALENDAR_SOURCES);
            how(&mut all);
            settings::set_words(&now.text, &keys::CALENDAR_SOURCES, &all)
        });
        changed.map(drop).map_err(|why| why.sentence())
    }

    /// Reads one now, in a thread of its own: a server may take half a minute.
    fn test_calendar(&self, id: SourceId) -> Result<(), String> {
        let settings = self.in_force();
        let words = self.calendar_words();
        let Some(source) = words.iter().find(|named| known_by(named) == id).and_then(|named| settings::source(named))
        else {
            return Err(text::no_such_calendar());
        };
        let backend = self.clone();
        let test = move || {
            let told = tested(&calendars::read_now(&settings.calendar, &source));
            backend.tell(CalendarsUpdate::Tested { id, told });
            // The running app may have fetched it meanwhile.
            backend.look_at_calendars();
        };
        thread::Builder::new().name("test".into()).spawn(test).map(drop).map_err(|error| error.to_string())
    }

    /// Reads them and tells what is in them.
    fn look_at_calendars(&self) {
        let (settings, words) = (self.in_force(), self.calendar_words());
        let (paths, at) = (&self.paths, wall());
        // A parser that panics over a calendar must not cost the thread of orders.
        let now = thread::scope(|scope| scope.spawn(|| look(&settings, &words, paths, at)).join());
        if let Ok(now) = now {
            self.tell(CalendarsUpdate::Now(Box::new(now)));
        }
    }

    fn in_force(&self) -> Settings {
        files::load(&self.paths.settings).map_or_else(|_| settings::defaults(), |loaded| loaded.settings)
    }

    fn calendar_words(&self) -> Vec<String> {
        let loaded = files::load(&self.paths.settings);
        loaded.map(|loaded| settings::words(&loaded.text, &keys::CALENDAR_SOURCES)).unwrap_or_default()
    }
}

/// As a person types or pastes it, without what only a file manager needs.
fn plain(named: &str) -> String {
    let named = named.trim();
    named.strip_prefix("file://").filter(|path| path.starts_with('/')).unwrap_or(named).to_owned()
}

fn known_by(named: &str) -> SourceId {
    SourceId(fingerprint(OsStr::new(named)))
}

/// What came of reading one now.
fn tested(read: &CalendarRead) -> String {
    let why = read.trouble.as_ref().map(|trouble| &trouble.why);
    match (&read.meetings, why) {
        (Some(meetings), None) => text::test_read(meetings.len()),
        (Some(meetings), Some(why)) => text::test_read_but(meetings.len(), &read.name, why),
        (None, why) => text::test_failed(&read.name, why.unwrap_or(&Why::ReaderLost)),
    }
}

/// All calendars with what they say of today and tomorrow.
fn look(settings: &Settings, words: &[String], paths: &Paths, at: Stamp) -> CalendarsNow {
    let zone = local_zone(at);
    let today = at.date_naive();
    let mut now = CalendarsNow { found: found(words), ..CalendarsNow::default() };
    let mut all = Vec::new();
    for named in words {
        let Some(source) = settings::source(named) else { continue };
        let name = match &source {
            Source::Path(path) => path.clone(),
            Source::Address(_) => text::of_address(&source_name(named)),
        };
        let alone = settings::Calendar { sources: vec![source], ..settings.calendar.clone() };
        let mut agenda = Agenda::of(days(today, 2, &zone), zone.clone());
        for file in calendars::last_seen(&alone, paths) {
            match file {
                Ok(file) => agenda.read(&file),
                Err(why) => agenda.notes.push(Note::Unread(why)),
            }
        }
        let read = !agenda.notes.iter().any(|note| matches!(note, Note::Unread(_)));
        let mut told: Vec<String> = read.then(|| text::events(agenda.all.len())).into_iter().collect();
        told.extend(agenda.notes.into_iter().map(|note| match note {
            Note::Unread(note) | Note::Partly(note) => note,
        }));
        now.sources.push(SourceLine { id: known_by(named), name, told });
        all.extend(agenda.all);
    }
    all.sort_by_cached_key(|one: &Occurrence| (one.span.begins(&zone), one.uid.clone()));
    let policy = Policy { all_busy: settings.calendar.all_busy, me: settings.calendar.me.clone() };
    let tomorrow = days(today, 1, &zone).to;
    let (first, second): (Vec<_>, Vec<_>) = all.into_iter().partition(|one| one.span.begins(&zone) < tomorrow);
    if !now.sources.is_empty() {
        now.days = vec![day(text::today(), &first, &policy, &zone), day(text::tomorrow(), &second, &policy, &zone)];
    }
    now
}

/// So many days from this one on.
fn days(from: NaiveDate, count: u64, zone: &Zone) -> Window {
    let begins = |day: NaiveDate| zone.instant(day.into(), DateTime::<Utc>::MIN_UTC).unwrap_or_default();
    Window { from: begins(from), to: begins(from.checked_add_days(Days::new(count)).unwrap_or(from)) }
}

fn day(name: String, all: &[Occurrence], policy: &Policy, zone: &Zone) -> AgendaDay {
    let mut day = AgendaDay { name, meetings: Vec::new(), others: Vec::new() };
    for one in all {
        let title = one.title.as_deref().map_or_else(of_calendar::untitled, crate::plain::harmless);
        let what = match one.span {
            Extent::Timed { start, end } => text::event(zone.local(start), zone.local(end), &title),
            Extent::Days { .. } => text::event_on_days(&title),
        };
        match verdict(one, policy) {
            Ok(mark) => day.meetings.push(AgendaLine { what, remark: of_calendar::mark(mark).trim().to_owned() }),
            Err(why) => day.others.push(AgendaLine { what, remark: of_calendar::why_not(why) }),
        }
    }
    day
}

/// A file as a person types or drops it.
pub(super) fn typed_file(named: &str) -> PathBuf {
    whole_path(&plain(named), std::env::home_dir().as_deref())
}

/// Folders with calendars in them that are not read yet.
fn found(words: &[String]) -> Vec<SourceText> {
    let home = std::env::home_dir();
    let data = data();
    let below = |folder: &Option<PathBuf>, names: &[&str]| -> Vec<PathBuf> {
        folder.iter().flat_map(|folder| names.iter().map(|name| folder.join(name))).collect()
    };
    let all = below(&home, &IN_HOME).into_iter().chain(below(&data, &IN_DATA));
    let read: Vec<PathBuf> = words.iter().map(|named| whole_path(named, home.as_deref())).collect();
    let new = all.filter(|folder| !read.iter().any(|read| read == folder || folder.starts_with(read)));
    let told = new.filter(|folder| holds_calendars(folder)).map(|folder| folder.to_string_lossy().into_owned());
    told.map(SourceText).collect()
}

fn whole_path(named: &str, home: Option<&Path>) -> PathBuf {
    match (settings::below_home(named), home) {
        (Some(below), Some(home)) => home.join(below),
        _ => PathBuf::from(named),
    }
}
