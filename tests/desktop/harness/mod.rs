//! A desktop for one test, and what a person can do on it. Owns the processes, the clicks and the reading of what is
//! on screen; knows nothing of what the app ought to do.

mod a11y;
mod app;
mod browser;
mod desktop;
mod desktops;
mod gnome;
mod guide;
mod known;
mod kwin;
mod page;
mod popup;
mod portal;
mod process;
mod screen;
mod session;
mod shell;
mod sound;
mod tray;
#[path = "../../common/until.rs"]
mod until;
mod wayland;
#[path = "../../common/xvfb.rs"]
pub(crate) mod xvfb;

pub(crate) use a11y::{Reader, Widget};
pub(crate) use app::{App, BRISK};
pub(crate) use browser::Browser;
pub(crate) use desktop::{Daemon, Desktop};
pub(crate) use desktops::installed;
pub(crate) use gnome::Gnome;
pub(crate) use guide::WINDOW;
pub(crate) use known::KnownWindow;
pub(crate) use kwin::Kwin;
pub(crate) use portal::Portal;
pub(crate) use process::{Running, SOON, away, memory, now, spent, until};
pub(crate) use screen::{Rect, hands};
pub(crate) use session::Session;
pub(crate) use shell::{Banner, ENTRY, GnomeShell};
pub(crate) use sound::Sound;
pub(crate) use wayland::Sway;
