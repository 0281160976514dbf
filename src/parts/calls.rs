//! What can be told of the senses that notice calls.

use super::{Cause, Means, Report};
use crate::engine::event::{Device, Sense};
use serde::{Deserialize, Serialize};
use std::time::Duration;

/// What a device says now.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Says {
    /// A program uses it; that must last so long before it counts as a call.
    InUse {
        /// The program, if it gives a name.
        program: Option<String>,
        /// How long.
        wait: Option<Duration>,
    },
    /// Nobody uses it; that must last so long before the call is over.
    Free {
        /// How long.
        wait: Option<Duration>,
    },
    /// It was there a moment ago.
    WaitedFor,
    /// There is no camera.
    NoCamera,
    /// There are cameras that may not be watched.
    Forbidden,
    /// The system does not tell who uses it.
    NotTold,
    /// The system tells of its use only apps that may use it themselves.
    KeptForApps,
    /// The sandbox that the app runs in hides the programs.
    Hidden,
}

/// What can be done where such a sense does not work.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[expect(missing_docs, reason = "each is about what its name says")]
pub enum Advice {
    NoSoundServer,
    SoundServerFailed,
    NoCamera,
    CameraForbidden,
    CameraFailed,
    NotTold,
    KeptForApps,
}

/// The system does not tell who uses this device.
#[must_use]
pub fn not_told(device: Device) -> Report {
    Report::not_here(device.sense(), Says::NotTold, Advice::NotTold)
}

/// The system tells of cameras in use only apps that may use them themselves, and ours never asks for that.
#[must_use]
pub fn kept_for_apps() -> Report {
    Report::not_here(Sense::Camera, Says::KeptForApps, Advice::KeptForApps)
}

/// No sound server is there.
#[must_use]
pub fn no_sound_server(why: Cause) -> Report {
    Report::not_here(Sense::Mic, why, Advice::NoSoundServer)
}

/// A sound server is there and cannot be listened to.
#[must_use]
pub fn sound_server_failed(why: Cause) -> Report {
    Report::failed(Sense::Mic, Means::SoundProtocol, why, Advice::SoundServerFailed)
}

/// There is no camera.
#[must_use]
pub fn no_camera() -> Report {
    Report::not_here(Sense::Camera, Says::NoCamera, Advice::NoCamera)
}

/// The sandbox hides who has a camera open, and the advice is that for a sandbox.
#[must_use]
pub fn camera_hidden() -> Report {
    Report::not_here(Sense::Camera, Says::Hidden, super::Advice::Sandbox)
}

/// There are cameras that may not be watched.
#[must_use]
pub fn camera_forbidden(cameras: Means) -> Report {
    Report::failed(Sense::Camera, cameras, Says::Forbidden, Advice::CameraForbidden)
}

/// Cameras cannot be watched at all.
#[must_use]
pub fn camera_failed(why: Cause) -> Report {
    Report::failed(Sense::Camera, Means::DeviceFiles, why, Advice::CameraFailed)
}
