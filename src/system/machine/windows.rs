//! The machine as Windows describes it.

use windows_registry::LOCAL_MACHINE;

/// Where Windows says which one it is.
const VERSION: &str = r"SOFTWARE\Microsoft\Windows NT\CurrentVersion";
/// Where it keeps what tells it from others.
const CRYPTOGRAPHY: &str = r"SOFTWARE\Microsoft\Cryptography";

/// The system by its own name. It is that of Windows 10 on Windows 11 too, which the build tells apart.
pub(crate) fn system() -> Option<String> {
    let said = LOCAL_MACHINE.open(VERSION).ok()?;
    let words = ["ProductName", "DisplayVersion", "CurrentBuild"].map(|name| said.get_string(name).ok());
    let words: Vec<String> = words.into_iter().flatten().filter(|word| !word.is_empty()).collect();
    (!words.is_empty()).then(|| words.join(" "))
}

/// What tells this installation from every other.
pub(super) fn own_id() -> Option<String> {
    let said = LOCAL_MACHINE.open(CRYPTOGRAPHY).ok()?.get_string("MachineGuid").ok()?;
    Some(said).filter(|id| !id.is_empty())
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

#[cfg(test)]
mod tests {
    #[test]
    fn the_system_says_its_name() {
        assert!(super::system().unwrap().contains("Windows"));
    }
}
