//! The last page of the welcome: what came of the answers, and what can be tried at once. Owns its look.

use super::host::WelcomeHost;
use crate::text::{setup, welcome as text};
use crate::windows::kit::button::KeyButton;
use crate::windows::kit::paragraph::{heading, paragraph};
use crate::windows::kit::{field, theme};
use eframe::egui::{Key, RichText, Ui};

/// The page.
#[derive(Debug)]
pub(super) struct FarewellPage {
    /// What came of the answers.
    kept: Result<Vec<String>, String>,
    starts: bool,
    /// What went wrong last.
    trouble: Option<String>,
}

impl FarewellPage {
    pub(super) fn new(kept: Result<Vec<String>, String>, host: &dyn WelcomeHost) -> Self {
        Self { kept, starts: host.starts_with_desktop(), trouble: None }
    }

    pub(super) fn show(&mut self, ui: &mut Ui, host: &mut dyn WelcomeHost) {
        match &self.kept {
            Ok(lines) => {
                heading(ui, &setup::done(), theme::cue(), 1);
                for line in lines {
                    paragraph(ui, RichText::new(line));
                }
            }
            Err(problem) => {
                heading(ui, &setup::not_kept(), theme::cue(), 1);
                paragraph(ui, RichText::new(problem));
            }
        }
        ui.add_space(8.0);
        let mut done = None;
        if offer(ui, &text::try_one(), Key::T, &text::try_one_note()) {
            done = Some(host.try_one());
        }
        if offer(ui, &text::day(), Key::D, &text::day_note()) {
            done = Some(host.show_day());
        }
        field::choices(ui);
        if field::choice(ui, true, self.starts, &text::autostart()) {
            let switched = host.start_with_desktop(!self.starts);
            self.starts = host.starts_with_desktop();
            done = Some(switched);
        }
        if let Some(done) = done {
            self.trouble = done.err();
        }
        if let Some(trouble) = &self.trouble {
            paragraph(ui, RichText::new(trouble));
        }
    }
}

/// Something to try, with what it is; whether it was chosen.
fn offer(ui: &mut Ui, name: &str, key: Key, note: &str) -> bool {
    let button = KeyButton { text: name, key, main: false };
    let width = button.width(ui);
    let pressed = button.show(ui, width);
    paragraph(ui, RichText::new(note).small().weak());
    ui.add_space(8.0);
    pressed
}
