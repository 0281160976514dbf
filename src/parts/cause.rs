//! Why something is not there or fails. Owns the causes that the app finds itself, and what of others' words goes on as
//! it is.

use serde::{Deserialize, Serialize};

/// Why something is not there or fails.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Cause {
    /// In the words of the system, of a library or of a service.
    Foreign(String),
    /// Nothing answered for as long as it is waited for.
    NoAnswer,
    /// The address of a bus names no socket.
    NoSocketNamed(String),
    /// Nothing listens at the address of a bus.
    NobodyListens,
    /// The bus closed the connection.
    BusClosed,
    /// A name left the session bus.
    NameLeft(String),
    /// logind is not on the system bus.
    NoLogind,
    /// logind knows no session of the person.
    NoSession,
    /// No screen saver is on the session bus.
    NoSaver,
    /// GNOME's idle monitor left the session bus.
    MonitorLeft,
    /// Nobody shows notifications.
    NoDaemon,
    /// A key of GSettings that is not known, behind its schema.
    NoSetting(String),
    /// Nobody lists why programs keep the screen awake.
    NoReasons,
    /// Nobody asks it.
    NotAsked,
    /// PipeWire is not running.
    NoPipewire,
    /// PipeWire was there and went away.
    PipewireGone,
    /// No place for PipeWire's socket is known.
    NoPipewirePlace,
    /// The compositor gives its list of windows no longer.
    ListEnded,
    /// KWin was there and went away.
    KwinGone,
    /// The environment names no socket for a sound server.
    NoSoundSocket,
    /// Nobody listens at the sound server's socket.
    NoSoundServer,
    /// The sound server closed the line.
    SoundClosed,
    /// The sound server does not answer.
    SoundSilent,
    /// The sound server says what cannot be read.
    SoundStrange,
    /// The sound server refused to talk: its code.
    SoundRefused(String),
}

impl<E: std::error::Error> From<E> for Cause {
    fn from(error: E) -> Self {
        Self::Foreign(error.to_string())
    }
}
