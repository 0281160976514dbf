//! The welcome's end in the shell: what it tells, and doing what is chosen there. Owns which command each wish is.

use super::keep;
use crate::parts::{PartId, PartState};
use crate::setup::Setup;
use crate::shell::commands::autostart;
use crate::shell::exercises::PersonalLibrary;
use crate::shell::ipc::client;
use crate::shell::ipc::{Call, Reply};
use crate::shell::paths::Paths;
use crate::system::clock::wall;
use crate::system::machine::kind_of_system;
use crate::system::{launcher, process};
use crate::text::{clock, launcher as launched, setup as text, welcome};
use crate::windows::welcome::{Greeting, WelcomeHost};
use std::ffi::OsString;

/// What the first page tells. The app is in the applications menu before its first window is there: where a desktop shows
/// no icon that alone leads to it, and under Wayland a window has the icon of its entry or a stranger's.
pub(super) fn greeting(paths: &Paths) -> Greeting {
    let status = client::status(paths).map(|condition| condition.status);
    launcher::put_unasked(paths.home.as_deref(), &launched::wording());
    let now = wall();
    let next = status.map(|status| welcome::next(&status.text, now));
    Greeting { next, clock: clock(now), icon: has_tray(paths).then(|| welcome::icon(kind_of_system())) }
}

/// Whether the icon is shown, as the running app has found it out. Where none runs nobody knows, and most desktops do.
fn has_tray(paths: &Paths) -> bool {
    let Ok(Reply::Parts(parts)) = client::call(paths, &Call::Parts) else { return true };
    let mut tray = parts.iter().map(|part| &part.report).filter(|report| report.part == PartId::Tray);
    tray.all(|report| report.state == PartState::Works)
}

/// Does what is chosen in the window.
#[derive(Debug)]
pub(super) struct Host<'a> {
    paths: &'a Paths,
    /// Why the answers could not be kept, if so.
    pub trouble: Option<String>,
    /// Nobody was there.
    pub alone: bool,
}

impl<'a> Host<'a> {
    pub(super) fn of(paths: &'a Paths) -> Self {
        Self { paths, trouble: None, alone: false }
    }

    /// One of our own commands, which goes its own way.
    fn run(&self, words: impl IntoIterator<Item = OsString>) -> Result<(), String> {
        let mut arguments = self.paths.home_arguments();
        arguments.extend(words);
        process::ourselves(&arguments, drop).map_err(|error| error.to_string())
    }
}

impl WelcomeHost for Host<'_> {
    fn keep(&mut self, setup: &Setup) -> Result<Vec<String>, String> {
        let kept = keep(self.paths, setup).inspect_err(|why| self.trouble = Some(why.by_command()));
        kept.map(super::kept::Kept::for_window).map_err(|why| why.sentence())
    }

    fn try_one(&mut self) -> Result<(), String> {
        let library = PersonalLibrary::open(self.paths)?;
        let fits = library.all().find(|(_, against)| against.is_empty()).map(|(exercise, _)| exercise.id.clone());
        let id = fits.ok_or_else(|| text::fitting(library.count()))?;
        self.run(["guide".into(), id.into()])
    }

    fn show_day(&mut self) -> Result<(), String> {
        self.run(["demo".into()])
    }

    fn starts_with_desktop(&self) -> bool {
        autostart::is_on()
    }

    fn start_with_desktop(&mut self, on: bool) -> Result<(), String> {
        autostart::switch(self.paths, on)
    }

    fn left_alone(&mut self) {
        self.alone = true;
    }
}
