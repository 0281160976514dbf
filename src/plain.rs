//! Text whatever its language: what of other people's would steer the text around it or cannot be seen, which line of a
//! file something is in, and which names are written alike. Pure.

pub mod near;

/// Whether a letter steers what shows it or is not seen at all: controls, line and paragraph separators, marks of
/// direction, tags and other marks without a shape. Joiners are none: some writings and pictures need them.
#[must_use]
pub fn steers(c: char) -> bool {
    // A name of somebody else's could turn round the text beside it (U+202E) or end a line of ours (U+2028), and so
    // pass for another.
    c.is_control()
        || matches!(
            c,
            '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}'
        )
        || matches!(c, '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}')
}

/// The text with a space in place of each such letter.
#[must_use]
pub fn harmless(text: &str) -> String {
    text.chars().map(|c| if steers(c) { ' ' } else { c }).collect()
}

/// How many lines end within these bytes of a text: for the number of a line that a person is told.
#[must_use]
pub fn line_ends(text: &str, bytes: std::ops::Range<usize>) -> usize {
    let bytes = text.as_bytes().get(bytes.start..bytes.end.min(text.len())).unwrap_or_default();
    bytes.split(|&b| b == b'\n').count() - 1
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_steers_or_hides_is_gone_and_writing_stays() {
        assert_eq!(harmless("a\u{202e}b\u{2066}c\u{2028}d\u{e0041}e\u{1b}f\u{200f}g"), "a b c d e f g");
        let writing = "\u{645}\u{6cc}\u{200c}\u{62e} \u{1f469}\u{200d}\u{1f4bb} \u{e9}\u{304b}";
        assert_eq!(harmless(writing), writing);
    }
}
