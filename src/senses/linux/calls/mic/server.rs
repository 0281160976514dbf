//! A line to a sound server that speaks PulseAudio's protocol. Owns the framing, the deadlines and the limits;
//! never opens a stream, so that no sleeping microphone is woken, and never starts a server.

use super::tags;
use crate::parts::{APP, Cause, Means};
use crate::senses::calls::name;
use crate::system::sound::Sound;
use async_io::{Async, Timer};
use futures_lite::{AsyncReadExt, AsyncWriteExt, future};
use pulseaudio::protocol::{
    self, AuthParams, AuthReply, Command, CommandReply, CommandTag, DESCRIPTOR_SIZE, Prop, Props, ProtocolError,
    ServerInfo, SourceInfoList, SourceOutputInfoList, SubscriptionMask, TagStructReader,
};
use rustix::net::{SendAncillaryBuffer, SendAncillaryMessage, SendFlags, UCred, sendmsg};
use rustix::process::{getgid, getpid, getuid};
use std::ffi::CString;
use std::io::{self, IoSlice};
use std::mem::MaybeUninit;
use std::os::unix::net::UnixStream;
use std::time::Duration;

/// How long a server may take to answer.
// Real ones need milliseconds; one that is just starting loads its modules first.
const ANSWER: Duration = Duration::from_secs(5);

/// The longest message that is read, in bytes.
// The servers' own limit for lists is lower.
const MOST: usize = 1 << 20;

/// The newest protocol that is asked for.
// The first that has all we need came years before it (19: whether a stream is paused). Newer ones add formats and
// ports to each answer, of kinds that the parser may not know.
const VERSION: u16 = 20;

/// The channel of messages; others carry sound.
const CONTROL: [u8; 4] = u32::MAX.to_be_bytes();

/// Why there is no line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Gone {
    /// Nobody listens.
    Nobody,
    /// A server is there, and this is wrong.
    Failed(Cause),
}

impl From<io::Error> for Gone {
    fn from(error: io::Error) -> Self {
        let one_of = |kinds: &[io::ErrorKind]| kinds.contains(&error.kind());
        if one_of(&[io::ErrorKind::NotFound, io::ErrorKind::ConnectionRefused]) {
            Self::Nobody
        } else if one_of(&[io::ErrorKind::UnexpectedEof, io::ErrorKind::BrokenPipe, io::ErrorKind::ConnectionReset]) {
            Self::Failed(Cause::SoundClosed)
        } else {
            Self::Failed(error.into())
        }
    }
}

impl From<ProtocolError> for Gone {
    fn from(error: ProtocolError) -> Self {
        if let ProtocolError::ServerError(code) = error {
            return Self::Failed(Cause::SoundRefused(code.to_string()));
        }
        // What could not be read is not repeated: it may hold a title.
        Self::Failed(Cause::SoundStrange)
    }
}

/// The line.
pub(super) struct Server {
    socket: Async<UnixStream>,
    version: u16,
    asked: u32,
    /// Something changed while an answer was awaited.
    changed: bool,
    /// The server's name and version.
    pub(super) means: Means,
}

impl Server {
    /// Connects and asks to be told of changes.
    pub(super) async fn open(sound: &Sound) -> Result<Self, Gone> {
        let socket = in_time(async { Ok(Async::<UnixStream>::connect(&sound.socket).await?) }).await?;
        let mut server = Self { socket, version: VERSION, asked: 0, changed: false, means: Means::Nothing };
        let auth = AuthParams { version: VERSION, supports_shm: false, supports_memfd: false, cookie: sound.secret() };
        let reply: AuthReply = server.ask(&Command::Auth(auth)).await?;
        if reply.version < protocol::MIN_VERSION {
            return Err(ProtocolError::UnsupportedVersion(reply.version).into());
        }
        server.version = reply.version.min(VERSION);
        let mut props = Props::new();
        let text = |text: &str| CString::new(text).unwrap_or_default();
        props.set(Prop::ApplicationName, text(APP));
        props.set(Prop::ApplicationProcessId, text(&std::process::id().to_string()));
        server.reply(&Command::SetClientName(props)).await?;
        let info: ServerInfo = server.ask(&Command::GetServerInfo).await?;
        let said = |text: Option<CString>| text.and_then(|text| name(text.as_bytes())).unwrap_or_default();
        server.means = Means::SoundServer { name: said(info.server_name), version: said(info.server_version) };
        let changes = SubscriptionMask::SOURCE | SubscriptionMask::SOURCE_OUTPUT;
        server.reply(&Command::Subscribe(changes)).await?;
        Ok(server)
    }

    /// All microphones and whatever records from them.
    pub(super) async fn streams(&mut self) -> Result<(SourceInfoList, SourceOutputInfoList), Gone> {
        self.changed = false;
        // The microphones last: one that has just been plugged in is known when what records from it is weighed.
        let outputs = self.ask(&Command::GetSourceOutputInfoList).await?;
        let sources = self.ask(&Command::GetSourceInfoList).await?;
        Ok((sources, outputs))
    }

    /// Waits for a change since the last question, for as long as it takes.
    pub(super) async fn change(&mut self) -> Result<(), Gone> {
        while !self.changed {
            let message = self.message().await?;
            self.take(&message)?;
        }
        Ok(())
    }

    async fn ask<T: CommandReply>(&mut self, question: &Command) -> Result<T, Gone> {
        let payload = self.reply(question).await?;
        let mut rest = payload.as_slice();
        let mut reader = TagStructReader::new(&mut rest, self.version);
        let (_reply, _number) = (reader.read_u32()?, reader.read_u32()?);
        Ok(reader.read()?)
    }

    /// Asks, and waits for the message that answers.
    async fn reply(&mut self, question: &Command) -> Result<Vec<u8>, Gone> {
        in_time(async {
            let number = self.asked;
            self.asked = self.asked.wrapping_add(1);
            let mut message = Vec::new();
            protocol::write_command_message(&mut message, number, question, self.version)?;
            // The first message says who we are.
            let sent = if number == 0 { introduce(&self.socket, &message).await? } else { 0 };
            self.socket.write_all(&message[sent..]).await?;
            loop {
                let message = self.message().await?;
                if self.take(&message)? == Some(number) {
                    return Ok(message);
                }
            }
        })
        .await
    }

    /// Takes in a message: the number of the question that it answers, or `None` if it answers none.
    fn take(&mut self, message: &[u8]) -> Result<Option<u32>, Gone> {
        let mut rest = message;
        let mut reader = TagStructReader::new(&mut rest, self.version);
        let (kind, number) = (reader.read_u32()?, reader.read_u32()?);
        if kind == CommandTag::SubscribeEvent as u32 {
            self.changed = true;
        } else if kind == CommandTag::Error as u32 {
            return Err(ProtocolError::ServerError(reader.read_enum()?).into());
        }
        Ok((kind == CommandTag::Reply as u32).then_some(number))
    }

    /// The next message, without its frame.
    async fn message(&mut self) -> Result<Vec<u8>, Gone> {
        loop {
            let mut frame = [0; DESCRIPTOR_SIZE];
            self.socket.read_exact(&mut frame).await?;
            let length = usize::try_from(u32::from_be_bytes([frame[0], frame[1], frame[2], frame[3]]));
            let length = length.ok().filter(|length| *length <= MOST);
            let mut payload = vec![0; length.ok_or(Gone::Failed(Cause::SoundStrange))?];
            self.socket.read_exact(&mut payload).await?;
            if frame[4..8] != CONTROL {
                continue;
            }
            if tags::are_whole(&payload) {
                return Ok(payload);
            }
            return Err(Gone::Failed(Cause::SoundStrange));
        }
    }
}

/// Sends as much of a message as goes at once, with the kernel's word on whose process this is.
async fn introduce(socket: &Async<UnixStream>, message: &[u8]) -> io::Result<usize> {
    // PulseAudio trusts this word where no secret is shared. The kernel adds it unasked only if the server happens to
    // have asked for it by then.
    let us = UCred { pid: getpid(), uid: getuid(), gid: getgid() };
    let sent = socket.write_with(|socket| {
        let mut room = [MaybeUninit::uninit(); rustix::cmsg_space!(ScmCredentials(1))];
        let mut beside = SendAncillaryBuffer::new(&mut room);
        beside.push(SendAncillaryMessage::ScmCredentials(us));
        Ok(sendmsg(socket, &[IoSlice::new(message)], &mut beside, SendFlags::NOSIGNAL)?)
    });
    sent.await
}

async fn in_time<T>(answer: impl Future<Output = Result<T, Gone>>) -> Result<T, Gone> {
    let deadline = async {
        Timer::after(ANSWER).await;
        Err(Gone::Failed(Cause::SoundSilent))
    };
    future::or(answer, deadline).await
}
