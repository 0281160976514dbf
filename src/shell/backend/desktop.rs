//! The app's entries in the desktop as the page Settings has them. Owns what is said of each; how one is kept is `system`'s.

use super::Backend;
use crate::system::{autostart, launcher};
use crate::text::{cli, files, launcher as of_launcher, surroundings as text};
use crate::windows::main::talk::{DesktopEntry, DesktopOrder, DesktopUpdate, EntryStanding};
use std::path::Path;

impl Backend {
    /// Does what is ordered of the entries, and tells how they stand.
    pub(super) fn desktop(&self, order: DesktopOrder) {
        if let DesktopOrder::Set(entry, on) = order {
            match self.set_entry(entry, on) {
                Ok(()) => self.done(said(entry, on), Some(DesktopOrder::Set(entry, !on).into())),
                Err(why) => self.refused(why),
            }
        }
        self.tell(DesktopUpdate::Stand { autostart: of_autostart(), application: of_application() });
    }

    fn set_entry(&self, entry: DesktopEntry, on: bool) -> Result<(), String> {
        let home = self.paths.home.as_deref();
        match (entry, on) {
            (DesktopEntry::Autostart, on) => {
                let place = autostart::place().ok_or_else(no_place)?;
                let set = if on { autostart::on(&place, home, &cli::entry_comment()) } else { autostart::off(&place) };
                set.map_err(|trouble| cli::autostart_trouble(&place, &trouble))?;
                if on {
                    // Its name and icon are what the desktop shows of a program that it starts.
                    return self.set_entry(DesktopEntry::Application, true);
                }
                Ok(())
            }
            (DesktopEntry::Application, true) => {
                launcher::put(home, &of_launcher::wording()).map(drop).map_err(|trouble| of_launcher::trouble(&trouble))
            }
            (DesktopEntry::Application, false) => {
                launcher::remove().map(drop).map_err(|trouble| of_launcher::trouble(&trouble))
            }
        }
    }
}

fn said(entry: DesktopEntry, on: bool) -> String {
    match entry {
        DesktopEntry::Autostart => text::autostart_set(on),
        DesktopEntry::Application => text::application_set(on),
    }
}

fn no_place() -> String {
    cli::unwritable(Path::new("autostart"), &files::no_home_folder())
}

fn of_autostart() -> EntryStanding {
    let Some(place) = autostart::place() else {
        return EntryStanding { on: None, ours: false, told: no_place() };
    };
    match autostart::standing(&place) {
        Ok(autostart::Standing::On) => EntryStanding { on: Some(true), ours: true, told: text::autostart_on() },
        Ok(autostart::Standing::Off) => EntryStanding { on: Some(false), ours: true, told: text::autostart_off() },
        Ok(autostart::Standing::Gone(program)) => {
            EntryStanding { on: Some(false), ours: true, told: text::autostart_gone(&program) }
        }
        Err(error) => EntryStanding { on: None, ours: true, told: cli::unreadable(&place, &files::because(&error)) },
    }
}

fn of_application() -> EntryStanding {
    let standing = launcher::standing();
    let told = text::application(&standing);
    match standing {
        launcher::Standing::Ours(_) => EntryStanding { on: Some(true), ours: true, told },
        launcher::Standing::Others(_) => EntryStanding { on: Some(true), ours: false, told },
        launcher::Standing::Absent => EntryStanding { on: Some(false), ours: true, told },
    }
}
