//! How windows look: the settings, with what the desktop says. Owns which of the two counts; draws nothing.

use crate::settings;
use crate::system::appearance::ask;
use crate::system::clock::wall;
use crate::windows::Look;

/// How windows are to look now.
pub(crate) fn look(settings: settings::WindowSettings) -> Look {
    let said = ask();
    Look {
        large_text: settings.large_text,
        still: settings.still || said.still,
        dark: said.dark,
        person: settings.who.at(wall()),
    }
}
