//! A field: one thing that a person sets. Owns how its control looks, also while nothing is chosen, and that it is in sight
//! when it has the keyboard; never what a value means.

use super::focus;
use super::theme::Ink;
use eframe::egui::{Stroke, Ui, vec2};

/// Shows what can be chosen, each with whether it is: one of all, or as many as one likes. Whether this one was pressed.
pub fn choice(ui: &mut Ui, many: bool, chosen: bool, label: &str) -> bool {
    named_choice(ui, many, chosen, label, label)
}

/// The same with another name for those who do not see beside what it stands.
pub fn named_choice(ui: &mut Ui, many: bool, chosen: bool, label: &str, name: &str) -> bool {
    let mut mark = chosen;
    let response = if many { ui.checkbox(&mut mark, label) } else { ui.radio(chosen, label) };
    ui.ctx().accesskit_node_builder(response.id, |node| node.set_label(name));
    focus::follow(&response);
    response.clicked()
}

/// Gives the choices below each other their distances, and an edge to what is not chosen: it must be seen as well.
pub fn choices(ui: &mut Ui) {
    let ink = Ink::of(ui.visuals().dark_mode);
    ui.spacing_mut().item_spacing = vec2(8.0, 2.0);
    (ui.spacing_mut().icon_width, ui.spacing_mut().icon_width_inner) = (18.0, 10.0);
    ui.visuals_mut().widgets.inactive.bg_stroke = Stroke::new(1.0, ink.soft);
}
