//! Starting with the session on Windows: a value of the person's `Run` key.

use super::{AT_LOGIN, Standing, Trouble};
use crate::system::process::windowless_starter;
use std::io;
use std::path::{Path, PathBuf};
use windows_registry::CURRENT_USER;

const RUN: &str = r"Software\Microsoft\Windows\CurrentVersion\Run";
const VALUE: &str = "Unhunch";

/// Where it is kept.
#[expect(clippy::unnecessary_wraps, reason = "elsewhere it is a file, and there may be no place for it")]
pub(crate) fn place() -> Option<PathBuf> {
    Some(format!(r"HKEY_CURRENT_USER\{RUN}\{VALUE}").into())
}

/// How it stands.
///
/// # Errors
/// When the place cannot be read.
#[expect(clippy::unnecessary_wraps, reason = "elsewhere it is a file")]
pub(crate) fn standing(_place: &Path) -> io::Result<Standing> {
    let line = CURRENT_USER.open(RUN).and_then(|run| run.get_string(VALUE));
    Ok(line.map_or(Standing::Off, |line| judged(&line, Path::is_file)))
}

fn judged(line: &str, is_program: impl Fn(&Path) -> bool) -> Standing {
    let program = line.strip_prefix('"').and_then(|rest| rest.split('"').next()).unwrap_or(line);
    if is_program(Path::new(program)) { Standing::On } else { Standing::Gone(program.into()) }
}

/// Switches it on, for this program and this home.
///
/// # Errors
/// When the place cannot be written.
pub(crate) fn on(_place: &Path, home: Option<&Path>, _comment: &str) -> Result<(), Trouble> {
    let program = windowless_starter().map_or_else(std::env::current_exe, Ok)?;
    let home = home.map(|home| format!(" --home \"{}\"", home.display())).unwrap_or_default();
    let run = CURRENT_USER.create(RUN).map_err(io::Error::from)?;
    run.set_string(VALUE, format!("\"{}\" {AT_LOGIN}{home}", program.display())).map_err(io::Error::from)?;
    Ok(())
}

/// Switches it off.
///
/// # Errors
/// When the place cannot be written.
pub(crate) fn off(place: &Path) -> Result<(), Trouble> {
    if standing(place)? == Standing::Off {
        return Ok(());
    }
    let run = CURRENT_USER.create(RUN).map_err(io::Error::from)?;
    run.remove_value(VALUE).map_err(io::Error::from)?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_counts_as_the_system_takes_it() {
        let line = r#""C:\my apps\unhunch.exe" --home "C:\x""#;
        assert_eq!(judged(line, |program| program == Path::new(r"C:\my apps\unhunch.exe")), Standing::On);
        assert_eq!(judged(line, |_| false), Standing::Gone(r"C:\my apps\unhunch.exe".into()));
    }
}
