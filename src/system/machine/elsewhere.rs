//! The machine where nothing more is asked than what the program was built for.

/// The system by its own name; nobody says it.
pub(crate) fn system() -> Option<String> {
    None
}

/// The kernel.
pub(crate) fn kernel() -> String {
    format!("{} {}", std::env::consts::OS, std::env::consts::ARCH)
}

/// The machine's name.
pub(crate) fn host() -> Option<String> {
    std::env::var("COMPUTERNAME").ok()
}

/// The kinds of display that are named; there is one.
pub(crate) fn displays() -> Vec<&'static str> {
    Vec::new()
}
