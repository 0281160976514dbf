//! What a desktop knows of a window, whichever desktop it is.

use serde::Deserialize;

/// A window as the desktop has it in its dock and its task switcher.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub(crate) struct KnownWindow {
    /// What stands in its bar.
    pub(crate) title: String,
    /// The entry of the applications menu that it is taken for, in the desktop's own form.
    pub(crate) entry: String,
    /// What the desktop calls its program.
    pub(crate) name: String,
    /// The icon by its name, where the desktop tells it.
    #[serde(default)]
    pub(crate) icon: String,
    /// Whether keys go to it.
    pub(crate) focused: bool,
    /// Whether the desktop says that there is something to see in it.
    pub(crate) wanted: bool,
}

impl KnownWindow {
    /// The one with this title.
    pub(crate) fn find(all: &[Self], title: &str) -> Option<Self> {
        all.iter().find(|window| window.title == title).cloned()
    }
}
