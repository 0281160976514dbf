//! The senses on the page Settings: each with its setting, how it does, and a try. Owns what is being tried and what came of it;
//! how a sense does is told, and what it weighs is a setting like any other.

use super::parts_known::PartsKnown;
use super::press::press;
use crate::engine::event::Sense;
use crate::parts::{PartState, Report};
use crate::settings::{find, keys};
use crate::text::{settings as of_settings, surroundings as text};
use crate::windows::kit::paragraph::{paragraph, section};
use crate::windows::main::context::PageContext;
use crate::windows::main::settings::draft::Drafts;
use crate::windows::main::settings::row;
use crate::windows::main::talk::{PartsOrder, SettingsNow, SettingsOrder};
use eframe::egui::{RichText, Ui};
use std::collections::BTreeMap;
use std::time::Duration;

/// A try is given up after this.
// Time to open a program and begin a call in it.
const PATIENCE: f64 = 30.0;

/// What is being tried, and what came of the tries before.
#[derive(Debug, Default)]
pub(super) struct SensesSection {
    /// The sense, and until when on the clock of the input.
    trying: Option<(Sense, f64)>,
    tried: BTreeMap<Sense, String>,
}

impl SensesSection {
    /// Shows these senses.
    pub(super) fn show(
        &mut self,
        senses: &[Sense],
        known: &PartsKnown,
        (now, drafts): (&SettingsNow, &mut Drafts),
        ui: &mut Ui,
        context: &PageContext<'_>,
    ) {
        self.listen(known, now, ui);
        section(ui, &text::senses());
        paragraph(ui, RichText::new(text::senses_why()).weak());
        if known.gone {
            paragraph(ui, RichText::new(text::nothing_sensed()));
            if ui.button(text::look_again()).clicked() {
                context.order(PartsOrder::Watch);
            }
        }
        for sense in senses {
            ui.add_space(8.0);
            self.one(*sense, known, (now, drafts), ui, context);
        }
    }

    fn one(
        &mut self,
        sense: Sense,
        known: &PartsKnown,
        (now, drafts): (&SettingsNow, &mut Drafts),
        ui: &mut Ui,
        context: &PageContext<'_>,
    ) {
        let key = keys::sense(sense).name();
        if let Some(change) = row::show(ui, now, key, drafts) {
            context.order(SettingsOrder::Change(change));
        }
        let label = find(key).map(of_settings::label).unwrap_or_default();
        if known.gone {
            return;
        }
        ui.indent(key, |ui| match known.of(sense.into()) {
            Some(told) => {
                state(ui, &told.report, told.since.as_deref());
                if told.report.state == PartState::Works {
                    self.attempt(sense, &label, ui);
                }
            }
            None => drop(paragraph(ui, RichText::new(text::asking()).weak())),
        });
    }

    /// The try of a sense, where there is one.
    fn attempt(&mut self, sense: Sense, label: &str, ui: &mut Ui) {
        let Some(what) = text::try_now(sense) else { return };
        if self.trying.is_some_and(|(trying, _)| trying == sense) {
            paragraph(ui, RichText::new(what));
            if press(ui, &text::try_stop(), text::of(&text::try_stop(), label)) {
                self.trying = None;
            }
            return;
        }
        if let Some(came) = self.tried.get(&sense) {
            paragraph(ui, RichText::new(came));
        }
        if press(ui, &text::try_it(), text::of(&text::try_it(), label)) {
            self.trying = Some((sense, ui.input(|input| input.time) + PATIENCE));
            self.tried.remove(&sense);
            ui.ctx().request_repaint();
        }
    }

    /// Ends the try that goes on where the sense has noticed something, or the time is over.
    fn listen(&mut self, known: &PartsKnown, now: &SettingsNow, ui: &Ui) {
        let Some((sense, until)) = self.trying else { return };
        let left = until - ui.input(|input| input.time);
        let heard = known.of(sense.into()).filter(|told| told.report.notices());
        let came = match heard {
            Some(told) => text::heard(&told.report, makes_quiet(sense, now)),
            None if left <= 0.0 => text::not_heard(sense),
            // The one frame that tells of the end; what is noticed before wakes the window itself.
            None => return ui.ctx().request_repaint_after(Duration::from_secs_f64(left)),
        };
        self.tried.insert(sense, came);
        self.trying = None;
    }
}

/// How a part does, and what can be done where it does not.
pub(super) fn state(ui: &mut Ui, report: &Report, since: Option<&str>) {
    paragraph(ui, RichText::new(text::state_of(report, since)).strong());
    for line in [text::said(report), text::advice(report)] {
        if !line.is_empty() {
            paragraph(ui, RichText::new(line));
        }
    }
}

/// Whether what this sense notices makes it quiet; none where that does not depend on it alone.
fn makes_quiet(sense: Sense, now: &SettingsNow) -> Option<bool> {
    let holds = |key: &str| Some(is(now, key, "hold"));
    match sense {
        Sense::Mic | Sense::Camera => holds(keys::HOLDS_CALL.name()),
        Sense::Calendar => holds(keys::HOLDS_MEETING.name()),
        Sense::Presenting => holds(keys::HOLDS_PRESENTING.name()),
        Sense::Fullscreen if is(now, keys::HOLDS_FULLSCREEN.name(), "awake") => None,
        Sense::Fullscreen => holds(keys::HOLDS_FULLSCREEN.name()),
        Sense::Dnd => holds(keys::HOLDS_DND.name()),
        Sense::Awake | Sense::Idle | Sense::Lock | Sense::Sleep => None,
    }
}

fn is(now: &SettingsNow, key: &str, value: &str) -> bool {
    now.value(key).is_some_and(|shown| shown.plain == value)
}
