//! Problems with a person's own files as values: settings, library, the folder of both. Owns which there are; reads none.

use crate::library;
use crate::settings;
use crate::system::files::Trouble;
use serde::{Deserialize, Serialize};
use std::path::Path;

/// Problem with a file of the person's own. Files are named as they are shown.
// A path that is no text could not go over the socket.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum FileProblem {
    /// It cannot be read.
    Unreadable(String, Trouble),
    /// It cannot be written.
    Unwritable(String, Trouble),
    /// Changes in a folder cannot be heard of.
    Unwatched(String, Trouble),
    /// The settings are no TOML: the defaults count, and a copy is kept.
    KeptBroken {
        /// The settings.
        file: String,
        /// The copy.
        kept: String,
    },
    /// The settings became no TOML while the app ran.
    NowBroken(String),
    /// A line of a library file has bytes that are no text.
    NotUtf8(String, usize),
    /// Something in the settings.
    // In a box, as the next one is: a report is kept of each part, and few have as much to say.
    Settings(String, Box<settings::Problem>),
    /// Something in a library file.
    Library(Box<library::Problem>),
}

impl FileProblem {
    /// Something in this file, which is one of settings.
    #[must_use]
    pub fn in_settings(file: &Path, problem: settings::Problem) -> Self {
        Self::Settings(file.display().to_string(), Box::new(problem))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::settings::KEYS;

    /// Whatever is wrong with a file is the same at the other end of the socket.
    #[test]
    fn every_problem_goes_over_the_socket_as_it_is() {
        let wrong_values: Vec<String> = KEYS.iter().map(|key| format!("{} = 1.5", key.named("mine"))).collect();
        let wrong_values = wrong_values.join("\n");
        let texts = ["= 1", "nonsense = 1", "lul.wait = 1", "lull = 1", "break.Mine.every = \"5min\"", &wrong_values];
        let of_settings = texts.iter().flat_map(|text| settings::parse(text).1);
        let own = "[[nudge]]\nid = \"Mine\"\n[[nudge]]\nid = \"mine\"\ntext = \"Sit.\"\nkind = \"none\"\nwhen = [\"none\"]\n[[other]]";
        let files = [("nudges.toml", own), ("prompts.toml", "= 1"), ("breathing.toml", "schema = 9"), ("x.toml", "")];
        let of_library = library::content(library::ENGLISH, &files).1;
        assert!(of_library.len() >= 5, "{of_library:?}");
        let file = || "a file".to_owned();
        let all = [
            FileProblem::Unreadable(file(), Trouble::NoFile),
            FileProblem::Unwritable(file(), Trouble::TooMany),
            FileProblem::Unwatched(file(), Trouble::System("the system's own words".into())),
            FileProblem::KeptBroken { file: file(), kept: file() },
            FileProblem::NowBroken(file()),
            FileProblem::NotUtf8(file(), 3),
        ];
        let of_settings = of_settings.map(|problem| FileProblem::in_settings(Path::new("a file"), problem));
        let of_library = of_library.into_iter().map(|problem| FileProblem::Library(Box::new(problem)));
        for problem in all.into_iter().chain(of_settings).chain(of_library) {
            let sent = serde_json::to_string(&problem).expect("JSON");
            let told: FileProblem = serde_json::from_str(&sent).expect(&sent);
            assert_eq!(told, problem, "{sent}");
        }
    }
}
