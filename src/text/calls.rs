//! What is said of the senses that notice calls: how the microphone and the cameras are seen and what a person can do
//! about it. Pure.

use super::length;
use crate::engine::event::Device;
use crate::parts::Report;
use std::time::Duration;

/// Our name among the sound server's clients.
pub const CLIENT: &str = "Unhunch";

/// No socket to look for a sound server at.
pub const NO_SOCKET: &str = "PULSE_SERVER names no socket of this machine";

/// Nobody listens at the sound server's socket.
pub const NOBODY: &str = "no sound server answers (PulseAudio, or PipeWire's PulseAudio service)";

/// The sound server closed the line.
pub const CLOSED: &str = "the sound server closed the line";

/// The sound server does not answer.
pub const SILENT: &str = "the sound server does not answer";

/// The sound server says what cannot be read.
pub const STRANGE: &str = "the sound server says what cannot be read";

/// What is seen was there a moment ago.
pub const WAITED_FOR: &str = "gone just now; waited for";

/// The part that tells of this device.
#[must_use]
pub fn part(device: Device) -> &'static str {
    match device {
        Device::Mic => "mic",
        Device::Camera => "camera",
        Device::Connection => "awake",
    }
}

/// A sound server by the name and version that it gives itself.
#[must_use]
pub fn sound_server(name: &str, version: &str) -> String {
    if name.contains("PipeWire") {
        format!("PipeWire's PulseAudio service: {name}, {version}")
    } else if name.eq_ignore_ascii_case("pulseaudio") {
        format!("PulseAudio {version}")
    } else {
        format!("{name} {version}")
    }
}

/// No sound server is there.
#[must_use]
pub fn no_sound_server(why: &str) -> Report {
    Report::not_here("mic", why, "Start PulseAudio or pipewire-pulse to have calls noticed; it is taken up at once.")
}

/// A sound server is there and cannot be listened to.
#[must_use]
pub fn sound_server_failed(why: &str) -> Report {
    Report::failed("mic", "PulseAudio's protocol", why, "It is tried again; if this stays, restart the sound server.")
}

/// The sound server refused to talk to us.
#[must_use]
pub fn refused(code: &str) -> String {
    format!("the sound server refused: {code}")
}

/// There is no camera.
#[must_use]
pub fn no_camera() -> Report {
    Report::not_here("camera", "no camera", "Nothing to do: one that is plugged in is noticed.")
}

/// There are cameras that may not be watched.
#[must_use]
pub fn camera_forbidden(cameras: &str) -> Report {
    Report::failed(
        "camera",
        cameras,
        "not yours to watch",
        "Join the group that may use it (often `video`), or log in at this seat.",
    )
}

/// Cameras cannot be watched at all.
#[must_use]
pub fn camera_failed(why: &str) -> Report {
    Report::failed(
        "camera",
        "device files",
        why,
        "Restart Unhunch if this stays; calls are still noticed by the microphone.",
    )
}

/// The device is in use; `wait`: and that must last so long before it counts as a call.
#[must_use]
pub fn in_use(program: Option<&str>, wait: Option<Duration>) -> String {
    format!("in use by {}{}", program.unwrap_or("a program that gives no name"), believed(wait))
}

/// The device is not in use; `wait`: and that must last so long before the call is over.
#[must_use]
pub fn free(wait: Option<Duration>) -> String {
    format!("free{}", believed(wait))
}

fn believed(wait: Option<Duration>) -> String {
    wait.map_or_else(String::new, |wait| format!(", believed after {}", length(wait)))
}
