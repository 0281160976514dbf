//! What parts of the settings have of their own, below what the table of keys gives: each is a file here. Owns which part
//! has which, and that they are told of only while the page is open; what stands in one is its file's.

mod calendars;
mod entries;
mod hooks;
mod machines;
mod outputs;
mod parts_known;
mod press;
mod senses;

use super::draft::Drafts;
use super::part::Part;
use crate::engine::event::Sense;
use crate::settings::{Key, Kind, Shown, keys};
use crate::windows::main::context::{PageContext, TakeOrder};
use crate::windows::main::talk::{
    CalendarsOrder, CalendarsUpdate, DesktopUpdate, HooksUpdate, MachinesUpdate, PartsOrder, PartsUpdate, SettingsNow,
};
use calendars::CalendarsSection;
use eframe::egui::Ui;
use entries::EntriesSection;
use hooks::HooksSection;
use machines::MachinesSection;
use parts_known::PartsKnown;
use senses::SensesSection;

/// The senses that are no calendar.
const SENSES: [Sense; 9] = [
    Sense::Mic,
    Sense::Camera,
    Sense::Presenting,
    Sense::Fullscreen,
    Sense::Awake,
    Sense::Dnd,
    Sense::Idle,
    Sense::Lock,
    Sense::Sleep,
];

/// What these were told, and what is being entered there.
#[derive(Debug, Default)]
pub(in crate::windows::main) struct Special {
    /// The parts that touch the world are being told.
    watched: bool,
    /// What decided of the calendars when they were looked at last.
    looked_by: Vec<String>,
    parts: PartsKnown,
    senses: SensesSection,
    calendars: CalendarsSection,
    entries: EntriesSection,
    hooks: HooksSection,
    machines: MachinesSection,
}

impl Special {
    /// Whether a setting is shown here, and so not where the table of keys has it.
    pub(super) fn has(key: &Key) -> bool {
        matches!(key.kind, Kind::Sources | Kind::Command | Kind::Folder) || key.name.starts_with("sense.")
    }

    pub(in crate::windows::main) fn take_parts(&mut self, update: PartsUpdate) {
        self.parts.take(update);
    }

    pub(in crate::windows::main) fn take_calendars(&mut self, update: CalendarsUpdate) {
        self.calendars.take(update);
    }

    pub(in crate::windows::main) fn take_desktop(&mut self, update: DesktopUpdate) {
        self.entries.take(update);
    }

    pub(in crate::windows::main) fn take_hooks(&mut self, update: HooksUpdate) {
        self.hooks.take(update);
    }

    pub(in crate::windows::main) fn take_machines(&mut self, update: MachinesUpdate) {
        self.machines.take(update);
    }

    /// The page is left: nobody looks any more.
    pub(in crate::windows::main) fn leave(&mut self, take: &TakeOrder<'_>) {
        self.looked_by.clear();
        self.entries = EntriesSection::default();
        self.hooks = HooksSection::default();
        self.machines.leave();
        if std::mem::take(&mut self.watched) {
            take(PartsOrder::Leave.into());
            self.parts = PartsKnown::default();
        }
    }

    /// Shows what this part has of its own.
    pub(super) fn show(
        &mut self,
        part: Part,
        (now, drafts): (&SettingsNow, &mut Drafts),
        ui: &mut Ui,
        context: &PageContext<'_>,
    ) {
        match part {
            Part::Quiet => {
                self.watch(context);
                self.senses.show(&SENSES, &self.parts, (now, drafts), ui, context);
            }
            Part::Calendars => {
                self.watch(context);
                self.look(now, context);
                self.calendars.show(ui, context);
                self.senses.show(&[Sense::Calendar], &self.parts, (now, drafts), ui, context);
            }
            Part::Notifications => {
                self.watch(context);
                outputs::show(&self.parts, ui, context);
            }
            Part::Machines => {
                self.watch(context);
                self.machines.show((now, &self.parts), ui, context);
            }
            Part::Programs => self.hooks.show(now, ui, context),
            Part::App => self.entries.show(ui, context),
            Part::Rhythm | Part::Prompts | Part::Hours | Part::Beside | Part::Exercises | Part::Guide | Part::Data => {}
        }
    }

    /// Asks to be told how the parts do, unless that is asked for already.
    fn watch(&mut self, context: &PageContext<'_>) {
        if !std::mem::replace(&mut self.watched, true) {
            context.order(PartsOrder::Watch);
        }
    }

    /// Asks what is in the calendars, unless it was asked by the same settings.
    fn look(&mut self, now: &SettingsNow, context: &PageContext<'_>) {
        let by: Vec<String> =
            now.values.iter().filter(|shown| decides(shown)).map(|shown| shown.plain.clone()).collect();
        if self.looked_by != by {
            self.looked_by = by;
            context.order(CalendarsOrder::Look);
        }
    }
}

/// Whether a setting decides which calendars there are, or what of them counts.
fn decides(shown: &Shown) -> bool {
    // The language, because the days are told in it.
    let all = [&keys::CALENDAR_SOURCES.key, &keys::CALENDAR_COUNT.key, &keys::CALENDAR_ME.key, &keys::LANGUAGE.key];
    all.iter().any(|key| key.name == shown.key)
}
