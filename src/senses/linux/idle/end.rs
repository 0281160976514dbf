//! End of the wait on a display. Owns why; never what follows.

use crate::parts::Cause;

/// Why waiting on a display ended.
pub(super) enum DisplayEnd {
    /// It was told to.
    Stopped,
    /// This display cannot say it; the line has said so.
    CannotSay,
    /// The display cannot be reached, or no longer.
    Lost(Cause),
}

impl<E: std::error::Error> From<E> for DisplayEnd {
    fn from(error: E) -> Self {
        Self::Lost(error.into())
    }
}
