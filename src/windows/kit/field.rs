//! A field: one thing that a person sets. Owns how its control looks, also while nothing is chosen, and that it is in sight
//! when it has the keyboard; never what a value means.

use eframe::egui::{Ui, vec2};

/// Shows what can be chosen, each with whether it is: one of all, or as many as one likes. Whether this one was pressed.
pub fn choice(ui: &mut Ui, many: bool, chosen: bool, label: &str) -> bool {
    named_choice(ui, many, chosen, label, label)
}

/// The same with another name for those who do not see beside what it stands.
pub fn named_choice(ui: &mut Ui, many: bool, chosen: bool, label: &str, name: &str) -> bool {
    let mut mark = chosen;
    let response = if many { ui.checkbox(&mut mark, label) } else { ui.radio(chosen, label) };
    ui.ctx().accesskit_node_builder(response.id, |node| node.set_label(name));
    response.clicked()
}

/// Gives the choices below each other their distances.
pub fn choices(ui: &mut Ui) {
    ui.spacing_mut().item_spacing = vec2(8.0, 2.0);
    (ui.spacing_mut().icon_width, ui.spacing_mut().icon_width_inner) = (18.0, 10.0);
    ui.spacing_mut().icon_spacing = 8.0;
}
