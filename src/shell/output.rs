//! The one writer to the terminal. Owns what all that a person reads has in common: it fits the terminal, and is plain ASCII
//! where the locale is not UTF-8. What another program reads goes as it is: JSON, CSV and days as text are UTF-8 everywhere.
//! Where nobody reads any more nothing happens.

use super::cli::Complaint;
use crate::style::{ascii, fit};
use crate::system::terminal::{self, all_letters};
use crate::text::locale;
use std::borrow::Cow;
use std::io::{self, IsTerminal, Write};

/// Speaks in the language of the setting, or the system's.
pub(crate) fn speak(language: &str) {
    locale::choose(language, |name| std::env::var(name).ok());
}

/// Prints text. A closed pipe is no error: whoever read has seen enough.
pub(crate) fn text(text: &str) {
    let _ = write(&mut io::stdout().lock(), &shown(&fitted(text, columns())));
}

/// Prints a line; says whether somebody still reads.
pub(crate) fn line(line: &str) -> bool {
    let line = fitted(line, columns()) + "\n";
    write(&mut io::stdout().lock(), &shown(&line)).is_ok()
}

/// Prints what another program reads, with a line feed at its end; says whether it still does.
pub(crate) fn data(text: &str) -> bool {
    let end = if text.is_empty() || text.ends_with('\n') { "" } else { "\n" };
    write(&mut io::stdout().lock(), &format!("{text}{end}")).is_ok()
}

/// Prints a problem where problems go.
pub(crate) fn problem(line: &str) {
    let line = fitted(&format!("unhunch: {line}"), terminal::columns(io::stderr())) + "\n";
    let _ = write(&mut io::stderr().lock(), &shown(&line));
}

/// Prints what is said of the command line itself.
pub(crate) fn usage(error: &clap::error::Error<Complaint>) {
    if all_letters() {
        let _ = error.print();
        return;
    }
    let said = error.render().to_string();
    let _ = if error.use_stderr() {
        write(&mut io::stderr().lock(), &ascii(&said))
    } else {
        write(&mut io::stdout().lock(), &ascii(&said))
    };
}

fn write(out: &mut impl Write, text: &str) -> io::Result<()> {
    out.write_all(text.as_bytes()).and_then(|()| out.flush())
}

fn fitted(text: &str, columns: Option<usize>) -> String {
    columns.map_or_else(|| text.to_owned(), |columns| fit(text, columns))
}

/// The text as this locale can show it.
pub(crate) fn shown(text: &str) -> Cow<'_, str> {
    if all_letters() { Cow::Borrowed(text) } else { ascii(text) }
}

/// Whether colours are welcome: a terminal that can show them, and nobody who said no (NO_COLOR).
pub(crate) fn colours() -> bool {
    let set = |name| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    io::stdout().is_terminal() && !set("NO_COLOR") && std::env::var_os("TERM").is_none_or(|term| term != "dumb")
}

/// Whether pictures are welcome: where colours are, the terminal says that it has all of them (`COLORTERM`), and it has the
/// half blocks that they are made of.
pub(crate) fn pictures() -> bool {
    let all = std::env::var("COLORTERM").is_ok_and(|depth| depth == "truecolor" || depth == "24bit");
    all && colours() && all_letters()
}

/// The columns of the terminal; none where the output is no terminal.
pub(crate) fn columns() -> Option<usize> {
    terminal::columns(io::stdout())
}

/// Whether somebody typed the command, or reads along in a terminal: what a menu starts has none.
pub(crate) fn by_terminal() -> bool {
    io::stdin().is_terminal() || io::stdout().is_terminal() || io::stderr().is_terminal()
}
