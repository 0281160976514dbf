//! What is said of the senses that ask the desktop: a shared screen, what keeps the screen awake, do-not-disturb. Pure.

use super::capital;
use super::causes::{cause, lister};
use crate::parts::desktop::{Advice, Says};

/// What such a sense says.
#[must_use]
pub fn says(says: &Says) -> String {
    match says {
        Says::Shared(true) => text!("desktop-shared"),
        Says::Shared(false) => text!("desktop-not-shared"),
        Says::Presentation(true) => text!("desktop-presentation"),
        Says::Presentation(false) => text!("desktop-no-presentation"),
        Says::Mirrored(true) => text!("desktop-mirrored"),
        Says::Mirrored(false) => text!("desktop-not-mirrored"),
        Says::NoScreenSource { capture, cast } => {
            text!("desktop-no-screen-source", capture = cause(capture), cast = cause(cast))
        }
        Says::Awake { programs, unread: None } => awake(programs),
        Says::Awake { programs, unread: Some((whose, why)) } => {
            text!("desktop-awake-unread", awake = awake(programs), lister = lister(*whose), why = cause(why))
        }
        Says::NobodyLists => text!("desktop-nobody-lists"),
        Says::DoNotDisturb(true) => text!("desktop-dnd-on"),
        Says::DoNotDisturb(false) => text!("desktop-dnd-off"),
        Says::NoDoNotDisturb(daemon) => text!("desktop-no-dnd", daemon = daemon.as_str()),
    }
}

fn awake(programs: &[String]) -> String {
    let named: Vec<&str> = programs.iter().map(String::as_str).filter(|name| !name.is_empty()).collect();
    match *named.as_slice() {
        [] if programs.is_empty() => text!("desktop-awake-nothing"),
        [] => text!("desktop-awake-unnamed"),
        [one] => text!("desktop-awake-one", one = capital(one)),
        [one, two] => text!("desktop-awake-two", one = capital(one), two),
        [one, ref others @ ..] => text!("desktop-awake-more", one = capital(one), others = others.len()),
    }
}

/// What a person can do.
#[must_use]
pub fn advice(advice: Advice) -> String {
    match advice {
        Advice::NoScreenSource => text!("desktop-advice-no-screen-source"),
        Advice::AwakeFailed => text!("desktop-advice-awake-failed"),
        Advice::NobodyLists => text!("desktop-advice-nobody-lists"),
        Advice::DoNotDisturbFailed => text!("desktop-advice-dnd-failed"),
        Advice::NoDoNotDisturb => text!("desktop-advice-no-dnd"),
    }
}
