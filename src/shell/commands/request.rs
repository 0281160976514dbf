//! Commands to the running app. Owns which call each of them is.

use crate::engine::event::{Feeling, Request};
use crate::shell::answer::{no_answer, not_recorded, print};
use crate::shell::cli::{MeetingEnd, PauseEnd};
use crate::shell::ipc::client::{self, Over};
use crate::shell::ipc::{Call, Reply};
use crate::shell::paths::Paths;
use crate::shell::{Exit, output};
use crate::text::{cli as text, ledger as not_well, menu};

/// How things are, once or at every change.
pub(super) fn status(paths: &Paths, json: bool, watch: bool) -> Exit {
    if watch {
        let on = |reply| match reply {
            Reply::Status(status) => {
                if json {
                    output::data(&serde_json::to_string(&status.json()).unwrap_or_default())
                } else {
                    output::line(&menu::line(&status.status.text))
                }
            }
            Reply::Refused(_)
            | Reply::NotRecorded(_)
            | Reply::All(_)
            | Reply::Parts(_)
            | Reply::Changed(_)
            | Reply::Told(_)
            | Reply::Done => true,
        };
        return match client::watch(paths, &Call::Watch, on) {
            Ok(Over::Enough | Over::Ended) => Exit::Done,
            Err(none) => no_answer(&none),
        };
    }
    match client::call(paths, &Call::Status) {
        Ok(Reply::Status(status)) if json => {
            output::data(&serde_json::to_string_pretty(&status.json()).unwrap_or_default());
            Exit::Done
        }
        Ok(Reply::Status(status)) => {
            output::line(&status.sentence());
            Exit::Done
        }
        answer => print(answer),
    }
}

/// Something for the engine.
pub(super) fn ask(paths: &Paths, request: Request) -> Exit {
    print(client::call(paths, &Call::Ask(request)))
}

/// The guide of the break that runs, or of one that starts now.
pub(super) fn guide(paths: &Paths) -> Exit {
    let opened = print(client::call(paths, &Call::Guide));
    // The break is there, whether its window is or not.
    let why = matches!(opened, Exit::Done | Exit::Refused).then(|| client::status(paths)).flatten();
    match (why.and_then(|status| status.not_recorded), opened) {
        (None, _) => opened,
        (Some(why), Exit::Done) => not_recorded(&why),
        (Some(why), _) => {
            output::problem(&not_well::not_recorded(&why));
            opened
        }
    }
}

/// A pause.
pub(super) fn pause(paths: &Paths, how_long: PauseEnd) -> Exit {
    match how_long {
        PauseEnd::Known(pause) => ask(paths, Request::Pause(pause)),
        PauseEnd::Until(time) => print(client::call(paths, &Call::PauseUntil(time))),
    }
}

/// A meeting away from any device.
pub(super) fn meeting(paths: &Paths, said: MeetingEnd) -> Exit {
    match said {
        MeetingEnd::Known(meet) => ask(paths, Request::Meet(meet)),
        MeetingEnd::Until(time) => print(client::call(paths, &Call::MeetUntil(time))),
    }
}

/// How it feels, in the person's own words.
pub(super) fn check_in(paths: &Paths, feeling: Feeling) -> Exit {
    match client::call(paths, &Call::Ask(Request::CheckIn(feeling))) {
        Ok(Reply::Status(status)) if status.not_recorded.is_none() => {
            output::line(&text::noted(feeling));
            Exit::Done
        }
        answer => print(answer),
    }
}

/// Ends the app, and waits until it has ended.
pub(super) fn quit(paths: &Paths) -> Exit {
    match client::quit(paths) {
        Ok(lost) => {
            output::line(&text::ended());
            let Some(lost) = lost else { return Exit::Done };
            output::problem(&lost);
            Exit::NotRecorded
        }
        Err(none) => no_answer(&none),
    }
}
