//! Notifications of macOS. Owns nothing that is seen yet: they say that they are not here.

use crate::engine::notice::Wording;
use crate::outputs::{Answer, Picture, Tell};
use crate::parts::{Advice, PartId, Report, Says};
use std::io;
use std::path::PathBuf;
use std::time::Duration;

/// Nobody who would show one.
#[derive(Debug)]
pub(super) struct Notifier;

#[expect(clippy::unused_self, reason = "elsewhere there is one")]
impl Notifier {
    #[expect(clippy::needless_pass_by_value, clippy::unnecessary_wraps, reason = "elsewhere there is one")]
    pub(super) fn start(tell: Tell, _folder: PathBuf) -> io::Result<Self> {
        tell(Answer::Part(Report::not_here(PartId::Notifications, Says::NotOnThisSystem, Advice::Nothing)));
        tell(Answer::Notifications { up: false });
        Ok(Self)
    }

    pub(super) fn show(&self, _notice: Wording, _picture: Option<Picture>) {}

    pub(super) fn look(&self) {}

    pub(super) fn withdraw(&self) {}

    pub(super) fn finish(&self, _patience: Duration) {}
}
