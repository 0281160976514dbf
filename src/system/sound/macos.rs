//! Sound on macOS, which has a program that plays a file.

use super::{Tone, wave};
use crate::system::files::temporary::Temporary;
use std::io;
use std::process::Command;

/// Plays it to its end.
///
/// # Errors
/// When there is nothing to play it with.
pub(crate) fn play(_client: &str, _name: &str, tone: &Tone) -> io::Result<()> {
    let folder = Temporary::new("unhunch-sound")?;
    let file = folder.path().join("tone.wav");
    std::fs::write(&file, wave::file(tone))?;
    let ended = Command::new("afplay").arg(&file).status()?;
    if ended.success() { Ok(()) } else { Err(io::ErrorKind::NotFound.into()) }
}
