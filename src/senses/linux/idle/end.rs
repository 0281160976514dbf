//! End of the wait on a display. Owns why; never what follows.

/// Why waiting on a display ended.
pub(super) enum End {
    /// It was told to.
    Stopped,
    /// This display cannot say it; the line has said so.
    CannotSay,
    /// The display cannot be reached, or no longer.
    Lost(String),
}

impl<E: std::error::Error> From<E> for End {
    fn from(error: E) -> Self {
        Self::Lost(error.to_string())
    }
}
