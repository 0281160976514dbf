//! What programs of the desktop ask by the session bus. Owns which call of the command line each request is, and the form of
//! its answer; the answer itself is the same as the command line's.

use super::Resident;
use crate::engine::event::Request;
use crate::outputs::{BusCall, BusError, BusReply};
use crate::shell::cli::{self, PauseEnd};
use crate::shell::ipc::{Call, Reply};
use crate::text::{arguments, ledger as not_well};
use crate::windows::main::MainPage;
use std::sync::mpsc::sync_channel;

impl Resident {
    /// Does what a program asks, and answers it.
    pub(super) fn bus_asks(&mut self, number: u64, asked: &BusCall) {
        let reply = match call(asked) {
            Err(problem) => Err((BusError::Wrong, problem)),
            Ok(call) => {
                // What is answered only when a window is there is said to be on its way.
                let (answer, _) = sync_channel(1);
                form(asked, self.reply(call, &answer, None).0.unwrap_or(Reply::Done))
            }
        };
        self.screen.answer_bus(number, reply);
    }
}

/// The call that the command line would make.
fn call(asked: &BusCall) -> Result<Call, String> {
    Ok(match asked {
        BusCall::Status => Call::Status,
        BusCall::Start => Call::Ask(Request::Start),
        BusCall::Done => Call::Ask(Request::Done),
        BusCall::Skip => Call::Ask(Request::Skip),
        BusCall::Snooze => Call::Ask(Request::Snooze),
        BusCall::Resume => Call::Ask(Request::Resume),
        BusCall::Pause(how_long) => match cli::how_long(std::slice::from_ref(how_long))? {
            PauseEnd::Known(pause) => Call::Ask(Request::Pause(pause)),
            PauseEnd::Until(time) => Call::PauseUntil(time),
        },
        BusCall::Open(page) if page.is_empty() => Call::Show,
        BusCall::Open(page) => Call::Open(MainPage::with_token(page).ok_or_else(arguments::bad_page)?, None),
    })
}

fn form(asked: &BusCall, reply: Reply) -> BusReply {
    match reply {
        Reply::Status(status) => match (asked, &status.not_recorded) {
            (BusCall::Status, _) => Ok(Some(serde_json::to_string_pretty(&status.json()).unwrap_or_default())),
            (_, Some(why)) => Err((BusError::NotRecorded, not_well::not_recorded(why))),
            (_, None) => Ok(None),
        },
        Reply::NotRecorded(why) => Err((BusError::NotRecorded, not_well::not_recorded(&why))),
        // As the command line says it, which is where a key or a script is told of it.
        Reply::Refused(why) => Err((BusError::Refused, why.by_command())),
        Reply::Done | Reply::Told(_) | Reply::All(_) | Reply::Parts(_) | Reply::Changed(_) => Ok(None),
    }
}
