//! The person's machines as the page Settings has them: which are known, the folder that they share, and which of them count.
//! Owns which folders are offered; what is told and heard in one is `sync`'s.

use super::Backend;
use super::calendars::typed_file;
use crate::settings::keys;
use crate::shell::files;
use crate::shell::sync::{KnownMachines, count};
use crate::system::choose::Wanted;
use crate::system::clock::wall;
use crate::system::machine::{home, host};
use crate::text::{machines as text, merge::called};
use crate::windows::main::talk::{
    MachineLine, MachineTicket, MachinesNow, MachinesOrder, MachinesUpdate, SettingsChange,
};
use std::path::Path;

/// Folders below the home folder that a program keeps alike on several machines.
// Syncthing, Nextcloud, ownCloud and Dropbox by what they make at their first start, and Seafile's.
const KEPT_ALIKE: [&str; 5] = ["Sync", "Nextcloud", "ownCloud", "Dropbox", "Seafile"];

impl Backend {
    /// Does what is ordered of the machines.
    pub(super) fn machines(&self, order: MachinesOrder) {
        match order {
            MachinesOrder::Look => {}
            MachinesOrder::Choose => return self.ask_for(Wanted::Folder, MachinesUpdate::Chosen),
            MachinesOrder::Share(typed) => self.share(typed.trim()),
            MachinesOrder::Count(machine, counts) => self.count_machine(&machine, counts),
        }
        self.tell(MachinesUpdate::Now(Box::new(self.known())));
    }

    fn share(&self, typed: &str) {
        let folder = typed_file(typed);
        if !folder.is_absolute() || !folder.is_dir() {
            return self.tell(MachinesUpdate::NotShared(text::no_folder()));
        }
        let named = folder.to_string_lossy().into_owned();
        let all = vec![(keys::SYNC_FOLDER.name().to_owned(), Some(named))];
        self.change_settings(SettingsChange { all, said: text::shared(&files::shown(&folder)) });
        self.tell(MachinesUpdate::Shared);
    }

    fn count_machine(&self, MachineTicket(id): &MachineTicket, counts: bool) {
        let done = KnownMachines::read(&self.paths).and_then(|known| known.other(id));
        match done.and_then(|machine| count(&self.paths, machine.id, counts).map(|()| machine)) {
            Ok(machine) => {
                let back = MachinesOrder::Count(MachineTicket(id.clone()), !counts);
                self.done(text::counts(&machine, counts), Some(back.into()));
                // What a look back tells is another now.
                self.tell_day();
            }
            Err(why) => self.refused(why),
        }
    }

    fn known(&self) -> MachinesNow {
        let called_here = files::load(&self.paths.settings).ok().and_then(|loaded| loaded.settings.called);
        let (known, unread) = match KnownMachines::read(&self.paths) {
            Ok(known) => (known, None),
            Err(why) => (KnownMachines::default(), Some(why)),
        };
        let own = called_here.or_else(|| known.own.as_ref().map(called)).or_else(host).unwrap_or_default();
        let now = wall();
        let line = |it: &crate::ledger::MetMachine| MachineLine {
            id: MachineTicket(it.machine.id.to_string()),
            name: called(&it.machine),
            told: text::other(it, now),
            counts: it.forgotten.is_none(),
        };
        let others = known.others.iter().map(line).collect();
        MachinesNow { own: text::this(&own), others, found: home().as_deref().map(found).unwrap_or_default(), unread }
    }
}

/// Folders that are kept alike, as a person knows them.
fn found(home: &Path) -> Vec<String> {
    let all = KEPT_ALIKE.into_iter().filter(|name| home.join(name).is_dir());
    all.map(|name| home.join(name).to_string_lossy().into_owned()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ledger::{Fact, Joined, Ledger, MachineId, Tells};
    use crate::shell::paths::Paths;
    use crate::windows::main::talk::{Banner, MainOrder, MainUpdate};
    use crate::windows::main::{self, Updates};
    use std::fs;

    fn desk() -> (tempfile::TempDir, Backend, Updates) {
        let dir = tempfile::tempdir().expect("a folder");
        let paths = Paths::find(Some(dir.path())).expect("an absolute path");
        let (window, updates) = main::updates();
        (dir, Backend { paths, window, parts_watch: std::sync::Arc::default() }, updates)
    }

    fn told(updates: &Updates) -> (Option<Banner>, Vec<MachinesUpdate>) {
        let (mut banner, mut all) = (None, Vec::new());
        for update in updates.all() {
            if let MainUpdate::Banner(it) = update {
                banner = Some(it);
            } else if let MainUpdate::Machines(it) = update {
                all.push(it);
            }
        }
        (banner, all)
    }

    #[test]
    fn a_folder_is_shared_if_it_is_one_and_the_change_is_taken_back() {
        let (dir, backend, updates) = desk();
        for none in ["shared", "/nonexistent/shared", ""] {
            backend.machines(MachinesOrder::Share(none.into()));
            let (banner, all) = told(&updates);
            assert_eq!((banner, &all[0]), (None, &MachinesUpdate::NotShared(text::no_folder())), "{none}");
        }
        let folder = dir.path().join("Sync, and more");
        fs::create_dir(&folder).expect("made");
        backend.machines(MachinesOrder::Share(format!(" {} ", folder.display())));
        let (banner, all) = told(&updates);
        assert_eq!(all[0], MachinesUpdate::Shared);
        let shared = || files::load(&backend.paths.settings).expect("read").settings.shared;
        assert_eq!(shared(), folder.to_str().map(str::to_owned));
        let undo = banner.and_then(|banner| banner.undo).expect("an undo");
        let MainOrder::Settings(undo) = *undo else { panic!("{undo:?}") };
        backend.settings(undo);
        assert_eq!(shared(), None);
    }

    #[test]
    fn a_machine_is_forgotten_and_the_line_that_says_so_takes_it_back() {
        let (_dir, backend, updates) = desk();
        let fact = |tells| Fact { machine: MachineId::new(7), revision: 1, tells };
        let day = "2026-01-05".parse().expect("a day");
        let account = Joined::of([fact(Tells::Name("Laptop".into())), fact(Tells::Day(day, Box::default()))]);
        Ledger::open(&backend.paths.ledger).expect("opened").ledger.join(&account).expect("joined");
        let line = |all: &[MachinesUpdate]| {
            let Some(MachinesUpdate::Now(now)) = all.last() else { panic!("{all:?}") };
            now.others[0].clone()
        };
        backend.machines(MachinesOrder::Look);
        let laptop = line(&told(&updates).1);
        assert_eq!((laptop.name.as_str(), laptop.counts), ("Laptop", true));
        backend.machines(MachinesOrder::Count(laptop.id, false));
        let (banner, all) = told(&updates);
        assert!(!line(&all).counts);
        let undo = banner.and_then(|banner| banner.undo).expect("an undo");
        let MainOrder::Machines(undo) = *undo else { panic!("{undo:?}") };
        backend.machines(undo);
        assert!(line(&told(&updates).1).counts);
    }
}
