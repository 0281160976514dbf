//! The words of the scenario language for what another machine says. Owns their reading and writing; the other lines are
//! `parse`'s and `inputs`'s.

use super::line::Act;
use super::parse::length;
use super::trouble::{Trouble, WordKind};
use crate::engine::event::{Elsewhere, News};
use crate::engine::moment::Stamp;
use std::time::Duration;

/// Letters of a machine's key that tell it from the others.
const KEY: usize = 16;

/// What follows the machine's name: what it says, and when by its own clock.
pub(super) fn act(name: &str, words: &[&str]) -> Result<Act, Trouble> {
    let said = words.iter().position(|word| *word == "said").unwrap_or(words.len());
    let (ahead, ago) = match &words[said..] {
        [] => (false, Duration::ZERO),
        ["said", ago] => (ago.starts_with('-'), length(ago.trim_start_matches('-'))?),
        [_, rest @ ..] => return Err(Trouble::No(WordKind::Length, rest.join(" "))),
    };
    let zero = Duration::ZERO;
    let news = match &words[..said] {
        ["working"] => News::Working { used: zero },
        ["working", used] => News::Working { used: length(used)? },
        ["away"] => News::Away { idle: zero, used: zero },
        ["away", idle] => News::Away { idle: length(idle)?, used: zero },
        ["away", idle, used] => News::Away { idle: length(idle)?, used: length(used)? },
        ["resting"] => News::Resting { since: zero, used: zero },
        ["resting", since, used] => News::Resting { since: length(since)?, used: length(used)? },
        ["break", lasted] => News::Break { lasted: length(lasted)? },
        ["rest", lasted] => News::Rest { lasted: length(lasted)? },
        ["declined", reminder] => News::Declined { reminder: (*reminder).to_owned() },
        ["gone"] => News::Gone,
        other => return Err(Trouble::Unknown(format!("elsewhere {name} {}", other.join(" ")))),
    };
    Ok(Act::Elsewhere { name: name.to_owned(), news, ahead, ago })
}

/// The line that gives a machine's word back; its name is the person's own, so its key stands for it. None for a key or a
/// break that could not be read back.
pub(super) fn line(told: &Elsewhere, now: Stamp) -> Option<String> {
    let key: String = told.machine.chars().take(KEY).collect();
    let plain = |word: &str| !word.is_empty() && word.chars().all(|c| c.is_alphanumeric() || c == '-' || c == '_');
    let seconds = |span: &Duration| format!("{}s", span.as_secs());
    let what = match &told.news {
        News::Working { used } => format!("working {}", seconds(used)),
        News::Away { idle, used } => format!("away {} {}", seconds(idle), seconds(used)),
        News::Resting { since, used } => format!("resting {} {}", seconds(since), seconds(used)),
        News::Break { lasted } => format!("break {}", seconds(lasted)),
        News::Rest { lasted } => format!("rest {}", seconds(lasted)),
        News::Declined { reminder } if plain(reminder) => format!("declined {reminder}"),
        News::Declined { .. } => return None,
        News::Gone => "gone".to_owned(),
    };
    let ago = (now - told.said).num_milliseconds();
    let said = match ago {
        0 => String::new(),
        ago => format!(" said {}{}ms", if ago < 0 { "-" } else { "" }, ago.unsigned_abs()),
    };
    plain(&key).then(|| format!("elsewhere {key} {what}{said}"))
}
