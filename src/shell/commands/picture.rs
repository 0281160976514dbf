//! An exercise's figure as a picture, in a file (`unhunch exercises show ID --png FILE`) or in the terminal. Owns what may be
//! written over, and how large it is in a terminal; draws nothing.

use crate::engine::content::Exercise;
use crate::engine::person::Person;
use crate::figures::{self, Palette};
use crate::shell::output;
use crate::shell::picture_cache::is_png;
use crate::text::figures as text;
use std::fs::{self, File};
use std::io::{ErrorKind, Write};
use std::path::Path;

/// The width of a picture in the terminal.
// Enough to tell what is done, and a terminal of 24 lines shows it whole.
const COLUMNS: u16 = 36;

/// Pictures with a shorter edge are small ones.
// A near hand alone is not told from anything else in them.
const SMALL: u16 = 96;

/// Draws the still of an exercise's figure into a file. A picture that is there is replaced, anything else is not.
pub(super) fn draw(exercise: &Exercise, who: Person, file: &Path, size: u16, dark: bool) -> Result<String, String> {
    let figure = figures::of(exercise).ok_or_else(|| text::no_figure(&exercise.id))?.by(who);
    let figure = if size < SMALL { figure.small() } else { figure };
    let palette = if dark { Palette::Dark } else { Palette::Light };
    let png = figures::to_png(&figure, figure.still(), size, palette).ok_or_else(|| text::no_figure(&exercise.id))?;
    let shown = file.display().to_string();
    let failed = |error: std::io::Error| text::not_written(&shown, &error.to_string());
    // Made and not looked for first: what appears in between is not written over.
    let written = match File::create_new(file) {
        Ok(mut new) => new.write_all(&png),
        Err(error) if error.kind() == ErrorKind::AlreadyExists => {
            if !is_png(file).map_err(failed)? {
                return Err(text::no_picture_there(&shown));
            }
            fs::write(file, &png)
        }
        Err(error) => Err(error),
    };
    written.map(|()| text::drawn(&exercise.name, &shown)).map_err(failed)
}

/// The still of an exercise's figure for this terminal, if it shows pictures and there is one.
pub(super) fn in_terminal(exercise: &Exercise, who: Person) -> Option<String> {
    let figure = figures::of(exercise).filter(|_| output::pictures())?.by(who).small();
    figures::to_blocks(&figure, figure.still(), COLUMNS, Palette::Light)
}
