//! The desktop's dialogue for a file or a folder, as the pages ask for it. Owns that no other order waits for a person who looks
//! around in it; what was chosen stands in the page's field, and is taken up from there.

use super::Backend;
use crate::system::choose::{NoDialogue, Wanted, choose};
use crate::text::surroundings as text;
use crate::windows::main::talk::MainUpdate;
use std::thread;

impl Backend {
    /// Asks for a file or a folder; `told` is what the window is told of it.
    pub(super) fn ask_for<U: Into<MainUpdate>>(&self, wanted: Wanted, told: impl FnOnce(String) -> U + Send + 'static) {
        let title = match wanted {
            Wanted::File => text::choose_file(),
            Wanted::Folder => text::choose_folder(),
        };
        let backend = self.clone();
        let ask = move || match choose(wanted, &title) {
            Ok(Some(path)) => backend.tell(told(path.to_string_lossy().into_owned())),
            Ok(None) => {}
            Err(NoDialogue) => backend.refused(text::no_dialogue()),
        };
        if let Err(error) = thread::Builder::new().name("choose".into()).spawn(ask) {
            self.refused(error.to_string());
        }
    }
}
