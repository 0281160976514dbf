//! Where the parts of a Linux desktop are to be found. Owns the reading of the environment and the standard places;
//! never opens anything.

use super::calls::Calls;
use crate::senses::calendar::Calendars;
use crate::system::bus;
use crate::system::paths::session;
use crate::system::sandbox;
use std::env;
use std::path::{Path, PathBuf};

/// Where the desktop's parts are to be found; read from the environment once.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Surroundings {
    /// The Wayland socket; `Some` means that X11's idle figures would be wrong.
    pub wayland: Option<PathBuf>,
    /// The X display, such as `:0`.
    pub x11: Option<String>,
    /// The address of the session bus.
    pub session_bus: String,
    /// The address of the system bus.
    pub system_bus: String,
    /// PipeWire's socket.
    pub pipewire: Option<PathBuf>,
    /// logind's id of our session, if it was handed down to us.
    pub session_id: Option<String>,
    /// What tells of calls: microphones and cameras.
    pub calls: Calls,
    /// Where the desktop keeps its settings, if not at the standard place.
    pub config_home: Option<PathBuf>,
    /// The person's calendars, which the environment does not know.
    pub calendars: Calendars,
    /// What the system is told of who holds sleep back, and why.
    pub hold: (String, String),
    /// The app runs in a sandbox, which hides some of this, and other programs.
    pub sandboxed: bool,
}

impl Surroundings {
    /// What the environment says, with the standard places for what it leaves out.
    #[must_use]
    pub fn from_env(calendars: Calendars) -> Self {
        let read = Self::read(|name| env::var(name).ok().filter(|text| !text.is_empty()));
        Self { calendars, sandboxed: sandbox::flatpak().is_some(), ..read }
    }

    /// What the system is told of who holds sleep back, and why.
    #[must_use]
    pub fn holding(self, (who, why): (&str, &str)) -> Self {
        Self { hold: (who.into(), why.into()), ..self }
    }

    fn read(var: impl Fn(&str) -> Option<String>) -> Self {
        let runtime = session(&var);
        // A user service may lack WAYLAND_DISPLAY; the X server it would then find is XWayland.
        let wayland = var("WAYLAND_DISPLAY")
            .or_else(|| (var("XDG_SESSION_TYPE").as_deref() == Some("wayland")).then(|| "wayland-0".into()));
        Self {
            wayland: wayland.map(|name| PathBuf::from(&runtime).join(name)),
            x11: var("DISPLAY"),
            session_bus: bus::session_address(&var),
            system_bus: bus::system_address(&var),
            pipewire: Some(pipewire(
                var("PIPEWIRE_REMOTE"),
                var("PIPEWIRE_RUNTIME_DIR").unwrap_or_else(|| runtime.clone()),
            )),
            session_id: var("XDG_SESSION_ID"),
            calls: Calls::read(&var, Path::new(&runtime)),
            config_home: var("XDG_CONFIG_HOME").map(PathBuf::from),
            calendars: Calendars::default(),
            hold: Default::default(),
            sandboxed: false,
        }
    }
}

/// PipeWire's socket: a remote is a name in its folder or a whole path; of a list of them the usual one is taken.
fn pipewire(remote: Option<String>, folder: String) -> PathBuf {
    let name = remote.filter(|name| !name.contains(['[', ',', ' '])).unwrap_or_else(|| "pipewire-0".into());
    PathBuf::from(folder).join(name)
}

#[cfg(test)]
mod tests {
    use super::Surroundings;
    use std::path::PathBuf;

    fn read(vars: &[(&str, &str)]) -> Surroundings {
        Surroundings::read(|name| vars.iter().find(|(key, _)| *key == name).map(|(_, value)| (*value).to_owned()))
    }

    #[test]
    fn a_wayland_session_is_known_without_its_display() {
        let around = read(&[("XDG_SESSION_TYPE", "wayland"), ("XDG_RUNTIME_DIR", "/run/me"), ("DISPLAY", ":0")]);
        assert_eq!(around.wayland, Some(PathBuf::from("/run/me/wayland-0")));
    }

    #[test]
    fn an_absolute_wayland_socket_stays_as_it_is() {
        let around = read(&[("WAYLAND_DISPLAY", "/tmp/w"), ("XDG_RUNTIME_DIR", "/run/me")]);
        assert_eq!(around.wayland, Some(PathBuf::from("/tmp/w")));
    }

    #[test]
    fn pipewires_socket_is_found_as_its_own_library_finds_it() {
        let socket = |vars: &[_]| read(vars).pipewire.unwrap();
        let runtime = ("XDG_RUNTIME_DIR", "/run/me");
        assert_eq!(socket(&[runtime]), PathBuf::from("/run/me/pipewire-0"));
        assert_eq!(socket(&[runtime, ("PIPEWIRE_RUNTIME_DIR", "/run/pw")]), PathBuf::from("/run/pw/pipewire-0"));
        assert_eq!(socket(&[runtime, ("PIPEWIRE_REMOTE", "other")]), PathBuf::from("/run/me/other"));
        assert_eq!(socket(&[runtime, ("PIPEWIRE_REMOTE", "/tmp/pw")]), PathBuf::from("/tmp/pw"));
        assert_eq!(socket(&[runtime, ("PIPEWIRE_REMOTE", "[ a b ]")]), PathBuf::from("/run/me/pipewire-0"));
    }

    #[test]
    fn the_buses_have_standard_places() {
        let around = read(&[("XDG_RUNTIME_DIR", "/run/me"), ("DISPLAY", ":0")]);
        assert_eq!(around.session_bus, "unix:path=/run/me/bus");
        assert_eq!(around.system_bus, "unix:path=/var/run/dbus/system_bus_socket");
        assert_eq!(around.wayland, None);
    }
}
