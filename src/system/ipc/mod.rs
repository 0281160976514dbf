//! Local talk between processes of one user: a socket that has a name, and a talk with a process of our own. Owns how each
//! is made, whose the other end is and that nobody is kept waiting; never knows what is said.

#[cfg_attr(unix, path = "unix.rs")]
#[cfg_attr(windows, path = "windows.rs")]
mod platform;

pub(crate) use interprocess::local_socket::{Listener, Stream};
pub(crate) use platform::{Talk, close, connect, fits, hang_up, hear_within, is_ours, listen, say_within, send_now};
