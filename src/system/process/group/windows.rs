//! A program and all that it starts, as one, by a job object. Owns how they are ended together; never decides when.
#![expect(unsafe_code, reason = "job objects have no safe form; each call says why it is sound")]

use std::os::windows::io::{AsHandle, AsRawHandle, FromRawHandle, OwnedHandle};
use std::process::Child;
use std::ptr;
use windows_sys::Win32::System::JobObjects::{AssignProcessToJobObject, CreateJobObjectW, TerminateJobObject};

/// A child and all that it starts, as one: a job object, which is none where the system gives none.
pub(crate) struct Group(Option<OwnedHandle>);

impl Group {
    /// Of this child, which has only just been started: what it had started before this is not in it.
    pub(crate) fn of(child: &Child) -> Self {
        // SAFETY: a job without name or attributes needs nothing of ours; what is made is owned at once, and both handles are
        // open as long as the call.
        let job = unsafe {
            let job = CreateJobObjectW(ptr::null(), ptr::null());
            (!job.is_null())
                .then(|| OwnedHandle::from_raw_handle(job))
                .filter(|job| AssignProcessToJobObject(job.as_raw_handle(), child.as_handle().as_raw_handle()) != 0)
        };
        Self(job)
    }

    /// A program without a window cannot be asked here; its time to end by itself runs all the same.
    #[expect(clippy::unused_self, reason = "elsewhere it can be asked")]
    pub(crate) fn ask_to_end(&self) {}

    /// Ends all of it.
    pub(crate) fn end(&self, leader: &mut Child) {
        if let Some(job) = &self.0 {
            // SAFETY: the handle is open as long as `self`.
            unsafe { TerminateJobObject(job.as_raw_handle(), 1) };
        }
        let _ = leader.kill();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::system::process::{apart, is_over};
    use std::path::PathBuf;
    use std::process::Command;
    use std::time::Duration;
    use std::{fs, thread};

    /// Where the program below leaves the number of what it has started.
    const STARTED: &str = "UNHUNCH_TEST_STARTED";

    #[test]
    fn a_group_ends_with_all_that_its_leader_started() {
        let folder = tempfile::tempdir().expect("a folder");
        let file = folder.path().join("started");
        let mut command = of_these("starts_another_and_waits");
        apart(command.env(STARTED, &file));
        let mut leader = command.spawn().expect("this program, once more");
        let group = Group::of(&leader);
        let mut started = None;
        assert!(within_a_minute(|| {
            started = fs::read_to_string(&file).ok().and_then(|number| number.parse().ok());
            started.is_some()
        }));
        let started: u32 = started.expect("looked at above");
        assert!(!is_over(started), "it runs until the group is ended");
        group.end(&mut leader);
        leader.wait().expect("it has ended");
        assert!(within_a_minute(|| is_over(started)), "what it had started has ended as well");
    }

    /// One of the programs below, which this one is too.
    fn of_these(name: &str) -> Command {
        let mut command = Command::new(std::env::current_exe().expect("this program"));
        command.args(["--ignored", "--exact", &format!("system::process::group::tests::{name}")]);
        command
    }

    #[test]
    #[ignore = "what the test above runs"]
    fn starts_another_and_waits() {
        let Some(file) = std::env::var_os(STARTED) else { return };
        let mut other = of_these("waits").env(STARTED, &file).spawn().expect("this program, once more");
        // Whole or not at all.
        let half = PathBuf::from(&file).with_extension("half");
        fs::write(&half, other.id().to_string()).expect("written");
        fs::rename(half, file).expect("named");
        other.wait().expect("it goes on for ever");
    }

    #[test]
    #[ignore = "what the program above runs"]
    fn waits() {
        while std::env::var_os(STARTED).is_some() {
            thread::park();
        }
    }

    fn within_a_minute(mut so: impl FnMut() -> bool) -> bool {
        (0..1200).any(|_| {
            so() || {
                thread::sleep(Duration::from_millis(50));
                false
            }
        })
    }
}
