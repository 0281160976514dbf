//! The guide's page: name and time, the picture, the cue, the caution, the buttons. Owns where each stands and how it is
//! named for those who do not see it; never decides what is shown.

use super::buttons;
use crate::figures::Shape;
use crate::text::guide as text;
use crate::windows::WindowEvent;
use crate::windows::kit::paragraph::paragraph;
use crate::windows::kit::theme::{self, Ink};
use crate::windows::picture::paint;
use eframe::egui::accesskit::{Live, Role};
use eframe::egui::{
    Align, Align2, Label, Layout, Rect, Response, RichText, ScrollArea, Sense, TextStyle, Ui, UiBuilder, Vec2,
    WidgetInfo, vec2,
};
use std::time::Duration;

/// Free space at the edges of the window.
const MARGIN: Vec2 = vec2(20.0, 16.0);
/// Nothing is wider.
const WIDEST: f32 = 520.0;
/// Smaller, there is no picture.
const LEAST: f32 = 110.0;
/// Between the text and the buttons.
const GAP: f32 = 16.0;
/// The small ring beside the time.
const RING: f32 = 13.0;
/// The time left of the break has room for this.
const LONG: Duration = Duration::from_mins(59);

/// The picture in the middle.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Picture {
    /// The figure's shapes.
    Figure(Vec<Shape>),
    /// The circle of the breath: its size and the seconds that are counted, if they are.
    Breath(f32, Option<u64>),
    /// The time as a large ring.
    Time,
    /// A whole ring: all is done.
    Over,
}

impl Picture {
    /// Whether it has the time in it.
    fn tells_time(&self) -> bool {
        matches!(self, Self::Time | Self::Over)
    }

    /// Whether it has the cue in it.
    fn tells_cue(&self) -> bool {
        matches!(self, Self::Breath(..) | Self::Over)
    }
}

/// What stands on the page.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Page {
    /// What is being done.
    pub name: String,
    /// How often and how long.
    pub dose: Option<String>,
    pub picture: Picture,
    /// The picture, said.
    pub said: String,
    /// Where one is: the step, or the breaths left.
    pub place: Option<String>,
    /// How far one is in what is counted.
    pub counter: Option<String>,
    /// What to do now.
    pub cue: String,
    /// What comes then.
    pub next: Option<String>,
    /// When to stop.
    pub caution: Option<String>,
    /// Every text that will stand where the cue stands, and every one that will stand below it: the page does not jump.
    pub cues: Vec<String>,
    pub nexts: Vec<String>,
    /// The time left of what is shown, and the share of the whole that it is.
    pub left: Duration,
    pub share: f32,
    /// The time left of the break, where that is another.
    pub rest: Option<Duration>,
    /// That an exercise was hidden, which can be undone.
    pub hidden: Option<String>,
    /// Whether it can be done, swapped and hurt.
    pub of_break: bool,
}

/// How high the parts of the page were last time.
#[derive(Clone, Copy, Debug)]
pub(super) struct Heights {
    /// All text above the buttons, without the picture.
    pub text: f32,
    /// The buttons, with what stands beside them.
    pub buttons: f32,
}

/// Shows the page; what was pressed. The buttons are always there; where room is short the picture gives way, then the
/// text is scrolled.
pub(super) fn show(ui: &mut Ui, page: &Page, heights: &mut Heights) -> Option<WindowEvent> {
    let whole = ui.available_rect_before_wrap();
    let wide = (whole.width() - 2.0 * MARGIN.x).clamp(120.0, WIDEST);
    let inner = Rect::from_min_max(
        Align2::CENTER_TOP.align_size_within_rect(vec2(wide, 1.0), whole).left_top() + vec2(0.0, MARGIN.y),
        whole.max - vec2(0.0, MARGIN.y),
    );
    let inner = inner.with_max_x(inner.min.x + wide);
    let above = inner.with_max_y(inner.max.y - heights.buttons - GAP);
    let mut now = *heights;
    ui.scope_builder(UiBuilder::new().max_rect(above), |ui| {
        ScrollArea::vertical().max_height(above.height()).show(ui, |ui| {
            let top = ui.cursor().top();
            let room = above.height() - heights.text;
            let side = if room < LEAST { 0.0 } else { room.min(wide) };
            header(ui, page, side > 0.0);
            if side > 0.0 {
                picture(ui, page, vec2(wide, side));
            }
            text(ui, page, side > 0.0);
            now.text = ui.min_rect().bottom() - top - side;
        });
    });
    let below = inner.with_min_y(inner.max.y - heights.buttons);
    let said = ui
        .scope_builder(UiBuilder::new().max_rect(below), |ui| {
            let said = buttons::show(ui, page.of_break, page.hidden.as_deref(), wide);
            now.buttons = ui.min_rect().height();
            said
        })
        .inner;
    // The page was laid out by the heights of the frame before. Where those were wrong it is laid out again at once,
    // so that nobody sees the buttons jump.
    if (now.text - heights.text).abs() > 0.5 || (now.buttons - heights.buttons).abs() > 0.5 {
        *heights = now;
        // The picture takes what the rest leaves.
        ui.ctx().request_discard("picture height");
    }
    said
}

/// What is being done, and the time left.
fn header(ui: &mut Ui, page: &Page, pictured: bool) {
    ui.with_layout(Layout::right_to_left(Align::TOP), |ui| {
        if !(pictured && page.picture.tells_time()) {
            time(ui, page);
        }
        ui.with_layout(Layout::top_down(Align::LEFT), |ui| {
            ui.spacing_mut().item_spacing.y = 2.0;
            paragraph(ui, RichText::new(&page.name).heading());
            if let Some(dose) = page.dose.as_ref().filter(|_| pictured) {
                paragraph(ui, RichText::new(dose).small().weak());
            }
        });
    });
}

/// The time left of what is shown, and below it that of the break.
fn time(ui: &mut Ui, page: &Page) {
    let ink = Ink::of(ui.visuals().dark_mode);
    // As wide as its widest, so that nothing moves when a digit goes.
    let font = TextStyle::Heading.resolve(ui.style());
    let widest = ui.painter().layout_no_wrap("00:00".into(), font, ink.text).size();
    let size = vec2(widest.x + 2.0 * RING + 10.0, widest.y.max(2.0 * RING + 4.0));
    let small = ui.painter().layout_no_wrap(text::of_break(LONG), TextStyle::Small.resolve(ui.style()), ink.soft);
    let below = if page.rest.is_some() { vec2(small.size().x, 2.0 + small.size().y) } else { Vec2::ZERO };
    let room = vec2(size.x.max(below.x), size.y + below.y);
    ui.allocate_ui_with_layout(room, Layout::top_down(Align::RIGHT), |ui| {
        ui.spacing_mut().item_spacing.y = 2.0;
        clock(ui, page, size);
        if let Some(rest) = page.rest {
            ui.label(RichText::new(text::of_break(rest)).small().color(ink.soft));
        }
    });
}

/// The time left as a clock beside its ring.
fn clock(ui: &mut Ui, page: &Page, size: Vec2) {
    let ink = Ink::of(ui.visuals().dark_mode);
    let clock = text::clock(page.left);
    let (rect, response) = ui.allocate_exact_size(size, Sense::empty());
    let middle = rect.right_center() - vec2(RING + 2.0, 0.0);
    paint::ring(ui.painter(), middle, RING, 4.0, page.share, ink);
    let at = rect.right_center() - vec2(2.0 * RING + 10.0, 0.0);
    ui.painter().text(at, Align2::RIGHT_CENTER, clock, TextStyle::Heading.resolve(ui.style()), ink.text);
    progress(&response, page);
}

/// Names the ring.
fn progress(response: &Response, page: &Page) {
    response.widget_info(|| WidgetInfo::labeled(Role::ProgressIndicator, true, text::left(page.left)));
    response.ctx.accesskit_node_builder(response.id, |node| {
        node.set_numeric_value(f64::from(page.share * 100.0).round());
        node.set_min_numeric_value(0.0);
        node.set_max_numeric_value(100.0);
    });
}

fn picture(ui: &mut Ui, page: &Page, size: Vec2) {
    let ink = Ink::of(ui.visuals().dark_mode);
    ui.add_space(4.0);
    let (rect, response) = ui.allocate_exact_size(size, Sense::empty());
    match &page.picture {
        Picture::Figure(shapes) => {
            paint::figure(ui.painter(), rect, shapes, theme::palette(ui.visuals().dark_mode), ink);
        }
        Picture::Breath(size, count) => {
            paint::breath(ui.painter(), rect, *size, ink);
            let high = ui.text_style_height(&theme::cue());
            let up = vec2(0.0, if count.is_some() { high } else { 0.0 });
            within(ui, rect.translate(-up), high, &page.cue);
            if let Some(count) = count {
                big(ui, rect.translate(vec2(0.0, high)), &count.to_string());
            }
        }
        Picture::Time => {
            let radius = size.min_elem() * 0.42;
            paint::ring(ui.painter(), rect.center(), radius, 9.0, page.share, ink);
            big(ui, rect, &text::clock(page.left));
            return progress(&response, page);
        }
        Picture::Over => {
            paint::ring(ui.painter(), rect.center(), size.min_elem() * 0.42, 9.0, 1.0, ink);
            return within(ui, rect, ui.text_style_height(&theme::cue()), &page.cue);
        }
    }
    response.widget_info(|| WidgetInfo::labeled(Role::Image, true, &page.said));
}

/// The cue in the middle of the picture.
fn within(ui: &mut Ui, rect: Rect, high: f32, cue: &str) {
    let at = Rect::from_center_size(rect.center(), vec2(rect.width(), high));
    let mut inside = ui.new_child(UiBuilder::new().max_rect(at).layout(Layout::top_down(Align::Center)));
    live(&inside.add(Label::new(RichText::new(cue).text_style(theme::cue()))));
}

fn big(ui: &Ui, rect: Rect, text: &str) {
    let font = theme::count().resolve(ui.style());
    ui.painter().text(rect.center(), Align2::CENTER_CENTER, text, font, ui.visuals().text_color());
}

/// The cue with what comes before and after it.
fn text(ui: &mut Ui, page: &Page, pictured: bool) {
    let ink = Ink::of(ui.visuals().dark_mode);
    ui.add_space(2.0);
    ui.spacing_mut().item_spacing.y = 6.0;
    if let Some(place) = &page.place {
        ui.horizontal(|ui| {
            // The page does not jump where counting begins.
            ui.set_min_height(ui.text_style_height(&TextStyle::Heading));
            ui.label(RichText::new(place).small().color(ink.accent));
            if let Some(counter) = &page.counter {
                ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                    ui.label(RichText::new(counter).heading().color(ink.accent));
                });
            }
        });
    }
    if !(pictured && page.picture.tells_cue()) {
        live(&kept(ui, &page.cue, &page.cues, &theme::cue(), ink.text));
    }
    if !page.nexts.is_empty() {
        kept(ui, page.next.as_deref().unwrap_or_default(), &page.nexts, &TextStyle::Body, ink.soft);
    }
    if let Some(caution) = &page.caution {
        ui.add_space(2.0);
        paragraph(ui, RichText::new(caution).small().color(ink.soft));
    }
}

/// Has a text read out as it changes, without taking anybody's word.
fn live(text: &Response) {
    text.ctx.accesskit_node_builder(text.id, |node| node.set_live(Live::Polite));
}

/// A text in a place that is as high as the highest of those that will stand there.
fn kept(ui: &mut Ui, text: &str, all: &[String], style: &TextStyle, colour: eframe::egui::Color32) -> Response {
    let (font, width) = (style.resolve(ui.style()), ui.available_width());
    let height = |text: &str| ui.painter().layout(text.to_owned(), font.clone(), colour, width).size().y;
    let highest = all.iter().map(|text| height(text)).fold(height(text), f32::max);
    let top = ui.cursor().top();
    let response = paragraph(ui, RichText::new(text).text_style(style.clone()).color(colour));
    let missing = highest - (ui.min_rect().bottom() - top);
    if missing > 0.0 {
        ui.add_space(missing);
    }
    response
}
