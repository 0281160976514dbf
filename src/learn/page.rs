//! Pages as values: what stands on one, from top to bottom. Owns their form and which of it is read by a person; never where
//! it comes from.

use crate::library::Practice;

/// A page to read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Page {
    /// Stable key, kebab-case.
    pub id: &'static str,
    /// The title.
    pub title: String,
    /// What stands below it, from top to bottom.
    pub blocks: Vec<Block>,
}

/// One piece of a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    /// A heading within the page.
    Heading(String),
    /// A paragraph.
    Paragraph(Vec<Run>),
    /// One point of a list.
    Item(Vec<Run>),
    /// One practice with what the app does.
    Practice(Practice),
    /// What goes with every text about symptoms: title and text.
    Notice(String, String),
}

/// Text that looks the same throughout.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Run {
    /// The text.
    pub text: String,
    /// How it looks.
    pub tone: Tone,
    /// Where it leads, if it is a link.
    pub link: Option<Link>,
}

/// How a span looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the words are Markdown's")]
pub enum Tone {
    Plain,
    Emphasis,
    Strong,
    Code,
}

/// Where a link leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Link {
    /// To another page.
    Page(String),
    /// To an exercise being done.
    Exercise(String),
    /// To a breathing pattern being paced.
    Pattern(String),
    /// To a setting, by its key.
    Setting(String),
    /// To what a command shows, by its word, which is also a page of the window.
    Command(String),
}

impl Run {
    /// Text without any mark.
    pub(crate) fn plain(text: impl Into<String>) -> Self {
        Self { text: text.into(), tone: Tone::Plain, link: None }
    }
}

impl Page {
    /// Calls `change` with each text, but not with what is to be typed: a pseudo-locale makes all of them longer.
    pub fn each_text(&mut self, mut change: impl FnMut(&mut String)) {
        change(&mut self.title);
        for block in &mut self.blocks {
            match block {
                Block::Heading(text) => change(text),
                Block::Paragraph(spans) | Block::Item(spans) => {
                    let spans = spans.iter_mut().filter(|span| span.tone != Tone::Code);
                    spans.for_each(|span| change(&mut span.text));
                }
                Block::Practice(Practice { says, does, .. }) => [says, does].into_iter().for_each(&mut change),
                Block::Notice(title, text) => [title, text].into_iter().for_each(&mut change),
            }
        }
    }
}
