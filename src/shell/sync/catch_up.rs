//! What other machines have written while no app ran here, taken in before all machines' record is read. Owns how long is waited
//! for the folder; never writes into it, and tells of nothing that failed: the record is looked at as it is then.

use super::{Folder, Seen};
use crate::ledger::{Joined, Ledger, MachineId};
use crate::settings::{Settings, below_home};
use crate::shell::import::alone;
use crate::shell::paths::Paths;
use crate::sync::Line;
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
    let (sender, read) = channel();
    let reads = thread::Builder::new().name("machines".into()).spawn(move || {
        let _ = sender.send(of_others(&Folder::at(&folder), own.id));
    });
    let Some(account) = reads.ok().and_then(|_| read.recv_timeout(PATIENCE).ok()) else { return };
    if ledger.knows(&account).is_ok_and(|known| !known) {
        let _ = alone(paths, |ledger| ledger.join(&account));
    }
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
