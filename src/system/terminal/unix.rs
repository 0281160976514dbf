//! A terminal by POSIX. Owns its mode while single keys are heard, and puts it back however the app ends.

use rustix::termios::{
    LocalModes, OptionalActions, SpecialCodeIndex, Termios, isatty, tcgetattr, tcgetpgrp, tcgetwinsize, tcsetattr,
};
use std::io::{self, Read};
use std::os::fd::AsFd;
use std::sync::Mutex;
use std::thread;

/// The columns of the terminal; none where this is no terminal.
pub(crate) fn columns(out: impl AsFd) -> Option<usize> {
    let size = tcgetwinsize(out).ok()?;
    (size.ws_col > 0).then_some(usize::from(size.ws_col))
}

/// Nothing: no system but Windows opens a terminal for a program that nobody has typed.
pub(crate) fn let_go() {}

/// Whether the locale of letters is UTF-8 (POSIX, 8.2: the first of three that is set).
pub(crate) fn all_letters() -> bool {
    let set = |name| std::env::var_os(name).filter(|value| !value.is_empty());
    let locale = ["LC_ALL", "LC_CTYPE", "LANG"].into_iter().find_map(set);
    let locale = locale.map(|locale| locale.to_string_lossy().to_ascii_lowercase());
    locale.is_some_and(|locale| locale.contains("utf-8") || locale.contains("utf8"))
}

/// How the terminal was before.
// Where a panic finds it as well: the shell would be left without an echo.
static BEFORE: Mutex<Option<Termios>> = Mutex::new(None);

/// While it lives keys come one by one and are not echoed.
#[derive(Debug)]
pub(crate) struct Keys(());

impl Keys {
    /// Hears keys from now on, each told to `tell` until that says no; none where standard input is no terminal, or
    /// one that somebody else is typing into.
    pub(crate) fn hear(tell: impl Fn(char) -> bool + Send + 'static) -> Option<Self> {
        let input = io::stdin();
        // A terminal that is not the one that controls us has nobody in front.
        let in_front = tcgetpgrp(&input).map_or(true, |group| group == rustix::process::getpgrp());
        if !isatty(&input) || !in_front {
            return None;
        }
        let before = tcgetattr(&input).ok()?;
        let mut single = before.clone();
        single.local_modes.remove(LocalModes::ICANON | LocalModes::ECHO);
        single.special_codes[SpecialCodeIndex::VMIN] = 1;
        single.special_codes[SpecialCodeIndex::VTIME] = 0;
        remember(before);
        let keys = Self(());
        tcsetattr(&input, OptionalActions::Now, &single).ok()?;
        thread::Builder::new().name("keys".into()).stack_size(64 * 1024).spawn(move || read(&tell)).ok()?;
        Some(keys)
    }
}

impl Drop for Keys {
    fn drop(&mut self) {
        put_back();
    }
}

fn remember(before: Termios) {
    if let Ok(mut place) = BEFORE.lock() {
        *place = Some(before);
    }
    let usual = std::panic::take_hook();
    std::panic::set_hook(Box::new(move |info| {
        put_back();
        usual(info);
    }));
}

fn put_back() {
    // A panic of whoever holds it must not wait for itself.
    if let Ok(mut place) = BEFORE.try_lock()
        && let Some(before) = place.take()
    {
        let _ = tcsetattr(io::stdin(), OptionalActions::Now, &before);
    }
}

fn read(tell: &impl Fn(char) -> bool) {
    let mut byte = [0];
    loop {
        match io::stdin().read(&mut byte) {
            Ok(1..) if tell(char::from(byte[0])) => {}
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Ok(_) | Err(_) => return,
        }
    }
}
