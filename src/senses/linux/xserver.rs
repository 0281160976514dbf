//! A line to an X server on which nothing is waited for without an end. Owns connecting and the deadline; never asks
//! anything of its own.

use super::bus::ANSWER;
use crate::parts::Cause;
use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::fd::{AsFd, BorrowedFd};
use std::io::{self, ErrorKind};
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;
use x11rb::errors::ConnectError;
use x11rb::reexports::x11rb_protocol::{parse_display, xauth};
use x11rb::rust_connection::{DefaultStream, PollMode, RustConnection, Stream};
use x11rb::utils::RawFdContainer;

/// What XWayland calls itself.
// It knows only the windows and the input of X programs (electron#27912): its figures are wrong.
pub(super) const XWAYLAND: &str = "XWAYLAND";

/// The socket: while it is patient, x11rb waits on it for as long as an answer may take; afterwards it says at once
/// that there is nothing yet.
pub(super) struct Socket {
    stream: DefaultStream,
    patient: AtomicBool,
    /// An answer was not there in time: x11rb's errors say that in words alone.
    late: AtomicBool,
}

impl AsFd for Socket {
    fn as_fd(&self) -> BorrowedFd<'_> {
        self.stream.as_fd()
    }
}

impl Stream for Socket {
    fn poll(&self, mode: PollMode) -> io::Result<()> {
        let patient = self.patient.load(Ordering::Relaxed);
        let wait = if patient { ANSWER } else { Duration::ZERO };
        let wait = Timespec::try_from(wait).unwrap_or_default();
        let mut flags = PollFlags::empty();
        flags.set(PollFlags::IN, mode.readable());
        flags.set(PollFlags::OUT, mode.writable());
        loop {
            return match poll(&mut [PollFd::new(&self.stream, flags)], Some(&wait)) {
                Ok(0) if patient => {
                    self.late.store(true, Ordering::Relaxed);
                    Err(ErrorKind::TimedOut.into())
                }
                Ok(0) => Err(ErrorKind::WouldBlock.into()),
                Ok(_) => Ok(()),
                Err(rustix::io::Errno::INTR) => continue,
                Err(error) => Err(error.into()),
            };
        }
    }

    fn read(&self, buf: &mut [u8], fds: &mut Vec<RawFdContainer>) -> io::Result<usize> {
        self.stream.read(buf, fds)
    }

    fn write(&self, buf: &[u8], fds: &mut Vec<RawFdContainer>) -> io::Result<usize> {
        self.stream.write(buf, fds)
    }

    fn write_vectored(&self, bufs: &[io::IoSlice<'_>], fds: &mut Vec<RawFdContainer>) -> io::Result<usize> {
        self.stream.write_vectored(bufs, fds)
    }
}

impl Socket {
    /// From now on nothing is waited for.
    pub(super) fn hurry(&self) {
        self.patient.store(false, Ordering::Relaxed);
    }

    /// Whether the server let an answer wait for too long.
    pub(super) fn is_late(&self) -> bool {
        self.late.load(Ordering::Relaxed)
    }
}

/// Connects to the display of this name, patiently; the number of its screen, which is there, comes with it.
pub(super) fn connect(display: &str) -> Result<(RustConnection<Socket>, usize), Cause> {
    let late = |error: &ConnectError| matches!(error, ConnectError::IoError(why) if why.kind() == ErrorKind::TimedOut);
    try_to(display).map_err(|error| if late(&error) { Cause::NoAnswer } else { error.into() })
}

fn try_to(display: &str) -> Result<(RustConnection<Socket>, usize), ConnectError> {
    // As x11rb's own `connect` does it, but over a socket that does not wait without an end.
    let display = parse_display::parse_display(Some(display))?;
    let screen = usize::from(display.screen);
    let mut lost = io::Error::from(ErrorKind::AddrNotAvailable).into();
    for place in display.connect_instruction() {
        let (stream, (family, address)) = match DefaultStream::connect(&place) {
            Ok(connected) => connected,
            Err(error) => {
                lost = error.into();
                continue;
            }
        };
        // Without a key the server may still let us in.
        let key = xauth::get_auth(family, &address, display.display).ok().flatten().unwrap_or_default();
        let socket = Socket { stream, patient: AtomicBool::new(true), late: AtomicBool::new(false) };
        let conn = RustConnection::connect_to_stream_with_auth_info(socket, screen, key.0, key.1)?;
        return Ok((conn, screen));
    }
    Err(lost)
}
