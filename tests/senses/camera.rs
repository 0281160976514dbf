//! Cameras, with device files made for the test (no camera is needed: any character device opens and closes as one
//! does) and real programs that hold them open. What they need: root, for `mknod`; coreutils; python3.

use crate::harness::{Listener, Program, alone, eventually, nowhere};
use std::fs;
use std::path::PathBuf;
use std::process::Command;
use std::time::Duration;
use unhunch::engine::event::{Device, Sense};
use unhunch::parts::PartState;
use unhunch::senses::linux::calls::{Calls, Devices, Lasts};

/// Long enough to be told apart, short enough to wait for.
const SHORT: Lasts = Lasts { believed: Duration::from_millis(600), dropped: Duration::from_millis(600) };

/// A folder of devices.
pub(crate) struct Folder(tempfile::TempDir);

impl Folder {
    pub(crate) fn new() -> Self {
        let folder = Self(tempfile::tempdir().unwrap());
        for name in ["dev", "udev", "sys"] {
            fs::create_dir(folder.0.path().join(name)).unwrap();
        }
        folder
    }

    pub(crate) fn devices(&self) -> Devices {
        let at = |name: &str| self.0.path().join(name);
        Devices { files: at("dev"), udev: at("udev"), kernel: at("sys"), processes: "/proc".into() }
    }

    fn file(&self, name: &str) -> PathBuf {
        self.0.path().join("dev").join(name)
    }

    /// A device that opens and reads as the memory device of this number does, and can do what udev says.
    pub(crate) fn make(&self, name: &str, minor: u32, abilities: &str) {
        let described = self.0.path().join(format!("udev/c1:{minor}"));
        fs::write(described, format!("I:1\nE:ID_V4L_CAPABILITIES={abilities}\n")).unwrap();
        let made = Command::new("mknod").arg(self.file(name)).args(["c", "1", &minor.to_string()]).status();
        assert!(made.unwrap().success(), "mknod needs root");
    }

    /// A program that opens it and keeps it open.
    pub(crate) fn open(&self, name: &str) -> Program {
        Program::start(Command::new("tail").arg("-f").arg(self.file(name)))
    }

    fn ear(&self, lasts: Lasts) -> Listener {
        let calls = Calls { cameras: Some(self.devices()), camera: lasts, ..Calls::default() };
        let wanted = &[Sense::Camera];
        Listener::start(wanted, Duration::from_mins(1), unhunch::senses::Surroundings { calls, ..nowhere() })
    }
}

/// A folder with one camera, and what further belongs to it.
pub(crate) fn one_camera() -> Folder {
    let folder = Folder::new();
    folder.make("video0", 3, ":capture:");
    folder.make("video1", 7, ":");
    folder
}

#[test]
fn a_camera_that_is_open_for_two_seconds_is_a_call_until_two_after() {
    let _alone = alone();
    let folder = one_camera();
    let ear = folder.ear(Calls::default().camera);
    let report = ear.report("camera", PartState::Works);
    assert_eq!((report.means, report.says.as_str()), (folder.file("video0").display().to_string(), "free"));
    let tail = folder.open("video0");
    let seen = ear.says("camera", "in use by tail, believed after 2 s");
    let (on, device, is_on, program) = ear.call();
    assert_eq!((device, is_on, program.as_deref()), (Device::Camera, true, Some("tail")));
    let took = on - seen;
    assert!((Duration::from_millis(1950)..Duration::from_millis(2400)).contains(&took), "{took:?}");
    drop(tail);
    let seen = ear.says("camera", "free, believed after 2 s");
    let (off, _, is_on, _) = ear.call();
    let took = off - seen;
    assert!(!is_on && (Duration::from_millis(1950)..Duration::from_millis(2400)).contains(&took), "{took:?}");
}

#[test]
fn what_is_no_camera_never_counts_and_neither_does_a_glance() {
    let _alone = alone();
    let folder = one_camera();
    folder.make("video2", 5, ":capture:video_output:");
    fs::write(folder.file("video4"), "no device").unwrap();
    let _before = folder.open("video1");
    let ear = folder.ear(SHORT);
    ear.report("camera", PartState::Works);
    let _others = [folder.open("video1"), folder.open("video2"), folder.open("video4")];
    // Ours: held open by this very process.
    let own = fs::File::open(folder.file("video0")).unwrap();
    ear.silence(SHORT.believed * 2);
    drop(own);
    // As programs do to see what there is.
    for _ in 0..20 {
        drop(folder.open("video0"));
    }
    ear.no_call(SHORT.believed * 2);
}

#[test]
fn the_last_to_let_go_ends_the_call_and_one_before_us_counts() {
    let _alone = alone();
    let folder = one_camera();
    let first = folder.open("video0");
    let ear = folder.ear(SHORT);
    assert!(ear.call().2);
    let second = folder.open("video0");
    drop(first);
    ear.no_call(SHORT.dropped * 2);
    drop(second);
    assert!(!ear.call().2);
}

#[test]
fn a_camera_may_be_plugged_in_and_pulled_out() {
    let _alone = alone();
    let folder = Folder::new();
    let ear = folder.ear(SHORT);
    assert_eq!(ear.report("camera", PartState::NotHere).says, "no camera");
    folder.make("video0", 3, ":capture:");
    assert_eq!(ear.report("camera", PartState::Works).says, "free");
    let _tail = folder.open("video0");
    assert!(ear.call().2);
    fs::remove_file(folder.file("video0")).unwrap();
    assert!(!ear.call().2);
    ear.report("camera", PartState::NotHere);
    folder.make("video0", 3, ":capture:");
    ear.report("camera", PartState::Works);
}

#[test]
fn what_udev_finds_out_later_is_taken_in() {
    let _alone = alone();
    let folder = Folder::new();
    folder.make("video0", 3, ":");
    let ear = folder.ear(SHORT);
    ear.report("camera", PartState::NotHere);
    fs::write(folder.0.path().join("udev/c1:3"), "E:ID_V4L_CAPABILITIES=:capture:\n").unwrap();
    // udev gives the file to the person who sits there as its last step.
    assert!(Command::new("chmod").arg("640").arg(folder.file("video0")).status().unwrap().success());
    ear.report("camera", PartState::Works);
}

/// Plays a sound and video server, which no real one can be without a camera: under that name it opens the device,
/// maps it when it is told to, and may open it once more.
const SERVER: &str = "
import mmap, os, sys, time
open('/proc/self/comm', 'w').write('wireplumber')
device = os.open(sys.argv[1], os.O_RDWR)
if sys.argv[2] == 'soon':
    time.sleep(0.5)
while sys.argv[2] != 'soon' and not os.path.exists(sys.argv[2]):
    time.sleep(0.02)
pictures = mmap.mmap(device, 4096, flags=mmap.MAP_PRIVATE)
if sys.argv[2] != 'soon':
    another = os.open(sys.argv[1], os.O_RDWR)
time.sleep(60)
";

#[test]
fn a_server_that_keeps_a_camera_open_counts_once_it_takes_pictures() {
    let _alone = alone();
    let folder = Folder::new();
    // The device of zeros can be mapped.
    folder.make("video0", 5, ":capture:");
    let ear = folder.ear(SHORT);
    ear.report("camera", PartState::Works);
    let begin = folder.0.path().join("begin");
    let mut command = Command::new("/usr/bin/python3");
    let server = Program::start(command.args(["-c", SERVER]).arg(folder.file("video0")).arg(&begin));
    eventually("the server's name", || {
        let comm = fs::read_to_string(format!("/proc/{}/comm", server.0.id())).unwrap();
        comm.starts_with("wireplumber").then_some(())
    });
    ear.silence(Duration::from_secs(2));
    fs::write(begin, "").unwrap();
    assert!(ear.call().2);
    drop(server);
    assert!(!ear.call().2);
}

#[test]
fn a_server_that_takes_pictures_a_little_after_it_opens_the_camera_is_seen() {
    let _alone = alone();
    let folder = Folder::new();
    folder.make("video0", 5, ":capture:");
    let ear = folder.ear(SHORT);
    ear.report("camera", PartState::Works);
    let mut command = Command::new("/usr/bin/python3");
    let _server = Program::start(command.args(["-c", SERVER]).arg(folder.file("video0")).arg("soon"));
    assert!(ear.call().2);
}

#[test]
fn without_a_folder_there_is_no_camera() {
    let _alone = alone();
    let wanted = &[Sense::Camera, Sense::Mic];
    let ear = Listener::start(wanted, Duration::from_mins(1), nowhere());
    ear.report("mic", PartState::NotHere);
    ear.report("camera", PartState::NotHere);
}
