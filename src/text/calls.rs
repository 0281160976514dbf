//! What is said of the senses that notice calls: how the microphone and the cameras are seen and what a person can do
//! about it. Pure.

use super::length;
use crate::parts::calls::{Advice, Says};
use std::time::Duration;

/// What a device says.
#[must_use]
pub fn says(says: &Says) -> String {
    match says {
        Says::InUse { program, wait } => {
            let program = program.as_deref().unwrap_or("a program that gives no name");
            format!("in use by {program}{}", believed(*wait))
        }
        Says::Free { wait } => format!("free{}", believed(*wait)),
        Says::WaitedFor => "gone just now; waited for".into(),
        Says::NoCamera => "no camera".into(),
        Says::Forbidden => "not yours to watch".into(),
    }
}

fn believed(wait: Option<Duration>) -> String {
    wait.map_or_else(String::new, |wait| format!(", believed after {}", length(wait)))
}

/// What a person can do.
#[must_use]
pub fn advice(advice: Advice) -> &'static str {
    match advice {
        Advice::NoSoundServer => "Start PulseAudio or pipewire-pulse to have calls noticed; it is taken up at once.",
        Advice::SoundServerFailed => "It is tried again; if this stays, restart the sound server.",
        Advice::NoCamera => "Nothing to do: one that is plugged in is noticed.",
        Advice::CameraForbidden => "Join the group that may use it (often `video`), or log in at this seat.",
        Advice::CameraFailed => "Restart Unhunch if this stays; calls are still noticed by the microphone.",
    }
}
