//! The microphone on real sound servers: PulseAudio, and PipeWire with its service for PulseAudio's clients. What
//! they need: pulseaudio pulseaudio-utils pipewire pipewire-bin pipewire-pulse wireplumber dbus-daemon.

use crate::harness::{Listener, Program, alone, eventually};
use crate::sound::{MIC, MONITOR, SHORT, Server};
use pulseaudio::protocol::{ChannelMap, Prop, SampleFormat, SampleSpec};
use std::time::{Duration, Instant};
use unhunch::engine::event::{Device, Sense};
use unhunch::parts::PartState;
use unhunch::senses::Signal;
use unhunch::senses::linux::calls::{Calls, Lasts};
use unhunch::text::parts::ReportText;

pub(crate) fn ear(server: &Server, lasts: Lasts) -> Listener {
    let wanted = &[Sense::Mic];
    Listener::start(wanted, Duration::from_mins(1), server.around(lasts))
}

impl Listener {
    /// The next word on a call: when, which device, on or off, by whom.
    pub(crate) fn call(&self) -> (Instant, Device, bool, Option<String>) {
        let pick = |signal: &Signal| match signal {
            Signal::Call { device, on, program } => Some((*device, *on, program.clone())),
            _ => None,
        };
        let heard = self.pick_within(Duration::from_secs(30), pick);
        let (at, (device, on, program)) = heard.unwrap_or_else(|passed| panic!("no call, but {passed:?}"));
        (at, device, on, program)
    }

    /// Waits until the part says this.
    pub(crate) fn says(&self, part: &str, says: &str) -> Instant {
        let pick = |signal: &Signal| match signal {
            Signal::Part(report) if report.part.token() == part && ReportText::from(report).says == says => Some(()),
            _ => None,
        };
        self.pick(says, pick).0
    }

    /// No call begins or ends for as long; reports are passed over.
    pub(crate) fn no_call(&self, bound: Duration) {
        let pick = |signal: &Signal| matches!(signal, Signal::Call { .. }).then(|| signal.clone());
        if let Ok((_, signal)) = self.pick_within(bound, pick) {
            panic!("{signal:?}");
        }
    }
}

#[test]
fn a_recording_is_a_call_after_five_seconds_and_over_fifteen_after_its_end() {
    let _alone = alone();
    let server = Server::pulse();
    let ear = ear(&server, Calls::default().mic);
    let report = ear.report("mic", PartState::Works);
    assert!(report.means.starts_with("PulseAudio 1"), "{report:?}");
    assert_eq!(report.says, "free");
    let parec = server.parec(MIC);
    let seen = ear.says("mic", "in use by parec, believed after 5 s");
    let (on, device, is_on, program) = ear.call();
    assert_eq!((device, is_on, program.as_deref()), (Device::Mic, true, Some("parec")));
    let took = on - seen;
    assert!((Duration::from_millis(4950)..Duration::from_millis(5500)).contains(&took), "{took:?}");
    ear.says("mic", "in use by parec");
    drop(parec);
    let seen = ear.says("mic", "free, believed after 15 s");
    let (off, device, is_on, program) = ear.call();
    assert_eq!((device, is_on, program), (Device::Mic, false, None));
    let took = off - seen;
    assert!((Duration::from_millis(14950)..Duration::from_millis(15500)).contains(&took), "{took:?}");
    ear.says("mic", "free");
}

/// One recording from its begin to its end, muted in between.
fn one_call(server: &Server, means: &str, recorder: Program, program: &str) {
    let ear = ear(server, SHORT);
    let report = ear.report("mic", PartState::Works);
    assert!(report.means.starts_with(means), "{report:?}");
    // It was on before anybody listened: it is believed as any other.
    let (_, device, on, by) = ear.call();
    assert_eq!((device, on, by.as_deref()), (Device::Mic, true, Some(program)));
    server.ask(&["set-source-mute", MIC, "1"]);
    let list = server.ask(&["list", "short", "source-outputs"]);
    let stream = list.split_whitespace().next().unwrap();
    server.ask(&["set-source-output-mute", stream, "1"]);
    eventually("the mute", || server.ask(&["list", "source-outputs"]).contains("Mute: yes").then_some(()));
    ear.no_call(SHORT.dropped * 2);
    drop(recorder);
    let (_, _, on, _) = ear.call();
    assert!(!on);
    ear.says("mic", "free");
}

#[test]
fn a_muted_call_is_a_call_on_pulseaudio() {
    let _alone = alone();
    let server = Server::pulse();
    one_call(&server, "PulseAudio 1", server.parec(MIC), "parec");
}

#[test]
fn a_muted_call_is_a_call_on_pipewire() {
    let _alone = alone();
    let server = Server::pipewire();
    one_call(&server, "PipeWire's PulseAudio service: PulseAudio (on PipeWire ", server.parec(MIC), "parec");
}

#[test]
fn a_recorder_that_speaks_pipewires_own_language_is_seen() {
    let _alone = alone();
    let server = Server::pipewire();
    let ear = ear(&server, SHORT);
    ear.report("mic", PartState::Works);
    let mut command = server.command("pw-record");
    let recorder = Program::start(command.args(["--target", MIC, "/dev/null"]));
    assert_eq!(ear.call().3.as_deref(), Some("pw-record"));
    drop(recorder);
    assert!(!ear.call().2);
}

#[test]
fn a_filter_that_offers_a_microphone_is_a_call_only_when_somebody_listens_to_it() {
    let _alone = alone();
    let server = Server::pipewire();
    let ear = ear(&server, SHORT);
    ear.report("mic", PartState::Works);
    let mut command = server.command("pw-loopback");
    command.args(["--capture-props", "target.object=mic node.name=capture.denoise"]);
    command.args(["--playback-props", "media.class=Audio/Source node.name=denoised"]);
    let _filter = Program::start(&mut command);
    server.records(1);
    assert!(server.ask(&["list", "source-outputs"]).contains("node.link-group"));
    eventually("the offered microphone", || {
        server.ask(&["list", "short", "sources"]).contains("denoised").then_some(())
    });
    ear.no_call(SHORT.believed * 3);
    let listener = server.parec("denoised");
    assert_eq!(ear.call().3.as_deref(), Some("parec"));
    drop(listener);
    assert!(!ear.call().2, "the filter goes on");
    server.records(1);
    ear.no_call(SHORT.believed * 2);
}

#[test]
fn a_stream_of_the_servers_own_is_called_by_what_is_known_of_it() {
    let _alone = alone();
    let server = Server::pipewire();
    let ear = ear(&server, SHORT);
    ear.report("mic", PartState::Works);
    let mut command = server.command("pw-loopback");
    command.args(["--capture-props", "target.object=mic node.name=capture.sidetone"]);
    let _loop = Program::start(command.args(["--playback-props", "target.object=speaker node.name=sidetone"]));
    assert_eq!(ear.call().3.as_deref(), Some("capture.sidetone"));
}

/// A stream that is paused is none, and its title is nowhere.
fn paused(server: &Server) {
    let ear = ear(server, SHORT);
    ear.report("mic", PartState::Works);
    let mut recorder = server.recorder(|_| ());
    assert_eq!(ear.call().3.as_deref(), Some("Talk"));
    recorder.pause(true);
    assert!(!ear.call().2, "a browser's stream stays after the call, paused");
    recorder.pause(false);
    assert!(ear.call().2);
    recorder.pause(true);
    ear.says("mic", "free, believed after 1 s");
    recorder.pause(false);
    ear.says("mic", "in use by Talk");
    ear.no_call(SHORT.dropped * 2);
}

#[test]
fn a_paused_stream_is_no_call_on_pulseaudio() {
    let _alone = alone();
    paused(&Server::pulse());
}

#[test]
fn a_paused_stream_is_no_call_on_pipewire() {
    let _alone = alone();
    paused(&Server::pipewire());
}

/// Streams that are no call, and calls that were too short.
fn none_of_these(server: &Server) {
    let ear = ear(server, SHORT);
    ear.report("mic", PartState::Works);
    let _screen_recorder = server.parec(MONITOR);
    // As pavucontrol asks for it.
    let _meter = server.recorder(|params| {
        params.flags.peak_detect = true;
        params.sample_spec = SampleSpec { format: SampleFormat::Float32Le, channels: 1, sample_rate: 25 };
        params.channel_map = ChannelMap::mono();
    });
    let _ours = server.recorder(|params| {
        params.props.set(Prop::ApplicationProcessId, std::ffi::CString::new(std::process::id().to_string()).unwrap());
    });
    let _begins_paused = server.recorder(|params| params.flags.start_corked = true);
    server.records(3);
    ear.silence(SHORT.believed * 2);
    let short = server.parec(MIC);
    ear.says("mic", "in use by parec, believed after 0 s");
    drop(short);
    ear.says("mic", "free");
    ear.silence(SHORT.believed * 2);
}

#[test]
fn meters_monitors_and_short_recordings_never_count_on_pulseaudio() {
    let _alone = alone();
    none_of_these(&Server::pulse());
}

#[test]
fn meters_monitors_and_short_recordings_never_count_on_pipewire() {
    let _alone = alone();
    none_of_these(&Server::pipewire());
}

#[test]
fn no_title_is_ever_told() {
    let _alone = alone();
    let server = Server::pulse();
    let ear = ear(&server, SHORT);
    let recorder = server.recorder(|params| {
        params.props.set(Prop::ApplicationName, std::ffi::CString::new("Ta\u{202e}lk\n\x1b[2J".repeat(40)).unwrap());
    });
    server.records(1);
    let mut all = ear.pick_within(SHORT.believed * 2, |_| None::<()>).unwrap_err();
    drop(recorder);
    all.extend(ear.pick_within(SHORT.dropped * 2, |_| None::<()>).unwrap_err());
    let programs: Vec<&str> = all
        .iter()
        .filter_map(|signal| match signal {
            Signal::Call { on: true, program: Some(program), .. } => Some(program.as_str()),
            _ => None,
        })
        .collect();
    assert_eq!(programs, ["Talk[2J".repeat(9)[..60].to_owned()]);
    let text = format!("{all:?}");
    assert!(!text.contains("Secret"), "{text}");
}
