//! Buttons, with a key and without. Owns how they look, which key presses one and how it is named; knows no text.

use super::theme::Ink;
use eframe::egui::text::{LayoutJob, TextFormat};
use eframe::egui::{Button, Color32, Key, Modifiers, Response, RichText, Stroke, TextStyle, Ui, UiBuilder, vec2};

/// A button with its key.
#[derive(Clone, Copy, Debug)]
pub struct KeyButton<'a> {
    /// What it says, and its name for those who do not see it.
    pub text: &'a str,
    /// The key that presses it. Its letter is underlined in the text; a key without a letter there is said after it.
    pub key: Key,
    /// Whether it is what one most likely wants: it stands out, and Enter presses it while nothing has the keyboard.
    pub main: bool,
}

impl KeyButton<'_> {
    /// Shows it with this width; whether it was pressed.
    pub fn show(&self, ui: &mut Ui, width: f32) -> bool {
        let ink = Ink::of(ui.visuals().dark_mode);
        let (fill, text) = if self.main { (ink.accent, ink.on_accent) } else { (ink.card, ink.text) };
        let button = Button::new(self.job(ui, text)).fill(fill).min_size(vec2(width, 0.0));
        let response = ui.add(button);
        let shortcut = self.key.name();
        ui.ctx().accesskit_node_builder(response.id, |node| {
            node.set_label(self.text);
            node.set_keyboard_shortcut(shortcut);
        });
        let alone = ui.memory(|memory| memory.focused().is_none());
        let pressed = ui.input_mut(|input| {
            let own = input.consume_key(Modifiers::NONE, self.key);
            own || (self.main && alone && input.consume_key(Modifiers::NONE, Key::Enter))
        });
        response.clicked() || pressed
    }

    /// The width that it takes by itself.
    #[must_use]
    pub fn width(&self, ui: &Ui) -> f32 {
        let text = ui.painter().layout_job(self.job(ui, Color32::PLACEHOLDER)).size().x;
        text + 2.0 * ui.spacing().button_padding.x
    }

    /// The text with its key marked.
    fn job(&self, ui: &Ui, colour: Color32) -> LayoutJob {
        let font = TextStyle::Button.resolve(ui.style());
        let plain = TextFormat::simple(font.clone(), colour);
        let marked = TextFormat { underline: Stroke::new(1.0, colour), ..plain.clone() };
        let mut job = LayoutJob::default();
        if let Some((before, letter, after)) = marked_letter(self.text, self.key.name()) {
            job.append(before, 0.0, plain.clone());
            job.append(letter, 0.0, marked);
            job.append(after, 0.0, plain);
        } else {
            job.append(self.text, 0.0, plain);
            let small = TextFormat::simple(TextStyle::Small.resolve(ui.style()), colour.gamma_multiply(0.75));
            job.append(short(self.key), font.size * 0.5, small);
        }
        job
    }
}

/// The one button of a page that is most likely wanted.
pub fn main(ui: &mut Ui, text: &str) -> Response {
    let ink = Ink::of(ui.visuals().dark_mode);
    ui.add(Button::new(RichText::new(text).color(ink.on_accent)).fill(ink.accent).stroke(Stroke::NONE))
}

/// Any other button.
pub fn plain(ui: &mut Ui, text: &str) -> Response {
    ui.add(Button::new(text))
}

/// A button that shows and hides what is behind it; whether it was pressed.
pub fn unfolding(ui: &mut Ui, text: &str, open: bool) -> bool {
    let ink = Ink::of(ui.visuals().dark_mode);
    let edge = open.then(|| Stroke::new(2.0, ink.accent));
    let response = ui.add(edge.map_or_else(|| Button::new(text), |edge| Button::new(text).stroke(edge)));
    ui.ctx().accesskit_node_builder(response.id, |node| node.set_expanded(open));
    response.clicked()
}

/// The way back to what a page began with; whether it was taken.
pub fn back(ui: &mut Ui, name: &str) -> bool {
    let ink = Ink::of(ui.visuals().dark_mode);
    let text = RichText::new(format!("‹ {name}")).color(ink.accent);
    // It has no edge: its letters begin where those of the title do, and its padding stands out.
    let (room, out) = (ui.available_rect_before_wrap(), ui.spacing().button_padding.x);
    let mut beside = ui.new_child(UiBuilder::new().max_rect(room.with_min_x(room.left() - out)));
    let response = beside.add(Button::new(text).frame_when_inactive(false));
    ui.allocate_space(response.rect.size() - vec2(out, 0.0));
    ui.ctx().accesskit_node_builder(response.id, |node| node.set_label(name));
    response.clicked()
}

/// The first letter of a text that is the key's, with what stands before and after it.
fn marked_letter<'t>(text: &'t str, key: &str) -> Option<(&'t str, &'t str, &'t str)> {
    let single = key.len() == 1;
    let (at, letter) = text.char_indices().find(|(_, c)| single && c.to_string().eq_ignore_ascii_case(key))?;
    let end = at + letter.len_utf8();
    Some((text.get(..at)?, text.get(at..end)?, text.get(end..)?))
}

/// A key as keyboards have it.
fn short(key: Key) -> &'static str {
    if key == Key::Escape { "Esc" } else { key.name() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_key_is_marked_where_it_stands_in_the_text() {
        assert_eq!(marked_letter("Done", "D"), Some(("", "D", "one")));
        assert_eq!(marked_letter("Not for me", "F"), Some(("Not ", "f", "or me")));
        assert_eq!(marked_letter("Close", "Escape"), None);
    }
}
