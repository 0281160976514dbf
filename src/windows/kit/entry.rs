//! An entry: one line that a person types. Owns how it looks and is named, and when what was typed is meant: at Enter, and
//! where it is left; Escape means nothing of it.

use eframe::egui::{Key, TextEdit, Ui};

/// What became of an entry in this frame.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Entered {
    /// Nothing is being typed.
    Nothing,
    /// The person is at it.
    Typing,
    /// What stands there is meant.
    Meant,
    /// It is to be as it was.
    Left,
}

/// Shows it with this width. `name` is its name for those who do not see beside what it stands, `hint` stands in it while it
/// is empty.
pub fn entry(ui: &mut Ui, text: &mut String, name: &str, hint: &str, width: f32) -> Entered {
    // Before it is drawn: by then it has let go of the keyboard.
    let escaped = ui.input(|input| input.key_pressed(Key::Escape));
    let line = TextEdit::singleline(text).desired_width(width).hint_text(hint).margin(8.0);
    let response = ui.add(line);
    ui.ctx().accesskit_node_builder(response.id, |node| node.set_label(name));
    match () {
        () if response.lost_focus() && escaped => Entered::Left,
        () if response.lost_focus() => Entered::Meant,
        () if response.has_focus() => Entered::Typing,
        () => Entered::Nothing,
    }
}
