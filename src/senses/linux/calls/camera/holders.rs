//! Who has a camera open: one look through the open files of the processes that this person may look into. Owns the
//! look and its limits; never opens what it finds, and reads no process's arguments or windows.

use super::nodes;
use crate::senses::calls::{Use, name};
use futures_lite::future;
use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::{BufRead, BufReader, Read};
use std::os::unix::ffi::OsStrExt;
use std::os::unix::fs::MetadataExt;
use std::path::Path;

/// How many processes are looked at before others of this thread have their turn.
// All of a desktop take up to 20 ms: a signal of another sense is not to wait for that.
const STEP: usize = 8;

/// How many open files are looked at in all.
// A desktop has some tens of thousands open; more than this would keep the thread busy for seconds.
const FILES_MOST: usize = 500_000;

/// How much is read of a process's list of mappings, in bytes.
// Only the lists of sound and video servers are read, which have some hundred lines.
const MAPS_MOST: u64 = 8 << 20;

/// What a look found.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Found {
    /// Whether somebody uses a camera.
    pub(super) using: Use,
    /// A server has a camera open and does not use it yet.
    pub(super) unsure: bool,
}

/// Looks at all processes but `own`.
pub(super) async fn find(processes: &Path, cameras: &BTreeMap<String, u64>, own: u32) -> Found {
    let mut found = Found::default();
    let mut left = FILES_MOST;
    let entries = fs::read_dir(processes).into_iter().flatten().flatten();
    let mut ids: Vec<u32> = entries.filter_map(|entry| entry.file_name().to_str()?.parse().ok()).collect();
    ids.sort_unstable();
    for (index, id) in ids.into_iter().filter(|id| *id != own).enumerate() {
        if index % STEP == STEP - 1 {
            future::yield_now().await;
        }
        let process = processes.join(id.to_string());
        let held = held(&process, cameras, &mut left);
        if !held.camera {
            continue;
        }
        let command = fs::read(process.join("comm")).unwrap_or_default();
        if is_server(&command) && !held.buffers && !maps(&process, cameras) {
            found.unsure = true;
            continue;
        }
        found.using = Use::By(program(&process, &command));
        break;
    }
    found
}

/// What a process holds open.
#[derive(Default)]
struct Held {
    camera: bool,
    /// Memory shared with a device, as pictures are.
    buffers: bool,
}

fn held(process: &Path, cameras: &BTreeMap<String, u64>, left: &mut usize) -> Held {
    let mut held = Held::default();
    // Other people's processes are closed to us.
    for file in fs::read_dir(process.join("fd")).into_iter().flatten().flatten() {
        *left = left.saturating_sub(1);
        if *left == 0 {
            break;
        }
        let Ok(target) = fs::read_link(file.path()) else { continue };
        held.buffers |= target.as_os_str().as_bytes().starts_with(b"/dmabuf:");
        held.camera |= camera(&target, cameras).is_some_and(|number| {
            // By the number as well: in a sandbox the same path may be another file.
            fs::metadata(file.path()).is_ok_and(|open| open.rdev() == number)
        });
    }
    held
}

/// The device's number if the path ends in a camera's name, in whatever folder a sandbox shows it.
fn camera(path: &Path, cameras: &BTreeMap<String, u64>) -> Option<u64> {
    let name = path.file_name().filter(|name| nodes::is_name(name.as_bytes()))?;
    cameras.get(name.to_str()?).copied()
}

/// The servers that open cameras for others, and keep them open in between.
fn is_server(command: &[u8]) -> bool {
    // They may hold a camera open while nobody looks through it (ha-mqtt-iot#44): an open file alone says nothing.
    command.starts_with(b"pipewire") || command.starts_with(b"wireplumber")
}

/// Whether a process has a camera's pictures in its memory.
fn maps(process: &Path, cameras: &BTreeMap<String, u64>) -> bool {
    let Ok(list) = File::open(process.join("maps")) else { return false };
    let mut lines = BufReader::new(list.take(MAPS_MOST)).split(b'\n').map_while(Result::ok);
    lines.any(|line| mapped(&line).is_some_and(|path| camera(path, cameras).is_some()))
}

/// The path in a line such as `7f00-7f10 rw-s 00000000 00:05 123    /dev/video0`.
fn mapped(line: &[u8]) -> Option<&Path> {
    let path = line.iter().position(|byte| *byte == b'/').map(|at| &line[at..])?;
    Some(Path::new(std::ffi::OsStr::from_bytes(path)))
}

/// The program's name: its file's, else as the process calls itself.
fn program(process: &Path, command: &[u8]) -> Option<String> {
    let file = fs::read_link(process.join("exe")).ok();
    let file = file.as_deref().and_then(Path::file_name).map(OsStrExt::as_bytes);
    // The kernel's word for the file of a program that was updated while it runs.
    let file = file.map(|file| file.strip_suffix(b" (deleted)").unwrap_or(file));
    file.and_then(name).or_else(|| name(command))
}

#[cfg(test)]
mod tests {
    use super::{Found, Use, find};
    use futures_lite::future;
    use std::collections::BTreeMap;
    use std::fs;
    use std::os::unix::fs::symlink;
    use std::path::{Path, PathBuf};

    /// Any character device will do to stand for a camera: what counts is its number.
    fn cameras() -> BTreeMap<String, u64> {
        BTreeMap::from([("video0".into(), rustix::fs::makedev(1, 3))])
    }

    struct Process(PathBuf);

    impl Process {
        fn new(home: &Path, id: u32, command: &str) -> Self {
            let path = home.join(id.to_string());
            fs::create_dir_all(path.join("fd")).unwrap();
            fs::write(path.join("comm"), format!("{command}\n")).unwrap();
            Self(path)
        }

        fn exe(self, path: &str) -> Self {
            symlink(path, self.0.join("exe")).unwrap();
            self
        }

        fn opens(self, number: u32, target: &Path) -> Self {
            symlink(target, self.0.join(format!("fd/{number}"))).unwrap();
            self
        }

        fn maps(self, lines: &str) -> Self {
            fs::write(self.0.join("maps"), lines).unwrap();
            self
        }
    }

    /// A stand-in for `/proc`, with links to `/dev/null` under a camera's name.
    fn play(processes: impl FnOnce(&Path, &Path)) -> Found {
        let home = tempfile::tempdir().unwrap();
        let device = home.path().join("video0");
        symlink("/dev/null", &device).unwrap();
        let proc = home.path().join("proc");
        fs::create_dir(&proc).unwrap();
        processes(&proc, &device);
        future::block_on(find(&proc, &cameras(), 7))
    }

    fn by(program: &str) -> Found {
        Found { using: Use::By(Some(program.into())), unsure: false }
    }

    #[test]
    fn a_program_is_named_by_its_file() {
        let found = play(|proc, device| {
            Process::new(proc, 3, "bash").opens(0, Path::new("/dev/null"));
            Process::new(proc, 5, "a-long-name-cut").exe("/opt/a-long-name-cut-off (deleted)").opens(9, device);
        });
        assert_eq!(found, by("a-long-name-cut-off"));
        assert_eq!(play(|proc, device| _ = Process::new(proc, 5, "cheese").opens(9, device)), by("cheese"));
    }

    #[test]
    fn we_never_count() {
        assert_eq!(play(|proc, device| _ = Process::new(proc, 7, "unhunch").opens(9, device)), Found::default());
    }

    #[test]
    fn another_device_of_the_same_name_is_no_camera() {
        let found = play(|proc, _| {
            let other = proc.join("video0");
            symlink("/dev/zero", &other).unwrap();
            Process::new(proc, 5, "cheese").opens(9, &other);
        });
        assert_eq!(found, Found::default());
    }

    #[test]
    fn a_server_counts_once_it_has_pictures() {
        let unsure = Found { using: Use::Free, unsure: true };
        let idle = play(|proc, device| {
            Process::new(proc, 5, "wireplumber").opens(9, device).maps("00-10 r--p 00 00:00 1    /usr/lib/video1.so\n");
        });
        assert_eq!(idle, unsure);
        let mapped = play(|proc, device| {
            Process::new(proc, 5, "pipewire").opens(9, device).maps("00-10 rw-s 00 00:05 123      /dev/video0\n");
        });
        assert_eq!(mapped, by("pipewire"));
        let shared = play(|proc, device| {
            Process::new(proc, 5, "pipewire").opens(9, device).opens(10, Path::new("/dmabuf:"));
        });
        assert_eq!(shared, by("pipewire"));
    }

    #[test]
    fn a_program_behind_an_idle_server_is_found() {
        let found = play(|proc, device| {
            Process::new(proc, 5, "pipewire").opens(9, device);
            Process::new(proc, 6, "cheese").opens(9, device);
        });
        assert_eq!(found, Found { unsure: true, ..by("cheese") });
    }
}
