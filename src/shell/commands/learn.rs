//! `unhunch learn`: pages to read, on the terminal or in a window. Owns finding the page; its words are `learn`'s.

use crate::learn::{self, Page};
use crate::shell::cli::Learn;
use crate::shell::{Exit, say};
use crate::style::Style;
use crate::words::learn as words;

/// A page where no terminal says how wide it is.
const WIDTH: usize = 80;

/// Lists the pages, or shows one.
pub(super) fn run(form: &Learn) -> Exit {
    let page = match form.page.as_deref().map(found).transpose() {
        Ok(page) => page,
        Err(problem) => return wrong(&problem),
    };
    if form.csv || form.json {
        return table(form, page.as_ref());
    }
    let style = Style { colour: say::colours(), width: say::columns().unwrap_or(WIDTH) };
    say::text(&page.map_or_else(|| learn::list(&learn::pages(), &style), |page| learn::text(&page, &style)));
    Exit::Done
}

/// The table for other programs; no other page has such a form.
fn table(form: &Learn, page: Option<&Page>) -> Exit {
    if page.is_none_or(|page| page.id != learn::TABLE) {
        return wrong(words::ONLY_THE_TABLE);
    }
    say::text(&if form.csv { learn::csv().to_owned() } else { format!("{:#}\n", learn::json()) });
    Exit::Done
}

fn found(id: &str) -> Result<Page, String> {
    learn::page(id).ok_or_else(|| words::no_page(id, learn::nearest(id)))
}

fn wrong(problem: &str) -> Exit {
    say::problem(problem);
    Exit::Usage
}
