//! Lines with a column of names. Owns how wide they are and where a name stands; knows no review.

use crate::style::{Style, Tone, pad, wrap};
use std::ops::RangeInclusive;
use unicode_width::UnicodeWidthStr;

/// Columns of a review: what the narrowest chart needs, and what the eye still takes in.
const WIDTH: RangeInclusive<usize> = 40..=100;
/// Columns of the names on the left.
const NAMES: usize = 12;
/// With fewer columns than this a name stands above what it is of, which is set in by `INDENT`.
const BESIDE: usize = 64;
const INDENT: usize = 2;

/// What was written so far.
pub(super) struct Page<'a> {
    pub(super) style: &'a Style,
    pub(super) text: String,
    /// The name of what comes next.
    name: &'a str,
}

impl<'a> Page<'a> {
    /// With nothing on it.
    pub(super) fn new(style: &'a Style) -> Self {
        Self { style, text: String::new(), name: "" }
    }

    fn width(&self) -> usize {
        self.style.width.clamp(*WIDTH.start(), *WIDTH.end())
    }

    /// Columns beside the names.
    pub(super) fn columns(&self) -> usize {
        self.width() - if self.width() < BESIDE { INDENT } else { NAMES }
    }

    /// The next line begins what has this name.
    pub(super) fn begin(&mut self, name: &'a str) {
        self.name = name;
    }

    pub(super) fn line(&mut self, content: &str) {
        let name = std::mem::take(&mut self.name);
        let strong = self.style.paint(Tone::Strong, name);
        let line = if self.width() < BESIDE {
            if !name.is_empty() {
                self.text += &(strong + "\n");
            }
            pad("", INDENT) + content
        } else {
            strong + &pad("", NAMES - name.width().min(NAMES)) + content
        };
        self.text += line.trim_end();
        self.blank();
    }

    pub(super) fn lines<T: AsRef<str>>(&mut self, lines: impl IntoIterator<Item = T>) {
        for line in lines {
            self.line(line.as_ref());
        }
    }

    pub(super) fn prose(&mut self, text: &str, tone: Tone) {
        for line in wrap(text, self.columns()) {
            self.line(&self.style.paint(tone, &line));
        }
    }

    /// Ends the line; between two, leaves one free.
    pub(super) fn blank(&mut self) {
        self.text.push('\n');
    }
}
