//! The senses against real parts: an X server, compositors, buses, a mocked logind. What they need: xvfb xdotool
//! sway foot wtype mutter kwin-wayland openbox xterm dbus-daemon python3-dbusmock, gnome-session and powerdevil, the notification
//! daemons of `dnd`, and what mic.rs, camera.rs and casts.rs name. One at a time, so that times and wake-ups are their own.
#![cfg(target_os = "linux")]
#![expect(clippy::unwrap_used, reason = "a test whose surroundings fail has failed")]
#![expect(clippy::disallowed_methods, reason = "these tests measure real time")]
#![expect(clippy::disallowed_types, reason = "what the interface macro writes")]
#![expect(clippy::print_stderr, reason = "the figures measured are worth reading")]
#![expect(clippy::wildcard_enum_match_arm, reason = "each looks for one signal and passes over all others")]

mod camera;
mod casts;
mod dnd;
mod dnd_doubles;
mod ext;
mod fullscreen;
mod harness;
mod inhibitors;
mod inhibitors_kde;
mod kwin;
mod logind;
mod mic;
mod mic_server;
mod mutter;
mod nothing;
mod quiet;
mod savers;
mod sound;
mod sway;
#[path = "../common/until.rs"]
mod until;
mod x11;
#[path = "../common/xvfb.rs"]
mod xvfb;
