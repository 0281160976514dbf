//! `unhunch open`: the main window, on a page of it. Owns who opens it: the running app, the window that is
//! open already, or this process.

use super::main_window;
use crate::shell::Exit;
use crate::shell::answer::print;
use crate::shell::ipc::client::{self, NoAnswer};
use crate::shell::ipc::window::ToWindow;
use crate::shell::ipc::{Call, door};
use crate::shell::paths::Paths;
use crate::windows::main::MainPage;

/// Opens it.
pub(super) fn run(paths: &Paths, page: MainPage, subject: Option<String>) -> Exit {
    match client::call(paths, &Call::Open(page, subject.clone())) {
        Err(NoAnswer::NotRunning) if door::knock(paths, &ToWindow::Turn(page, subject.clone())) => Exit::Done,
        Err(NoAnswer::NotRunning) => main_window::alone(paths, (page, subject)),
        answer => print(answer),
    }
}
