//! Why something is not there or fails, and by which means a part works, in a few words. Pure.

use super::list;
use crate::parts::{Cause, Lister, Means, ScreenSource};

/// Why.
#[must_use]
pub fn cause(why: &Cause) -> String {
    match why {
        Cause::Foreign(words) => words.clone(),
        Cause::NoSocketNamed(address) => text!("causes-no-socket-named", address),
        Cause::NameLeft(name) => text!("causes-name-left", name),
        Cause::NoSetting(key) => text!("causes-no-setting", key),
        Cause::SoundRefused(code) => text!("causes-sound-refused", code),
        Cause::NoAnswer => text!("causes-no-answer"),
        Cause::NobodyListens => text!("causes-nobody-listens"),
        Cause::BusClosed => text!("causes-bus-closed"),
        Cause::NoLogind => text!("causes-no-logind"),
        Cause::NoSession => text!("causes-no-session"),
        Cause::NoSaver => text!("causes-no-saver"),
        Cause::MonitorLeft => text!("causes-monitor-left"),
        Cause::NoDaemon => text!("causes-no-daemon"),
        Cause::NoReasons => text!("causes-no-reasons"),
        Cause::NotAsked => text!("causes-not-asked"),
        Cause::NoPipewire => text!("causes-no-pipewire"),
        Cause::PipewireGone => text!("causes-pipewire-gone"),
        Cause::NoPipewirePlace => text!("causes-no-pipewire-place"),
        Cause::ListEnded => text!("causes-list-ended"),
        Cause::KwinGone => text!("causes-kwin-gone"),
        Cause::NoSoundSocket => text!("causes-no-sound-socket"),
        Cause::NoSoundServer => text!("causes-no-sound-server"),
        Cause::SoundClosed => text!("causes-sound-closed"),
        Cause::SoundSilent => text!("causes-sound-silent"),
        Cause::SoundStrange => text!("causes-sound-strange"),
    }
}

/// By which means.
#[must_use]
pub fn means(means: &Means) -> String {
    match means {
        Means::Named(name) => name.clone(),
        Means::Several(names) => list(names),
        Means::SoundServer { name, version } => sound_server(name, version),
        Means::Listers(all) => list(all.iter().map(|one| lister(*one))),
        Means::ScreenSources(all) => list(all.iter().map(|one| screen_source(*one))),
        Means::Nothing => String::new(),
        Means::XAlarms => text!("causes-by-x-alarms"),
        Means::IdleNotify { input_alone: true } => text!("causes-by-idle-notify-input"),
        Means::IdleNotify { input_alone: false } => text!("causes-by-idle-notify"),
        Means::KwinIdle => text!("causes-by-kwin-idle"),
        Means::GnomeMonitor => text!("causes-by-gnome-monitor"),
        Means::KernelTimer => text!("causes-by-kernel-timer"),
        Means::XWindows => text!("causes-by-x-windows"),
        Means::WindowList => text!("causes-by-window-list"),
        Means::KwinScript => text!("causes-by-kwin-script"),
        Means::SoundProtocol => text!("causes-by-sound-protocol"),
        Means::DeviceFiles => text!("causes-by-device-files"),
        Means::Reader => text!("causes-by-reader"),
        Means::OnDemand => text!("causes-by-on-demand"),
        Means::Window => text!("causes-by-window"),
        Means::Terminal => text!("causes-by-terminal"),
    }
}

fn sound_server(name: &str, version: &str) -> String {
    if name.contains("PipeWire") {
        text!("causes-by-pipewire-sound", name, version)
    } else if name.eq_ignore_ascii_case("pulseaudio") {
        text!("causes-by-pulseaudio", version)
    } else {
        text!("causes-by-sound-server", name, version)
    }
}

/// Who lists what keeps the screen awake.
#[must_use]
pub fn lister(lister: Lister) -> String {
    match lister {
        Lister::Session => text!("causes-lister-session"),
        Lister::Kde => text!("causes-lister-kde"),
        Lister::Power => text!("causes-lister-power"),
        Lister::Logind => text!("causes-lister-logind"),
    }
}

fn screen_source(source: ScreenSource) -> String {
    match source {
        ScreenSource::Capture => text!("causes-screen-capture"),
        ScreenSource::Cast => text!("causes-screen-cast"),
    }
}
