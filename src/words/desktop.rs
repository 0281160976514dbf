//! What is said of the senses that ask the desktop: a shared screen, what keeps the screen awake, do-not-disturb. Pure.

use crate::parts::Report;

/// A source of `presenting`: the reasons that programs give for keeping the screen awake.
pub const CAPTURE: &str = "what programs say of it";

/// A source of `presenting`: PipeWire's screen casts.
pub const CAST: &str = "PipeWire";

/// A source that nobody asks.
pub const NOT_ASKED: &str = "not asked";

/// A shared screen is seen by these means; whether there is one.
#[must_use]
pub fn presenting_works(means: &str, on: bool) -> Report {
    Report::works("presenting", means, if on { "the screen is shared" } else { "the screen is not shared" })
}

/// Nobody tells of a shared screen; why neither source does.
#[must_use]
pub fn presenting_not_here(capture: &str, cast: &str) -> Report {
    Report::not_here(
        "presenting",
        format!("programs that capture the screen: {capture}; screen casts: {cast}"),
        "Pause Unhunch before you share your screen.",
    )
}
