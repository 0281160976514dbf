//! Where people meet on the net. Owns the table of such places; never opens one.

/// Properties that name one by being there with a value.
pub(super) const PROPERTIES: &[&str] = &[
    "CONFERENCE",
    "X-GOOGLE-CONFERENCE",
    "X-GOOGLE-HANGOUT",
    "X-MICROSOFT-SKYPETEAMSMEETINGURL",
    "X-MICROSOFT-ONLINEMEETINGCONFLINK",
    "X-MICROSOFT-ONLINEMEETINGEXTERNALLINK",
    "X-TELEMOST-CONFERENCE",
    "X-NEXTCLOUD-TALK-URL",
];

/// Hosts of calls, with what the path begins with where the host has other uses too. A host stands for those below it.
const PLACES: &[(&str, &str)] = &[
    ("meet.google.com", "/"),
    ("hangouts.google.com", "/"),
    ("zoom.us", "/"),
    ("zoom.com", "/j/"),
    ("zoomgov.com", "/"),
    ("teams.microsoft.com", "/"),
    ("teams.live.com", "/"),
    ("meet.lync.com", "/"),
    ("join.skype.com", "/"),
    ("webex.com", "/"),
    ("meet.jit.si", "/"),
    ("8x8.vc", "/"),
    ("whereby.com", "/"),
    ("gotomeeting.com", "/"),
    ("gotomeet.me", "/"),
    ("meet.goto.com", "/"),
    ("bluejeans.com", "/"),
    ("chime.aws", "/"),
    ("ringcentral.com", "/join"),
    ("v.ringcentral.com", "/"),
    ("dialpad.com", "/meetings"),
    ("around.co", "/"),
    ("meet.around.co", "/"),
    ("livestorm.co", "/"),
    ("demio.com", "/"),
    ("lifesizecloud.com", "/"),
    ("starleaf.com", "/"),
    ("pexip.me", "/"),
    ("vc.cisco.com", "/"),
    ("telemost.yandex.ru", "/"),
    ("meet.kakao.com", "/"),
    ("vooffice.com", "/"),
    ("meeting.tencent.com", "/"),
    ("voovmeeting.com", "/"),
    ("vc.larksuite.com", "/"),
    ("vc.feishu.cn", "/"),
    ("meet.zoho.com", "/"),
    ("meeting.zoho.com", "/"),
    ("meet.element.io", "/"),
    ("call.element.io", "/"),
    ("facetime.apple.com", "/"),
    ("discord.gg", "/"),
    ("app.gather.town", "/"),
    ("app.slack.com", "/huddle"),
    ("senfcall.de", "/"),
    ("meet.ffmuc.net", "/"),
    ("opentalk.eu", "/"),
];

/// What hosts are called that people run themselves, and their paths: BigBlueButton, Jitsi, Nextcloud Talk, OpenTalk.
const OWN_HOSTS: &[&str] = &["bbb", "jitsi", "meet", "bigbluebutton", "opentalk", "greenlight"];
const OWN_PATHS: &[&str] = &["/bigbluebutton/", "/b/", "/rooms/", "/call/", "/room/"];

/// Whether a text names such a place.
pub(super) fn any(text: &str) -> bool {
    text.match_indices("://").any(|(at, _)| {
        let rest = text.get(at + 3..).unwrap_or_default();
        let end = rest.find(|c: char| c.is_whitespace() || "\"'<>\\".contains(c)).unwrap_or(rest.len());
        let address = rest.get(..end).unwrap_or_default();
        let (host, path) = address.split_at(address.find(['/', '?', '#']).unwrap_or(address.len()));
        let path = if path.is_empty() { "/" } else { path };
        let host = host.rsplit('@').next().unwrap_or(host).split(':').next().unwrap_or(host).to_ascii_lowercase();
        place(&host, path)
    })
}

fn place(host: &str, path: &str) -> bool {
    let below = |name: &str| host.strip_suffix(name).is_some_and(|rest| rest.is_empty() || rest.ends_with('.'));
    let known = PLACES.iter().any(|(name, start)| below(name) && path.starts_with(start));
    let own = host.split_once('.').is_some_and(|(first, _)| OWN_HOSTS.contains(&first)) && path.len() > 1;
    known || own || (host.contains("cloud") && OWN_PATHS.iter().any(|start| path.starts_with(start)))
}

#[cfg(test)]
mod tests {
    use super::any;

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
}
