//! The folder where no app runs here: what other machines have written is taken in before all machines' record is read, and what
//! was deleted is told. Owns how long is waited for it, and tells of nothing that failed: the record is looked at as it is then,
//! and the next app does the rest.

use super::{Extent, Folder, Seen, Told, Unpublished, publish};
use crate::engine::moment::Stamp;
use crate::ledger::{Joined, Ledger, MachineId};
use crate::settings::{Settings, below_home};
use crate::shell::import::alone;
use crate::shell::paths::Paths;
use crate::sync::Line;
use crate::system::clock::wall;
use crate::system::machine;
use std::path::PathBuf;
use std::sync::mpsc::channel;
use std::thread;
use std::time::Duration;

/// A folder on a network that is gone holds every call on it for minutes; whoever asks waits no longer than this.
const PATIENCE: Duration = Duration::from_secs(2);

/// The folder of the settings, where there is one.
pub(crate) fn shared_folder(settings: &Settings) -> Option<PathBuf> {
    let folder = settings.shared.as_deref()?;
    let home = machine::home().unwrap_or_default();
    Some(below_home(folder).map_or_else(|| PathBuf::from(folder), |below| home.join(below)))
}

/// Takes in what is new in the folder. For a process beside which no app runs.
pub(crate) fn catch_up(paths: &Paths, settings: &Settings) {
    let Some(folder) = shared_folder(settings) else { return };
    let Ok(ledger) = Ledger::open_read_only(&paths.ledger) else { return };
    let Ok(Some((own, _))) = ledger.own_machine() else { return };
    let Some(account) = in_time(move || of_others(&Folder::at(&folder), own.id)) else { return };
    if ledger.knows(&account).is_ok_and(|known| !known) {
        let _ = alone(paths, |ledger| ledger.join(&account));
    }
}

/// Tells what was deleted, where this machine has told anything before. `until` is when the record ends.
pub(crate) fn tell_deleted(paths: &Paths, settings: &Settings, until: Stamp) {
    let Some(folder) = shared_folder(settings) else { return };
    let (ledger, day_starts) = (paths.ledger.clone(), settings.rules.day_starts);
    let _ = in_time(move || -> Result<(), Unpublished> {
        let (ledger, folder) = (Ledger::open_read_only(&ledger)?, Folder::at(&folder));
        let Some((own, _)) = ledger.own_machine()? else { return Ok(()) };
        if !folder.own_names(own.id)?.is_empty() {
            let now = u64::try_from(wall().timestamp_millis()).unwrap_or(0);
            publish(&ledger, &folder, Extent::Whole, Told { until, day_starts, now })?;
        }
        Ok(())
    });
}

/// What this comes to, if it comes soon.
fn in_time<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> Option<T> {
    let (sender, done) = channel();
    let works = thread::Builder::new().name("machines".into()).spawn(move || {
        let _ = sender.send(work());
    });
    works.ok().and_then(|_| done.recv_timeout(PATIENCE).ok())
}

/// All that is told there of others.
fn of_others(folder: &Folder, own: MachineId) -> Joined {
    let mut account = Joined::default();
    let _ = folder.read(&mut Seen::without(own), |lines| {
        for line in lines {
            if let Line::Fact(fact) = line
                && fact.machine != own
            {
                account.add(fact);
            }
        }
    });
    account
}
