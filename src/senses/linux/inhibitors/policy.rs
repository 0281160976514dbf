//! What an inhibitor means, by who holds it, why, and how. PURE. Owns the words that are looked for; a reason may hold
//! a title, so that it is read here and kept nowhere.

use crate::senses::linux::retry::clip;

/// Programs that go no further: our own.
const OURS: &str = "unhunch";

/// Letters of a reason that are read.
// Another program writes it, at any length; real ones are a sentence.
const READ: usize = 200;

/// Letters of a program's name that are kept.
// Another program gives it; real ones are a word or two.
const NAME: usize = 40;

/// Players of films.
// Their reasons are translated or too short to tell ("Playing"): VLC, Celluloid and others ask only while they show a
// picture.
const PLAYERS: [&str; 14] = [
    "celluloid",
    "clapper",
    "dragonplayer",
    "gnome-mpv",
    "haruna",
    "kodi",
    "mplayer",
    "mpv",
    "parole",
    "showtime",
    "smplayer",
    "totem",
    "vlc",
    "xplayer",
];

/// How an inhibitor holds the machine.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Keeps {
    /// The session from going idle: the screen stays on.
    Awake,
    /// The machine from being suspended, no more.
    Up,
    /// The list does not tell.
    Untold,
}

/// What an inhibitor is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Purpose {
    /// A film: somebody may be watching without input.
    Film,
    /// A shared screen.
    Capture,
    /// A connected call.
    Call,
    /// Something else, or nothing that we know.
    Other,
}

/// An inhibitor that means something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Held {
    /// The program; empty if it is not known.
    pub(super) program: String,
    /// Whether it keeps the screen awake.
    pub(super) awake: bool,
    pub(super) purpose: Purpose,
}

impl Held {
    /// Some program keeps the screen awake, and that is all that is known.
    pub(super) const fn somebody() -> Self {
        Self { program: String::new(), awake: true, purpose: Purpose::Other }
    }
}

/// What an inhibitor means; `None` if nothing.
pub(super) fn weigh(program: &str, reason: &str, keeps: Keeps) -> Option<Held> {
    let program = name(program);
    let who = program.to_lowercase();
    if who == OURS {
        return None;
    }
    let reason = clip(reason, READ).to_lowercase();
    let words: Vec<&str> = reason.split(|letter: char| !letter.is_alphanumeric()).collect();
    let any = |of: &[&str]| words.iter().any(|word| of.contains(word));
    let plays = reason.contains("play") || any(&["watching", "lock"]);
    let film = plays && any(&["video", "videos", "movie", "movies", "film", "films", "media"]);
    let music = any(&["audio", "music", "song", "songs", "radio", "podcast"]);
    // Chromium's words are "Native desktop capture", "WebRTC has active PeerConnections" and "Video Wake Lock"; Firefox
    // holds nothing in a call.
    let purpose = if ["desktop capture", "screencast"].iter().any(|share| reason.contains(share))
        || (any(&["screen"]) && any(&["sharing", "share", "shared", "cast", "casting"]))
    {
        Purpose::Capture
    } else if reason.contains("webrtc") || any(&["call", "meeting", "conference"]) {
        Purpose::Call
    } else if film || (is_player(&who) && !music) {
        Purpose::Film
    } else if music {
        // Whoever listens may look elsewhere, or not be there: it is no sign of anything.
        return None;
    } else {
        Purpose::Other
    };
    let awake = match keeps {
        Keeps::Awake => true,
        Keeps::Up => false,
        // Browsers hold a connection without the screen.
        Keeps::Untold => purpose != Purpose::Call,
    };
    let tells = awake || matches!(purpose, Purpose::Capture | Purpose::Call);
    tells.then_some(Held { program, awake, purpose })
}

/// A program's name, from its id or path.
fn name(program: &str) -> String {
    let file = program.trim_end_matches('/').rsplit('/').next().unwrap_or_default();
    clip(file.strip_suffix(".desktop").unwrap_or(file), NAME)
}

/// Whether an id ("vlc", "io.github.celluloid_player.Celluloid") is that of a player of films.
fn is_player(who: &str) -> bool {
    let last = who.rsplit('.').next().unwrap_or_default();
    PLAYERS.contains(&who) || PLAYERS.contains(&last)
}

#[cfg(test)]
mod tests {
    use super::{Keeps, Purpose, weigh};

    /// Who, why, how; whether it keeps the screen awake and what it is for, or nothing.
    type Row = (&'static str, &'static str, Keeps, Option<(bool, Purpose)>);

    const TABLE: &[Row] = &[
        // Chromium.
        ("chromium", "WebRTC has active PeerConnections", Keeps::Up, Some((false, Purpose::Call))),
        ("chromium", "WebRTC has active PeerConnections", Keeps::Untold, Some((false, Purpose::Call))),
        ("chromium", "Native desktop capture", Keeps::Awake, Some((true, Purpose::Capture))),
        ("chromium", "Native desktop capture", Keeps::Untold, Some((true, Purpose::Capture))),
        ("chromium", "Video Wake Lock", Keeps::Awake, Some((true, Purpose::Film))),
        ("/usr/bin/google-chrome-beta", "Playing video", Keeps::Awake, Some((true, Purpose::Film))),
        ("chromium", "Playing video", Keeps::Up, None),
        ("chromium", "Playing audio", Keeps::Up, None),
        ("chromium", "Blink Wake Lock", Keeps::Awake, Some((true, Purpose::Other))),
        // Firefox.
        ("firefox", "video-playing", Keeps::Awake, Some((true, Purpose::Film))),
        ("firefox", "audio-playing", Keeps::Awake, None),
        ("firefox", "audio-playing", Keeps::Untold, None),
        ("firefox", "screen", Keeps::Awake, Some((true, Purpose::Other))),
        // Players.
        ("vlc", "Playing some media.", Keeps::Awake, Some((true, Purpose::Film))),
        ("vlc", "Lecture d'un média.", Keeps::Awake, Some((true, Purpose::Film))),
        ("totem", "Playing a movie", Keeps::Awake, Some((true, Purpose::Film))),
        ("io.github.celluloid_player.Celluloid", "Playing", Keeps::Awake, Some((true, Purpose::Film))),
        ("org.gnome.Showtime", "Spielt ein Video ab", Keeps::Awake, Some((true, Purpose::Film))),
        ("mpv", "", Keeps::Untold, Some((true, Purpose::Film))),
        ("mpv", "playing music", Keeps::Awake, None),
        ("org.gnome.Rhythmbox3", "Playing", Keeps::Up, None),
        ("org.kde.elisa", "Playing Music", Keeps::Untold, None),
        // Calls by other programs, whole words only.
        ("zoom", "In a meeting", Keeps::Awake, Some((true, Purpose::Call))),
        ("slack", "Ongoing video call.", Keeps::Up, Some((false, Purpose::Call))),
        ("bbb", "Conference", Keeps::Awake, Some((true, Purpose::Call))),
        ("tool", "recalling callbacks", Keeps::Awake, Some((true, Purpose::Other))),
        ("tool", "screen sharing", Keeps::Awake, Some((true, Purpose::Capture))),
        ("tool", "Sharing your screen", Keeps::Awake, Some((true, Purpose::Capture))),
        ("gnome-shell", "Screencast", Keeps::Up, Some((false, Purpose::Capture))),
        // Anything else keeps the screen awake, or does not.
        ("caffeine-ng", "Inhibited by user", Keeps::Awake, Some((true, Purpose::Other))),
        ("brasero", "Burning a disc", Keeps::Up, None),
        ("tool", "", Keeps::Untold, Some((true, Purpose::Other))),
        ("Unhunch", "In a meeting", Keeps::Awake, None),
        ("/usr/bin/unhunch", "", Keeps::Untold, None),
    ];

    #[test]
    fn each_reason_has_its_weight() {
        for &(program, reason, keeps, expected) in TABLE {
            let held = weigh(program, reason, keeps).map(|held| (held.awake, held.purpose));
            assert_eq!(held, expected, "{program}: {reason}, {keeps:?}");
        }
    }

    #[test]
    fn names_are_short_and_reasons_of_any_length_are_read_in_part() {
        let held = weigh(&"x\n".repeat(5000), &"meeting ".repeat(50_000), Keeps::Awake).unwrap();
        assert_eq!((held.program.chars().count(), held.purpose), (39, Purpose::Call));
        let path = weigh("/usr/bin/google-chrome-beta", "", Keeps::Awake).unwrap();
        assert_eq!(path.program, "google-chrome-beta");
        let desktop = weigh("firefox.desktop", "", Keeps::Awake).unwrap();
        assert_eq!(desktop.program, "firefox");
    }
}
