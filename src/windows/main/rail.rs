//! The rail: the pages, a picture and a word each; where there is little room a row of pictures above the page. Owns how it
//! looks and is named.

use super::page::MainPage;
use crate::windows::kit::focus;
use crate::windows::kit::theme::{Ink, ROUND};
use eframe::egui::accesskit::Role;
use eframe::egui::{Align, Button, Frame, Layout, Margin, Panel, RichText, Ui};

/// Below this width the rail is a row.
const WIDE: f32 = 720.0;
/// The rail's width.
const WIDTH: f32 = 176.0;

/// Shows it; the page that was chosen.
pub(super) fn show(ui: &mut Ui, open: MainPage) -> Option<MainPage> {
    let frame = Frame::new().inner_margin(Margin::same(12));
    let mut chosen = None;
    let mut all = |ui: &mut Ui| {
        for page in MainPage::ALL {
            if tab(ui, page, page == open) {
                chosen = Some(page);
            }
        }
    };
    if ui.available_width() < WIDE {
        Panel::top("rail").resizable(false).frame(frame).show(ui, |ui| ui.horizontal_wrapped(all));
    } else {
        Panel::left("rail").resizable(false).exact_size(WIDTH).frame(frame).show(ui, |ui| {
            ui.with_layout(Layout::top_down_justified(Align::LEFT), &mut all);
        });
    }
    chosen
}

/// One page; whether it was chosen.
fn tab(ui: &mut Ui, page: MainPage, open: bool) -> bool {
    let ink = Ink::of(ui.visuals().dark_mode);
    let name = page.name();
    let title = RichText::new(&name).color(if open { ink.on_accent } else { ink.text });
    let response = ui.add(Button::new(title).selected(open).frame_when_inactive(open));
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_role(Role::Tab);
        node.set_selected(open);
        node.set_label(name);
    });
    focus::ring(ui, &response, ROUND);
    response.clicked()
}
