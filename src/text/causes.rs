//! Why something is not there or fails, and by which means a part works, in a few words. Pure.

use crate::parts::{Cause, Lister, Means, ScreenSource};

/// Why.
#[must_use]
pub fn cause(why: &Cause) -> String {
    match why {
        Cause::Foreign(words) => words.clone(),
        Cause::NoSocketNamed(address) => format!("the address `{address}` names no socket"),
        Cause::NameLeft(name) => format!("{name} left the session bus"),
        Cause::NoSetting(schema, key) => format!("gsettings knows no {schema} {key}"),
        Cause::SoundRefused(code) => format!("the sound server refused: {code}"),
        other => known(other).into(),
    }
}

/// A cause that says all by itself.
fn known(why: &Cause) -> &'static str {
    match why {
        Cause::NoAnswer => "no answer within 5 s",
        Cause::NobodyListens => "nothing listens at its address",
        Cause::BusClosed => "the bus closed the connection",
        Cause::NoLogind => "logind is not on the system bus",
        Cause::NoSession => "logind knows no session of yours",
        Cause::NoSaver => "no screen saver is on it",
        Cause::MonitorLeft => "the idle monitor left the session bus",
        Cause::NoDaemon => "no notification daemon is running",
        Cause::NoReasons => "nobody here lists them",
        Cause::NotAsked => "not asked",
        Cause::NoPipewire => "PipeWire is not running",
        Cause::PipewireGone => "PipeWire closed the connection",
        Cause::NoPipewirePlace => "the place of PipeWire's socket is not known",
        Cause::ListEnded => "the compositor ended its list of windows",
        Cause::KwinGone => "KWin is gone",
        Cause::NoSoundSocket => "PULSE_SERVER names no socket of this machine",
        Cause::NoSoundServer => "no sound server answers (PulseAudio, or PipeWire's PulseAudio service)",
        Cause::SoundClosed => "the sound server closed the line",
        Cause::SoundSilent => "the sound server does not answer",
        Cause::SoundStrange => "the sound server says what cannot be read",
        Cause::Foreign(_)
        | Cause::NoSocketNamed(_)
        | Cause::NameLeft(_)
        | Cause::NoSetting(..)
        | Cause::SoundRefused(_) => "",
    }
}

/// By which means.
#[must_use]
pub fn means(means: &Means) -> String {
    match means {
        Means::Named(name) => name.clone(),
        Means::Several(names) => names.join(", "),
        Means::SoundServer { name, version } => sound_server(name, version),
        Means::Listers(all) => all.iter().map(|one| lister(*one)).collect::<Vec<_>>().join(", "),
        Means::ScreenSources(all) => all.iter().map(|one| screen_source(*one)).collect::<Vec<_>>().join(", "),
        other => one(other).into(),
    }
}

/// Means that have a name of ours.
fn one(means: &Means) -> &'static str {
    match means {
        Means::XAlarms => "X11 idle alarms",
        Means::IdleNotify { input_alone: true } => "Wayland ext-idle-notify, input alone",
        Means::IdleNotify { input_alone: false } => "Wayland ext-idle-notify",
        Means::KwinIdle => "Wayland org_kde_kwin_idle",
        Means::GnomeMonitor => "GNOME's idle monitor",
        Means::KernelTimer => "a timer of the kernel (timerfd)",
        Means::XWindows => "X11 window states",
        Means::WindowList => "Wayland wlr-foreign-toplevel-management",
        Means::KwinScript => "KWin's scripting",
        Means::SoundProtocol => "PulseAudio's protocol",
        Means::DeviceFiles => "device files",
        Means::Reader => "a process of its own for each reading",
        Means::OnDemand => "starts when it is needed",
        Means::Window => "a window",
        Means::Terminal => "this terminal",
        Means::Nothing
        | Means::Named(_)
        | Means::Several(_)
        | Means::SoundServer { .. }
        | Means::Listers(_)
        | Means::ScreenSources(_) => "",
    }
}

fn sound_server(name: &str, version: &str) -> String {
    if name.contains("PipeWire") {
        format!("PipeWire's PulseAudio service: {name}, {version}")
    } else if name.eq_ignore_ascii_case("pulseaudio") {
        format!("PulseAudio {version}")
    } else {
        format!("{name} {version}")
    }
}

/// Who lists what keeps the screen awake.
#[must_use]
pub fn lister(lister: Lister) -> &'static str {
    match lister {
        Lister::Session => "the session manager",
        Lister::Kde => "KDE's power management",
        Lister::Power => "the power manager",
        Lister::Logind => "logind",
    }
}

fn screen_source(source: ScreenSource) -> &'static str {
    match source {
        ScreenSource::Capture => "what programs say of it",
        ScreenSource::Cast => "PipeWire",
    }
}
