//! Why something is not there or fails, and by which means a part works, in a few words. Pure.

use crate::parts::{Cause, Lister, Means, ScreenSource};

/// Why.
#[must_use]
pub fn cause(why: &Cause) -> String {
    match why {
        Cause::Foreign(words) => words.clone(),
        Cause::NoSocketNamed(address) => format!("the address `{address}` names no socket"),
        Cause::NameLeft(name) => format!("{name} left the session bus"),
        Cause::NoSetting(key) => format!("gsettings knows no {key}"),
        Cause::SoundRefused(code) => format!("the sound server refused: {code}"),
        Cause::NoAnswer => "no answer within 5 s".into(),
        Cause::NobodyListens => "nothing listens at its address".into(),
        Cause::BusClosed => "the bus closed the connection".into(),
        Cause::NoLogind => "logind is not on the system bus".into(),
        Cause::NoSession => "logind knows no session of yours".into(),
        Cause::NoSaver => "no screen saver is on it".into(),
        Cause::MonitorLeft => "the idle monitor left the session bus".into(),
        Cause::NoDaemon => "no notification daemon is running".into(),
        Cause::NoReasons => "nobody here lists them".into(),
        Cause::NotAsked => "not asked".into(),
        Cause::NoPipewire => "PipeWire is not running".into(),
        Cause::PipewireGone => "PipeWire closed the connection".into(),
        Cause::NoPipewirePlace => "the place of PipeWire's socket is not known".into(),
        Cause::ListEnded => "the compositor ended its list of windows".into(),
        Cause::KwinGone => "KWin is gone".into(),
        Cause::NoSoundSocket => "PULSE_SERVER names no socket of this machine".into(),
        Cause::NoSoundServer => "no sound server answers (PulseAudio, or PipeWire's PulseAudio service)".into(),
        Cause::SoundClosed => "the sound server closed the line".into(),
        Cause::SoundSilent => "the sound server does not answer".into(),
        Cause::SoundStrange => "the sound server says what cannot be read".into(),
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
        Means::Nothing => String::new(),
        Means::XAlarms => "X11 idle alarms".into(),
        Means::IdleNotify { input_alone: true } => "Wayland ext-idle-notify, input alone".into(),
        Means::IdleNotify { input_alone: false } => "Wayland ext-idle-notify".into(),
        Means::KwinIdle => "Wayland org_kde_kwin_idle".into(),
        Means::GnomeMonitor => "GNOME's idle monitor".into(),
        Means::KernelTimer => "a timer of the kernel (timerfd)".into(),
        Means::XWindows => "X11 window states".into(),
        Means::WindowList => "Wayland wlr-foreign-toplevel-management".into(),
        Means::KwinScript => "KWin's scripting".into(),
        Means::SoundProtocol => "PulseAudio's protocol".into(),
        Means::DeviceFiles => "device files".into(),
        Means::Reader => "a process of its own for each reading".into(),
        Means::OnDemand => "starts when it is needed".into(),
        Means::Window => "a window".into(),
        Means::Terminal => "this terminal".into(),
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
