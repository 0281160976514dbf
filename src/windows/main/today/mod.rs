//! The page Today: how things are, what can be done now, the day so far and how it feels. Owns its look and which break's
//! story is open; what can be done now is the menu's.

mod actions;
mod clock_field;
mod story;

use super::context::PageContext;
use super::page::MainPage;
use super::talk::{AttentionLine, Noted, Overview, Remedy, Story, TodayOrder, TodayUpdate};
use crate::engine::event::Feeling;
use crate::engine::view::{MenuAction, MenuItem};
use crate::review::model::Timeline;
use crate::text::today as text;
use crate::windows::kit::notice::notice;
use crate::windows::kit::paragraph::{aside, heading, paragraph, section, title};
use crate::windows::kit::ring::{self, Ring};
use crate::windows::kit::theme::Ink;
use crate::windows::kit::{button, timeline};
use actions::Actions;
use eframe::egui::accesskit::Live;
use eframe::egui::{Response, RichText, Sense, TextStyle, Ui, vec2};

/// Room that the ring and what stands beside it need; with less it stands above.
const BESIDE: f32 = 480.0;
/// Between the two.
const APART: f32 = 24.0;
/// The page that says when to see someone.
const SEE_SOMEONE: &str = "help";

/// The page, with what it was told.
#[derive(Debug, Default)]
pub(super) struct TodayPage {
    now: Option<Overview>,
    /// The app does not run.
    gone: bool,
    /// It was started and has not answered yet.
    starting: bool,
    day: Option<Timeline>,
    actions: Actions,
    /// The break whose story is open, by its number.
    chosen: Option<u64>,
    /// Its story is to be asked for.
    ask: bool,
    story: Option<Story>,
    noted: Option<Noted>,
}

impl TodayPage {
    pub(super) fn take(&mut self, update: TodayUpdate) {
        match update {
            TodayUpdate::Now(now) => (self.now, self.gone, self.starting) = (Some(*now), false, false),
            TodayUpdate::NotRunning => (self.now, self.gone, self.starting) = (None, true, false),
            TodayUpdate::Day(day) => {
                self.day = day.map(|day| *day);
                // What is told of a break may have changed with it.
                self.ask = self.chosen.is_some();
            }
            TodayUpdate::Story(story) => self.story = Some(*story),
            TodayUpdate::Noted(noted) => self.noted = Some(*noted),
        }
    }

    /// Opens the story of the break with this number.
    pub(super) fn open_at(&mut self, number: &str) {
        if let Ok(id) = number.parse() {
            (self.chosen, self.ask) = (Some(id), true);
        }
    }

    pub(super) fn show(&mut self, ui: &mut Ui, context: &mut PageContext<'_>) {
        if std::mem::take(&mut self.ask)
            && let Some(id) = self.chosen
        {
            context.order(TodayOrder::Story(id));
        }
        title(ui, &MainPage::Today.name());
        if self.gone {
            self.not_running(ui, context);
        }
        if let Some(now) = &self.now {
            for line in &now.attention {
                attention(ui, line, context);
            }
            ui.add_space(8.0);
            standing(ui, now, &mut self.actions, context);
        }
        self.day(ui, context);
        if self.now.is_some() {
            self.feeling(ui, context);
        }
        if let Some(meeting) = self.now.as_ref().and_then(|now| now.meeting.as_ref()) {
            section(ui, &text::meeting_title());
            paragraph(ui, RichText::new(meeting));
        }
    }

    fn not_running(&mut self, ui: &mut Ui, context: &PageContext<'_>) {
        if self.starting {
            paragraph(ui, RichText::new(text::starting()));
            return;
        }
        paragraph(ui, RichText::new(text::not_running()));
        if button::main(ui, &text::start_app()).clicked() {
            self.starting = true;
            context.order(TodayOrder::StartApp);
        }
    }

    /// The day so far, and the story of a break.
    fn day(&mut self, ui: &mut Ui, context: &PageContext<'_>) {
        section(ui, &text::day_title());
        match &self.day {
            Some(day) => {
                if let Some(id) = timeline::show(ui, day, self.chosen) {
                    (self.chosen, self.story) = (Some(id), None);
                    context.order(TodayOrder::Story(id));
                }
                if !day.breaks.is_empty() && self.chosen.is_none() {
                    aside(ui, &text::choose());
                }
            }
            None => drop(paragraph(ui, RichText::new(text::no_day()))),
        }
        let open = self.story.as_ref().filter(|story| Some(story.id) == self.chosen);
        if open.is_some_and(|story| story::show(ui, story, context)) {
            (self.chosen, self.story) = (None, None);
        }
    }

    fn feeling(&self, ui: &mut Ui, context: &mut PageContext<'_>) {
        section(ui, &text::feel_title());
        ui.horizontal_wrapped(|ui| {
            for feeling in [Feeling::Loose, Feeling::Tight, Feeling::Sore] {
                if button::plain(ui, &text::feeling(feeling)).clicked() {
                    context.order(TodayOrder::Feel(feeling));
                }
            }
        });
        let Some(noted) = &self.noted else { return };
        live(&paragraph(ui, RichText::new(&noted.text)));
        if let Some((title, told)) = &noted.notice {
            notice(ui, title, told);
            if button::plain(ui, &text::when_to_see_someone()).clicked() {
                context.turn(MainPage::Learn, Some(SEE_SOMEONE.into()));
            }
        }
    }
}

/// How things are, and what can be done now.
fn standing(ui: &mut Ui, now: &Overview, actions: &mut Actions, context: &PageContext<'_>) {
    let state = text::state(now.state);
    let ring = Ring { state: now.state, progress: now.progress, clock: now.clock.as_deref(), name: &state };
    let told = |ui: &mut Ui, actions: &mut Actions| {
        // The line says the state too; the ring is called by it.
        live(&heading(ui, &now.line, TextStyle::Heading, 2));
        if let Some(menu) = &now.menu {
            // The first label is the line itself.
            let counted =
                menu.menu.iter().filter_map(|item| if let MenuItem::Label(said) = item { Some(said) } else { None });
            if let Some(counted) = counted.skip(1).last() {
                aside(ui, counted);
            }
            ui.add_space(8.0);
            actions.show(ui, &menu.menu, context);
        }
    };
    if ui.available_width() < BESIDE {
        ring.show(ui);
        told(ui, actions);
        return;
    }
    ui.horizontal_top(|ui| {
        ring.show(ui);
        ui.add_space(APART - 8.0);
        ui.vertical(|ui| {
            ui.set_max_width(ui.available_width());
            ui.set_min_height(ring::SIZE);
            told(ui, actions);
        });
    });
}

/// One thing that needs attention, with what puts it right.
fn attention(ui: &mut Ui, line: &AttentionLine, context: &mut PageContext<'_>) {
    let ink = Ink::of(ui.visuals().dark_mode);
    ui.horizontal_top(|ui| {
        let first = vec2(12.0, ui.text_style_height(&TextStyle::Body));
        let (place, _) = ui.allocate_exact_size(first, Sense::hover());
        ui.painter().circle_filled(place.center(), 4.0, ink.due);
        ui.vertical(|ui| {
            paragraph(ui, RichText::new(&line.line));
            remedy(ui, line.remedy.as_ref(), context);
        });
    });
}

/// The button that puts it right, where there is one.
fn remedy(ui: &mut Ui, remedy: Option<&Remedy>, context: &mut PageContext<'_>) {
    match remedy {
        Some(Remedy::Turn(page, part)) if button::plain(ui, &text::look()).clicked() => {
            context.turn(*page, part.clone());
        }
        Some(Remedy::Seen) if button::plain(ui, &text::seen()).clicked() => {
            context.order(TodayOrder::Choose(MenuAction::Seen));
        }
        Some(Remedy::Welcome) if button::plain(ui, &text::answer()).clicked() => {
            context.order(TodayOrder::Choose(MenuAction::Welcome));
        }
        Some(Remedy::Again) if button::plain(ui, &text::again()).clicked() => context.order(TodayOrder::LookAgain),
        Some(_) | None => {}
    }
}

/// Has a line read out when it changes.
fn live(line: &Response) {
    line.ctx.accesskit_node_builder(line.id, |node| node.set_live(Live::Polite));
}
