//! Working hours: always, or for each day of the week from when to when. Owns how a week is shown and typed; how it is
//! written is the settings'.

use super::draft::{Drafts, Setting};
use crate::settings::{hours_of, week_text};
use crate::text::{adjust as text, formats};
use crate::windows::kit::entry::{Entered, entry};
use crate::windows::kit::switch::switch;
use eframe::egui::{RichText, Ui};

/// What working hours begin with.
const USUAL: &str = "Mon-Fri 09:00-17:00";
/// The widths of a day's name and of its hours.
const DAY: f32 = 96.0;
const TIMES: f32 = 240.0;

/// Shows them; what is wanted.
pub(super) fn show(ui: &mut Ui, setting: &Setting<'_>, drafts: &mut Drafts) -> Option<String> {
    let some = !setting.value.is_empty();
    let mut wanted = None;
    ui.horizontal(|ui| {
        if switch(ui, some, &text::only_then()) {
            wanted = Some(if some { String::new() } else { USUAL.to_owned() });
        }
        ui.label(text::only_then());
    });
    if some {
        wanted = wanted.or(week(ui, setting, drafts));
    }
    wanted
}

/// The seven days.
fn week(ui: &mut Ui, setting: &Setting<'_>, drafts: &mut Drafts) -> Option<String> {
    let now = hours_of(setting.value)?;
    let mut wanted = None;
    for (day, hours) in now.iter().enumerate() {
        let (name, key) = (formats::weekday_name(day), format!("{}#{day}", setting.key));
        ui.horizontal(|ui| {
            ui.scope(|ui| {
                ui.set_width(DAY.min(ui.available_width() / 3.0));
                ui.label(RichText::new(&name));
            });
            let mut typed = drafts.typed(&key).unwrap_or(hours).to_owned();
            let width = TIMES.min(ui.available_width() - 24.0);
            match entry(ui, &mut typed, &text::of(&name, setting.name), &text::free_day(), width) {
                Entered::Typing if typed != *hours => drafts.keep(&key, typed),
                Entered::Meant if typed != *hours => {
                    let mut days = now.clone();
                    if let Some(day) = days.get_mut(day) {
                        *day = lenient(&typed);
                    }
                    wanted = Some(week_text(&days));
                    drafts.keep(&key, typed);
                }
                Entered::Typing | Entered::Left | Entered::Meant => drafts.drop(&key),
                Entered::Nothing => {}
            }
        });
    }
    wanted
}

/// What somebody means who writes "9-12.30, 13 - 17".
fn lenient(typed: &str) -> String {
    let close = typed.replace(['\u{2013}', '\u{2014}'], "-").replace(" -", "-").replace("- ", "-").replace('.', ":");
    let whole = |part: &str| {
        let hour = !part.is_empty() && part.len() <= 2 && part.bytes().all(|byte| byte.is_ascii_digit());
        if hour { format!("{part}:00") } else { part.to_owned() }
    };
    let ranges = close.split([' ', ',', ';']).filter(|range| !range.is_empty());
    let ranges = ranges.map(|range| range.split('-').map(whole).collect::<Vec<_>>().join("-"));
    ranges.collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hours_are_understood_as_people_write_them() {
        for (typed, meant) in [
            ("9-17", "9:00-17:00"),
            ("09:00 \u{2013} 12.30, 13 - 17", "09:00-12:30 13:00-17:00"),
            ("", ""),
            ("noon", "noon"),
        ] {
            assert_eq!(lenient(typed), meant);
        }
    }
}
