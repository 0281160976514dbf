//! How the parts do, as far as it was told. Owns what is known of each; never asks.

use crate::parts::PartId;
use crate::windows::main::talk::{PartTold, PartsUpdate};
use std::collections::BTreeMap;

/// How the parts do.
#[derive(Debug, Default)]
pub(super) struct PartsKnown {
    all: BTreeMap<PartId, PartTold>,
    /// The app does not run.
    pub(super) gone: bool,
    /// A notification that was asked for is on its way.
    pub(super) notice_shown: bool,
}

impl PartsKnown {
    pub(super) fn take(&mut self, update: PartsUpdate) {
        match update {
            PartsUpdate::Are(parts) => {
                self.gone = false;
                self.all.extend(parts.into_iter().map(|told| (told.report.part, told)));
            }
            PartsUpdate::NotRunning => *self = Self { gone: true, ..Self::default() },
            PartsUpdate::NoticeShown => self.notice_shown = true,
        }
    }

    /// How this one does.
    pub(super) fn of(&self, part: PartId) -> Option<&PartTold> {
        self.all.get(&part)
    }
}
