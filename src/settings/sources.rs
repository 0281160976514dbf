//! A calendar as a person names it: a path or an address. Owns which forms there are, and what of one may be printed:
//! an address is a secret, because whoever knows it can read the calendar.

use crate::plain::{harmless, steers};
use core::net::IpAddr;
use std::path::{Path, is_separator};

/// The most characters of one.
const LONGEST: usize = 2000;

/// A calendar as named.
#[derive(Clone, PartialEq, Eq)]
pub enum Source {
    /// A file or a folder; absolute as the system has it, or below the home folder by `~/`.
    Path(String),
    /// An address to fetch: `https://`, or `http://` of this machine.
    Address(String),
}

impl std::fmt::Debug for Source {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Path(path) => f.debug_tuple("Path").field(path).finish(),
            // Whatever can be printed gets into a log one day: never more of an address than its host.
            Self::Address(address) => f.debug_tuple("Address").field(&source_name(address)).finish(),
        }
    }
}

/// Reads one. None for other schemes, for plain `http://` to another machine, where anybody on the way could read along,
/// for addresses with a password in them, and for paths that depend on where the app was started.
#[must_use]
pub fn source(text: &str) -> Option<Source> {
    if text.is_empty() || text.len() > LONGEST || text.chars().any(char::is_control) {
        return None;
    }
    let Some((scheme, rest)) = text.split_once("://") else {
        let known = Path::new(text).is_absolute() || below_home(text).is_some();
        return known.then(|| Source::Path(text.to_owned()));
    };
    let authority = authority(rest);
    // Programs differ over a backslash: in `http://localhost\@example.org/` one takes this machine for the host and
    // another the other one.
    let plain = !rest.contains(|c: char| c.is_whitespace() || c == '\\') && rest.is_ascii() && !authority.contains('@');
    let host = host(authority);
    if !plain || host.is_empty() {
        return None;
    }
    match scheme.to_ascii_lowercase().as_str() {
        // "webcal" is no protocol: it only says that the address is that of a calendar. A secret goes over an
        // encrypted line.
        "https" | "webcal" | "webcals" => Some(Source::Address(format!("https://{rest}"))),
        "http" if is_this_machine(host) => Some(Source::Address(format!("http://{rest}"))),
        _ => None,
    }
}

/// Whether a text names a file or folder wherever the app was started.
pub(super) fn is_path(text: &str) -> bool {
    matches!(source(text), Some(Source::Path(_)))
}

/// The rest of a path that begins at the home folder.
#[must_use]
pub fn below_home(path: &str) -> Option<&str> {
    path.strip_prefix('~')?.strip_prefix(is_separator)
}

/// What may be printed of one: the last name of a path, the host of an address.
#[must_use]
pub fn source_name(text: &str) -> String {
    let name = match text.split_once("://") {
        Some((_, rest)) => host(authority(rest).rsplit('@').next().unwrap_or_default()),
        None => text.trim_end_matches(is_separator).rsplit(is_separator).next().unwrap_or_default(),
    };
    harmless(name).chars().take(80).collect()
}

fn authority(rest: &str) -> &str {
    rest.split(['/', '?', '#', '\\']).next().unwrap_or_default()
}

/// The host without its port; `[::1]` without its brackets.
fn host(authority: &str) -> &str {
    match authority.strip_prefix('[').and_then(|rest| rest.split_once(']')) {
        Some((host, _)) => host,
        None => authority.split(':').next().unwrap_or_default(),
    }
}

fn is_this_machine(host: &str) -> bool {
    host.eq_ignore_ascii_case("localhost") || host.parse::<IpAddr>().is_ok_and(|ip| ip.is_loopback())
}

/// Whether a word can be a mail address, to be told apart from others by.
pub(super) fn is_mail(word: &str) -> bool {
    let plain = word.len() <= 254 && !word.contains(|c: char| c.is_whitespace() || steers(c));
    plain && word.split_once('@').is_some_and(|(who, at)| !who.is_empty() && !at.is_empty() && !at.contains('@'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_and_safe_addresses_are_taken() {
        let [one, other] = if is_separator('\\') {
            [r"C:\Users\me\work.ics", "C:/a b/c.ics"]
        } else {
            ["/home/me/work.ics", "/a b/c.ics"]
        };
        for path in [one, other, "~/.calendars"] {
            assert_eq!(source(path), Some(Source::Path(path.into())));
        }
        for (text, fetched) in [
            ("https://example.org/private-123/basic.ics", "https://example.org/private-123/basic.ics"),
            ("webcal://example.org/c.ics?key=1", "https://example.org/c.ics?key=1"),
            ("http://localhost:1080/c.ics", "http://localhost:1080/c.ics"),
            ("HTTP://[::1]:1080/c.ics", "http://[::1]:1080/c.ics"),
            ("http://127.0.0.2/c.ics", "http://127.0.0.2/c.ics"),
        ] {
            assert_eq!(source(text), Some(Source::Address(fetched.into())), "{text}");
        }
        for wrong in [
            "",
            "work.ics",
            "./work.ics",
            "~other/work.ics",
            "http://example.org/c.ics",
            "http://127.0.0.1.example.org/",
            "file:///etc/passwd",
            "ftp://example.org/c.ics",
            "https:///c.ics",
            "https://me:word@example.org/c.ics",
            "http://localhost@example.org/",
            "http://localhost\\@example.org/",
            "https://example.org/a b",
            "/a\nb",
        ] {
            assert_eq!(source(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn nothing_secret_is_in_a_name() {
        for (text, name) in [
            ("https://calendar.example.org/ical/me/private-123/basic.ics", "calendar.example.org"),
            ("webcal://me:word@example.org:8443?token=1", "example.org"),
            ("http://[::1]:1080/token", "::1"),
            ("/home/me/work.ics", "work.ics"),
            ("~/.calendars/", ".calendars"),
            ("/home/me/a\u{202e}sci.kr\u{e0041}ow", "a sci.kr ow"),
        ] {
            assert_eq!(source_name(text), name);
        }
        assert!(!format!("{:?}", source("https://example.org/secret")).contains("secret"));
    }

    #[test]
    fn mail_addresses_are_known_by_their_form() {
        assert!(is_mail("me@example.org"));
        assert!(
            ["me", "@example.org", "me@", "a@b@c", "me @example.org", "me\u{202e}@example.org"]
                .iter()
                .all(|wrong| !is_mail(wrong))
        );
    }
}
