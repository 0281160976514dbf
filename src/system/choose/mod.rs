//! The desktop's own dialogue, in which a person chooses a file or a folder. Owns the question; what is done with what was
//! chosen is the asker's.

#[cfg_attr(target_os = "linux", path = "linux.rs")]
#[cfg_attr(not(target_os = "linux"), path = "elsewhere.rs")]
mod platform;

pub(crate) use platform::{OFFERED, choose};

/// What is to be chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Wanted {
    /// A file that is there.
    File,
    /// A folder that is there.
    Folder,
}

/// The desktop has no such dialogue.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct NoDialogue;
