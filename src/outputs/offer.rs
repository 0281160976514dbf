//! What a notice offers and how it asks for attention, the same on every system: the names by which actions go out and come
//! back, what a click beside them may mean, whether it is heard. Sends nothing.

use crate::engine::event::Action;
use crate::engine::notice::{NoticeKind, Wording};

/// The key of an action.
pub(super) fn key(action: Action) -> &'static str {
    match action {
        Action::Start => "start",
        Action::Snooze => "snooze",
        Action::Skip => "skip",
        Action::Done => "done",
        Action::Shifted => "shifted",
        Action::Fine => "fine",
        Action::Loose => "loose",
        Action::Tight => "tight",
        Action::Sore => "sore",
        Action::Now => "now",
        Action::Later => "later",
        Action::More => "more",
        Action::Swap => "swap",
        Action::Hurt => "hurt",
        Action::Undo => "undo",
    }
}

/// Whether a click beside the buttons, where it would throw the notice away, starts the break: that is what whoever clicks a
/// prompt means, and one that was not meant and is ended comes once more a little later.
pub(super) fn click_starts(notice: &Wording) -> bool {
    notice.kind == NoticeKind::Prompt && notice.actions.iter().any(|(one, _)| *one == Action::Start)
}

/// Whether it may make itself heard.
pub(super) fn silent(kind: NoticeKind) -> bool {
    match kind {
        NoticeKind::Prompt | NoticeKind::Breath | NoticeKind::CheckIn | NoticeKind::Question => false,
        NoticeKind::Nudge | NoticeKind::Info | NoticeKind::Guide => true,
    }
}
