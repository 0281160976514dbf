//! When programs of the person's own are run, and what may be named as one. Owns which events there are and the key of each;
//! runs nothing.

use super::key::Typed;
use super::keys;
use super::sources::below_home;
use serde::{Deserialize, Serialize};
use std::path::Path;

/// The most words of one, its path included.
const MOST_WORDS: usize = 32;
/// The most bytes of a word.
const LONGEST: usize = 2000;

/// What programs can be run at.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum HookEvent {
    /// A break is prompted.
    Prompt,
    /// A break was taken, after a prompt or before one came.
    Taken,
    /// A break was skipped.
    Skipped,
    /// A break was missed.
    Missed,
    /// It becomes quiet: the first reason for it begins.
    Quiet,
    /// It is quiet no longer: the last reason has ended.
    Free,
}

impl HookEvent {
    /// Each of them, in the order of the reference.
    pub const ALL: [Self; 6] = [Self::Prompt, Self::Taken, Self::Skipped, Self::Missed, Self::Quiet, Self::Free];

    /// The token for it, on the command line and for the program that is run.
    #[must_use]
    pub const fn token(self) -> &'static str {
        match self {
            Self::Prompt => "prompt",
            Self::Taken => "taken",
            Self::Skipped => "skipped",
            Self::Missed => "missed",
            Self::Quiet => "quiet",
            Self::Free => "free",
        }
    }

    /// The key that names its program.
    #[must_use]
    pub const fn key(self) -> Typed<Vec<String>> {
        match self {
            Self::Prompt => keys::HOOK_PROMPT,
            Self::Taken => keys::HOOK_TAKEN,
            Self::Skipped => keys::HOOK_SKIPPED,
            Self::Missed => keys::HOOK_MISSED,
            Self::Quiet => keys::HOOK_QUIET,
            Self::Free => keys::HOOK_FREE,
        }
    }
}

/// The first word that cannot stand where it does: the path is one that does not depend on where the app was started, and no
/// word has a control in it.
pub(super) fn misfit<'w>(words: &[&'w str]) -> Option<&'w str> {
    let fits = |word: &str| word.len() <= LONGEST && !word.chars().any(char::is_control);
    let is_program = |word: &str| fits(word) && (Path::new(word).is_absolute() || below_home(word).is_some());
    let (program, rest) = words.split_first()?;
    if !is_program(program) {
        return Some(program);
    }
    rest.iter().find(|word| !fits(word)).or_else(|| words.get(MOST_WORDS)).copied()
}

#[cfg(test)]
#[cfg(unix)] // paths as they are written there
mod tests {
    use super::*;

    #[test]
    fn a_program_is_named_by_a_path_that_means_the_same_everywhere() {
        assert_eq!(misfit(&[]), None);
        assert_eq!(misfit(&["/usr/bin/notify", "", "a,b", "$HOME; rm"]), None);
        assert_eq!(misfit(&["~/bin/notify"]), None);
        for wrong in ["notify", "./notify", "~other/notify", "", "/bin/a\nb"] {
            assert_eq!(misfit(&[wrong, "x"]), Some(wrong));
        }
        assert_eq!(misfit(&["/bin/a", "x\u{1b}"]), Some("x\u{1b}"));
        assert_eq!(misfit(&["/bin/a"; MOST_WORDS]), None);
        assert!(misfit(&["/bin/a"; MOST_WORDS + 1]).is_some());
    }
}
