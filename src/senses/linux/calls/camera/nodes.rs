//! The device files of cameras: which there are and which of them can take pictures. Owns that choice and the watch on
//! each; never opens one.

use super::Devices;
use crate::senses::linux::watch::Watch;
use rustix::fs::inotify::WatchFlags;
use rustix::fs::{major, minor};
use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::Read;
use std::os::unix::ffi::OsStrExt;
use std::os::unix::fs::{FileTypeExt, MetadataExt};
use std::path::Path;

/// More device files of this kind are not looked at.
// A camera has two or three, a desk a handful of cameras.
const MOST: usize = 64;

/// The longest description of a device that is read, in bytes.
// The kernel's are a page at most, and udev's hardly more.
const DESCRIPTION_MOST: u64 = 64 * 1024;

/// The cameras that are there.
#[derive(Debug, Default)]
pub(super) struct Nodes {
    /// The numbers of their devices, by the names of their files.
    pub(super) cameras: BTreeMap<String, u64>,
    /// How many of them tell when they are opened.
    pub(super) watched: usize,
    folder: String,
}

impl Nodes {
    /// Reads the folder and watches each camera that may be watched.
    pub(super) fn read(devices: &Devices, watch: &Watch) -> Self {
        let mut nodes = Self { folder: devices.files.display().to_string(), ..Self::default() };
        let entries = fs::read_dir(&devices.files).into_iter().flatten().flatten();
        for entry in entries.filter(|entry| is_name(entry.file_name().as_bytes())).take(MOST) {
            let (name, path) = (entry.file_name().to_string_lossy().into_owned(), entry.path());
            let Some(device) = fs::metadata(&path).ok().filter(|file| file.file_type().is_char_device()) else {
                continue;
            };
            // The others too: what udev knows of a new one may come later than its file.
            let heard = watch.add(&path, WatchFlags::OPEN | WatchFlags::CLOSE).is_ok();
            if is_camera(devices, &name, device.rdev()) {
                nodes.watched += usize::from(heard);
                nodes.cameras.insert(name, device.rdev());
            }
        }
        nodes
    }

    /// The cameras' files, for `doctor`.
    pub(super) fn names(&self) -> Vec<String> {
        self.cameras.keys().map(|name| format!("{}/{name}", self.folder)).collect()
    }
}

/// Whether a file is called as the kernel calls a camera's: `video0`.
pub(super) fn is_name(name: &[u8]) -> bool {
    let number = name.strip_prefix(b"video").unwrap_or_default();
    (1..=4).contains(&number.len()) && number.iter().all(u8::is_ascii_digit)
}

/// Whether the device takes pictures. A camera has further files for what it says of its pictures; other devices of
/// this kind decode films or play a camera themselves.
fn is_camera(devices: &Devices, name: &str, number: u64) -> bool {
    let described = devices.udev.join(format!("c{}:{}", major(number), minor(number)));
    let kernel = devices.kernel.join(name);
    match short(&described).as_deref().and_then(abilities) {
        Some(abilities) => takes_pictures(abilities),
        // Without udev: the first file of a device that is really there.
        None => short(&kernel.join("index")).is_some_and(|index| index.trim() == "0") && kernel.join("device").exists(),
    }
}

/// What udev says that a device can do, such as `:capture:`, as the driver told it.
fn abilities(described: &str) -> Option<&str> {
    described.lines().find_map(|line| line.strip_prefix("E:ID_V4L_CAPABILITIES="))
}

fn takes_pictures(abilities: &str) -> bool {
    let can = |what: &str| abilities.split(':').any(|ability| ability == what);
    // v4l2loopback can do both: it is no camera, and whoever feeds it is in no call.
    can("capture") && !can("video_output")
}

/// A small file's text.
fn short(path: &Path) -> Option<String> {
    let mut text = String::new();
    File::open(path).ok()?.take(DESCRIPTION_MOST).read_to_string(&mut text).ok()?;
    Some(text)
}

#[cfg(test)]
mod tests {
    use super::{abilities, is_camera, is_name, takes_pictures};
    use crate::senses::linux::calls::Devices;
    use std::fs;
    use std::path::Path;

    #[test]
    fn only_the_kernels_own_names_are_looked_at() {
        for name in ["video0", "video12", "video9999"] {
            assert!(is_name(name.as_bytes()), "{name}");
        }
        for name in ["video", "video0.bak", "videodev", "vbi0", "video12345", "media0", ""] {
            assert!(!is_name(name.as_bytes()), "{name}");
        }
    }

    #[test]
    fn a_camera_takes_pictures_and_plays_none() {
        let described = "I:1\nE:ID_V4L_VERSION=2\nE:ID_V4L_CAPABILITIES=:capture:\nG:seat\n";
        assert_eq!(abilities(described), Some(":capture:"));
        assert!(takes_pictures(":capture:"));
        assert!(!takes_pictures(":"));
        assert!(!takes_pictures(":video_output:"), "a loop that nobody feeds");
        assert!(!takes_pictures(":capture:video_output:"), "a loop or a decoder");
        assert_eq!(abilities("E:ID_V4L_PRODUCT=E:ID_V4L_CAPABILITIES\n"), None);
    }

    fn write(path: &Path, text: &str) {
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    #[test]
    fn udev_knows_best_and_the_kernel_helps_out() {
        let home = tempfile::tempdir().unwrap();
        let at = |name: &str| home.path().join(name);
        let devices = Devices { files: at("dev"), kernel: at("sys"), udev: at("udev"), processes: at("proc") };
        let number = rustix::fs::makedev(81, 3);
        assert!(!is_camera(&devices, "video3", number), "nobody knows it");
        write(&at("sys/video3/index"), "0\n");
        assert!(!is_camera(&devices, "video3", number), "not a real device");
        fs::create_dir_all(at("sys/video3/device")).unwrap();
        assert!(is_camera(&devices, "video3", number));
        write(&at("sys/video3/index"), "1\n");
        assert!(!is_camera(&devices, "video3", number), "a second file of the same device");
        write(&at("udev/c81:3"), "E:ID_V4L_CAPABILITIES=:capture:\n");
        assert!(is_camera(&devices, "video3", number));
        write(&at("sys/video3/index"), "0\n");
        write(&at("udev/c81:3"), "E:ID_V4L_CAPABILITIES=:\n");
        assert!(!is_camera(&devices, "video3", number));
        write(&at("udev/c81:3"), "E:MAJOR=81\n");
        assert!(is_camera(&devices, "video3", number), "udev does not say");
    }
}
