//! What is said of the senses that ask the desktop: a shared screen, what keeps the screen awake, do-not-disturb. Pure.

use super::capital;
use super::causes::{cause, lister};
use crate::parts::desktop::{Advice, Says};

/// What such a sense says.
#[must_use]
pub fn says(says: &Says) -> String {
    match says {
        Says::Shared(true) => "the screen is shared".into(),
        Says::Shared(false) => "the screen is not shared".into(),
        Says::NoScreenSource { capture, cast } => {
            format!("programs that capture the screen: {}; screen casts: {}", cause(capture), cause(cast))
        }
        Says::Awake { programs, unread: None } => awake(programs),
        Says::Awake { programs, unread: Some((whose, why)) } => {
            format!("{}; {}: {}", awake(programs), lister(*whose), cause(why))
        }
        Says::NobodyLists => "nobody on this desktop lists what keeps the screen awake".into(),
        Says::DoNotDisturb(true) => "on".into(),
        Says::DoNotDisturb(false) => "off".into(),
        Says::NoDoNotDisturb(daemon) => format!("{daemon} has no do-not-disturb that we can read"),
    }
}

fn awake(programs: &[String]) -> String {
    let named: Vec<&String> = programs.iter().filter(|name| !name.is_empty()).collect();
    match named.as_slice() {
        [] if programs.is_empty() => "nothing keeps the screen awake".into(),
        [] => "a program keeps the screen awake".into(),
        [one] => format!("{} keeps the screen awake", capital(one)),
        [one, two] => format!("{} and {two} keep the screen awake", capital(one)),
        [one, rest @ ..] => format!("{} and {} others keep the screen awake", capital(one), rest.len()),
    }
}

/// What a person can do.
#[must_use]
pub fn advice(advice: Advice) -> &'static str {
    match advice {
        Advice::NoScreenSource => "Pause Unhunch before you share your screen.",
        Advice::AwakeFailed => "It is read again at its next change; if this stays, log out and in again.",
        Advice::NobodyLists => "Pause Unhunch before a film or a call without a microphone.",
        Advice::DoNotDisturbFailed => "It is read again at its next change; if this stays, restart the daemon.",
        Advice::NoDoNotDisturb => "Pause Unhunch when you do not want to be disturbed.",
    }
}
