//! What is said of the guide's window by the app that opens it; what is in the window is `guide`'s. Pure.

/// The window is on screen.
pub const OPENED: &str = "The guide is open.";

/// It was already.
pub const IN_FRONT: &str = "The guide is open already; it comes to the front.";

/// The break ended before the window was there.
pub const OVER: &str = "The break was over before the guide opened.";

/// Windows need a display.
pub const NO_DISPLAY: &str =
    "Unhunch runs without a display, so no window can open. `unhunch start` starts a break and shows its steps.";

/// No window opened.
#[must_use]
pub fn not_opened(why: &str) -> String {
    let why = if why.is_empty() { String::new() } else { format!(" ({})", why.trim_end_matches('.')) };
    format!("The guide could not open{why}. The break goes on; its steps are shown without a window.")
}
