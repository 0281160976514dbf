//! The one writer to the terminal. Owns what happens when nobody reads any more: nothing. Never formats.

use std::io::{self, IsTerminal, Write};

/// Prints text as it is. A closed pipe is no error: whoever read has seen enough.
pub(crate) fn text(text: &str) {
    let mut out = io::stdout().lock();
    let _ = out.write_all(text.as_bytes()).and_then(|()| out.flush());
}

/// Prints a line; says whether somebody still reads.
pub(crate) fn line(line: &str) -> bool {
    let mut out = io::stdout().lock();
    out.write_all(line.as_bytes()).and_then(|()| out.write_all(b"\n")).and_then(|()| out.flush()).is_ok()
}

/// Prints a problem, one line, where problems go.
pub(crate) fn problem(line: &str) {
    let mut out = io::stderr().lock();
    let _ = writeln!(out, "unhunch: {line}");
}

/// Whether colours are welcome: a terminal that can show them, and nobody who said no (NO_COLOR).
pub(crate) fn colours() -> bool {
    let set = |name| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    io::stdout().is_terminal() && !set("NO_COLOR") && std::env::var_os("TERM").is_none_or(|term| term != "dumb")
}

/// Whether pictures are welcome: where colours are, and the terminal says that it has all of them (`COLORTERM`).
pub(crate) fn pictures() -> bool {
    let all = std::env::var("COLORTERM").is_ok_and(|depth| depth == "truecolor" || depth == "24bit");
    all && colours()
}

/// The columns of the terminal; none where the output is no terminal.
pub(crate) fn columns() -> Option<usize> {
    let size = rustix::termios::tcgetwinsize(io::stdout()).ok()?;
    (size.ws_col > 0).then_some(usize::from(size.ws_col))
}
