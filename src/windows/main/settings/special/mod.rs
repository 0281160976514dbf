//! What parts of the settings have of their own, below what the table of keys gives: each is a file here. Owns which part
//! has which; what stands in one is its file's.

use super::part::Part;
use crate::settings::Key;
use crate::windows::main::context::PageContext;
use crate::windows::main::talk::SettingsNow;
use eframe::egui::Ui;

/// What these were told, and what is being entered there.
#[derive(Debug, Default)]
pub(super) struct Special {}

impl Special {
    /// Whether a setting is shown here, and so not where the table of keys has it.
    pub(super) fn has(key: &Key) -> bool {
        let _ = key;
        false
    }

    /// Shows what this part has of its own.
    #[expect(clippy::unused_self, reason = "the parts to come")]
    pub(super) fn show(&mut self, part: Part, now: &SettingsNow, ui: &mut Ui, context: &mut PageContext<'_>) {
        let _ = (part, now, ui, context);
    }
}
