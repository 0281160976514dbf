//! Where no sound is played yet.

use super::Tone;
use std::io;

/// It is silent.
///
/// # Errors
/// Always: it is not here.
pub(crate) fn play(_client: &str, _tone: Tone) -> io::Result<()> {
    Err(io::ErrorKind::Unsupported.into())
}
