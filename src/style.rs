//! Text for a terminal: colour and columns. PURE: owns how a tone is painted and where a line breaks; never knows what is
//! written, nor asks whether there is a terminal.

mod ascii;

pub use ascii::ascii;

use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// How the terminal is to be written to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Style {
    /// Whether to use colour (the terminal's own 16, so that they fit its theme).
    pub colour: bool,
    /// Columns of the terminal.
    pub width: usize,
}

/// What a piece of text means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the words say it")]
pub enum Tone {
    Plain,
    Strong,
    Emphasis,
    Link,
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
            Tone::Emphasis => "3",
            Tone::Link => "4",
            Tone::Quiet => "2",
            Tone::Good => "32",
            Tone::Own => "36",
            Tone::Not => "33",
            Tone::Call => "35",
        }
    }
}

impl Style {
    /// The text in its tone.
    #[must_use]
    pub fn paint(&self, tone: Tone, text: &str) -> String {
        if !self.colour || tone == Tone::Plain || text.trim().is_empty() {
            text.to_owned()
        } else {
            format!("\u{1b}[{}m{text}\u{1b}[0m", tone.code())
        }
    }

    /// Cells next to each other, one tone for each run.
    #[must_use]
    pub fn paint_cells(&self, cells: &[(char, Tone)]) -> String {
        let run = |run: &[(char, Tone)]| self.paint(run[0].1, &run.iter().map(|cell| cell.0).collect::<String>());
        cells.chunk_by(|a, b| a.1 == b.1).map(run).collect()
    }
}

/// The text filled up with blanks to so many columns.
#[must_use]
pub fn pad(text: &str, columns: usize) -> String {
    format!("{text}{}", " ".repeat(columns.saturating_sub(text.width())))
}

/// The same, from the left.
#[must_use]
pub fn pad_left(text: &str, columns: usize) -> String {
    format!("{}{text}", " ".repeat(columns.saturating_sub(text.width())))
}

/// The text, or as much of it as fits into so many columns, with a sign that there was more.
#[must_use]
pub fn cut(text: &str, columns: usize) -> String {
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

/// The text with every line that is too long for so many columns broken between words. The rest of a line stands below
/// the last of its columns that leaves half of the terminal, each further column in a line of its own; that of an item of
/// a list stands below its text. A line in colour stays as it is: whoever paints has fitted it.
#[must_use]
pub fn fit(text: &str, columns: usize) -> String {
    let fitted = |line: &str| {
        if line.width() <= columns || line.contains('\u{1b}') { line.to_owned() } else { broken(line, columns) }
    };
    text.split('\n').map(fitted).collect::<Vec<_>>().join("\n")
}

/// A line that is too long, in several.
fn broken(line: &str, columns: usize) -> String {
    let start = line.len() - line.trim_start().len();
    let item = line[start..]
        .split_once(' ')
        .filter(|(mark, _)| *mark == "-" || mark.strip_suffix('.').is_some_and(|number| number.parse::<u8>().is_ok()));
    let mut hang = start + item.map_or(0, |(mark, _)| mark.len() + 1);
    for (gap, _) in line.match_indices("  ").filter(|(gap, _)| *gap > start) {
        let field = gap + line[gap..].len() - line[gap..].trim_start().len();
        if line[..field].width() * 2 <= columns {
            hang = field;
        }
    }
    let (head, rest) = line.split_at(hang);
    let below = pad("", head.width());
    let room = columns.saturating_sub(below.len()).max(1);
    let fields = rest.split("  ").map(str::trim).filter(|field| !field.is_empty());
    let lines: Vec<String> = fields.flat_map(|field| wrap(field, room)).collect();
    format!("{head}{}", lines.join(&format!("\n{below}")))
}

#[cfg(test)]
mod tests {
    use super::{Style, Tone, cut, fit, pad, wrap};

    #[test]
    fn a_long_line_is_broken_between_words_below_its_column() {
        assert_eq!(fit("short\nand as long", 11), "short\nand as long");
        assert_eq!(fit("09:00  due again and again", 16), "09:00  due again\n       and again");
        assert_eq!(fit("  2. one two three", 12), "  2. one two\n     three");
        assert_eq!(fit("  one two three", 9), "  one two\n  three");
        assert_eq!(fit("09:00  due    and why", 14), "09:00  due\n       and why", "a column that is too far");
        assert_eq!(fit("\u{1b}[1mone two\u{1b}[0m", 4), "\u{1b}[1mone two\u{1b}[0m");
    }

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
