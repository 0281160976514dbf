//! words
pub mod library;
pub mod settings;

/// How many lines end within these bytes of a text: for the number of a line that a person is told.
#[must_use]
pub fn line_ends(text: &str, bytes: std::ops::Range<usize>) -> usize {
    let bytes = text.as_bytes().get(bytes.start..bytes.end.min(text.len())).unwrap_or_default();
    bytes.split(|&b| b == b'\n').count() - 1
}
