//! `unhunch learn`: pages to read, on the terminal or in a window. Owns finding the page; its words are `learn`'s.

use crate::learn::{self, Page};
use crate::settings;
use crate::shell::answer::{handed_on, misused};
use crate::shell::appearance::look;
use crate::shell::cli::Learn;
use crate::shell::dialogue::answer;
use crate::shell::paths::Paths;
use crate::shell::{Exit, files, output};
use crate::style::Style;
use crate::system::process;
use crate::text::windows::failure;
use crate::text::{language, learn as text, library};
use crate::windows::frame::OnScreen;
use crate::windows::pages;

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
        return in_window(paths, page.as_ref(), Box::new(drop));
    }
    let mut said = written(page.as_ref());
    loop {
        output::text(&said);
        if !form.hold {
            return Exit::Done;
        }
        output::line(&text::ask());
        let Some(id) = answer().filter(|id| !id.is_empty() && id != "q") else { return Exit::Done };
        said = found(&id).map_or_else(|problem| problem + "\n", |page| written(Some(&page)));
    }
}

/// A page, or the list of them, as wide as the terminal.
fn written(page: Option<&Page>) -> String {
    let style = Style { colour: output::colours(), width: output::columns().unwrap_or(WIDTH) };
    page.map_or_else(|| learn::list(&pages(), &style), |page| learn::text(page, &style))
}

/// All pages in a window, open on this one. What is tried from there is a window of its own.
pub(super) fn in_window(paths: &Paths, first: Option<&Page>, on_screen: OnScreen<'_>) -> Exit {
    let settings = files::load(&paths.settings).map_or_else(|_| settings::defaults(), |loaded| loaded.settings);
    let practise = |id: &str| {
        let mut arguments = paths.home_arguments();
        arguments.extend(["guide".into(), id.into()]);
        if let Err(error) = process::ourselves(&arguments, drop) {
            output::problem(&error.to_string());
        }
    };
    match pages::open(pages(), first.map(|page| page.id), look(settings.look), Box::new(practise), on_screen) {
        Ok(()) => Exit::Done,
        Err(why) => {
            output::problem(&failure(&why));
            Exit::Refused
        }
    }
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
    learn::page(language(), id).map(spoken).ok_or_else(|| text::no_page(id, learn::nearest(id)))
}

pub(super) fn pages() -> Vec<Page> {
    learn::pages(language()).into_iter().map(spoken).collect()
}

fn spoken(mut page: Page) -> Page {
    page.each_text(library::spoken);
    page
}
