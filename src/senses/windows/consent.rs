//! Microphones and cameras in use, by what Windows writes of each program that may use them. Owns the reading and the
//! hearing of changes; what the entries mean is `senses::consent`'s.
#![expect(unsafe_code, reason = "changes of the registry have no safe form; each call says why it is sound")]

use super::ask;
use super::events::Event;
use crate::senses::calls::Use;
use crate::senses::consent::{ConsentEntry, boot, in_use};
use crate::senses::device::DeviceReporter;
use crate::system::clock;
use std::cell::LazyCell;
use std::io;
use windows_registry::{CURRENT_USER, Key};
use windows_sys::Win32::System::Registry::{
    REG_NOTIFY_CHANGE_LAST_SET, REG_NOTIFY_CHANGE_NAME, RegNotifyChangeKeyValue,
};

/// Where Windows writes it, for the person alone.
pub(super) const STORE: &str = r"Software\Microsoft\Windows\CurrentVersion\CapabilityAccessManager\ConsentStore";
/// Below a device: the programs that are files rather than packages.
const FILES: &str = "NonPackaged";

/// One device, watched.
pub(super) struct ConsentWatch {
    key: Key,
    pub(super) changed: Event,
    pub(super) word: DeviceReporter,
}

impl ConsentWatch {
    /// Watches this key and tells what it says now.
    pub(super) fn start(key: &str, word: DeviceReporter) -> io::Result<Self> {
        let mut watch = Self { key: CURRENT_USER.open(key)?, changed: Event::once()?, word };
        watch.look()?;
        Ok(watch)
    }

    /// Looks at it, and hears of the next change.
    pub(super) fn look(&mut self) -> io::Result<()> {
        // First, so that no change after the reading is missed: one call is told of one change.
        self.arm()?;
        let raw = clock::read();
        self.word.sees(self.using(boot(raw.wall, raw.boot)));
        Ok(())
    }

    fn arm(&self) -> io::Result<()> {
        let what = REG_NOTIFY_CHANGE_NAME | REG_NOTIFY_CHANGE_LAST_SET;
        // SAFETY: key and event are open as long as `self`; this thread asks, and waits as long as it lives.
        let refused = unsafe { RegNotifyChangeKeyValue(self.key.as_raw(), 1, what, self.changed.handle(), 1) };
        if refused == 0 { Ok(()) } else { Err(io::Error::from_raw_os_error(refused.cast_signed())) }
    }

    fn using(&self, boot: u64) -> Use {
        let mut all = entries(&self.key, false);
        all.extend(self.key.open(FILES).iter().flat_map(|files| entries(files, true)));
        // Which programs run is asked once, and only if it matters.
        let running = LazyCell::new(ask::programs);
        in_use(&all, boot, |file| running.contains(&file.to_lowercase()))
    }
}

fn entries(key: &Key, is_file: bool) -> Vec<ConsentEntry> {
    let named = key.keys().into_iter().flatten().filter(|name| is_file || name != FILES);
    let entry = |name: String| {
        let of = key.open(&name).ok()?;
        // Without the second it never began.
        let (began, stopped) = (of.get_u64("LastUsedTimeStart").ok()?, of.get_u64("LastUsedTimeStop").ok()?);
        Some(ConsentEntry { key: name, is_file, began, stopped })
    };
    named.filter_map(entry).collect()
}
