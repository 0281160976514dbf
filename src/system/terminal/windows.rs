//! The console of Windows.

use std::os::windows::io::AsHandle;
use terminal_size::{Width, terminal_size_of};

/// The columns of the terminal; none where this is no terminal.
pub(crate) fn columns(out: impl AsHandle) -> Option<usize> {
    terminal_size_of(out).map(|(Width(columns), _)| usize::from(columns)).filter(|columns| *columns > 0)
}

/// Every letter: the standard library writes them to the console as they are.
pub(crate) fn all_letters() -> bool {
    true
}

/// While it lives keys come one by one.
#[derive(Debug)]
pub(crate) struct Keys(());

impl Keys {
    /// Single keys are not heard here yet: what can be answered is said by commands.
    pub(crate) fn hear(_tell: impl Fn(char) -> bool + Send + 'static) -> Option<Self> {
        None
    }
}
