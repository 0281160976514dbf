//! A compositor's line. Owns what all who hold one do alike; never speaks of what is asked over it.

use std::io::ErrorKind;
use wayland_client::backend::WaylandError;

/// A read that brought nothing but the protocol's own housekeeping says that it would block; a full socket says so too and
/// takes the rest at the next turn.
pub(super) fn unless_blocked<T>(done: Result<T, WaylandError>) -> Result<(), WaylandError> {
    match done {
        Err(WaylandError::Io(error)) if error.kind() == ErrorKind::WouldBlock => Ok(()),
        other => other.map(|_| ()),
    }
}
