//! Changes within folders, as Windows signals them. Owns the thread that waits for the signals, which say no more than that
//! something is another, and the look whether it was one of the files.
//!
//! `notify` would say which file it was, at the price of a thread that wakes ten times a second to see whether it is to end.
#![expect(unsafe_code, reason = "signals of folders have no safe form; each call says why it is sound")]

use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::os::windows::ffi::OsStrExt;
use std::os::windows::io::{AsRawHandle, FromRawHandle, OwnedHandle};
use std::path::{Path, PathBuf};
use std::ptr::null;
use std::thread;
use std::time::SystemTime;
use windows_sys::Win32::Foundation::{HANDLE, INVALID_HANDLE_VALUE, WAIT_OBJECT_0};
use windows_sys::Win32::Storage::FileSystem::{
    FILE_NOTIFY_CHANGE_FILE_NAME, FILE_NOTIFY_CHANGE_LAST_WRITE, FILE_NOTIFY_CHANGE_SIZE, FindCloseChangeNotification,
    FindFirstChangeNotificationW, FindNextChangeNotification,
};
use windows_sys::Win32::System::Threading::{CreateEventW, INFINITE, SetEvent, WaitForMultipleObjects};

/// What tells of changes, by the name that the system gives it.
pub(crate) const TOLD_BY: &str = "FindFirstChangeNotification";

/// What a file is known by: a file that was written or replaced differs in one of these.
type Mark = Option<(SystemTime, SystemTime, u64)>;

/// The folders of some files, watched until this is dropped.
#[derive(Debug)]
pub(super) struct Folders {
    /// An event, which ends the thread.
    stop: OwnedHandle,
}

impl Folders {
    /// Calls `tell` at each change of one of the files.
    ///
    /// # Errors
    /// When a folder cannot be watched, or there is no thread.
    pub(super) fn watch(files: &[PathBuf], tell: impl Fn() + Send + 'static) -> io::Result<Self> {
        let parents: BTreeSet<&Path> = files.iter().filter_map(|file| file.parent()).collect();
        Self::start(parents.into_iter().map(Signal::of).collect::<io::Result<_>>()?, files, tell)
    }

    /// Calls `tell` at each change of any file in the folder, or of its parent until it is there.
    ///
    /// # Errors
    /// When it cannot be watched, or there is no thread.
    pub(super) fn within(folder: &Path, tell: impl Fn() + Send + 'static) -> io::Result<Self> {
        let there = if folder.is_dir() { Some(folder) } else { folder.parent() };
        Self::start(there.map(Signal::of).into_iter().collect::<io::Result<_>>()?, &[], tell)
    }

    /// Of no files at all, every change counts.
    fn start(signals: Vec<Signal>, files: &[PathBuf], tell: impl Fn() + Send + 'static) -> io::Result<Self> {
        // SAFETY: nobody inherits it and it has no name; what comes back is null or a handle of our own to close.
        let stop = unsafe {
            let handle = CreateEventW(null(), 1, 0, null());
            if handle.is_null() {
                return Err(io::Error::last_os_error());
            }
            OwnedHandle::from_raw_handle(handle)
        };
        let (stops, files, before) = (stop.try_clone()?, files.to_vec(), marks(files));
        let run = move || run(&stops, signals, &files, before, &tell);
        thread::Builder::new().name("folders".into()).stack_size(128 * 1024).spawn(run)?;
        Ok(Self { stop })
    }
}

impl Drop for Folders {
    fn drop(&mut self) {
        // SAFETY: the handle is open as long as `self`. It cannot fail for one of our own.
        unsafe { SetEvent(self.stop.as_raw_handle()) };
    }
}

/// The system's signal of one folder.
#[derive(Debug)]
struct Signal(HANDLE);

// SAFETY: the handle belongs to the process and not to a thread, and nobody else has it.
unsafe impl Send for Signal {}

impl Signal {
    fn of(folder: &Path) -> io::Result<Self> {
        let path: Vec<u16> = folder.as_os_str().encode_wide().chain([0]).collect();
        let what = FILE_NOTIFY_CHANGE_FILE_NAME | FILE_NOTIFY_CHANGE_LAST_WRITE | FILE_NOTIFY_CHANGE_SIZE;
        // SAFETY: the path ends with a zero and lives as long as the call.
        let handle = unsafe { FindFirstChangeNotificationW(path.as_ptr(), 0, what) };
        if handle == INVALID_HANDLE_VALUE { Err(io::Error::last_os_error()) } else { Ok(Self(handle)) }
    }

    /// Signals the next change; what came meanwhile is signalled at once. False where the folder is gone.
    fn again(&self) -> bool {
        // SAFETY: the handle is open as long as `self`.
        unsafe { FindNextChangeNotification(self.0) != 0 }
    }
}

impl Drop for Signal {
    fn drop(&mut self) {
        // SAFETY: it is open, and closed here alone.
        unsafe { FindCloseChangeNotification(self.0) };
    }
}

fn run(stop: &OwnedHandle, mut signals: Vec<Signal>, files: &[PathBuf], mut before: Vec<Mark>, tell: &impl Fn()) {
    loop {
        let handles: Vec<HANDLE> =
            [stop.as_raw_handle()].into_iter().chain(signals.iter().map(|signal| signal.0)).collect();
        let count = u32::try_from(handles.len()).unwrap_or_default();
        // SAFETY: as many handles as it is told, each open as long as the call.
        let woken = unsafe { WaitForMultipleObjects(count, handles.as_ptr(), 0, INFINITE) };
        let place = (woken - WAIT_OBJECT_0) as usize;
        // The first is the end. Any other number is a failure, and then nothing is heard any more.
        let Some(signal) = place.checked_sub(1).filter(|at| *at < signals.len()) else { return };
        // Before the look, so that no change after it is missed.
        if signals.get(signal).is_some_and(|signal| !signal.again()) {
            drop(signals.remove(signal));
        }
        let now = marks(files);
        if now != before || files.is_empty() {
            before = now;
            tell();
        }
    }
}

fn marks(files: &[PathBuf]) -> Vec<Mark> {
    let mark = |file: &PathBuf| {
        let known = fs::metadata(file).ok()?;
        Some((known.modified().ok()?, known.created().ok()?, known.len()))
    };
    files.iter().map(mark).collect()
}
