//! What needs the person's attention: for each matter one short line (tooltip, menu, `status`) and the sentence of its one
//! notification, a title and what to do after a line break. Pure.

use super::formats::every;
use crate::engine::event::Sense;
use serde::{Deserialize, Serialize};

/// What counts in place of a settings file that cannot be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Instead {
    /// At the start: the defaults.
    Defaults,
    /// While running: what counted before.
    Before,
}

/// Lines of the settings that do not count, and how many more; 0 for one that no single line is to blame for.
#[must_use]
pub fn settings(lines: &[usize], more: usize) -> (String, String) {
    let mut known: Vec<usize> = lines.iter().copied().filter(|line| *line > 0).collect();
    known.dedup();
    let count = known.len() + more;
    let which = match known.as_slice() {
        [] => text!("attention-settings-some"),
        few if few.len() == count && count <= 3 => {
            text!(
                "attention-settings-lines",
                count,
                lines = every(&few.iter().map(ToString::to_string).collect::<Vec<_>>())
            )
        }
        [first, ..] => text!("attention-settings-many", count, first = *first),
    };
    with(which, &text!("attention-settings-body"))
}

/// The settings file as a whole cannot be read.
#[must_use]
pub fn no_settings(instead: Instead) -> (String, String) {
    let line = match instead {
        Instead::Defaults => text!("attention-no-settings-defaults"),
        Instead::Before => text!("attention-no-settings-before"),
    };
    with(line, &text!("attention-no-settings-body"))
}

/// Entries of the person's own library files that are left out.
#[must_use]
pub fn library(entries: usize) -> (String, String) {
    with(text!("attention-library", entries), &text!("attention-library-body"))
}

texts! {
    /// Nothing shows notifications.
    pub no_notifications: "attention-no-notifications";
    /// Nothing shows the icon.
    pub no_icon: "attention-no-icon";
    /// The welcome closed before anybody was there.
    pub welcome: "attention-welcome";
}

/// Senses that are there and do not answer.
#[must_use]
pub fn silent(senses: &[Sense]) -> String {
    text!("attention-silent", senses = every(&senses.iter().copied().map(sense).collect::<Vec<_>>()))
}

/// What a sense senses.
fn sense(sense: Sense) -> String {
    match sense {
        Sense::Idle => text!("attention-sense-idle"),
        Sense::Lock => text!("attention-sense-lock"),
        Sense::Sleep => text!("attention-sense-sleep"),
        Sense::Mic => text!("attention-sense-mic"),
        Sense::Camera => text!("attention-sense-camera"),
        Sense::Calendar => text!("attention-sense-calendar"),
        Sense::Presenting => text!("attention-sense-presenting"),
        Sense::Fullscreen => text!("attention-sense-fullscreen"),
        Sense::Awake => text!("attention-sense-awake"),
        Sense::Dnd => text!("attention-sense-dnd"),
    }
}

/// The line, and the sentence that it begins.
fn with(line: String, body: &str) -> (String, String) {
    let told = format!("{line}\n{body}");
    (line, told)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lines_are_named_where_they_are_known_and_few() {
        let line = |lines: &[usize]| settings(lines, 0).0;
        assert_eq!(line(&[4]), "Settings: line 4 does not count");
        assert_eq!(line(&[4, 4, 9]), "Settings: lines 4 and 9 do not count");
        assert_eq!(line(&[1, 2, 9]), "Settings: lines 1, 2 and 9 do not count");
        assert_eq!(line(&[1, 2, 3, 4]), "Settings: 4 lines do not count, the first is line 1");
        assert!(settings(&[1, 2, 3, 4], 96).0.contains(": 100 lines do not count"));
        assert_eq!(line(&[0]), "Settings: something in them does not count");
    }
}
