//! The tray and the notifications against real parts: a private bus, a real panel and real daemons, and doubles where a
//! real one cannot be made to misbehave. Needs: dbus-daemon Xvfb openbox xfce4-panel xfce4-notifyd dunst xdotool.

#![expect(clippy::unwrap_used, clippy::expect_used, reason = "a test that cannot go on has failed")]

mod desk;
mod double;
mod frozen;
mod menu;
mod notify;
mod real;
mod restarts;
mod tray;
#[path = "../common/until.rs"]
mod until;
#[path = "../common/xvfb.rs"]
mod xvfb;
