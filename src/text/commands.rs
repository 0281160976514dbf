//! What the command line adds to a sentence: which command says more, or does it. Nothing on the desktop says these. Pure.

use crate::engine::refusal::Refusal;
use crate::settings::HookEvent;
use crate::system::launcher::Standing;
use std::path::Path;

texts! {
    /// Where it says when to see someone.
    pub help: "commands-help";
    /// How all answers are changed.
    pub later: "commands-later";
    /// The person left the questions.
    pub left: "commands-left";
    /// At the first start without a desktop.
    pub hint: "commands-hint";
    /// Below what was found of other programs: how it is brought in.
    pub import_how: "commands-import-how";
    /// Before anything of the record is deleted.
    pub delete: "commands-delete";
    /// Behind what stays of a person's after the app is taken away.
    pub uninstall: "commands-uninstall";
}

/// The settings are no TOML, so nothing can be put into them.
#[must_use]
pub fn broken(file: &Path) -> String {
    text!("commands-broken", file = file.display().to_string())
}

/// Takes an import of this program back.
#[must_use]
pub fn import_undo(program: &str) -> String {
    text!("commands-import-undo", program)
}

/// A program that is run when something happens: what tells more of it.
#[must_use]
pub fn try_hook(event: HookEvent) -> String {
    text!("commands-try-hook", event = event.token())
}

/// How one is named.
#[must_use]
pub fn name_hook(event: HookEvent) -> String {
    text!("commands-name-hook", event = event.token())
}

/// No window could open for the first questions.
#[must_use]
pub fn no_window(why: &str) -> String {
    text!("commands-no-window", why)
}

/// The command that does what was meant by a request that is refused, or says more of it; none where none does.
#[must_use]
pub fn instead(refusal: &Refusal) -> Option<String> {
    Some(match refusal {
        Refusal::NoBreakRunning => text!("commands-no-break-running"),
        Refusal::NothingDue => text!("commands-nothing-due"),
        Refusal::NotPaused => text!("commands-not-paused"),
        Refusal::AlreadyOnABreak | Refusal::BreakLongEnough => text!("commands-done"),
        Refusal::NoBreaks => text!("commands-no-breaks"),
        Refusal::AlreadySnoozed { .. } => text!("commands-start"),
        Refusal::NoSnooze => text!("commands-no-snooze"),
        Refusal::NoCall => text!("commands-no-call"),
        Refusal::AlreadyPast => text!("commands-already-past"),
        Refusal::NoOwnMeeting | Refusal::MeetingPast => text!("commands-meeting"),
        Refusal::MeetingTooLong { .. } => text!("commands-meeting-too-long"),
        Refusal::NoExercise { .. } => text!("commands-no-exercise"),
        Refusal::HiddenBySettings { .. } => text!("commands-hidden-by-settings"),
        Refusal::SnoozesSpent | Refusal::HiddenAlready { .. } | Refusal::ShownAlready { .. } => return None,
    })
}

texts! {
    /// What stands in for the guide where there is no display.
    pub no_display: "commands-no-display";
    /// Whether what was asked for was done.
    pub look: "commands-look";
}

/// How the app stands in the applications menu.
#[must_use]
pub(crate) fn in_menu(standing: &Standing) -> String {
    match standing {
        Standing::Ours(file) => text!("commands-in-menu", file = file.display().to_string()),
        Standing::Others(file) => text!("commands-in-menu-by-others", file = file.display().to_string()),
        Standing::Absent => text!("commands-not-in-menu"),
    }
}

/// The entry by which Unhunch was to start with the desktop names what is no program.
#[must_use]
pub fn autostart_gone(program: &Path, file: &Path) -> String {
    text!("commands-autostart-gone", program = program.display().to_string(), file = file.display().to_string())
}

/// A window started by hand in the way of the running app, and what to use instead.
#[must_use]
pub fn not_by_hand(instead: &str) -> String {
    text!("commands-not-by-hand", instead)
}
