//! What is said on the page Today. Pure.

texts! {
    /// The app does not run.
    pub not_running: "today-not-running";
    /// Starts it.
    pub start_app: "today-start-app";
}
