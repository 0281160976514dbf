//! Sound servers of the tests' own, real ones, and the programs that record from them.

use crate::harness::{Bus, Program, appears, eventually, nowhere};
use pulseaudio::protocol::{
    self, AuthParams, AuthReply, ChannelMap, Command as Say, CorkStreamParams, CreateRecordStreamReply, Prop, Props,
    RecordStreamParams, SampleFormat, SampleSpec, SetClientNameReply, stream::BufferAttr, stream::StreamFlags,
};
use std::ffi::CString;
use std::io::{BufReader, Write};
use std::os::unix::net::UnixStream;
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::thread;
use std::time::Duration;
use unhunch::senses::Surroundings;
use unhunch::senses::linux::calls::{Calls, Lasts, Sound};

/// The microphone that each server has.
pub(crate) const MIC: &str = "mic";

/// What the speaker plays, as a recorder can have it.
pub(crate) const MONITOR: &str = "speaker.monitor";

/// Long enough to be told apart, short enough to wait for.
pub(crate) const SHORT: Lasts = Lasts { believed: Duration::from_millis(700), dropped: Duration::from_millis(1500) };

/// A place for a sound server, and the server once it runs there.
pub(crate) struct Server {
    programs: Vec<Program>,
    bus: Option<Bus>,
    home: tempfile::TempDir,
}

impl Server {
    /// Nobody runs yet.
    pub(crate) fn none() -> Self {
        Self { programs: Vec::new(), bus: None, home: tempfile::tempdir().unwrap() }
    }

    pub(crate) fn pulse() -> Self {
        let mut server = Self::none();
        server.start_pulse();
        server
    }

    pub(crate) fn start_pulse(&mut self) {
        let mut command = self.command("pulseaudio");
        command.args(["-n", "--daemonize=no", "--exit-idle-time=-1", "--disable-shm=yes"]);
        command.args(["-L", "module-native-protocol-unix", "-L", "module-null-source source_name=mic"]);
        command.args(["-L", "module-null-sink sink_name=speaker"]);
        self.programs.push(Program::start(&mut command));
        self.has(&[MIC, MONITOR]);
    }

    /// PipeWire with its session manager, which wants a message bus, and its service for PulseAudio's clients.
    pub(crate) fn pipewire() -> Self {
        let mut server = Self::none();
        server.bus = Some(Bus::start());
        for (program, makes) in [("pipewire", "pipewire-0"), ("wireplumber", ""), ("pipewire-pulse", "pulse/native")] {
            server.programs.push(Program::start(&mut server.command(program)));
            if !makes.is_empty() {
                appears(&server.home.path().join(makes));
            }
        }
        for settings in [["media.class=Audio/Source/Virtual", "sink_name=mic"], ["sink_name=speaker", "channels=2"]] {
            eventually("a device", || {
                let mut load = server.command("pactl");
                load.args(["load-module", "module-null-sink"])
                    .args(settings)
                    .stdout(Stdio::null())
                    .status()
                    .unwrap()
                    .success()
                    .then_some(())
            });
        }
        server.has(&[MIC, MONITOR]);
        server
    }

    /// A program that finds this server and nothing of the machine's own.
    pub(crate) fn command(&self, program: &str) -> Command {
        let mut command = Command::new(program);
        let bus = self.bus.as_ref().map_or("unix:path=/nonexistent/bus", |bus| bus.address.as_str());
        command.env_clear().env("PATH", "/usr/bin:/bin").env("LC_ALL", "C.UTF-8").env("DBUS_SESSION_BUS_ADDRESS", bus);
        for name in ["HOME", "XDG_RUNTIME_DIR", "XDG_CONFIG_HOME", "XDG_STATE_HOME"] {
            command.env(name, self.home.path());
        }
        command.stdin(Stdio::null()).stderr(Stdio::null());
        command
    }

    /// `pactl` with these arguments, and what it says.
    pub(crate) fn ask(&self, args: &[&str]) -> String {
        String::from_utf8(self.command("pactl").args(args).output().unwrap().stdout).unwrap()
    }

    fn has(&self, sources: &[&str]) {
        eventually("the sources", || {
            let list = self.ask(&["list", "short", "sources"]);
            sources.iter().all(|source| list.split_whitespace().any(|word| word == *source)).then_some(())
        });
    }

    /// Waits until so many streams record, paused ones left out.
    pub(crate) fn records(&self, count: usize) {
        eventually("the streams", || {
            let list = self.ask(&["list", "source-outputs"]);
            (list.matches("Corked: no").count() == count).then_some(())
        });
    }

    /// `parec` from this source.
    pub(crate) fn parec(&self, source: &str) -> Program {
        let mut command = self.command("parec");
        Program::start(command.args(["-d", source, "--raw"]))
    }

    /// A recorder of the test's own, for what `parec` cannot do.
    pub(crate) fn recorder(&self, set: impl FnOnce(&mut RecordStreamParams)) -> Recorder {
        Recorder::start(&self.socket(), set)
    }

    /// The server's programs die at once, as in a crash.
    pub(crate) fn kill(&mut self) {
        self.programs.iter_mut().for_each(Program::kill);
        self.programs.clear();
    }

    /// Stops the server in its tracks, or lets it go on.
    pub(crate) fn signal(&self, signal: rustix::process::Signal) {
        for program in &self.programs {
            let id = i32::try_from(program.0.id()).unwrap();
            rustix::process::kill_process(rustix::process::Pid::from_raw(id).unwrap(), signal).unwrap();
        }
    }

    pub(crate) fn socket(&self) -> PathBuf {
        self.home.path().join("pulse/native")
    }

    pub(crate) fn around(&self, mic: Lasts) -> Surroundings {
        let sound = Some(Sound { socket: self.socket(), cookie: None });
        Surroundings { calls: Calls { sound, mic, ..Calls::default() }, ..nowhere() }
    }
}

/// A stream that records.
pub(crate) struct Recorder {
    line: UnixStream,
    channel: u32,
    version: u16,
}

impl Recorder {
    fn start(socket: &std::path::Path, set: impl FnOnce(&mut RecordStreamParams)) -> Self {
        let line = UnixStream::connect(socket).unwrap();
        let (mut to, mut from) = (line.try_clone().unwrap(), BufReader::new(line.try_clone().unwrap()));
        let version = 20;
        let cookie = std::fs::read(socket.with_file_name("cookie")).unwrap_or_else(|_| vec![0; 256]);
        let auth = AuthParams { version, supports_shm: false, supports_memfd: false, cookie };
        protocol::write_command_message(&mut to, 0, &Say::Auth(auth), version).unwrap();
        protocol::read_reply_message::<AuthReply>(&mut from, version).unwrap();
        let mut client = Props::new();
        client.set(Prop::ApplicationName, CString::new("Talk").unwrap());
        protocol::write_command_message(&mut to, 1, &Say::SetClientName(client), version).unwrap();
        protocol::read_reply_message::<SetClientNameReply>(&mut from, version).unwrap();
        let mut params = RecordStreamParams {
            sample_spec: SampleSpec { format: SampleFormat::S16Le, channels: 2, sample_rate: 44_100 },
            channel_map: ChannelMap::stereo(),
            source_name: Some(CString::new(MIC).unwrap()),
            buffer_attr: BufferAttr { max_length: u32::MAX, fragment_size: u32::MAX, ..BufferAttr::default() },
            flags: StreamFlags::default(),
            ..RecordStreamParams::default()
        };
        params.props.set(Prop::ApplicationName, CString::new("Talk").unwrap());
        params.props.set(Prop::ApplicationProcessId, CString::new("1").unwrap());
        params.props.set(Prop::MediaName, CString::new("Secret plans").unwrap());
        set(&mut params);
        protocol::write_command_message(&mut to, 2, &Say::CreateRecordStream(params), version).unwrap();
        let (_, made) = protocol::read_reply_message::<CreateRecordStreamReply>(&mut from, version).unwrap();
        // The sound itself goes nowhere; the thread ends with the line.
        thread::spawn(move || std::io::copy(&mut from, &mut std::io::sink()));
        Self { line, channel: made.channel, version }
    }

    /// Pauses it, or lets it go on.
    pub(crate) fn pause(&mut self, cork: bool) {
        let say = Say::CorkRecordStream(CorkStreamParams { channel: self.channel, cork });
        protocol::write_command_message(&mut self.line, 3, &say, self.version).unwrap();
        self.line.flush().unwrap();
    }
}

impl Drop for Recorder {
    fn drop(&mut self) {
        let _ = self.line.shutdown(std::net::Shutdown::Both);
    }
}
