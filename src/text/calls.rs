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
            let says = match program {
                Some(program) => text!("calls-in-use", program),
                None => text!("calls-in-use-unnamed"),
            };
            believed(says, *wait)
        }
        Says::Free { wait } => believed(text!("calls-free"), *wait),
        Says::WaitedFor => text!("calls-waited-for"),
        Says::NoCamera => text!("calls-no-camera"),
        Says::Forbidden => text!("calls-forbidden"),
        Says::NotTold => text!("calls-not-told"),
        Says::KeptForApps => text!("calls-kept-for-apps"),
        Says::Hidden => text!("calls-hidden"),
    }
}

fn believed(says: String, wait: Option<Duration>) -> String {
    match wait {
        Some(wait) => text!("calls-believed", says, length = length(wait)),
        None => says,
    }
}

/// What a person can do.
#[must_use]
pub fn advice(advice: Advice) -> String {
    match advice {
        Advice::NoSoundServer => text!("calls-do-no-sound-server"),
        Advice::SoundServerFailed => text!("calls-do-sound-server-failed"),
        Advice::NoCamera => text!("calls-do-no-camera"),
        Advice::CameraForbidden => text!("calls-do-camera-forbidden"),
        Advice::CameraFailed => text!("calls-do-camera-failed"),
        Advice::NotTold => text!("calls-do-not-told"),
        Advice::KeptForApps => text!("calls-do-kept-for-apps"),
    }
}
