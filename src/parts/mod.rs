//! How each part of the app that touches the world is doing, as values. Owns the form of that report, which goes over
//! the socket as it is, and what can be told of each part; never inspects anything itself, and has no sentences: those
//! are `text::parts`'s.

pub mod calendar;
pub mod calls;
mod cause;
pub mod desktop;
mod file;
pub mod fullscreen;
pub mod hooks;
mod id;
mod means;
pub mod outputs;
pub mod own;
pub mod senses;

pub use cause::Cause;
pub use file::FileProblem;
pub use id::PartId;
pub use means::{Lister, Means, ScreenSource};

use serde::{Deserialize, Serialize};

/// The app's name, as desktops and services list it.
pub const APP: &str = "Unhunch";

/// What systems know by that its windows, its notifications and its entry in a menu are of one app.
// Windows calls it the AppUserModelID, and keeps a person's choices in its settings under it.
pub const APP_ID: &str = "unhunch";

/// One sense or output as it is now.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Report {
    /// Which.
    pub part: PartId,
    /// Whether it works.
    pub state: PartState,
    /// By which means.
    pub means: Means,
    /// What it says now.
    pub says: Says,
    /// What the person can do about it.
    pub advice: Advice,
}

/// Whether a part works.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum PartState {
    /// It works.
    Works,
    /// This system has no such thing; the app runs on without it.
    NotHere,
    /// It is there and does not work.
    Failed,
    /// Switched off by the person.
    Off,
}

impl PartState {
    /// Every one.
    pub const ALL: [Self; 4] = [Self::Works, Self::NotHere, Self::Failed, Self::Off];
}

/// What a part says now.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Says {
    /// Nothing.
    #[default]
    Nothing,
    /// Why it is not here or fails.
    Because(Cause),
    /// Nothing is written for it on this system.
    NotOnThisSystem,
    /// The person does not want it.
    SwitchedOff,
    /// Of input, locking, sleep, the clocks.
    Sense(senses::Says),
    /// Of a full screen.
    Fullscreen(fullscreen::Says),
    /// Of the devices of a call.
    Call(calls::Says),
    /// Of what the desktop tells.
    Desktop(desktop::Says),
    /// Of the calendars.
    Calendar(calendar::Says),
    /// Of what the person sees.
    Output(outputs::Says),
    /// Of what the shell keeps.
    Own(own::Says),
    /// Of the programs that are run.
    Hooks(hooks::Says),
}

/// What the person can do about it.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Advice {
    /// Nothing, or nothing is wrong.
    #[default]
    Nothing,
    /// The sandbox that the app runs in hides it.
    Sandbox,
    /// About input, locking, sleep, the clocks.
    Sense(senses::Advice),
    /// About a full screen.
    Fullscreen(fullscreen::Advice),
    /// About the devices of a call.
    Call(calls::Advice),
    /// About what the desktop tells.
    Desktop(desktop::Advice),
    /// About the calendars.
    Calendar(calendar::Advice),
    /// About what the person sees.
    Output(outputs::Advice),
    /// About what the shell keeps.
    Own(own::Advice),
    /// About the programs that are run.
    Hooks(hooks::Advice),
}

impl Report {
    /// A part that works by these means.
    #[must_use]
    pub fn works(part: impl Into<PartId>, means: impl Into<Means>, says: impl Into<Says>) -> Self {
        let (part, means, says) = (part.into(), means.into(), says.into());
        Self { part, state: PartState::Works, means, says, advice: Advice::Nothing }
    }

    /// A part that this system does not have, and what to do.
    #[must_use]
    pub fn not_here(part: impl Into<PartId>, says: impl Into<Says>, advice: impl Into<Advice>) -> Self {
        let state = PartState::NotHere;
        Self { state, advice: advice.into(), ..Self::works(part, Means::Nothing, says) }
    }

    /// A part that is there and fails, and what to do.
    #[must_use]
    pub fn failed(
        part: impl Into<PartId>,
        means: impl Into<Means>,
        says: impl Into<Says>,
        advice: impl Into<Advice>,
    ) -> Self {
        Self { state: PartState::Failed, advice: advice.into(), ..Self::works(part, means, says) }
    }

    /// The same of an app in a sandbox: what the system seems to lack there, the sandbox may only hide.
    pub fn in_a_sandbox(&mut self) {
        if matches!(self.state, PartState::NotHere | PartState::Failed) {
            self.advice = Advice::Sandbox;
        }
    }

    /// Whether it says that what it is there for is so now: a device is in use, the screen is shared.
    #[must_use]
    pub fn notices(&self) -> bool {
        match &self.says {
            Says::Call(says) => matches!(says, calls::Says::InUse { .. }),
            Says::Fullscreen(says) => matches!(says, fullscreen::Says::Fills(true)),
            Says::Desktop(
                desktop::Says::Shared(on)
                | desktop::Says::Presentation(on)
                | desktop::Says::Mirrored(on)
                | desktop::Says::DoNotDisturb(on),
            ) => *on,
            Says::Desktop(desktop::Says::Awake { programs, .. }) => !programs.is_empty(),
            Says::Desktop(
                desktop::Says::NoScreenSource { .. } | desktop::Says::NobodyLists | desktop::Says::NoDoNotDisturb(_),
            )
            | Says::Nothing
            | Says::Because(_)
            | Says::NotOnThisSystem
            | Says::SwitchedOff
            | Says::Sense(_)
            | Says::Calendar(_)
            | Says::Output(_)
            | Says::Own(_)
            | Says::Hooks(_) => false,
        }
    }

    /// A part that the person switched off.
    #[must_use]
    pub fn off(part: impl Into<PartId>) -> Self {
        Self { state: PartState::Off, ..Self::works(part, Means::Nothing, Says::SwitchedOff) }
    }
}

impl From<Cause> for Says {
    fn from(why: Cause) -> Self {
        Self::Because(why)
    }
}

/// Each room's own values are values of the report.
macro_rules! rooms {
    ($($room:ident is $name:ident),+) => { $(
        impl From<$room::Says> for Says {
            fn from(says: $room::Says) -> Self {
                Self::$name(says)
            }
        }

        impl From<$room::Advice> for Advice {
            fn from(advice: $room::Advice) -> Self {
                Self::$name(advice)
            }
        }
    )+ };
}

rooms!(
    senses is Sense,
    fullscreen is Fullscreen,
    calls is Call,
    desktop is Desktop,
    calendar is Calendar,
    outputs is Output,
    own is Own,
    hooks is Hooks
);
