//! Markdown to blocks, for the plain subset that the pages keep to. Owns what that subset is; reads no file.

use super::{Block, Link, Run, Tone};
use crate::text::learn as text;
use pulldown_cmark::{Event, HeadingLevel, Parser, Tag, TagEnd};

/// The title and the blocks below it.
pub(super) fn read(text: &str) -> Result<(String, Vec<Block>), String> {
    let mut page = Writing::default();
    for event in Parser::new(text) {
        page.take(event)?;
    }
    page.title.map(|title| (title, page.blocks)).ok_or_else(text::no_title)
}

/// A page while it is read.
#[derive(Default)]
struct Writing {
    title: Option<String>,
    blocks: Vec<Block>,
    spans: Vec<Run>,
    emphasis: bool,
    strong: bool,
    link: Option<Link>,
}

impl Writing {
    #[expect(clippy::wildcard_enum_match_arm, reason = "whatever Markdown has or will have besides is refused")]
    fn take(&mut self, event: Event<'_>) -> Result<(), String> {
        match event {
            Event::Start(
                Tag::Heading { level: HeadingLevel::H1 | HeadingLevel::H2, .. }
                | Tag::Paragraph
                | Tag::Item
                | Tag::List(None),
            )
            | Event::End(TagEnd::List(_)) => {}
            Event::Start(Tag::Emphasis) => self.emphasis = true,
            Event::End(TagEnd::Emphasis) => self.emphasis = false,
            Event::Start(Tag::Strong) => self.strong = true,
            Event::End(TagEnd::Strong) => self.strong = false,
            Event::Start(Tag::Link { dest_url, .. }) => self.link = Some(link(&dest_url)),
            Event::End(TagEnd::Link) => self.link = None,
            Event::Text(text) => self.say(&text, self.tone()),
            Event::Code(text) => self.say(&text, Tone::Code),
            Event::SoftBreak => self.say(" ", self.tone()),
            Event::End(TagEnd::Heading(HeadingLevel::H1)) => {
                let title = self.words();
                if self.title.replace(title).is_some() || !self.blocks.is_empty() {
                    return Err(text::no_title());
                }
            }
            Event::End(TagEnd::Heading(_)) => {
                let heading = self.words();
                self.blocks.push(Block::Heading(heading));
            }
            Event::End(TagEnd::Paragraph) => {
                let spans = std::mem::take(&mut self.spans);
                self.blocks.push(Block::Paragraph(spans));
            }
            Event::End(TagEnd::Item) => {
                let spans = std::mem::take(&mut self.spans);
                self.blocks.push(Block::Item(spans));
            }
            other => return Err(text::not_plain(&format!("{other:?}"))),
        }
        Ok(())
    }

    fn tone(&self) -> Tone {
        match (self.strong, self.emphasis) {
            (true, _) => Tone::Strong,
            (false, true) => Tone::Emphasis,
            (false, false) => Tone::Plain,
        }
    }

    /// Text joins the span before it where both look the same.
    fn say(&mut self, text: &str, tone: Tone) {
        match self.spans.last_mut() {
            Some(last) if last.tone == tone && last.link == self.link => last.text.push_str(text),
            _ => self.spans.push(Run { text: text.to_owned(), tone, link: self.link.clone() }),
        }
    }

    fn words(&mut self) -> String {
        std::mem::take(&mut self.spans).into_iter().map(|span| span.text).collect()
    }
}

fn link(target: &str) -> Link {
    match target.split_once(':') {
        Some(("exercise", id)) => Link::Exercise(id.to_owned()),
        Some(("pattern", id)) => Link::Pattern(id.to_owned()),
        Some(("setting", key)) => Link::Setting(key.to_owned()),
        Some(("command", word)) => Link::Command(word.to_owned()),
        _ => Link::Page(target.to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plain(text: &str) -> Run {
        Run { text: text.into(), tone: Tone::Plain, link: None }
    }

    #[test]
    fn the_plain_subset_is_read() {
        let (title, blocks) = read("# T\n\na *b*\n`c`\n\n## H\n\n- x [y](z)\n- [e](exercise:walk-2)\n").expect("plain");
        assert_eq!(title, "T");
        let span = |text: &str, tone| Run { text: text.into(), tone, link: None };
        let first = vec![plain("a "), span("b", Tone::Emphasis), plain(" "), span("c", Tone::Code)];
        let to = |text: &str, link| Run { link: Some(link), ..plain(text) };
        assert_eq!(
            blocks,
            [
                Block::Paragraph(first),
                Block::Heading("H".into()),
                Block::Item(vec![plain("x "), to("y", Link::Page("z".into()))]),
                Block::Item(vec![to("e", Link::Exercise("walk-2".into()))]),
            ]
        );
    }

    #[test]
    fn anything_else_is_named() {
        for text in
            ["no title", "# A\n\n# B", "a\n\n# T", "# T\n\n1. a", "# T\n\n> a", "# T\n\n<b>a</b>", "# T\n\n    a"]
        {
            assert!(read(text).is_err(), "{text}");
        }
    }
}
