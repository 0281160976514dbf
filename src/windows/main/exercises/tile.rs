//! One of the gallery: its picture, which moves under the pointer or the keyboard, its name, and what speaks against it. Owns
//! how it looks and is named.

use super::stills::{Stills, small};
use crate::engine::content::Pattern;
use crate::figures::Figure;
use crate::system::clock::of_processor;
use crate::text::{exercises, gallery as text};
use crate::windows::kit::theme::{Ink, palette};
use crate::windows::main::talk::{Activity, Entry};
use crate::windows::picture::breath;
use crate::windows::picture::pace::Pace;
use crate::windows::picture::paint;
use crate::windows::{Look, frame};
use eframe::egui::text::LayoutJob;
use eframe::egui::{Align2, Color32, Galley, Image, Rect, TextStyle, Ui, vec2};
use std::sync::Arc;
use std::time::Duration;

/// Between the picture and the text, and between two lines of it.
const GAP: f32 = 4.0;
/// How round a picture is.
const ROUND: u8 = 14;
/// It moves for so many rounds, and then rests: what is left under the pointer overnight costs nothing.
const ROUNDS: f64 = 3.0;
/// What speaks against it has so many lines; its page has all.
const LINES: usize = 2;

/// The texts of one, laid out for its width.
pub(super) struct Texts(Vec<Arc<Galley>>);

impl Texts {
    pub(super) fn of(ui: &Ui, entry: &Entry, width: f32) -> Self {
        let ink = Ink::of(ui.visuals().dark_mode);
        let lay = |text: String, style: TextStyle, colour: Color32, lines: usize| {
            let mut job = LayoutJob::simple(text, style.resolve(ui.style()), colour, width);
            job.wrap.max_rows = lines;
            ui.painter().layout_job(job)
        };
        let activity = &entry.activity;
        let areas = match activity {
            Activity::Exercise(exercise) => text::areas_of(&exercise.areas),
            Activity::Pattern(_) => text::areas_of(&[]),
        };
        let facts = format!("{} \u{b7} {areas}", text::seconds(activity.seconds()));
        let mut all = vec![
            lay(activity.name().to_owned(), TextStyle::Body, ink.text, usize::MAX),
            lay(facts, TextStyle::Small, ink.soft, LINES),
        ];
        if !entry.against.is_empty() {
            all.push(lay(exercises::against(&entry.against), TextStyle::Small, ink.accent, LINES));
        }
        Self(all)
    }

    /// How high they are with what is above each.
    pub(super) fn height(&self) -> f32 {
        self.0.iter().map(|text| GAP + text.size().y).sum()
    }

    fn paint(self, ui: &Ui, rect: Rect) {
        let mut at = rect.left_top();
        for text in self.0 {
            at.y += GAP;
            let next = at + vec2(0.0, text.size().y);
            ui.painter().galley(at, text, Color32::PLACEHOLDER);
            at = next;
        }
    }
}

/// What it is called by those who do not see it.
pub(super) fn name(entry: &Entry) -> String {
    match &entry.activity {
        Activity::Exercise(one) => text::tile(&one.name, one.seconds, &one.areas, &entry.against),
        Activity::Pattern(one) => text::tile(&one.name, one.seconds, &[], &entry.against),
    }
}

/// Draws one into its place: a square, and its texts below.
pub(super) fn paint(
    ui: &Ui,
    entry: &Entry,
    texts: Texts,
    rect: Rect,
    stills: &mut Stills,
    moving: Option<&mut Moving>,
    look: Look,
) {
    let square = Rect::from_min_size(rect.min, vec2(rect.width(), rect.width()));
    let ink = Ink::of(look.dark);
    let gone = moving.and_then(|moving| Some((moving.gone(ui)?, moving)));
    match (&entry.activity, gone) {
        (Activity::Exercise(_), Some((gone, Moving { figure: Some(figure), .. }))) => {
            let shapes = figure.shapes(figure.still() + gone.as_secs_f32());
            paint::figure(ui.painter(), square, &shapes, palette(look.dark), ink);
        }
        (Activity::Exercise(exercise), _) => match stills.of(ui, exercise, look) {
            Some(still) => Image::from_texture((still.id(), square.size())).corner_radius(ROUND).paint_at(ui, square),
            None => words(ui, square, exercise.steps.first().map(String::as_str).unwrap_or_default(), ink),
        },
        (Activity::Pattern(pattern), gone) => circle(ui, square, pattern, gone.map(|(gone, _)| gone), ink),
    }
    texts.paint(ui, rect.with_min_y(square.bottom()));
}

/// What stands where there is no figure, or none yet.
pub(super) fn words(ui: &Ui, square: Rect, cue: &str, ink: Ink) {
    ui.painter().rect_filled(square, ROUND, ink.card);
    let font = TextStyle::Small.resolve(ui.style());
    let inside = square.shrink(12.0);
    let text = ui.painter().layout(cue.to_owned(), font, ink.soft, inside.width());
    ui.painter().with_clip_rect(square).galley(inside.min, text, ink.soft);
}

/// The circle of a breath with the seconds of its phases, which tell one pattern from another.
fn circle(ui: &Ui, square: Rect, pattern: &Pattern, gone: Option<Duration>, ink: Ink) {
    // A pattern that stands is shown as large as its breath becomes.
    let size = gone.map_or(0.92, |gone| breath::at(pattern, gone).size);
    paint::breath(ui.painter(), square, size, ink);
    let phases: Vec<String> = pattern.phases.iter().map(|phase| phase.s.to_string()).collect();
    let font = TextStyle::Heading.resolve(ui.style());
    ui.painter().text(square.center(), Align2::CENTER_CENTER, phases.join(" \u{b7} "), font, ink.text);
}

/// The one that moves.
pub(super) struct Moving {
    /// Whose it is.
    pub(super) id: String,
    figure: Option<Figure>,
    /// One round of it in seconds.
    round: f64,
    /// When it began, on the window's clock.
    since: f64,
    pace: Pace,
}

impl Moving {
    /// It begins to move.
    pub(super) fn new(ui: &Ui, activity: &Activity, look: Look) -> Self {
        let (figure, round) = match activity {
            Activity::Exercise(exercise) => {
                let figure = small(exercise, look);
                let round = figure.as_ref().map_or(0.0, |figure| figure.seconds().into());
                (figure, round)
            }
            Activity::Pattern(pattern) => (None, pattern.phases.iter().map(|phase| phase.s).sum()),
        };
        Self { id: activity.id().to_owned(), figure, round, since: ui.input(|input| input.time), pace: Pace::default() }
    }

    /// For how long it has moved; none when it rests. Where it moves it asks for the next frame.
    fn gone(&mut self, ui: &Ui) -> Option<Duration> {
        let seconds = ui.input(|input| input.time) - self.since;
        if seconds >= ROUNDS * self.round || !frame::seen(ui.ctx()) {
            return None;
        }
        ui.ctx().request_repaint_after(self.pace.next(of_processor()));
        Duration::try_from_secs_f64(seconds).ok()
    }
}
