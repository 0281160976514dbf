//! An X server of a test's own. Owns what it is asked for and how it says that it is ready; whoever starts it ends it.

use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};

/// Asks for a server with a screen of this size; it takes a free number unless one of its arguments is one.
pub(crate) fn ask<'a>(command: &'a mut Command, size: &str) -> &'a mut Command {
    let screen = format!("{size}x24");
    command.args(["-displayfd", "1", "-screen", "0", &screen, "-nolisten", "tcp", "-noreset"]).stdout(Stdio::piped())
}

/// Waits until it takes clients, and says how they call it: `:99`.
pub(crate) fn display(server: &mut Child) -> String {
    let mut number = String::new();
    let said = server.stdout.take().map(|out| BufReader::new(out).read_line(&mut number));
    assert!(matches!(said, Some(Ok(1..))), "the X server ended before it was ready: {said:?}");
    format!(":{}", number.trim())
}
