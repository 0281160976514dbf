//! A page as lines for a terminal. Owns where lines break and what is painted; never asks how wide the terminal is.

use super::{Block, Link, Page, Practice, Run, Tone};
use crate::style::{Style, Tone as Paint, pad, wrap};
use crate::text::learn as text;
use unicode_width::UnicodeWidthChar;

/// Columns of a page: fewer break every other word, more are hard to read.
const LEAST: usize = 24;
const MOST: usize = 88;
/// Columns of the ids in the list.
const IDS: usize = 12;

/// The list of pages.
#[must_use]
pub fn list(pages: &[Page], style: &Style) -> String {
    let line = |page: &Page| {
        let title = wrap(&page.title, columns(style).saturating_sub(IDS)).join(&format!("\n{}", pad("", IDS)));
        format!("{}{title}\n", style.paint(Paint::Strong, &pad(page.id, IDS)))
    };
    let mut text: String = pages.iter().map(line).collect();
    text.push('\n');
    lines(&mut text, wrap(&text::how(), columns(style)).iter().map(|line| style.paint(Paint::Quiet, line)), "", "");
    text
}

/// One page, with where its links lead below it.
#[must_use]
pub fn text(page: &Page, style: &Style) -> String {
    let mut text = String::new();
    write(&mut text, &Block::Heading(page.title.clone()), style);
    let mut before: Option<&Block> = None;
    for block in &page.blocks {
        let packed = matches!((before, block), (Some(Block::Item(_)), Block::Item(_)));
        if let Block::Notice(..) = block {
            links(&mut text, page, style);
        }
        if !packed {
            text.push('\n');
        }
        write(&mut text, block, style);
        before = Some(block);
    }
    text
}

fn write(text: &mut String, block: &Block, style: &Style) {
    let columns = columns(style);
    match block {
        Block::Heading(heading) => {
            let heading = wrap(heading, columns);
            lines(text, heading.iter().map(|line| style.paint(Paint::Strong, line)), "", "");
        }
        Block::Paragraph(spans) => lines(text, flow(spans, columns, style), "", ""),
        Block::Item(spans) => lines(text, flow(spans, columns - 2, style), "- ", "  "),
        Block::Practice(practice) => write_practice(text, practice, style),
        Block::Notice(title, notice) => {
            let notice = wrap(notice, columns);
            lines(text, [style.paint(Paint::Strong, title)], "", "");
            lines(text, notice.iter().map(|line| style.paint(Paint::Quiet, line)), "", "");
        }
    }
}

fn write_practice(text: &mut String, practice: &Practice, style: &Style) {
    let columns = columns(style) - 6;
    let id = style.paint(Paint::Quiet, &pad(&practice.id, 6));
    lines(text, wrap(&practice.says, columns), &id, "      ");
    lines(text, wrap(&practice.does, columns - 2).iter().map(|line| style.paint(Paint::Own, line)), "    > ", "      ");
    if !practice.at.is_empty() {
        let at: Vec<String> = practice.at.iter().map(ToString::to_string).collect();
        let at = wrap(&at.join(" "), columns);
        lines(text, at.iter().map(|line| style.paint(Paint::Quiet, line)), "      ", "      ");
    }
}

/// Where the page's links lead: a terminal cannot follow them.
fn links(text: &mut String, page: &Page, style: &Style) {
    let (mut pages, mut ids, mut keys, mut commands) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    for block in &page.blocks {
        let (Block::Paragraph(spans) | Block::Item(spans)) = block else { continue };
        for link in spans.iter().filter_map(|span| span.link.as_ref()) {
            let (list, id) = match link {
                Link::Page(id) => (&mut pages, id),
                Link::Exercise(id) | Link::Pattern(id) => (&mut ids, id),
                Link::Setting(id) => (&mut keys, id),
                Link::Command(id) => (&mut commands, id),
            };
            if !list.contains(id) {
                list.push(id.clone());
            }
        }
    }
    let commands = commands.iter().map(|word| text::command(word)).collect();
    let told =
        [(text::read_on(), pages), (text::try_them(), ids), (text::set_them(), keys), (text::see_also(), commands)];
    for (how, ids) in told.into_iter().filter(|(_, ids)| !ids.is_empty()) {
        text.push('\n');
        let told = wrap(&format!("{how} {}", crate::text::list(&ids)), columns(style));
        lines(text, told.iter().map(|line| style.paint(Paint::Quiet, line)), "", "");
    }
}

fn columns(style: &Style) -> usize {
    style.width.clamp(LEAST, MOST)
}

fn lines<T: AsRef<str>>(text: &mut String, all: impl IntoIterator<Item = T>, first: &str, then: &str) {
    for (n, line) in all.into_iter().enumerate() {
        *text += if n == 0 { first } else { then };
        *text += line.as_ref();
        text.push('\n');
    }
}

/// Spans in lines of at most so many columns, broken between words.
fn flow(spans: &[Run], columns: usize, style: &Style) -> Vec<String> {
    let mut cells: Vec<(char, Paint)> = Vec::new();
    for span in spans {
        let paint = match (span.tone, &span.link) {
            (_, Some(_)) => Paint::Link,
            (Tone::Plain, None) => Paint::Plain,
            (Tone::Emphasis, None) => Paint::Emphasis,
            (Tone::Strong, None) => Paint::Strong,
            (Tone::Code, None) => Paint::Own,
        };
        // Without colour a command still has to be told from the sentence around it.
        let quoted =
            if span.tone == Tone::Code && !style.colour { format!("`{}`", span.text) } else { span.text.clone() };
        cells.extend(quoted.chars().map(|letter| (letter, paint)));
    }
    let width = |word: &[(char, Paint)]| word.iter().map(|cell| cell.0.width().unwrap_or(0)).sum::<usize>();
    let mut all: Vec<Vec<(char, Paint)>> = vec![Vec::new()];
    for word in cells.split(|cell| cell.0 == ' ').filter(|word| !word.is_empty()) {
        match all.last_mut() {
            Some(line) if line.is_empty() => line.extend(word),
            Some(line) if width(line) + 1 + width(word) <= columns => {
                // A blank within one look keeps it, so that a run is painted once.
                let within = line.last().zip(word.first()).filter(|(a, b)| a.1 == b.1).map(|(a, _)| a.1);
                line.push((' ', within.unwrap_or(Paint::Plain)));
                line.extend(word);
            }
            _ => all.push(word.to_vec()),
        }
    }
    all.iter().map(|line| style.paint_cells(line)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const PLAIN: Style = Style { colour: false, width: 30 };

    fn span(text: &str, tone: Tone) -> Run {
        Run { text: text.into(), tone, link: None }
    }

    #[test]
    fn spans_flow_over_lines_and_words_stay_whole() {
        let spans = [Run::plain("one "), span("two three", Tone::Emphasis), Run::plain(", "), span("four", Tone::Code)];
        assert_eq!(flow(&spans, 10, &PLAIN), ["one two", "three,", "`four`"]);
        let colour = Style { colour: true, width: 30 };
        let (on, off) = ("\u{1b}[3m", "\u{1b}[0m");
        assert_eq!(flow(&spans, 14, &colour), [format!("one {on}two three{off},"), format!("\u{1b}[36mfour{off}")]);
    }

    #[test]
    fn what_is_linked_is_named_below() {
        let link = |link| Run { link: Some(link), ..Run::plain("x") };
        let spans = vec![link(Link::Page("help".into())), link(Link::Exercise("walk-2".into()))];
        let blocks = vec![Block::Item(spans), Block::Notice("N".into(), "n".into())];
        let told = text(&Page { id: "p", title: "P".into(), blocks }, &PLAIN);
        let expected = format!("P\n\n- xx\n\n{} help\n\n{}\nwalk-2\n\nN\nn\n", text::read_on(), text::try_them());
        assert_eq!(told.replace('\n', " "), expected.replace('\n', " "));
    }
}
