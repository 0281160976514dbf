//! The console of Windows.
#![expect(
    unsafe_code,
    reason = "who shares a console is told by calls that have no safe form; each says why it is sound"
)]

use std::os::windows::io::AsHandle;
use terminal_size::{Width, terminal_size_of};
use windows_sys::Win32::System::Console::{FreeConsole, GetConsoleProcessList};

/// The columns of the terminal; none where this is no terminal.
pub(crate) fn columns(out: impl AsHandle) -> Option<usize> {
    terminal_size_of(out).map(|(Width(columns), _)| usize::from(columns)).filter(|columns| *columns > 0)
}

/// Closes the console if it was opened for this process alone: started from a menu, or with the session, it has one that
/// nobody has typed into, and who closed its window would end the app.
pub(crate) fn let_go() {
    let mut one = 0;
    // SAFETY: it writes one number at most, as it is told, whose place lives as long as the call; the second takes nothing.
    unsafe {
        if GetConsoleProcessList(&raw mut one, 1) == 1 {
            FreeConsole();
        }
    }
}

/// Every letter: the standard library writes them to the console as they are.
pub(crate) fn all_letters() -> bool {
    true
}

/// While it lives keys come one by one: never here, for they answer prompts where there is no desktop, and here there is one.
#[derive(Debug)]
pub(crate) struct Keys(());

impl Keys {
    /// None.
    pub(crate) fn hear(_tell: impl Fn(char) -> bool + Send + 'static) -> Option<Self> {
        None
    }
}
