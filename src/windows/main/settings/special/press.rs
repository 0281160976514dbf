//! A button that stands beside one of several things. Owns that it is named for those who do not see beside which.

use eframe::egui::Ui;

/// Shows it; whether it was pressed.
pub(super) fn press(ui: &mut Ui, text: &str, name: String) -> bool {
    let response = ui.button(text);
    ui.ctx().accesskit_node_builder(response.id, |node| node.set_label(name));
    response.clicked()
}
