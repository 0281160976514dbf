//! The page of one exercise or breathing pattern: its picture, cues, why and caution, and what can be done with it. Owns where
//! each stands; which picture it is at a moment is `player`'s.

use super::player::Player;
use crate::engine::content::Exercise;
use crate::engine::fit::Unfit;
use crate::engine::timetable::{self, Beat};
use crate::text::{gallery as text, guide};
use crate::windows::kit::button;
use crate::windows::kit::notice::notice;
use crate::windows::kit::paragraph::{aside, heading, paragraph, section, title};
use crate::windows::kit::theme::Ink;
use crate::windows::main::context::PageContext;
use crate::windows::main::page::MainPage;
use crate::windows::main::talk::{Activity, Entry, ExercisesOrder, Gallery, MainOrder};
use eframe::egui::{Rect, RichText, TextStyle, Ui, vec2};

/// The part of the settings that says what fits.
const FITTING: &str = "exercises";
/// The picture's edge at the most.
const EDGE: f32 = 340.0;
/// From this width on the cues stand beside the picture.
const BESIDE: f32 = 620.0;
/// Between the two.
const GAP: f32 = 24.0;

/// Shows it; whether the gallery is wanted back.
pub(super) fn show(
    ui: &mut Ui,
    context: &mut PageContext<'_>,
    gallery: &Gallery,
    entry: &Entry,
    player: &mut Player,
) -> bool {
    let back = button::back(ui, &text::back());
    let activity = &entry.activity;
    title(ui, activity.name());
    let (facts, why, caution) = match activity {
        Activity::Exercise(one) => (text::facts(one), &one.why, &one.caution),
        Activity::Pattern(one) => (text::pattern_facts(one), &one.why, &one.caution),
    };
    aside(ui, &facts);
    ui.add_space(8.0);
    let wide = ui.available_width();
    if wide >= BESIDE {
        ui.horizontal_top(|ui| {
            picture(ui, activity, player, EDGE);
            ui.add_space(GAP - 8.0);
            ui.vertical(|ui| cues(ui, activity, player));
        });
    } else {
        picture(ui, activity, player, EDGE.min(wide));
        cues(ui, activity, player);
    }
    ui.add_space(8.0);
    orders(ui, context, gallery, entry);
    ui.add_space(8.0);
    section(ui, &text::why());
    paragraph(ui, RichText::new(why));
    section(ui, &text::caution());
    paragraph(ui, RichText::new(caution));
    notice(ui, &gallery.notice.0, &gallery.notice.1);
    back
}

/// The picture, and below it whether it moves.
fn picture(ui: &mut Ui, activity: &Activity, player: &mut Player, edge: f32) {
    ui.vertical(|ui| {
        player.show(ui, activity, edge);
        let label = if player.plays() { text::pause() } else { text::play() };
        if button::plain(ui, &label).clicked() {
            player.toggle();
            ui.ctx().request_repaint();
        }
    });
}

/// The cues with their times, the one of now marked.
fn cues(ui: &mut Ui, activity: &Activity, player: &Player) {
    heading(ui, &text::how(), TextStyle::Heading, 2);
    match activity {
        Activity::Exercise(exercise) => {
            for beat in first_side(exercise) {
                let now = player.step() == Some(beat.step);
                cue(ui, &guide::clock(beat.begins()), beat.text(exercise), now);
            }
            if exercise.sides == 2 && !exercise.both {
                aside(ui, &text::other_side());
            }
        }
        Activity::Pattern(pattern) => {
            for step in &pattern.steps {
                paragraph(ui, RichText::new(step));
            }
        }
    }
}

/// Each cue once, in the order in which they come first.
fn first_side(exercise: &Exercise) -> Vec<Beat> {
    let mut all: Vec<Beat> = Vec::new();
    for beat in timetable::of(exercise).into_iter().filter(|beat| !beat.other) {
        if all.iter().all(|other| other.step != beat.step) {
            all.push(beat);
        }
    }
    all
}

/// One cue with its time.
fn cue(ui: &mut Ui, time: &str, cue: &str, now: bool) {
    let ink = Ink::of(ui.visuals().dark_mode);
    let row = ui.horizontal_top(|ui| {
        ui.add_space(12.0);
        ui.label(RichText::new(time).color(ink.accent));
        paragraph(ui, RichText::new(cue).color(ink.text));
    });
    if now {
        let rect = row.response.rect;
        let bar = Rect::from_min_size(rect.min, vec2(4.0, rect.height()));
        ui.painter().rect_filled(bar, 2.0, ink.accent);
    }
}

/// What can be done with it, and what speaks against it.
fn orders(ui: &mut Ui, context: &mut PageContext<'_>, gallery: &Gallery, entry: &Entry) {
    let id = entry.activity.id();
    let hidden = entry.against.iter().any(Unfit::hides);
    let note = match &entry.activity {
        Activity::Pattern(_) => text::pattern_note(),
        Activity::Exercise(_) if gallery.running => text::try_note(),
        Activity::Exercise(_) => text::practice_note(),
    };
    ui.horizontal_wrapped(|ui| match &entry.activity {
        Activity::Exercise(_) => {
            if button::main(ui, &text::try_it()).clicked() {
                context.order(ExercisesOrder::Try(id.to_owned()));
            }
            if hidden && button::plain(ui, &text::show()).clicked() {
                context.order(ExercisesOrder::Show(id.to_owned()));
            } else if !hidden && button::plain(ui, &text::hide()).clicked() {
                context.order(ExercisesOrder::Hide(id.to_owned()));
            }
        }
        Activity::Pattern(_) => {
            if button::main(ui, &text::try_it()).clicked() {
                context.order(MainOrder::Practise(id.to_owned()));
            }
        }
    });
    aside(ui, &note);
    if !entry.against.is_empty() {
        paragraph(ui, RichText::new(text::not_now(&entry.against)));
        if button::plain(ui, &text::what_fits()).clicked() {
            context.turn(MainPage::Settings, Some(FITTING.to_owned()));
        }
    }
}
