//! What a person sees of the guide and of the notifications, in the words of scenarios. Owns these lines, which can be
//! expected and are never printed: `simulate` prints what was decided.

use super::print::Printed;
use crate::engine::content::Content;
use crate::engine::guide_view::{GuideView, Subject};
use crate::engine::moment::Stamp;
use crate::engine::notice::{Notice, NoticeKind};
use crate::text::notices;
use serde_json::Value;

/// What the guide's window is told.
pub(super) fn guide(at: Stamp, view: Option<&GuideView>) -> Printed {
    let words = match view.map(|view| &view.subject) {
        Some(Subject::Exercise(id)) => format!("guide exercise {id}"),
        Some(Subject::Pattern(id)) => format!("guide breath {id}"),
        Some(Subject::Free) => "guide free".into(),
        None => "guide closed".into(),
    };
    seen(at, words)
}

/// What is put on screen, word by word.
pub(super) fn notice(at: Stamp, notice: &Notice, library: &Content) -> Printed {
    let wording = notices::wording(notice, library);
    let kind = match wording.kind {
        NoticeKind::Prompt => "prompt",
        NoticeKind::Guide => "guide",
        NoticeKind::Nudge => "nudge",
        NoticeKind::Breath => "breath",
        NoticeKind::CheckIn => "check-in",
        NoticeKind::Question => "question",
        NoticeKind::Info => "word",
    };
    seen(at, format!("shown {kind} {} {}", wording.title, wording.body))
}

fn seen(at: Stamp, words: String) -> Printed {
    Printed { at, words, reason: None, json: Value::Null }
}
