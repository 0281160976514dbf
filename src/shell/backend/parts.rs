//! How senses and outputs do, told for as long as somebody looks. Owns that the app is listened to then and not longer, and the
//! notification that shows how notifications look.

use super::Backend;
use crate::shell::ipc::client::{self, NoAnswer, Stop};
use crate::shell::ipc::{Call, PartStatus, Reply};
use crate::system::clock::wall;
use crate::text::{doctor, surroundings};
use crate::windows::main::talk::{PartTold, PartsOrder, PartsUpdate};
use std::sync::{Mutex, PoisonError};
use std::thread;

/// The watch that is on, if one is.
#[derive(Debug, Default)]
pub(super) struct PartsWatch(Mutex<Option<Stop>>);

impl PartsWatch {
    /// Ends the one that is on, and keeps this one in its place.
    fn replace(&self, next: Option<Stop>) {
        let mut held = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(before) = std::mem::replace(&mut *held, next) {
            before.now();
        }
    }
}

impl Backend {
    /// Does what is ordered of the parts.
    pub(super) fn parts(&self, order: PartsOrder) {
        match order {
            PartsOrder::Watch => self.watch_parts(),
            PartsOrder::Leave => self.parts_watch.replace(None),
            PartsOrder::ShowNotice => self.show_notice(),
        }
    }

    fn watch_parts(&self) {
        let stop = Stop::default();
        self.parts_watch.replace(Some(stop.clone()));
        let backend = self.clone();
        let watch = move || {
            let heard = client::watch_until(&backend.paths, &Call::WatchParts, &stop, |reply| match reply {
                Reply::Parts(parts) => backend.are(&parts),
                Reply::Changed(changed) => changed.parts.is_empty() || backend.are(&changed.parts),
                Reply::Status(_)
                | Reply::All(_)
                | Reply::Refused(_)
                | Reply::NotRecorded(_)
                | Reply::Told(_)
                | Reply::Done => true,
            });
            match heard {
                Ok(client::Over::Enough) => {}
                Ok(client::Over::Ended) | Err(NoAnswer::NotRunning) => backend.tell(PartsUpdate::NotRunning),
                Err(NoAnswer::Trouble(why) | NoAnswer::Unknown(why)) => backend.refused(why),
            }
        };
        // Without it the page says nothing of how they do.
        let _ = thread::Builder::new().name("parts".into()).spawn(watch);
    }

    /// Tells how these are; false once the window has closed.
    fn are(&self, parts: &[PartStatus]) -> bool {
        let today = wall();
        let told = |part: &PartStatus| PartTold {
            report: part.report.clone(),
            since: part.since.map(|at| doctor::since(at, today)),
        };
        self.window.tell(PartsUpdate::Are(parts.iter().map(told).collect()))
    }

    fn show_notice(&self) {
        match client::call(&self.paths, &Call::ShowNotice) {
            Ok(Reply::Refused(why)) => self.refused(why.sentence()),
            Ok(_) => self.tell(PartsUpdate::NoticeShown),
            Err(NoAnswer::NotRunning) => self.refused(surroundings::nothing_shown()),
            Err(NoAnswer::Trouble(why) | NoAnswer::Unknown(why)) => self.refused(why),
        }
    }
}
