//! Local talk over named pipes, and over a pair of pipes with a process of our own.
#![expect(unsafe_code, reason = "the way of a pipe has no safe form; the call says why it is sound")]

use interprocess::local_socket::prelude::*;
use interprocess::local_socket::{GenericNamespaced, Listener, ListenerOptions, Name, Stream};
use interprocess::os::windows::local_socket::ListenerOptionsExt;
use interprocess::os::windows::security_descriptor::SecurityDescriptor;
use std::io::{self, PipeReader, PipeWriter, Read, Write};
use std::os::windows::io::{AsHandle, AsRawHandle, FromRawHandle, OwnedHandle};
use std::path::Path;
use std::process::Command;
use std::ptr::{null, null_mut};
use std::time::Duration;
use widestring::u16cstr;
use windows_sys::Win32::System::Pipes::{CreatePipe, PIPE_NOWAIT, SetNamedPipeHandleState};

/// Bytes that a pipe holds. The system's own measure is 4 KiB, and what does not fit at once counts as a deaf other side.
const ROOM: u32 = 64 << 10;

/// A pipe has a name, which is never too long for us.
pub(crate) fn fits(_path: &Path) -> bool {
    true
}

/// The pipe that stands for this path: its name holds no separators.
fn name(path: &Path) -> io::Result<Name<'static>> {
    path.to_string_lossy().replace(['\\', '/', ':'], "-").to_ns_name::<GenericNamespaced>()
}

/// Listens at this path, for this user alone.
///
/// # Errors
/// When the pipe cannot be made: somebody else may have made it.
pub(crate) fn listen(at: &Path) -> io::Result<Listener> {
    // All rights for the owner and none for others: by default everybody may read from a pipe.
    let of_owner = SecurityDescriptor::deserialize(u16cstr!("D:P(A;;GA;;;OW)"))?;
    ListenerOptions::new().name(name(at)?).security_descriptor(of_owner).create_sync()
}

/// Connects to whoever listens at this path.
///
/// # Errors
/// When nobody does.
pub(crate) fn connect(to: &Path) -> io::Result<Stream> {
    Stream::connect(name(to)?)
}

/// Whether the other end is a process of this user: the pipe lets nobody else in.
///
/// # Errors
/// Never.
#[expect(clippy::unnecessary_wraps, reason = "elsewhere the system is asked")]
pub(crate) fn is_ours(_stream: &Stream) -> io::Result<bool> {
    Ok(true)
}

/// A pipe knows no time-outs: an app that hangs keeps its client waiting.
///
/// # Errors
/// Never.
#[expect(clippy::unnecessary_wraps, reason = "elsewhere the system is asked")]
pub(crate) fn hear_within(_stream: &Stream, _most: Option<Duration>) -> io::Result<()> {
    Ok(())
}

/// A pipe knows no time-outs.
///
/// # Errors
/// Never.
#[expect(clippy::unnecessary_wraps, reason = "elsewhere the system is asked")]
pub(crate) fn say_within(_stream: &Stream, _most: Duration) -> io::Result<()> {
    Ok(())
}

/// Sends a whole line; false when the other side is gone.
pub(crate) fn send_now(to: &Stream, line: &[u8]) -> bool {
    (&mut &*to).write_all(line).is_ok()
}

/// A pipe ends when nobody holds it any more.
pub(crate) fn hang_up(_stream: &Stream) {}

/// A pipe is let go with its listener: until the process has ended, who comes waits.
pub(crate) fn close(_listener: &Listener) {}

/// One end of a talk that only two processes hold.
#[derive(Debug)]
pub(crate) struct Talk {
    heard: PipeReader,
    said: PipeWriter,
}

impl Talk {
    /// Both ends.
    ///
    /// # Errors
    /// When the system has none.
    pub(crate) fn pair() -> io::Result<(Self, Self)> {
        let ((ours, to_us), (theirs, to_them)) = (pipe()?, pipe()?);
        for said in [&to_us, &to_them] {
            never_wait(said)?;
        }
        Ok((Self { heard: ours, said: to_them }, Self { heard: theirs, said: to_us }))
    }

    /// The end that whoever started this process has given it: our standard input and output.
    ///
    /// # Errors
    /// When the system has none.
    pub(crate) fn given() -> io::Result<Self> {
        let heard = io::stdin().as_handle().try_clone_to_owned()?.into();
        let said = io::stdout().as_handle().try_clone_to_owned()?.into();
        // Fails for what is no pipe.
        never_wait(&said)?;
        Ok(Self { heard, said })
    }

    /// Gives this end to a process that is to be started.
    pub(crate) fn give(self, to: &mut Command) {
        to.stdin(self.heard).stdout(self.said);
    }

    /// The same end once more.
    ///
    /// # Errors
    /// When the system has none.
    pub(crate) fn try_clone(&self) -> io::Result<Self> {
        Ok(Self { heard: self.heard.try_clone()?, said: self.said.try_clone()? })
    }

    /// Says something, without ever waiting. False when the other side does not take it.
    pub(crate) fn send_now(&self, line: &[u8]) -> bool {
        (&self.said).write(line).is_ok_and(|sent| sent == line.len())
    }

    /// What is heard ends with the process that says it.
    #[expect(clippy::unused_self, reason = "elsewhere the talk is cut off")]
    pub(crate) fn hear_no_more(&self) {}

    /// The talk ends when nobody holds this end any more.
    #[expect(clippy::unused_self, reason = "elsewhere the talk is cut off")]
    pub(crate) fn hang_up(&self) {}
}

impl Read for &Talk {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        (&self.heard).read(into)
    }
}

/// A pipe with room for what is said before anybody listens.
fn pipe() -> io::Result<(PipeReader, PipeWriter)> {
    let (mut heard, mut said) = (null_mut(), null_mut());
    // SAFETY: it writes two handles whose places live as long as the call, and null leaves them to this process alone.
    let done = unsafe { CreatePipe(&raw mut heard, &raw mut said, null(), ROOM) };
    if done == 0 {
        return Err(io::Error::last_os_error());
    }
    // SAFETY: both were made just now, and nobody else has them.
    let [heard, said] = [heard, said].map(|handle| unsafe { OwnedHandle::from_raw_handle(handle) });
    Ok((heard.into(), said.into()))
}

/// Writing to this pipe takes what there is room for, now.
fn never_wait(pipe: &PipeWriter) -> io::Result<()> {
    let way = PIPE_NOWAIT;
    // SAFETY: the handle is open as long as the pipe, and the number's place as long as the call; null leaves the rest.
    let done = unsafe { SetNamedPipeHandleState(pipe.as_raw_handle(), &raw const way, null_mut(), null_mut()) };
    if done == 0 { Err(io::Error::last_os_error()) } else { Ok(()) }
}
