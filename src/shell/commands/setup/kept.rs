//! What came of the answers to the first questions, a line each: in the terminal with the commands that go on from there, in
//! the window without. Owns these lines.

use crate::setup::Change;
use crate::text::{commands, exercises, launcher, setup as text, welcome};

/// What came of the answers.
#[derive(Debug)]
pub(super) struct Kept {
    /// The answers that are settings now; none where all is as it was.
    pub changed: Vec<Change>,
    /// What is to be said because of an answer that is not kept.
    pub notice: Option<String>,
    /// How many exercises fit, of how many.
    pub fitting: Option<(usize, usize)>,
    /// The app can be opened in the applications menu.
    pub in_menu: bool,
}

impl Kept {
    pub(super) fn for_terminal(self) -> Vec<String> {
        let more = |(sentence, command): (String, String)| format!("{sentence} {command}");
        let said = |change: &Change| format!("{} ({})", change.said, change.key);
        self.lines(
            said,
            |notice| more((notice, commands::help())),
            |fitting| more((fitting, exercises::listed())),
            commands::later(),
        )
    }

    pub(super) fn for_window(self) -> Vec<String> {
        let notice = |notice: String| format!("{notice} {}", welcome::help());
        self.lines(|change| change.said.clone(), notice, |fitting| fitting, welcome::settings())
    }

    fn lines(
        self,
        change: impl Fn(&Change) -> String,
        notice: impl Fn(String) -> String,
        fitting: impl Fn(String) -> String,
        later: String,
    ) -> Vec<String> {
        let mut lines: Vec<String> = self.changed.iter().map(change).collect();
        if lines.is_empty() {
            lines.push(text::as_before());
        }
        lines.extend(self.notice.map(notice));
        lines.extend(self.fitting.map(|count| fitting(text::fitting(count))));
        lines.extend(self.in_menu.then(launcher::in_the_menu));
        lines.push(later);
        lines
    }
}
