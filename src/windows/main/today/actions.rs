//! What can be done now, as the menu has it: one main button, the others beside it, and behind some of them the choices of a
//! length or a clock time. Owns how they stand; never whether one is there.

use super::clock_field::ClockField;
use crate::engine::event::{Meet, Request};
use crate::engine::view::{MenuAction, MenuItem};
use crate::text::today as text;
use crate::windows::kit::button;
use crate::windows::main::context::PageContext;
use crate::windows::main::talk::TodayOrder;
use eframe::egui::Ui;

/// What is behind a button.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Choice {
    /// The lengths of a pause.
    Pause,
    /// The lengths of a meeting.
    Meeting,
}

impl Choice {
    /// What stands behind these lines of the menu.
    fn of(lines: &[MenuItem<String>]) -> Option<Self> {
        lines.iter().find_map(|line| match line {
            MenuItem::Item(_, MenuAction::Ask(Request::Pause(_))) => Some(Self::Pause),
            MenuItem::Item(_, MenuAction::Ask(Request::Meet(_))) => Some(Self::Meeting),
            MenuItem::Item(..) | MenuItem::Label(_) | MenuItem::Submenu(..) | MenuItem::Separator => None,
        })
    }
}

/// What of them is open.
#[derive(Debug, Default)]
pub(super) struct Actions {
    open: Option<Choice>,
    field: ClockField,
}

impl Actions {
    /// Shows them.
    pub(super) fn show(&mut self, ui: &mut Ui, menu: &[MenuItem<String>], context: &PageContext<'_>) {
        let main = menu.iter().filter_map(|item| Some((rank(item)?, item))).min_by_key(|(rank, _)| *rank);
        let main = main.map(|(_, item)| item);
        ui.horizontal_wrapped(|ui| {
            for item in main.into_iter().chain(menu.iter().filter(|item| Some(*item) != main)) {
                self.item(ui, item, Some(item) == main, context);
            }
        });
        let behind = menu.iter().find_map(|item| match item {
            MenuItem::Submenu(_, lines) if Choice::of(lines).is_some_and(|of| Some(of) == self.open) => Some(lines),
            MenuItem::Submenu(..) | MenuItem::Item(..) | MenuItem::Label(_) | MenuItem::Separator => None,
        });
        match (behind, self.open) {
            (Some(lines), Some(open)) => self.choices(ui, lines, open, context),
            // What was open is no longer offered.
            _ => self.open = None,
        }
    }

    /// One of them, if it is something for a break, a pause or a meeting: what the window itself has needs no button.
    fn item(&mut self, ui: &mut Ui, item: &MenuItem<String>, main: bool, context: &PageContext<'_>) {
        match item {
            MenuItem::Item(label, action @ (MenuAction::Ask(_) | MenuAction::Guide)) => {
                let pressed = if main { button::main(ui, label) } else { button::plain(ui, label) };
                if pressed.clicked() {
                    self.open = None;
                    context.order(TodayOrder::Choose(action.clone()));
                }
            }
            MenuItem::Submenu(label, lines) => {
                let Some(of) = Choice::of(lines) else { return };
                if button::unfolding(ui, label, self.open == Some(of)) {
                    self.open = (self.open != Some(of)).then_some(of);
                    self.field = ClockField::default();
                }
            }
            MenuItem::Item(..) | MenuItem::Label(_) | MenuItem::Separator => {}
        }
    }

    /// What is behind the one that is open.
    fn choices(&mut self, ui: &mut Ui, lines: &[MenuItem<String>], open: Choice, context: &PageContext<'_>) {
        ui.add_space(8.0);
        ui.label(if open == Choice::Pause { text::pause_title() } else { text::meet_title() });
        let mut order = None;
        ui.horizontal_wrapped(|ui| {
            for line in lines {
                if let MenuItem::Item(label, action) = line
                    && button::plain(ui, label).clicked()
                {
                    order = Some(TodayOrder::Choose(action.clone()));
                }
            }
        });
        if let Some(time) = self.field.show(ui) {
            order = Some(match open {
                Choice::Pause => TodayOrder::PauseUntil(time),
                Choice::Meeting => TodayOrder::MeetUntil(time),
            });
        }
        if open == Choice::Pause {
            ui.small(text::pause_ends());
        }
        if let Some(order) = order {
            self.open = None;
            context.order(order);
        }
    }
}

/// Which of the lines is the main one: what ends something comes before what begins it.
fn rank(item: &MenuItem<String>) -> Option<u8> {
    let MenuItem::Item(_, MenuAction::Ask(request)) = item else { return None };
    match request {
        Request::Done => Some(0),
        Request::Resume => Some(1),
        Request::Meet(Meet::Done) => Some(2),
        Request::Start => Some(3),
        Request::Guide
        | Request::Try(_)
        | Request::Skip
        | Request::Snooze
        | Request::Pause(_)
        | Request::Meet(Meet::For(_) | Meet::Until(_))
        | Request::CheckIn(_)
        | Request::Hide(_)
        | Request::Unhide(_) => None,
    }
}
