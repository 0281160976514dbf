//! Who the app is to Windows' notification service: its AppUserModelID, with the name and the picture under which the service
//! lists it. Owns that key of the person's registry. An installer may write it as well: it says the same.

use crate::outputs::icon;
use crate::parts::{APP, APP_ID};
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use tiny_skia::{ColorU8, Pixmap};
use windows_registry::{CURRENT_USER, Result};

/// The picture's file; the service reads it when it shows a toast.
const ICON: &str = "unhunch.png";

/// Registers it for this user. Without it no toast of a program that no installer has put into the menu is shown.
pub(super) fn register(folder: &Path) -> Result<()> {
    let key = CURRENT_USER.create(place())?;
    key.set_string("DisplayName", APP)?;
    let file = folder.join(ICON);
    // Without a picture the service shows its own.
    let there = file.is_file() || png().is_some_and(|png| fs::write(&file, png).is_ok());
    if there { key.set_string("IconUri", file.display().to_string()) } else { Ok(()) }
}

fn place() -> String {
    format!(r"Software\Classes\AppUserModelId\{APP_ID}")
}

/// Takes it away again.
///
/// # Errors
/// Where it stays, with its place.
pub(crate) fn unregister() -> std::result::Result<(), (PathBuf, io::Error)> {
    let place = place();
    // One that is not there need not be taken away.
    if CURRENT_USER.open(&place).is_err() {
        return Ok(());
    }
    let gone = CURRENT_USER.remove_tree(&place);
    gone.map_err(|error| (format!(r"HKEY_CURRENT_USER\{place}").into(), error.into()))
}

/// The app's icon as a file.
fn png() -> Option<Vec<u8>> {
    let mut pixmap = Pixmap::new(icon::APP_PX, icon::APP_PX)?;
    for (to, &[red, green, blue, alpha]) in pixmap.pixels_mut().iter_mut().zip(icon::APP.as_chunks().0) {
        *to = ColorU8::from_rgba(red, green, blue, alpha).premultiply();
    }
    pixmap.encode_png().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_installer_says_the_same() {
        let installer = include_str!("../../../../.packaging/windows.nsi");
        assert!(installer.contains(&format!("!define APP_ID \"{APP_ID}\"\n")));
        assert!(place().ends_with(r"\AppUserModelId\unhunch"));
    }
}
