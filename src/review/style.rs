//! Colour and columns.

use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// How the terminal is to be written to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Style {
    /// Whether to use colour (the terminal's own 16, so that they fit its theme).
    pub colour: bool,
    /// Columns; under 64 counts as 64, over 100 as 100.
    pub width: usize,
}

/// What a piece of text means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tone {
    Plain,
    Strong,
    Quiet,
    Good,
    Own,
    Not,
    Call,
}

impl Tone {
    fn code(self) -> &'static str {
        match self {
            Tone::Plain => "",
            Tone::Strong => "1",
            Tone::Quiet => "2",
            Tone::Good => "32",
            Tone::Own => "36",
            Tone::Not => "33",
            Tone::Call => "35",
        }
    }
}

impl Style {
    /// Columns to write in.
    pub(super) fn columns(&self) -> usize {
        self.width.clamp(64, 100)
    }

    /// The text in its tone.
    pub(super) fn paint(&self, tone: Tone, text: &str) -> String {
        if !self.colour || tone == Tone::Plain || text.trim().is_empty() {
            text.to_owned()
        } else {
            format!("\u{1b}[{}m{text}\u{1b}[0m", tone.code())
        }
    }

    /// Cells next to each other, one tone for each run.
    pub(super) fn paint_cells(&self, cells: &[(char, Tone)]) -> String {
        let run = |run: &[(char, Tone)]| self.paint(run[0].1, &run.iter().map(|cell| cell.0).collect::<String>());
        cells.chunk_by(|a, b| a.1 == b.1).map(run).collect()
    }
}

/// The text filled up with blanks to so many columns.
pub(super) fn pad(text: &str, columns: usize) -> String {
    format!("{text}{}", " ".repeat(columns.saturating_sub(text.width())))
}

/// The same, from the left.
pub(super) fn pad_left(text: &str, columns: usize) -> String {
    format!("{}{text}", " ".repeat(columns.saturating_sub(text.width())))
}

/// The text, or as much of it as fits into so many columns, with a sign that there was more.
pub(super) fn cut(text: &str, columns: usize) -> String {
    if text.width() <= columns {
        return text.to_owned();
    }
    let mut kept = String::new();
    for letter in text.chars() {
        if kept.width() + letter.width().unwrap_or(0) + 1 > columns {
            break;
        }
        kept.push(letter);
    }
    kept + "…"
}

/// The text in lines of at most so many columns, broken between words.
#[must_use]
pub fn wrap(text: &str, columns: usize) -> Vec<String> {
    let mut lines = vec![String::new()];
    for word in text.split(' ') {
        let line = lines.last_mut().map_or(0, |line| line.width());
        match lines.last_mut() {
            Some(last) if line == 0 => last.push_str(word),
            Some(last) if line + 1 + word.width() <= columns => {
                last.push(' ');
                last.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::{Style, Tone, cut, pad, wrap};

    #[test]
    fn colour_only_when_asked_and_one_code_for_a_run() {
        let cells = [('a', Tone::Good), ('b', Tone::Good), (' ', Tone::Plain), ('c', Tone::Not)];
        assert_eq!(Style { colour: false, width: 80 }.paint_cells(&cells), "ab c");
        assert_eq!(Style { colour: true, width: 80 }.paint_cells(&cells), "\u{1b}[32mab\u{1b}[0m \u{1b}[33mc\u{1b}[0m");
    }

    #[test]
    fn columns_are_counted_as_the_terminal_does() {
        assert_eq!(pad("首", 4), "首  ");
        assert_eq!((cut("首首首", 5), cut("abc", 3)), ("首首…".into(), "abc".into()));
        assert_eq!(wrap("one two three", 7), ["one two", "three"]);
        assert_eq!(wrap("incomprehensible", 7), ["incomprehensible"]);
    }
}
