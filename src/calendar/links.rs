//! Where people meet on the net. Owns how such a place is known, by address or by name; never opens one.

use super::services::{BESIDE, NAMES, OWN_HOSTS, OWN_PATHS, PLACES, SHORT};
/// Whether a text that names a place names such a one: by address, also without its scheme, or in words. A sentence
/// elsewhere is not asked: "zoom in on the roadmap" is no place.
pub(super) fn place(text: &str) -> bool {
    let bare = |word: &str| word.contains('/') && !word.contains("://") && any(&format!("://{word}"));
    let mut pieces = text.split([',', ';', '|', '\n', '(', ')', '[', ']']).flat_map(|piece| piece.split(" / "));
    any(text) || text.split_whitespace().any(bare) || pieces.any(named)
}

/// Whether a piece of a place's name is the name of such a place.
fn named(piece: &str) -> bool {
    // Scripts without spaces put their words next to the name: they end it.
    let part = |letter: char| letter.is_alphanumeric() && letter < '\u{2e80}';
    let piece = piece.to_lowercase();
    let words: Vec<&str> = piece.split(|letter: char| !part(letter)).filter(|word| !word.is_empty()).collect();
    let line = format!(" {} ", words.join(" "));
    let beside = |word: &&str| {
        SHORT.contains(word) || word.parse::<u64>().is_ok() || BESIDE.split_whitespace().any(|one| one == *word)
    };
    NAMES.iter().any(|name| line.contains(&format!(" {name} ")))
        || (words.iter().any(|word| SHORT.contains(word)) && words.iter().all(beside))
}

/// Whether a text holds the address of such a place.
pub(super) fn any(text: &str) -> bool {
    text.match_indices("://").any(|(at, _)| {
        let rest = text.get(at + 3..).unwrap_or_default();
        let end = rest.find(|c: char| c.is_whitespace() || "\"'<>\\".contains(c)).unwrap_or(rest.len());
        let address = rest.get(..end).unwrap_or_default();
        let (host, path) = address.split_at(address.find(['/', '?', '#']).unwrap_or(address.len()));
        let path = if path.is_empty() { "/" } else { path };
        // A name may stand before the host, and must not pass for it.
        let host = host.rsplit('@').next().unwrap_or(host).split(':').next().unwrap_or(host).to_ascii_lowercase();
        known(&host, path)
    })
}

fn known(host: &str, path: &str) -> bool {
    let below = |name: &str| host.strip_suffix(name).is_some_and(|rest| rest.is_empty() || rest.ends_with('.'));
    let known = PLACES.iter().any(|(name, start)| below(name) && path.starts_with(start));
    // The bare address of such a host is its front page, and no meeting.
    let own = host.split_once('.').is_some_and(|(first, _)| OWN_HOSTS.contains(&first)) && path.len() > 1;
    known || own || (host.contains("cloud") && OWN_PATHS.iter().any(|start| path.starts_with(start)))
}

#[cfg(test)]
mod tests {
    use super::{any, place};

    #[test]
    fn places_to_meet_and_others() {
        for yes in [
            "https://meet.google.com/abc-defg-hij",
            "Join: <https://us02web.zoom.us/j/123?pwd=x> now",
            "https://teams.microsoft.com/l/meetup-join/19%3ameeting",
            "https://acme.webex.com/meet/ann",
            "https://bbb.uni.example/b/ann-x7f",
            "HTTPS://MEET.JIT.SI/Standup",
            "https://jitsi.example.org/room",
            "https://cloud.example.org/call/x8d2",
        ] {
            assert!(any(yes), "{yes}");
        }
        for no in [
            "",
            "Room 5",
            "https://example.org/zoom.us",
            "https://notzoom.us/j/1",
            "zoom.us/j/1 without a scheme",
            "https://docs.google.com/document",
            "https://meet.example.org",
            "://",
            "https://",
        ] {
            assert!(!any(no), "{no}");
        }
    }

    #[test]
    fn places_in_words() {
        for yes in [
            "Microsoft Teams Meeting",
            "Microsoft Teams-Besprechung",
            "Réunion Microsoft Teams",
            "Reunión de Microsoft Teams",
            "Riunione di Microsoft Teams",
            "Spotkanie w aplikacji Microsoft Teams",
            "Собрание Microsoft Teams",
            "Microsoft Teams会議",
            "MICROSOFT TEAMS MEETING; Room 5.01",
            "Room 5 / Zoom",
            "Zoom Meeting",
            "Zoom-Besprechung",
            "Réunion Zoom",
            "Zoom会议",
            "Zoom: 123 456 7890",
            "Zoom (link in description)",
            "via Teams",
            "Google Meet",
            "Meet",
            "Webex",
            "Cisco Webex Meeting",
            "meet.google.com/abc-defg-hij",
            "acme.zoom.us/j/123",
            "https://acme.webex.com/meet/ann",
        ] {
            assert!(place(yes), "{yes}");
        }
        for no in [
            "",
            "Room 5",
            "zoom in on the roadmap",
            "ZOOM Torino",
            "Zoom Erlebniswelt Gelsenkirchen",
            "Teams Building Hall",
            "Meet at the station",
            "Meeting room",
            "Skypeworks",
            "Microsoft Campus, Building 92",
            "Slack Farm",
            "webexpert GmbH",
            "example.org/zoom",
            "123",
        ] {
            assert!(!place(no), "{no}");
        }
    }
}
