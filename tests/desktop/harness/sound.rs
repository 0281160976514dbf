//! A sound server with a microphone that nobody speaks into, and programs that record from it.

use super::process::{Running, until};
use super::session::Session;
use rustix::process::Signal;
use std::time::Duration;

/// PulseAudio with a null sink and a microphone made of it.
#[derive(Debug)]
pub(crate) struct Sound {
    server: Running,
}

impl Sound {
    /// Starts the server and waits until it answers.
    pub(crate) fn start(session: &Session) -> Self {
        let mut command = session.command("pulseaudio");
        command.args(["-n", "--daemonize=no", "--exit-idle-time=-1", "-L", "module-native-protocol-unix"]);
        command.args(["-L", "module-null-sink sink_name=out"]);
        let server = Running::start(
            command.args(["-L", "module-remap-source master=out.monitor source_name=mic"]),
            &session.log(),
        );
        until("the sound server", Duration::from_secs(15), || {
            let asked = session.command("pactl").args(["list", "short", "sources"]).output().ok()?;
            String::from_utf8_lossy(&asked.stdout).contains("\tmic\t").then_some(())
        });
        Self { server }
    }

    /// Stops the server in its tracks: it takes what is said to it and answers nothing.
    pub(crate) fn freeze(&self) {
        self.server.signal(Signal::STOP);
    }
}

impl Session {
    /// A program that records from the microphone, until it is dropped.
    pub(crate) fn recorder(&self) -> Running {
        let mut command = self.command("parec");
        Running::start_silent(command.args(["--device=mic", "--raw"]), &self.log())
    }
}
