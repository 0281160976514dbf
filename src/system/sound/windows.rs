//! Sound on Windows, which plays a file from memory.
#![expect(unsafe_code, reason = "playing has no safe form; the call says why it is sound")]

use super::{Tone, wave};
use std::io;
use std::ptr::null_mut;
use windows_sys::Win32::Media::Audio::{PlaySoundW, SND_MEMORY, SND_NODEFAULT, SND_SYNC};

/// Plays it to its end.
///
/// # Errors
/// When there is nothing to play it with.
pub(crate) fn play(_client: &str, _name: &str, tone: &Tone) -> io::Result<()> {
    let file = wave::file(tone);
    // SAFETY: the file is whole and lives as long as the call, which waits for the end of the sound.
    let played = unsafe { PlaySoundW(file.as_ptr().cast(), null_mut(), SND_MEMORY | SND_SYNC | SND_NODEFAULT) };
    if played == 0 { Err(io::ErrorKind::NotFound.into()) } else { Ok(()) }
}
