//! The senses against real parts: an X server, compositors, buses, a mocked logind. What they need: xvfb xdotool
//! sway wtype mutter dbus-daemon python3-dbusmock. One at a time, so that times and wake-ups are their own.
#![cfg(target_os = "linux")]

mod harness;
mod logind;
mod mutter;
mod nothing;
mod quiet;
mod savers;
mod sway;
mod x11;
