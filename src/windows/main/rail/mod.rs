//! The rail: the pages, a picture and a word each; where there is little room a row of pictures above the page. Owns how it
//! looks and is named, and the keys within it: it is one stop of the keyboard, arrows walk through it.

mod picture;

use super::page::MainPage;
use crate::windows::kit::rove;
use crate::windows::kit::theme::{self, Ink, ROUND};
use eframe::egui::accesskit::Role;
use eframe::egui::{
    Align2, Context, Frame, Id, Key, Margin, Panel, Rect, Response, Sense, TextStyle, Ui, Vec2, WidgetInfo, pos2, vec2,
};

/// Below this width the rail is a row.
const WIDE: f32 = 720.0;
/// The rail's width, and its tabs' height.
const WIDTH: f32 = 176.0;
const HIGH: f32 = 40.0;
/// A picture's edge, and the free space beside it.
const PICTURE: f32 = 20.0;
const APART: f32 = 12.0;
/// The bar that says which page is open, by its shape.
const BAR: f32 = 4.0;

/// A page was chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct RailChoice {
    pub page: MainPage,
    /// By an arrow: the keyboard stays in the rail.
    pub walked: bool,
}

/// Shows it; what was chosen.
pub(super) fn show(ui: &mut Ui, open: MainPage) -> Option<RailChoice> {
    let walked = walk(ui, open).map(|page| RailChoice { page, walked: true });
    let scale = theme::scale(ui);
    let frame = Frame::new().inner_margin(Margin::same(8));
    let row = ui.available_width() < WIDE * scale;
    let mut clicked = None;
    let mut all = |ui: &mut Ui, size: Vec2| {
        for page in MainPage::ALL {
            let response = tab(ui, page, page == open, size, !row);
            let response = if row { response.on_hover_text(page.name()) } else { response };
            if response.clicked() {
                clicked = Some(RailChoice { page, walked: false });
            }
        }
    };
    if row {
        Panel::top("rail").resizable(false).frame(frame).show(ui, |ui| {
            let each = (ui.available_width() / 6.0 - 8.0).min(2.0 * HIGH * scale);
            ui.horizontal(|ui| all(ui, vec2(each, HIGH * scale)));
        });
    } else {
        Panel::left("rail").resizable(false).exact_size(WIDTH * scale).frame(frame).show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 4.0;
            ui.add_space(8.0);
            all(ui, vec2(ui.available_width(), HIGH * scale));
        });
    }
    walked.or(clicked)
}

/// Gives the keyboard to the tab of the page that is open.
pub(super) fn focus(ctx: &Context, open: MainPage) {
    ctx.memory_mut(|memory| memory.request_focus(id(open)));
}

fn id(page: MainPage) -> Id {
    Id::unique(("rail", page.token()))
}

/// What an arrow leads to, while the open page's tab has the keyboard.
fn walk(ui: &mut Ui, open: MainPage) -> Option<MainPage> {
    const KEYS: [(Key, isize); 6] = [
        (Key::ArrowDown, 1),
        (Key::ArrowRight, 1),
        (Key::ArrowUp, -1),
        (Key::ArrowLeft, -1),
        (Key::Home, -5),
        (Key::End, 5),
    ];
    let by = rove::pressed(ui, id(open), &KEYS)?;
    let at = MainPage::ALL.iter().position(|page| *page == open)?;
    let to = at.saturating_add_signed(by).min(MainPage::ALL.len() - 1);
    MainPage::ALL.get(to).copied().filter(|page| *page != open)
}

/// One page.
fn tab(ui: &mut Ui, page: MainPage, open: bool, size: Vec2, worded: bool) -> Response {
    let ink = Ink::of(ui.visuals().dark_mode);
    let scale = theme::scale(ui);
    let (_, rect) = ui.allocate_space(size);
    // The keyboard stops at the open one alone; the others are reached from there.
    let response = ui.interact(rect, id(page), if open { Sense::click() } else { Sense::CLICK });
    if open || response.hovered() {
        ui.painter().rect_filled(rect, ROUND, ink.card);
    }
    let colour = if open { ink.accent } else { ink.soft };
    let edge = PICTURE * scale;
    let middle = if worded { pos2(rect.left() + APART + 0.5 * edge, rect.center().y) } else { rect.center() };
    picture::draw(ui.painter(), page, Rect::from_center_size(middle, Vec2::splat(edge)), colour);
    if worded {
        let at = pos2(middle.x + 0.5 * edge + APART, rect.center().y);
        let font = TextStyle::Body.resolve(ui.style());
        let colour = if open { ink.text } else { ink.soft };
        ui.painter().text(at, Align2::LEFT_CENTER, page.name(), font, colour);
    }
    if open {
        let bar = if worded {
            Rect::from_center_size(rect.left_center() + vec2(0.5 * BAR, 0.0), vec2(BAR, 0.6 * rect.height()))
        } else {
            Rect::from_center_size(rect.center_bottom() - vec2(0.0, 0.5 * BAR), vec2(0.6 * rect.width(), BAR))
        };
        ui.painter().rect_filled(bar, 0.5 * BAR, ink.accent);
    }
    response.widget_info(|| WidgetInfo::labeled(Role::Tab, true, page.name()));
    ui.ctx().accesskit_node_builder(response.id, |node| node.set_selected(open));
    response
}
