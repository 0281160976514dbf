//! A field for a clock time. Owns what is taken for one; never what it is for.

use crate::text::today as text;
use crate::windows::kit::button;
use chrono::NaiveTime;
use eframe::egui::{Key, TextEdit, Ui};

/// Room for "16:30" in large text.
const WIDTH: f32 = 80.0;

/// A field for a clock time, with what was written in it.
#[derive(Debug, Default)]
pub(super) struct ClockField {
    written: String,
    /// It was taken for no clock time.
    wrong: bool,
}

impl ClockField {
    /// Shows it; the time, once it is confirmed.
    pub(super) fn show(&mut self, ui: &mut Ui) -> Option<NaiveTime> {
        let mut asked = false;
        ui.horizontal_wrapped(|ui| {
            let label = ui.label(text::until());
            let field = TextEdit::singleline(&mut self.written).desired_width(WIDTH).hint_text("16:30");
            let response = ui.add(field).labelled_by(label.id);
            self.wrong &= !response.changed();
            asked = response.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
            asked |= button::plain(ui, &text::until_then()).clicked();
        });
        let time = asked.then(|| clock_time(&self.written)).flatten();
        self.wrong |= asked && time.is_none();
        if self.wrong {
            ui.label(text::no_clock());
        }
        time
    }
}

/// What people write for a clock time: "16:30", "16.30", "1630", "9".
fn clock_time(written: &str) -> Option<NaiveTime> {
    let written = written.trim();
    let (hour, minute) = match written.split_once([':', '.', 'h']) {
        Some((hour, "")) => (hour, "0"),
        Some(parts) => parts,
        None if written.len() <= 2 => (written, "0"),
        None => written.split_at_checked(written.len() - 2)?,
    };
    NaiveTime::from_hms_opt(hour.parse().ok()?, minute.parse().ok()?, 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_clock_time_is_taken_as_people_write_it() {
        let at = |h, m| NaiveTime::from_hms_opt(h, m, 0);
        for (written, time) in
            [("16:30", at(16, 30)), (" 9.05", at(9, 5)), ("1630", at(16, 30)), ("9", at(9, 0)), ("16h", at(16, 0))]
        {
            assert_eq!(clock_time(written), time, "{written}");
        }
        for written in ["", "soon", "25:00", "16:75", "é30"] {
            assert_eq!(clock_time(written), None, "{written}");
        }
    }
}
