//! The machine as macOS describes it.

use std::process::Command;

/// The system by its own name and version.
pub(crate) fn system() -> Option<String> {
    let said = |what| says("sw_vers", &[what]);
    Some(format!("{} {}", said("-productName")?, said("-productVersion")?))
}

/// The kernel.
pub(crate) fn kernel() -> String {
    format!("{} {}", std::env::consts::OS, std::env::consts::ARCH)
}

/// The machine's name.
pub(crate) fn host() -> Option<String> {
    says("hostname", &[])
}

/// What tells this machine from every other.
pub(super) fn own_id() -> Option<String> {
    let said = Command::new("ioreg").args(["-rd1", "-c", "IOPlatformExpertDevice"]).output().ok()?;
    let said = String::from_utf8_lossy(&said.stdout).into_owned();
    let (_, rest) = said.split_once("\"IOPlatformUUID\" = \"")?;
    rest.split_once('"').map(|(id, _)| id.to_owned()).filter(|id| !id.is_empty())
}

/// The kinds of display that are named; there is one.
pub(crate) fn displays() -> Vec<&'static str> {
    Vec::new()
}

/// The one line that a program of the system says.
fn says(program: &str, arguments: &[&str]) -> Option<String> {
    let said = Command::new(program).args(arguments).output().ok()?;
    let line = String::from_utf8_lossy(&said.stdout).trim().to_owned();
    (said.status.success() && !line.is_empty()).then_some(line)
}
