//! The other entry, for Windows: what the menu and the session start. A program that prints gets a window with a console
//! from Windows before it can say that it wants none; this one prints nothing, starts the app beside it and ends.
#![windows_subsystem = "windows"]

use std::process::ExitCode;

fn main() -> ExitCode {
    unhunch::shell::start_without_console()
}
