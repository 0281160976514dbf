//! What can be known of a desktop: devices, facts, and which sense tells of each. Owns these words; never what follows
//! from them.

use serde::{Deserialize, Serialize};

/// A device whose use means a call.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Device {
    /// A microphone.
    Mic,
    /// A camera.
    Camera,
    /// No device, but a program says that it is connected to a call: one may listen without speaking.
    Connection,
}

impl Device {
    /// All of them.
    pub const ALL: [Device; 3] = [Device::Mic, Device::Camera, Device::Connection];

    /// The sense that tells of it.
    #[must_use]
    pub fn sense(self) -> Sense {
        match self {
            Device::Mic => Sense::Mic,
            Device::Camera => Sense::Camera,
            // Browsers and messengers tell of a call in the reason for which they keep the screen awake.
            Device::Connection => Sense::Awake,
        }
    }
}

/// What a desktop can say of itself, true or not.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Fact {
    /// Something that plays keeps the screen awake: the person may be watching without input.
    Watching,
    /// Something, playing or not, keeps the screen awake.
    Awake,
    /// The window in use fills the whole screen.
    Fullscreen,
    /// The screen is shared, or the desktop was told of a presentation.
    Presenting,
    /// Do not disturb.
    Dnd,
}

impl Fact {
    /// All of them.
    pub const ALL: [Fact; 5] = [Fact::Watching, Fact::Awake, Fact::Fullscreen, Fact::Presenting, Fact::Dnd];

    /// The sense that tells of it.
    #[must_use]
    pub fn sense(self) -> Sense {
        match self {
            Fact::Watching | Fact::Awake => Sense::Awake,
            Fact::Fullscreen => Sense::Fullscreen,
            Fact::Presenting => Sense::Presenting,
            Fact::Dnd => Sense::Dnd,
        }
    }
}

/// What can be lost and come back.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
#[expect(missing_docs, reason = "the words are the scenario's")]
pub enum Sense {
    Idle,
    Lock,
    Sleep,
    Mic,
    Camera,
    Calendar,
    Presenting,
    Fullscreen,
    Awake,
    Dnd,
}

impl Sense {
    /// All of them.
    pub const ALL: [Sense; 10] = [
        Sense::Idle,
        Sense::Lock,
        Sense::Sleep,
        Sense::Mic,
        Sense::Camera,
        Sense::Calendar,
        Sense::Presenting,
        Sense::Fullscreen,
        Sense::Awake,
        Sense::Dnd,
    ];

    /// The token for it in scenarios, `doctor` and the settings.
    #[must_use]
    pub fn token(self) -> &'static str {
        match self {
            Sense::Idle => "idle",
            Sense::Lock => "lock",
            Sense::Sleep => "sleep",
            Sense::Mic => "mic",
            Sense::Camera => "camera",
            Sense::Calendar => "calendar",
            Sense::Presenting => "presenting",
            Sense::Fullscreen => "fullscreen",
            Sense::Awake => "awake",
            Sense::Dnd => "dnd",
        }
    }
}
