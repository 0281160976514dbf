//! Questions in a terminal, line by line. Owns how a paragraph fits the terminal and how much of an answer is read; never
//! knows what is asked.

use super::output;
use crate::style::wrap;
use std::io::{self, BufRead, IsTerminal, Read};

/// No answer is as long as this, in bytes.
// A pipe may bring a line without an end.
const LONGEST: u64 = 4096;
/// Lines are no longer than this, in columns, and as long where no terminal says how wide it is.
const WIDTH: usize = 90;

/// Prints text in lines that fit the terminal; what it is set in by, the next lines are, too, and those of an item of a
/// list stand below its text.
pub(crate) fn paragraph(text: &str) {
    let width = output::columns().map_or(WIDTH, |columns| columns.min(WIDTH));
    let content = text.trim_start_matches(' ');
    let (mark, content) = content.strip_prefix("- ").map_or(("", content), |content| ("- ", content));
    let margin = " ".repeat(text.len() - content.len());
    let first = format!("{}{mark}", &margin[mark.len()..]);
    for (at, line) in wrap(content, width.saturating_sub(margin.len())).iter().enumerate() {
        output::line(format!("{}{line}", if at == 0 { &first } else { &margin }).trim_end());
    }
}

/// Prints one after the other.
pub(crate) fn paragraphs<T: AsRef<str>>(texts: impl IntoIterator<Item = T>) {
    for text in texts {
        paragraph(text.as_ref());
    }
}

/// Asks for a line; none when no more will come.
pub(crate) fn answer() -> Option<String> {
    output::text("> ");
    let mut line = Vec::new();
    let read = io::stdin().lock().take(LONGEST).read_until(b'\n', &mut line);
    // Another locale's letters are no end of the talk.
    let line = read.ok().filter(|read| *read > 0).map(|_| String::from_utf8_lossy(&line).trim().to_lowercase());
    if !by_hand() || line.is_none() {
        // Nobody pressed Enter here, so the line is still open.
        output::line("");
    }
    line
}

/// Whether a person types, who can be asked again.
pub(crate) fn by_hand() -> bool {
    io::stdin().is_terminal()
}
