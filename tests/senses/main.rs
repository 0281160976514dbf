//! The senses against real parts: an X server, compositors, buses, a mocked logind. What they need: xvfb xdotool
//! sway foot wtype mutter kwin-wayland openbox xterm dbus-daemon python3-dbusmock, gnome-session and powerdevil, the notification
//! daemons of `dnd`, and what mic.rs, camera.rs and casts.rs name. One at a time, so that times and wake-ups are their own.
//! Beside each stands what it needs of Linux, which is why it does not run elsewhere.
#![cfg(target_os = "linux")]
#![expect(clippy::unwrap_used, reason = "a test whose surroundings fail has failed")]
#![expect(clippy::disallowed_methods, reason = "these tests measure real time")]
#![expect(clippy::disallowed_types, reason = "what the interface macro writes")]
#![expect(clippy::print_stderr, reason = "the figures measured are worth reading")]
#![expect(clippy::wildcard_enum_match_arm, reason = "each looks for one signal and passes over all others")]

mod camera; // device files of Linux, and who holds them open
mod casts; // PipeWire
mod dnd; // notification daemons of Linux
mod dnd_doubles; // the same by a session bus
mod ext; // a protocol of Wayland
mod fullscreen; // window managers of X and Wayland
mod harness; // a bus for the others
mod inhibitors; // GNOME's session manager, and logind
mod inhibitors_kde; // KDE's power management, and logind
mod kwin; // KDE's compositor
mod logind; // logind
mod mic; // PulseAudio and PipeWire
mod mic_server; // the same, when they end
mod mutter; // GNOME's compositor
mod nothing; // a desktop without display and bus
mod quiet; // wake-ups as Linux counts them
mod savers; // screen savers on a session bus
mod sound; // sound servers for the others
mod sway; // a compositor of Wayland
#[path = "../common/until.rs"]
mod until;
mod x11; // an X server
#[path = "../common/xvfb.rs"]
mod xvfb;
