//! What is said of the guide's window by the app that opens it; what is in the window is `guide`'s. Pure.

/// By which means the guide is shown.
pub const WINDOW: &str = "a window";

/// No window was needed yet.
pub const NOT_YET: &str = "opens when a break starts";

/// The last window opened.
pub const SHOWN: &str = "it opened";

/// The last window ended although nobody closed it.
#[must_use]
pub fn died(why: &str) -> String {
    format!("the last one closed by itself: {why}")
}

/// The person wants the guide elsewhere.
pub const IN_NOTIFICATION: &str = "the notification shows the steps, as set";

/// There is nothing that a window could open on.
pub const WITHOUT_DISPLAY: &str = "no display, so the steps are shown as notifications or in the terminal";

/// What to do about a window that does not open.
pub const ADVICE: &str = "The steps are shown without it. `unhunch guide` tries again; `unhunch config set guide.where \
                          notification` leaves the window out.";

/// The window's process runs and shows nothing.
pub const TOO_SLOW: &str = "no window appeared within 3 s";

/// The window's process could not be started.
#[must_use]
pub fn not_started(why: &str) -> String {
    format!("its process could not be started ({why})")
}

/// The window's process ended without a word of its own.
#[must_use]
pub fn ended(status: Option<i32>, signal: Option<i32>) -> String {
    match (signal, status) {
        (Some(signal), _) => format!("its process was ended by signal {signal}"),
        (None, Some(status)) => format!("its process ended with status {status}"),
        (None, None) => "its process ended".into(),
    }
}

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

/// Started by hand in the way of the running app.
pub const NOT_BY_HAND: &str = "Only the running Unhunch opens a guide in this way. Use `unhunch guide`.";
