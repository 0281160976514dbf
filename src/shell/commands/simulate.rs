//! `unhunch simulate`: a day as text through the real engine and the real ledger. Owns reading it and printing what
//! comes; the playing is `scenario`'s.

use crate::engine::effect::Record;
use crate::engine::moment::{Stamp, day_of};
use crate::ledger::{Entry, EntryKind, Ledger, Step};
use crate::scenario::{self, Options, Printed};
use crate::settings;
use crate::shell::cli::Simulate;
use crate::shell::{Exit, output};
use crate::system::files::guarded;
use crate::text::files::because;
use crate::text::{cli as text, ledger as record, library, reasons};
use chrono::NaiveDate;
use std::io::{self, BufWriter, ErrorKind, Write};
use std::path::Path;
use std::sync::Arc;

/// No text of days is as long as this.
// Years of a busy journal are not.
const LONGEST: u64 = 64 << 20;

/// Plays one.
pub(super) fn run(form: &Simulate) -> Exit {
    let text = match read(&form.file) {
        Ok(text) => text,
        Err(error) => {
            output::problem(&text::unreadable(&form.file, &because(&error)));
            return Exit::Usage;
        }
    };
    let ledger =
        form.ledger.as_deref().map_or_else(Ledger::in_memory, |file| Ledger::open(file).map(|opened| opened.ledger));
    let first_id = ledger.and_then(|ledger| Ok((ledger.next_id()?, ledger)));
    let (first_id, ledger) = match first_id {
        Ok(both) => both,
        Err(error) => {
            output::problem(&record::error(&error));
            return Exit::Refused;
        }
    };
    play(form, &text, first_id, ledger)
}

fn read(file: &Path) -> io::Result<String> {
    let standard = file == Path::new("-");
    let bytes = if standard { guarded::to_its_end(io::stdin(), LONGEST) } else { guarded::read(file, LONGEST) }?;
    String::from_utf8(bytes).map_err(|wrong| io::Error::new(ErrorKind::InvalidData, wrong.utf8_error()))
}

fn play(form: &Simulate, text: &str, first_id: u64, ledger: Ledger) -> Exit {
    let mut page = Page { form, out: BufWriter::new(io::stdout().lock()), day: None };
    let mut book = Book { ledger, trouble: None };
    let report = scenario::simulate(
        text,
        Options {
            settings: String::new(),
            content: Arc::new(library::content(&[]).0.content),
            first_id,
            tray: form.tray,
            print: &mut |printed| page.print(printed),
            keep: &mut |at, records, inputs, decisions| book.keep(*at, records, inputs, decisions),
        },
    );
    let _ = page.out.flush();
    drop(page);
    if let Some(trouble) = book.trouble {
        output::problem(&trouble);
        return Exit::Refused;
    }
    let place = |line, said: String| output::problem(&text::problem_at(&form.file, line, &said));
    match report {
        Ok(report) if report.failures.is_empty() => Exit::Done,
        Ok(report) => {
            report.failures.iter().for_each(|failure| place(failure.line, failure.missed.sentence()));
            Exit::Refused
        }
        Err(wrong) => {
            place(wrong.line, wrong.why.sentence());
            Exit::Usage
        }
    }
}

/// Where the effects are printed. Nobody reading any more is no error.
struct Page<'a> {
    form: &'a Simulate,
    out: BufWriter<io::StdoutLock<'static>>,
    day: Option<NaiveDate>,
}

impl Page<'_> {
    fn print(&mut self, printed: &Printed) {
        let _ = if self.form.json { writeln!(self.out, "{}", printed.json) } else { self.line(printed) };
    }

    /// The time and the words; a line with the date where a new day begins.
    fn line(&mut self, printed: &Printed) -> io::Result<()> {
        let day = printed.at.date_naive();
        if self.day.replace(day).is_some_and(|before| before != day) {
            writeln!(self.out, "# {day}")?;
        }
        let words = printed.words.replace('\n', " | ");
        writeln!(self.out, "{} {}", printed.at.format("%H:%M:%S"), output::shown(&words))?;
        if let Some(reason) = printed.reason.as_ref().filter(|_| self.form.why) {
            writeln!(self.out, "         # {}", output::shown(&reasons::reason(reason)))?;
        }
        Ok(())
    }
}

/// The record of the simulated days.
struct Book {
    ledger: Ledger,
    trouble: Option<String>,
}

impl Book {
    fn keep(&mut self, at: Stamp, records: &[Record], inputs: &[String], decisions: &[Printed]) {
        let day = day_of(at, settings_day_starts());
        let entry = |kind, text: &str, reason| Entry { at, day, kind, text: text.to_owned(), reason };
        let inputs = inputs.iter().map(|line| entry(EntryKind::Input, line, None));
        let decided =
            decisions.iter().map(|printed| entry(EntryKind::Decision, &printed.words, printed.reason.clone()));
        let journal: Vec<Entry> = inputs.chain(decided).collect();
        if self.trouble.is_none() {
            let step = Step { records, journal: &journal, memory: None };
            self.trouble = self.ledger.commit(&step).err().map(|error| record::error(&error));
        }
    }
}

fn settings_day_starts() -> chrono::NaiveTime {
    static STARTS: std::sync::OnceLock<chrono::NaiveTime> = std::sync::OnceLock::new();
    *STARTS.get_or_init(|| settings::defaults().rules.day_starts)
}
