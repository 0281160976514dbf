//! By which means a part works. Owns the ways that the app knows; names of services, programs and files stay as their
//! owners give them.

use serde::{Deserialize, Serialize};
use std::path::Path;

/// By which means a part works.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Means {
    /// None that could be named.
    #[default]
    Nothing,
    /// A service, a display or a file by its own name.
    Named(String),
    /// Several.
    Several(Vec<String>),
    /// Alarms of the X server's idle counter.
    XAlarms,
    /// Wayland's idle protocol; `input_alone`: heeds nothing but input.
    IdleNotify {
        /// Whatever keeps the screen awake does not count.
        input_alone: bool,
    },
    /// KDE's older idle protocol.
    KwinIdle,
    /// GNOME's idle monitor.
    GnomeMonitor,
    /// A timer of the kernel.
    KernelTimer,
    /// The states of X windows.
    XWindows,
    /// Wayland's list of windows.
    WindowList,
    /// A script inside KWin.
    KwinScript,
    /// A sound server by the name and version that it gives itself.
    SoundServer {
        /// Its name.
        name: String,
        /// Its version.
        version: String,
    },
    /// The protocol of sound servers, where none has said its name yet.
    SoundProtocol,
    /// The files of devices.
    DeviceFiles,
    /// Who lists what keeps the screen awake.
    Listers(Vec<Lister>),
    /// Who tells of a shared screen.
    ScreenSources(Vec<ScreenSource>),
    /// A process for each reading of calendars.
    Reader,
    /// A notification service that the bus starts when it is needed.
    OnDemand,
    /// A window of the app.
    Window,
    /// The terminal that the app was started in.
    Terminal,
}

/// Who lists what keeps the screen awake.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Lister {
    /// GNOME's kind of session manager.
    Session,
    /// KDE's power management.
    Kde,
    /// freedesktop.org's interface of power managers: whether there is any inhibitor, no more.
    Power,
    /// logind, for what is held without the desktop.
    Logind,
}

/// Who tells of a shared screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ScreenSource {
    /// The reasons of programs that keep the screen awake.
    Capture,
    /// PipeWire's screen casts.
    Cast,
}

impl Means {
    /// Something by its own name; an empty one is none.
    #[must_use]
    pub fn named(name: impl Into<String>) -> Self {
        let name = name.into();
        if name.is_empty() { Self::Nothing } else { Self::Named(name) }
    }

    /// A file.
    #[must_use]
    pub fn file(path: &Path) -> Self {
        Self::Named(path.display().to_string())
    }
}

impl From<&str> for Means {
    fn from(name: &str) -> Self {
        Self::named(name)
    }
}
