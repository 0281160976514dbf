//! How a text is set: sizes, distances, what is a link. Owns the look of each block and how it is named for those who do not
//! see it; never decides where a link leads.

use crate::learn::{Block, Link, Page, Practice, Reference, Run, Target, Tone};
use crate::text::{adjust, learn as words};
use crate::windows::kit::notice::notice;
use crate::windows::kit::paragraph::{heading, line_height, title};
use crate::windows::kit::theme::Ink;
use crate::windows::main::page::MainPage;
use eframe::egui::text::{LayoutJob, TextFormat};
use eframe::egui::{Align, Frame, Margin, Rect, Response, RichText, TextStyle, Ui, Vec2, vec2};

/// Lines longer than this many times the height of a letter are hard to read.
const MEASURE: f32 = 40.0;
/// Space before a heading, and between blocks.
const BEFORE_HEADING: f32 = 12.0;
const BETWEEN: f32 = 4.0;
/// How wide the bar is beside what was looked for.
const BAR: f32 = 4.0;
/// How far the points of a list stand in.
const POINT: i8 = 16;

/// A block that is pointed out.
#[derive(Clone, Copy, Debug)]
pub(super) struct Marked {
    /// Its place on the page.
    pub block: usize,
    /// It is brought into sight.
    pub comes: bool,
}

/// Shows a page of all of them; the link that was followed, if one was.
pub(super) fn show(ui: &mut Ui, page: &Page, all: &[Page], marked: Option<Marked>) -> Option<Link> {
    ui.style_mut().interaction.selectable_labels = true;
    let letter = TextStyle::Body.resolve(ui.style()).size;
    ui.set_max_width(ui.available_width().min(letter * MEASURE));
    title(ui, &page.title);
    let mut followed = None;
    for (at, content) in page.blocks.iter().enumerate() {
        ui.add_space(BETWEEN);
        let shown = ui.scope(|ui| block(ui, content, all));
        followed = followed.or(shown.inner);
        if let Some(marked) = marked.filter(|marked| marked.block == at) {
            mark(ui, shown.response.rect, marked.comes);
        }
    }
    followed
}

fn block(ui: &mut Ui, block: &Block, all: &[Page]) -> Option<Link> {
    match block {
        Block::Heading(title) => {
            ui.add_space(BEFORE_HEADING);
            heading(ui, title, TextStyle::Heading, 2);
            None
        }
        Block::Paragraph(spans) => paragraph(ui, spans),
        Block::Item(spans) => item(ui, spans),
        Block::Practice(practice) => entry(ui, practice, all),
        Block::Notice(title, text) => {
            ui.add_space(BEFORE_HEADING);
            notice(ui, title, text);
            None
        }
    }
}

/// Points a block out by a bar beside it.
fn mark(ui: &mut Ui, block: Rect, comes: bool) {
    let bar = block.with_max_x(block.min.x + BAR).translate(vec2(-3.0 * BAR, 0.0));
    ui.painter().rect_filled(bar, 0.0, Ink::of(ui.visuals().dark_mode).accent);
    if comes {
        ui.scroll_to_rect(block, Some(Align::Center));
    }
}

/// Spans one after the other, broken where the line ends. What stands between two links is one piece, for the eyes that
/// choose text and for those who have it read to them.
fn paragraph(ui: &mut Ui, spans: &[Run]) -> Option<Link> {
    let mut followed = None;
    flowing(ui, |ui| {
        for run in spans.chunk_by(|a, b| a.link == b.link) {
            match run.first().and_then(|span| span.link.clone()) {
                Some(to) => {
                    let text: String = run.iter().map(|span| span.text.as_str()).collect();
                    if link(ui, &text, TextStyle::Body).clicked() {
                        followed = Some(to);
                    }
                }
                None => drop(ui.label(job(ui, run))),
            }
        }
    });
    followed
}

/// Widgets one after the other, with nothing between them and lines at even distances.
fn flowing(ui: &mut Ui, add: impl FnOnce(&mut Ui)) {
    ui.scope(|ui| {
        ui.spacing_mut().interact_size.y = 0.0;
        ui.spacing_mut().item_spacing = Vec2::ZERO;
        ui.horizontal_wrapped(add);
    });
}

/// Spans without links as one text.
fn job(ui: &Ui, spans: &[Run]) -> LayoutJob {
    let ink = Ink::of(ui.visuals().dark_mode);
    let mut job = LayoutJob::default();
    for span in spans {
        let style = if span.tone == Tone::Code { TextStyle::Monospace } else { TextStyle::Body };
        let mut format = TextFormat::simple(style.resolve(ui.style()), ink.text);
        format.line_height = Some(line_height(ui, &TextStyle::Body));
        match span.tone {
            Tone::Plain => {}
            Tone::Emphasis => format.italics = true,
            Tone::Strong => format.color = ink.accent,
            Tone::Code => format.background = ink.card,
        }
        job.append(&span.text, 0.0, format);
    }
    job
}

/// A link, to be seen as one, and to be seen when it has the keyboard.
fn link(ui: &mut Ui, text: &str, style: TextStyle) -> Response {
    let ink = Ink::of(ui.visuals().dark_mode);
    let height = line_height(ui, &style);
    let text = RichText::new(text).text_style(style).line_height(Some(height)).color(ink.accent).underline();
    ui.link(text)
}

fn item(ui: &mut Ui, spans: &[Run]) -> Option<Link> {
    indented(ui, |ui| {
        let middle = 0.5 * line_height(ui, &TextStyle::Body);
        let dot = ui.cursor().left_top() + vec2(-0.6 * f32::from(POINT), middle);
        ui.painter().circle_filled(dot, 2.5, Ink::of(ui.visuals().dark_mode).accent);
        paragraph(ui, spans)
    })
}

fn indented<T>(ui: &mut Ui, add: impl FnOnce(&mut Ui) -> T) -> T {
    let margin = Margin { left: POINT, ..Margin::ZERO };
    Frame::new().inner_margin(margin).show(ui, add).inner
}

/// One practice: what is said, what the app does, and where.
fn entry(ui: &mut Ui, practice: &Practice, all: &[Page]) -> Option<Link> {
    ui.add_space(BETWEEN);
    let ink = Ink::of(ui.visuals().dark_mode);
    let said = [(format!("{}  ", practice.id), Tone::Code), (practice.says.clone(), Tone::Plain)];
    let said = said.map(|(text, tone)| Run { text, tone, link: None });
    ui.label(job(ui, &said));
    indented(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 2.0;
        let height = line_height(ui, &TextStyle::Body);
        ui.label(RichText::new(&practice.does).color(ink.accent).line_height(Some(height)));
        let mut followed = None;
        flowing(ui, |ui| {
            ui.spacing_mut().item_spacing.x = 10.0;
            for (called, to) in practice.at.iter().filter_map(|at| leads(at, all)) {
                if link(ui, &called, TextStyle::Small).clicked() {
                    followed = Some(to);
                }
            }
        });
        followed
    })
}

/// Where a reference of the table leads within reach of the window, and what that is called.
fn leads(at: &Reference, all: &[Page]) -> Option<(String, Link)> {
    let id = || at.id.clone();
    Some(match at.target {
        Target::Page => (all.iter().find(|page| page.id == at.id)?.title.clone(), Link::Page(id())),
        Target::Break | Target::Exercise => (adjust::reminder(&at.id), Link::Exercise(id())),
        Target::Breath | Target::Pattern => (adjust::reminder(&at.id), Link::Pattern(id())),
        Target::Setting => (words::in_settings(&adjust::called(&at.id)), Link::Setting(id())),
        Target::Command => (MainPage::with_token(&at.id)?.name(), Link::Command(id())),
        Target::Nudge | Target::Reflection | Target::Plan | Target::WindDown | Target::Sign | Target::Tier => {
            return None;
        }
    })
}
