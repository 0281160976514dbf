//! A figure in a terminal: half blocks, each two pixels of it. Owns that form; never knows whether a terminal can show it.

use super::{Figure, Palette, to_rgba};
use std::fmt::Write;

/// The picture at a moment in 24-bit colour, as many columns wide and half as many lines high; an odd number of columns is
/// one less.
#[must_use]
pub fn to_blocks(figure: &Figure, seconds: f32, columns: u16, palette: Palette) -> Option<String> {
    let size = columns & !1;
    let pixels = to_rgba(figure, seconds, size, palette)?;
    let mut text = String::new();
    for rows in pixels.chunks_exact(usize::from(size) * 8) {
        let (upper, lower) = rows.split_at(rows.len() / 2);
        for (above, below) in upper.chunks_exact(4).zip(lower.chunks_exact(4)) {
            // Writing to a text cannot fail.
            let _ = write!(text, "\u{1b}[38;2;{};{};{}m", above[0], above[1], above[2]);
            let _ = write!(text, "\u{1b}[48;2;{};{};{}m\u{2580}", below[0], below[1], below[2]);
        }
        text.push_str("\u{1b}[0m\n");
    }
    Some(text)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::library;

    #[test]
    fn two_pixels_stand_in_each_place_and_every_line_ends_its_colours() {
        let (library, _) = library::content("en", &[]);
        let exercise = library.content.exercises.into_iter().find(|it| it.id == "chin-tuck").unwrap();
        let figure = crate::figures::of(&exercise).unwrap();
        let text = to_blocks(&figure, figure.still(), 33, Palette::Light).unwrap();
        let lines: Vec<&str> = text.lines().collect();
        assert_eq!(lines.len(), 16);
        for line in lines {
            assert_eq!(line.matches('\u{2580}').count(), 32);
            assert!(line.ends_with("\u{1b}[0m"));
        }
        let [r, g, b, _] = to_rgba(&figure, figure.still(), 32, Palette::Light).unwrap()[..4] else { panic!() };
        assert!(text.starts_with(&format!("\u{1b}[38;2;{r};{g};{b}m")), "the first is the one in the corner");
    }
}
