//! The very first start: whoever is new hears once that there are questions. Owns what counts as the first start and how the
//! questions are offered; they are asked by a process of their own (`window_state`).

use super::Resident;
use crate::shell::ipc::window::WindowKind;
use crate::shell::output;
use crate::shell::paths::Paths;
use crate::text::commands as text;

/// Whether nobody has been here: there is neither a settings file nor a record.
pub(super) fn is_new(paths: &Paths) -> bool {
    !paths.settings.exists() && !paths.ledger.exists()
}

impl Resident {
    /// Where a terminal stands in for a desktop, a line says that there are questions.
    pub(super) fn hint_at_questions(&mut self) {
        if self.new && self.screen.is_terminal() {
            self.new = false;
            output::line(&text::hint());
        }
    }

    /// On a desktop a window asks them, once everything is there. It is not asked for again: from now on there is a record.
    pub(super) fn ask_questions(&mut self) {
        if std::mem::take(&mut self.new) && self.screen.has_display() {
            self.want_window(WindowKind::Welcome);
        }
    }
}
