//! A list at the left and, at the right, the page that it opens. Owns their places and sizes, how the list is named, and
//! that the page scrolls by keys; never what stands there, nor which page is open.

use super::theme::Ink;
use super::{focus, keys};
use eframe::egui::accesskit::Role;
use eframe::egui::{Align, Button, CentralPanel, Frame, Layout, Margin, Panel, RichText, ScrollArea, Ui};

/// Free space around the list and around the page.
const LIST_MARGIN: i8 = 12;
const PAGE_MARGIN: i8 = 24;
/// The list's part of the window, at most this much of it.
const LIST: f32 = 270.0;
const LIST_AT_MOST: f32 = 0.4;

/// Shows the list with the one that is open, which is brought into sight where the page has just been turned; which one
/// was chosen.
pub fn list<'t>(ui: &mut Ui, titles: impl Iterator<Item = &'t str>, open: usize, turned: bool) -> Option<usize> {
    let width = LIST.min(ui.available_width() * LIST_AT_MOST);
    let mut chosen = None;
    Panel::left("list").resizable(false).exact_size(width).frame(margin(LIST_MARGIN)).show(ui, |ui| {
        ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
            ui.with_layout(Layout::top_down_justified(Align::LEFT), |ui| {
                ui.spacing_mut().item_spacing.y = 2.0;
                for (at, title) in titles.enumerate() {
                    if tab(ui, title, at == open, turned) {
                        chosen = Some(at);
                    }
                }
            });
        });
    });
    chosen
}

/// One of the list; whether it was chosen.
fn tab(ui: &mut Ui, title: &str, open: bool, turned: bool) -> bool {
    let ink = Ink::of(ui.visuals().dark_mode);
    let title = RichText::new(title).color(if open { ink.on_accent } else { ink.text });
    let response = ui.add(Button::new(title).selected(open).wrap().frame_when_inactive(open));
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_role(Role::Tab);
        node.set_selected(open);
    });
    focus::ring(ui, &response, super::theme::ROUND);
    if open && turned {
        response.scroll_to_me(None);
    }
    response.clicked()
}

/// Shows the page of this name beside the list; one that has just been turned to begins at its top.
pub fn page<T>(ui: &mut Ui, name: &str, turned: bool, add: impl FnOnce(&mut Ui) -> T) -> T {
    let beside = CentralPanel::default().frame(margin(PAGE_MARGIN)).show(ui, |ui| {
        let scroll = keys::scroll(ui);
        let mut area = ScrollArea::vertical().id_salt(name).auto_shrink(false);
        if turned {
            area = area.vertical_scroll_offset(0.0);
        }
        let shown = area.show(ui, |ui| {
            if let Some(scroll) = scroll {
                scroll.apply(ui);
            }
            add(ui)
        });
        shown.inner
    });
    beside.inner
}

fn margin(points: i8) -> Frame {
    Frame::new().inner_margin(Margin::same(points))
}
