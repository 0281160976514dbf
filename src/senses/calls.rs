//! What is heard of calls on every system: whether a device is in use and by whom, and for how long that must last. Never
//! looks at a device. PURE.

use super::debounce::Lasts;
use crate::plain::steers;
use std::time::Duration;

/// Longest name of a program that is kept, in characters.
// Programs choose it themselves, and it stands within a line of others' words.
const NAME_MOST: usize = 60;

/// For a microphone.
// A message spoken into the phone is no call, and a call may change its device.
pub(super) const MIC: Lasts = Lasts { believed: Duration::from_secs(5), dropped: Duration::from_secs(15) };
/// For a camera.
// Browsers and Telegram open each camera for a moment to see which there are (litra-autotoggle#19).
pub(super) const CAMERA: Lasts = Lasts { believed: Duration::from_secs(2), dropped: Duration::from_secs(2) };

/// Whether a device is in use.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) enum Use {
    /// Nobody uses it.
    #[default]
    Free,
    /// A program does; by its name, where it is known.
    By(Option<String>),
}

/// A program's name as it may be shown: one line, without marks that steer the text around it, and cut.
pub(super) fn name(raw: &[u8]) -> Option<String> {
    let steers = |c: &char| steers(*c) || *c == '\u{fffd}';
    let text = String::from_utf8_lossy(raw);
    let kept: String = text.trim().chars().filter(|c| !steers(c)).take(NAME_MOST).collect();
    let kept = kept.trim();
    (!kept.is_empty()).then(|| kept.to_owned())
}

#[cfg(test)]
mod tests {
    use super::name;

    #[test]
    fn a_name_is_one_short_line() {
        assert_eq!(name(b" Fire\x1b[1mfox\n\0"), Some("Fire[1mfox".into()));
        assert_eq!(name("a\u{202e}b\u{2066}c".as_bytes()), Some("abc".into()));
        assert_eq!(name(&[b'x'; 500]).unwrap().len(), 60);
        assert_eq!(name("ü".repeat(500).as_bytes()).unwrap().chars().count(), 60);
        assert_eq!(name(b"\xff\xfe"), None);
        assert_eq!(name(b" \n\0"), None);
    }
}
