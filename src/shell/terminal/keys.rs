//! Single keys from the terminal. Owns its mode and puts it back however the app ends; never knows what a key means.

use rustix::termios::{
    LocalModes, OptionalActions, SpecialCodeIndex, Termios, isatty, tcgetattr, tcgetpgrp, tcsetattr,
};
use std::io::{self, Read};
use std::sync::Mutex;
use std::thread;

/// How the terminal was before; kept where a panic finds it as well.
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

/// Waits for one key; not at all where no key can come.
pub(crate) fn wait_for_one() {
    let (tell, heard) = std::sync::mpsc::channel();
    let keys = Keys::hear(move |key| tell.send(key).is_ok());
    if keys.is_some() {
        let _ = heard.recv();
    }
}
