//! Who uses a microphone, by what CoreAudio tells of processes and devices. PURE: they are asked elsewhere.

use super::calls::{Use, name};

/// Processes of the system that listen without anybody speaking to somebody.
// The one that waits for "Siri" holds the microphone as long as it waits, and opens it for a chime of the charger
// (heardlabs/heard#31, OpenWhispr/openwhispr#2071).
const LISTENERS: [&str; 2] = ["com.apple.corespeech", "com.apple.corespeechd"];
/// What the name of a process says that does the work of an app: all from here on.
const HELPER: &str = " Helper";

/// A process that uses a microphone now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Capturer {
    /// Its number.
    pub process: i32,
    /// The identifier of its bundle; may be empty.
    pub bundle: String,
}

/// A device that sound comes in by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct InputDevice {
    /// Sound goes out by it too.
    pub plays: bool,
    /// Somebody uses it, for either.
    pub runs: bool,
}

/// Whether a process uses a microphone; `called` gives the name of one.
pub(super) fn by_processes(all: &[Capturer], called: impl Fn(i32) -> Option<String>) -> Use {
    let mut speak = all.iter().filter(|one| !LISTENERS.contains(&one.bundle.to_lowercase().as_str())).peekable();
    if speak.peek().is_none() {
        return Use::Free;
    }
    Use::By(speak.find_map(|one| called(one.process).and_then(|full| app(&full))))
}

/// Whether a microphone is in use, where the system does not tell by whom.
// A headset that plays music is in use as much as one that is spoken into: only what cannot play says which it is.
pub(super) fn by_devices(all: &[InputDevice]) -> Use {
    if all.iter().any(|device| device.runs && !device.plays) { Use::By(None) } else { Use::Free }
}

/// An app by the name of a process that works for it.
fn app(process: &str) -> Option<String> {
    let app = process.split_once(HELPER).map_or(process, |(app, _)| app);
    name(app.as_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn used(all: &[(i32, &str)]) -> Use {
        let all: Vec<Capturer> =
            all.iter().map(|(process, bundle)| Capturer { process: *process, bundle: (*bundle).into() }).collect();
        by_processes(&all, |process| match process {
            7 => Some("zoom.us".into()),
            8 => Some("Google Chrome Helper (Renderer)".into()),
            9 => Some(" Helper".into()),
            _ => None,
        })
    }

    #[test]
    fn a_program_is_named_as_a_person_knows_it() {
        assert_eq!(used(&[(7, "us.zoom.xos")]), Use::By(Some("zoom.us".into())));
        assert_eq!(used(&[(8, "com.google.Chrome.helper")]), Use::By(Some("Google Chrome".into())));
        assert_eq!(used(&[(1, ""), (7, "us.zoom.xos")]), Use::By(Some("zoom.us".into())), "one with a name");
        assert_eq!(used(&[(1, "")]), Use::By(None));
        assert_eq!(used(&[(9, "")]), Use::By(None), "nothing is left of its name");
        assert_eq!(used(&[]), Use::Free);
    }

    #[test]
    fn who_waits_for_siri_is_in_no_call() {
        assert_eq!(used(&[(1, "com.apple.CoreSpeech")]), Use::Free);
        assert_eq!(used(&[(1, "com.apple.CoreSpeech"), (7, "us.zoom.xos")]), Use::By(Some("zoom.us".into())));
    }

    #[test]
    fn a_headset_that_plays_is_no_call_where_the_direction_is_not_told() {
        let device = |plays, runs| InputDevice { plays, runs };
        assert_eq!(by_devices(&[device(true, true), device(false, false)]), Use::Free);
        assert_eq!(by_devices(&[device(true, true), device(false, true)]), Use::By(None));
        assert_eq!(by_devices(&[]), Use::Free);
    }
}
