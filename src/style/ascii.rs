//! Text in the letters that every terminal has. PURE: owns what stands for a letter that ASCII lacks.

use std::borrow::Cow;
use unicode_width::UnicodeWidthChar;

/// What is drawn, and the mark that stands for it: as wide, and no two of one chart alike.
const DRAWN: [(&str, &str); 8] = [
    ("█▓▒░", "#=~:"),
    ("▁▂▃▄▅▆▇", "_,:-=+*"),
    ("●◐○◆◇▷×·", "*%o+^>x."),
    ("━─╋┼", "=-#|"),
    ("–—‐‑−", "-----"),
    ("‘’‚“”„«»", "'''\"\"\"\"\""),
    ("→←↑↓•✓", "><^v*x"),
    ("\u{a0}\u{2009}\u{202f}…", "   ~"),
];
/// The letters from U+00C0 to U+00FF without their marks.
const LATIN: &[u8; 64] = b"AAAAAAACEEEEIIIIDNOOOOOxOUUUUYTsaaaaaaaceeeeiiiidnooooo/ouuuuyty";
/// What stands for any other letter, once for each column.
const OTHER: &str = "?";

/// The text in ASCII, letter by letter in as many columns.
#[must_use]
pub fn ascii(text: &str) -> Cow<'_, str> {
    if text.is_ascii() {
        return Cow::Borrowed(text);
    }
    let mut plain = String::with_capacity(text.len());
    for letter in text.chars() {
        match drawn(letter).or_else(|| latin(letter)) {
            _ if letter.is_ascii() => plain.push(letter),
            Some(mark) => plain.push(mark),
            None => plain.push_str(&OTHER.repeat(letter.width().unwrap_or(0))),
        }
    }
    Cow::Owned(plain)
}

fn drawn(letter: char) -> Option<char> {
    DRAWN
        .iter()
        .find_map(|(drawn, marks)| drawn.chars().zip(marks.chars()).find(|pair| pair.0 == letter))
        .map(|it| it.1)
}

fn latin(letter: char) -> Option<char> {
    let place = u32::from(letter).checked_sub(0xc0)?;
    LATIN.get(usize::try_from(place).ok()?).map(|&plain| char::from(plain))
}

#[cfg(test)]
mod tests {
    use super::*;
    use unicode_width::UnicodeWidthStr;

    #[test]
    fn every_letter_has_one_that_ascii_knows_and_columns_stay() {
        assert!(DRAWN.iter().all(|(drawn, marks)| drawn.chars().count() == marks.len() && marks.is_ascii()));
        for (text, wanted) in [
            ("plain", "plain"),
            ("█ desk ▓ call · away", "# desk = call . away"),
            ("a – b — “c”…", "a - b - \"c\"~"),
            ("Jörg Ångström, façade", "Jorg Angstrom, facade"),
            ("首都 Москва", "???? ??????"),
            ("e\u{301}\u{200d}", "e"),
        ] {
            assert_eq!(ascii(text), wanted);
            assert!(ascii(text).is_ascii());
            assert_eq!(ascii(text).width(), text.width(), "{text}");
        }
    }

    #[test]
    fn marks_that_stand_in_one_chart_differ() {
        for (at, (_, marks)) in DRAWN.iter().enumerate().filter(|(at, _)| *at < 4) {
            let mut all: Vec<char> = marks.chars().collect();
            all.sort_unstable();
            all.dedup();
            assert_eq!(all.len(), marks.len(), "row {at}");
        }
    }
}
