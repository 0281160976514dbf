//! The terminal as the system has it. Owns its width, whether it shows all letters, and its keys one by one; never knows
//! what a key means.

#[cfg_attr(unix, path = "unix.rs")]
#[cfg_attr(windows, path = "windows.rs")]
mod platform;

pub(crate) use platform::{Keys, all_letters, columns};

/// Waits for one key; not at all where no key can come.
pub(crate) fn wait_for_one() {
    let (tell, heard) = std::sync::mpsc::channel();
    let keys = Keys::hear(move |key| tell.send(key).is_ok());
    if keys.is_some() {
        let _ = heard.recv();
    }
}
