//! The camera: whether a program has one open, by the kernel's word on its device file and one look at the open files
//! of this person's processes. Owns when it is looked; never opens a camera, which might switch it on.

mod holders;
mod nodes;

use super::verdict::Verdict;
use crate::parts::{Means, calls};
use crate::senses::linux::watch::Watch;
use async_io::Timer;
use futures_lite::future;
use nodes::Nodes;
use rustix::fs::inotify::{Event, ReadFlags, WatchFlags};
use std::convert::Infallible;
use std::io;
use std::path::{Path, PathBuf};
use std::time::Duration;

/// Between a first event and the look.
// The kernel tells of an opening before the process has the file, and who lists the cameras opens them all.
const SETTLE: Duration = Duration::from_millis(50);

/// After a look, before the next.
// Each look goes through all processes, and a program that lists cameras opens and closes each of them several times.
const GAP: Duration = Duration::from_millis(150);

/// After a look that found a camera open and not in use yet by a sound and video server.
// Those begin without a word from the kernel. Once, not again and again.
const LATER: Duration = Duration::from_secs(1);

/// Where cameras and their users are to be seen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Devices {
    /// The device files: `/dev`.
    pub files: PathBuf,
    /// What the kernel says of each: `/sys/class/video4linux`.
    pub kernel: PathBuf,
    /// What udev found out about each: `/run/udev/data`.
    pub udev: PathBuf,
    /// The processes: `/proc`.
    pub processes: PathBuf,
}

impl Default for Devices {
    fn default() -> Self {
        Self {
            files: "/dev".into(),
            kernel: "/sys/class/video4linux".into(),
            udev: "/run/udev/data".into(),
            processes: "/proc".into(),
        }
    }
}

/// Tells of the cameras for ever.
pub(super) async fn run(verdict: &Verdict<'_>, devices: &Devices) {
    let watched = async {
        let error = match keep_watching(verdict, devices).await {
            Ok(never) => match never {},
            Err(error) => error,
        };
        verdict.lost(calls::camera_failed(error.into()));
        future::pending::<()>().await;
    };
    future::or(verdict.keep(), watched).await;
}

async fn keep_watching(verdict: &Verdict<'_>, devices: &Devices) -> io::Result<Infallible> {
    // The kernel tells of each opening. To look every five seconds took 0.2 % of a processor, all day.
    let watch = Watch::new()?;
    let folder = WatchFlags::CREATE | WatchFlags::DELETE | WatchFlags::MOVE | WatchFlags::ATTRIB;
    watch.add(&devices.files, folder | WatchFlags::ONLYDIR)?;
    let mut later = false;
    loop {
        let nodes = Nodes::read(devices, &watch);
        // Looked at anew each time: a count of openings and closings is wrong for good after one lost event
        // (cosmic-privacy#23).
        let unsure = look(verdict, devices, &nodes).await;
        Timer::after(GAP).await;
        // One more look where it is needed, then none until something happens.
        later = unsure && !later;
        let happened = async { watch.next(concerns).await.map(|()| true) };
        let once_more = async {
            if !later {
                return future::pending().await;
            }
            Timer::after(LATER).await;
            Ok(false)
        };
        if future::or(happened, once_more).await? {
            later = false;
            Timer::after(SETTLE).await;
            // What has come in the meantime is answered by this one look.
            watch.drain(|_| false)?;
        }
    }
}

/// Whether an event is about a camera: something at one of them, or a file of that name in the folder.
fn concerns(event: &Event<'_>) -> bool {
    let lost = event.events().contains(ReadFlags::QUEUE_OVERFLOW);
    lost || event.file_name().is_none_or(|name| nodes::is_name(name.to_bytes()))
}

/// Says who uses a camera now. True if that may change soon without an event.
async fn look(verdict: &Verdict<'_>, devices: &Devices, nodes: &Nodes) -> bool {
    if nodes.cameras.is_empty() {
        verdict.lost(calls::no_camera());
        return false;
    }
    let means = Means::Several(nodes.names());
    if nodes.watched == 0 {
        verdict.lost(calls::camera_forbidden(means));
        return false;
    }
    let found = holders::find(Path::new(&devices.processes), &nodes.cameras, std::process::id()).await;
    verdict.sees(means, found.using);
    found.unsure
}
