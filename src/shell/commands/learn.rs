//! `unhunch learn`: pages to read, on the terminal or in a window. Owns finding the page; its words are `learn`'s.

use super::{open, reading};
use crate::learn::{self, Page};
use crate::shell::answer::{handed_on, misused};
use crate::shell::cli::Learn;
use crate::shell::paths::Paths;
use crate::shell::{Exit, output};
use crate::style::Style;
use crate::text::{language, learn as text};
use crate::windows::main::MainPage;

/// A page where no terminal says how wide it is.
const WIDTH: usize = 80;

/// Lists the pages, or shows one.
pub(super) fn run(paths: &Paths, form: &Learn) -> Exit {
    let page = match form.page.as_deref().map(found).transpose() {
        Ok(page) => page,
        Err(problem) => return misused(&problem),
    };
    if form.csv || form.json {
        return table(form, page.as_ref());
    }
    if form.window {
        return open::run(paths, MainPage::Learn, page.map(|page| page.id.to_owned()));
    }
    output::text(&written(page.as_ref()));
    Exit::Done
}

/// A page, or the list of them, as wide as the terminal.
fn written(page: Option<&Page>) -> String {
    let style = Style { colour: output::colours(), width: output::columns().unwrap_or(WIDTH) };
    page.map_or_else(|| learn::list(&reading::pages(), &style), |page| learn::text(page, &style))
}

/// The table for other programs; no other page has such a form.
fn table(form: &Learn, page: Option<&Page>) -> Exit {
    if page.is_none_or(|page| page.id != learn::TABLE) {
        return misused(&text::only_the_table());
    }
    let table = if form.csv { learn::csv(language()) } else { Ok(format!("{:#}", learn::json(language()))) };
    handed_on(table.map_err(|error| error.to_string()))
}

fn found(id: &str) -> Result<Page, String> {
    learn::page(language(), id).map(reading::spoken).ok_or_else(|| text::no_page(id, learn::nearest(id)))
}
