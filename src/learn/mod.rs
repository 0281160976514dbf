//! Pages to read, and the table of what the app does with each practice of its two sources. PURE: text of
//! `config/lang/en/learn` and the library to values, and these to lines for a terminal. Never shows a window,
//! never judges a person.
//!
//! Every page ends with the notice of `redflags.toml`, so that none that speaks of symptoms can lack it.

mod markdown;
mod page;
mod practices;
mod search;
mod terminal;

pub use crate::library::{Practice, Reference, Target};
pub use page::{Block, Link, Page, Run, Tone};
pub use practices::{csv, json};
pub use search::{FoundPage, FoundPlace, find};
pub use terminal::{list, text};

use crate::library::{self, RedFlags, TierId};
use crate::plain::near;
use crate::text::learn as text;

macro_rules! pages {
    ($tag:literal: $($id:literal)*) => {
        [$(($id, include_str!(concat!("../../config/lang/", $tag, "/learn/", $id, ".md")))),*]
    };
}

/// The pages by their ids, in the order in which they are listed.
const PAGES: [(&str, &str); 16] = pages!("en":
    "knots" "hourly" "posture" "stress" "breathing" "strength" "massage" "desk" "longer" "thinking" "worry" "sleep" "help"
    "record" "sources" "practices"
);
/// The page with the table of practices.
pub const TABLE: &str = "practices";

/// All pages in the order in which they are listed, in a language.
#[must_use]
pub fn pages(tag: &str) -> Vec<Page> {
    PAGES.iter().filter_map(|(id, _)| page(tag, id)).collect()
}

/// One page by its id, in a language.
#[must_use]
pub fn page(tag: &str, id: &str) -> Option<Page> {
    let (id, text) = *PAGES.iter().find(|page| page.0 == id)?;
    // A test holds that each reads.
    read(tag, id, text).ok()
}

/// The page that was probably meant, if any is near.
#[must_use]
pub fn nearest(id: &str) -> Option<&'static str> {
    near::near(&id.to_lowercase(), PAGES.iter().map(|page| page.0), 1).first().copied()
}

/// A page from its text in a language, with what the text only names put in and the notice below.
///
/// # Errors
/// What in the text is none of the plain subset: a title, then headings, paragraphs, lists, emphasis, code and links.
pub fn read(tag: &str, id: &'static str, text: &str) -> Result<Page, String> {
    let (title, written) = markdown::read(text)?;
    let flags = library::red_flags(tag);
    let mut blocks = Vec::new();
    for block in written {
        match insert(&block) {
            Some(name) => blocks.extend(inserted(tag, name, &flags)?),
            None => blocks.push(block),
        }
    }
    blocks.push(Block::Notice(flags.notice_title.clone(), flags.notice_in_one()));
    Ok(Page { id, title, blocks })
}

/// The name in a paragraph that is nothing but a name in braces.
fn insert(block: &Block) -> Option<&str> {
    let Block::Paragraph(spans) = block else { return None };
    let [only] = spans.as_slice() else { return None };
    only.text.strip_prefix('{')?.strip_suffix('}')
}

/// What stands in the place of a name in braces: the library's own words, so that they are written once.
fn inserted(tag: &str, name: &str, flags: &RedFlags) -> Result<Vec<Block>, String> {
    let said = |text: &str| Block::Paragraph(vec![Run::plain(text)]);
    let lines = |lines: Vec<crate::engine::content::Line>| {
        lines.into_iter().map(|line| Block::Item(vec![Run::plain(line.text)])).collect()
    };
    Ok(match name {
        "first-run" => vec![said(&flags.first_run)],
        "stop-line" => vec![said(&flags.stop_line)],
        "flags" => [TierId::Emergency, TierId::Urgent, TierId::Soon, TierId::Mind]
            .into_iter()
            .flat_map(|tier| signs(flags, tier))
            .collect(),
        "reflections" => lines(library::content(tag, &[]).0.content.reflections),
        "plans" => lines(library::content(tag, &[]).0.plans),
        "practices" => practices::blocks(tag),
        other => return Err(text::no_such_insert(other)),
    })
}

/// One tier: what to do, and its signs.
fn signs(flags: &RedFlags, id: TierId) -> Vec<Block> {
    let Some(tier) = flags.tier(id) else { return Vec::new() };
    let mut blocks = vec![Block::Heading(tier.title.clone()), Block::Paragraph(vec![Run::plain(&tier.text)])];
    for flag in flags.flags.iter().filter(|flag| flag.tier == id) {
        let mut spans = vec![Run::plain(&flag.text)];
        if let Some(own) = &flag.own_text {
            spans.push(Run { text: format!(" {own}"), tone: Tone::Strong, link: None });
        }
        blocks.push(Block::Item(spans));
    }
    blocks
}
