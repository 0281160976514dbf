//! The machines of one person as this record knows them, and which of them count. Owns who is meant, and who writes it down: the
//! running app, or this process where none runs. Reads no folder: one on a network that is gone holds whoever looks.

use super::merge::meant;
use crate::ledger::{Ledger, LedgerError, Machine, MachineId, MetMachine};
use crate::shell::import::{alone, asked};
use crate::shell::ipc::{Call, Remark};
use crate::shell::paths::Paths;
use crate::system::clock::wall;
use crate::text::{cli, ledger as record, machines as text};

/// All machines of which anything is known.
#[derive(Debug, Default)]
pub(crate) struct KnownMachines {
    /// This one; none where it has told nobody what it is called.
    pub own: Option<Machine>,
    /// The others.
    pub others: Vec<MetMachine>,
}

impl KnownMachines {
    /// As the record has them.
    ///
    /// # Errors
    /// One sentence, where it cannot be read.
    pub(crate) fn read(paths: &Paths) -> Result<Self, String> {
        let read = |ledger: &Ledger| -> Result<Self, LedgerError> {
            let own = ledger.own_machine()?.filter(|(own, _)| !own.name.is_empty());
            Ok(Self { own: own.map(|(own, _)| own), others: ledger.met_machines()? })
        };
        match Ledger::open_read_only(&paths.ledger).and_then(|ledger| read(&ledger)) {
            // It knows of no machines yet.
            Err(LedgerError::Missing { .. } | LedgerError::Older { .. }) => Ok(Self::default()),
            other => other.map_err(|why| record::error(&why)),
        }
    }

    /// The other machine that is meant by a name or the beginning of an id.
    ///
    /// # Errors
    /// One sentence, where none is.
    pub(crate) fn other(&self, name: &str) -> Result<Machine, String> {
        let all: Vec<Machine> = self.others.iter().map(|it| it.machine.clone()).collect();
        meant(name, &all).cloned().ok_or_else(|| text::no_machine(name, &all))
    }
}

/// Counts the days of another machine from now on, or does not.
///
/// # Errors
/// One sentence, where it was not written down.
pub(crate) fn count(paths: &Paths, machine: MachineId, counts: bool) -> Result<(), String> {
    match asked(paths, &Call::CountMachine(machine, counts))? {
        Some(Remark::MachineCounts(_)) => Ok(()),
        Some(_) => Err(cli::not_understood()),
        None => alone(paths, |ledger| ledger.count_machine(machine, counts, wall())),
    }
}
