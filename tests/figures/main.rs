//! The figures through their public face: every exercise has one that holds its checks, and twelve pictures stay as they were
//! looked at.
//!
//! `UNHUNCH_RENEW=1 cargo test --test figures` draws those pictures anew; `cargo test --test figures -- --ignored sheet`
//! puts all figures on sheets in `target/figures`, to be looked at: as the file is now, or with `UNHUNCH_SHEET` those of
//! these ids alone.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod people;
mod texts;

use std::path::{Path, PathBuf};
use tiny_skia::{Color, Pixmap, PixmapPaint, Transform};
use unhunch::engine::content::{Equipment, Exercise};
use unhunch::engine::person::Person;
use unhunch::figures::{self, FIGURES, Figure, Palette, Role, Shape};
use unhunch::library;

fn exercises() -> Vec<Exercise> {
    library::content("en", &[]).0.content.exercises
}

fn figure(id: &str) -> Figure {
    figures::of(exercises().iter().find(|exercise| exercise.id == id).unwrap()).unwrap()
}

#[test]
fn every_exercise_has_a_figure_that_holds_its_checks() {
    let exercises = exercises();
    let (all, wrong) = figures::read(FIGURES, &exercises);
    assert_eq!(wrong, []);
    let mut ids: Vec<&str> = all.iter().map(|figure| figure.id.as_str()).collect();
    ids.sort_unstable();
    assert_eq!(ids, exercises.iter().map(|exercise| exercise.id.as_str()).collect::<Vec<_>>());
    for exercise in &exercises {
        assert_eq!(figures::of(exercise).unwrap().id, exercise.id, "found by its own piece of the text");
    }
}

#[test]
fn the_still_and_the_steps_fit_the_movement() {
    for exercise in exercises() {
        let figure = figures::of(&exercise).unwrap();
        let whole = figure.seconds();
        assert!((0.0..=whole).contains(&figure.still()), "{}: {} of {whole}", exercise.id, figure.still());
        assert!((0.5..60.0).contains(&whole), "{}: {whole}", exercise.id);
        for n in 0..40_u8 {
            assert!(figure.cue(whole * f32::from(n) / 40.0) < exercise.steps.len(), "{}", exercise.id);
        }
    }
}

#[test]
fn a_figure_of_two_sides_shows_each_of_them_and_comes_back_to_where_it_began() {
    let figure = figure("upper-trap-stretch");
    let half = figure.seconds() / 2.0;
    assert_ne!(figure.shapes(figure.still()), figure.shapes(figure.still() + half));
    assert_eq!(figure.shapes(figure.still()), figure.shapes(figure.still() + 2.0 * half));
    let one = self::figure("shrug-and-drop");
    assert_eq!(one.shapes(0.1), one.shapes(0.1 + one.seconds()));
}

/// The shapes of a moment that are in the square at least in part.
fn seen(figure: &Figure, t: f32) -> Vec<Shape> {
    let within = |points: &[[f32; 2]], i: usize| points.iter().any(|p| p[i] > 0.0) && points.iter().any(|p| p[i] < 1.0);
    let partly = |shape: &Shape| match shape {
        Shape::Fill { points, .. } | Shape::Line { points, .. } => within(points, 0) && within(points, 1),
    };
    figure.shapes(t).into_iter().filter(partly).collect()
}

/// Where the middle of what is drawn in these roles is, if anything is.
fn middle(shapes: &[Shape], roles: &[Role]) -> Option<[f32; 2]> {
    let of = shapes.iter().filter_map(|shape| match shape {
        Shape::Fill { points, role, .. } if roles.contains(role) => Some(points.as_slice()),
        Shape::Fill { .. } | Shape::Line { .. } => None,
    });
    let all: Vec<[f32; 2]> = of.flatten().copied().collect();
    #[expect(clippy::cast_precision_loss, reason = "some thousands")]
    let count = all.len() as f32;
    (count > 0.0).then(|| [0, 1].map(|i| all.iter().map(|point| point[i]).sum::<f32>() / count))
}

#[test]
fn what_an_exercise_needs_is_seen_in_its_still() {
    for exercise in exercises() {
        let figure = figures::of(&exercise).unwrap();
        let still = seen(&figure, figure.still());
        let wanted: &[Role] = match exercise.equipment {
            Equipment::None => &[],
            Equipment::Wall => &[Role::Wall, Role::Prop],
            Equipment::Band => &[Role::Band],
            Equipment::FoamRoller => &[Role::Roller],
            Equipment::Chair => &[Role::Prop],
        };
        assert!(wanted.is_empty() || middle(&still, wanted).is_some(), "{}: {wanted:?}", exercise.id);
    }
}

#[test]
fn every_exercise_of_two_sides_shows_both() {
    for exercise in exercises().iter().filter(|exercise| exercise.sides == 2) {
        let figure = figures::of(exercise).unwrap();
        let (still, half) = (figure.still(), figure.seconds() / 2.0);
        assert!(figure.shapes(still) != figure.shapes(still + half), "{}", exercise.id);
    }
}

#[test]
fn a_movement_is_no_longer_than_its_exercise() {
    for exercise in exercises() {
        let figure = figures::of(&exercise).unwrap();
        #[expect(clippy::cast_precision_loss, reason = "some minutes")]
        let most = exercise.seconds as f32;
        assert!(figure.seconds() <= most, "{}: {} of {most}", exercise.id, figure.seconds());
    }
}

#[test]
fn attention_goes_through_the_body_in_a_scan() {
    let figure = figure("body-scan-1");
    let glow = |t: f32| middle(&figure.shapes(t), &[Role::Glow]).unwrap()[1];
    let (brow, belly) = (glow(0.1), glow(figure.seconds() - 1.4));
    assert!(brow < 0.25 && belly > 0.5, "from {brow} down to {belly}");
}

#[test]
fn the_palm_tells_the_two_wrist_stretches_apart() {
    let shades = |id: &str| {
        let figure = figure(id);
        let still = figure.shapes(figure.still());
        // The hollow of the palm lies over the hand, so after its skin.
        still.iter().filter(|shape| matches!(shape, Shape::Fill { role: Role::SkinShade(_), .. })).count()
    };
    assert_eq!(shades("wrist-flexor-stretch"), shades("wrist-extensor-stretch") + 1);
}

#[test]
fn the_movement_has_no_jumps() {
    for id in KEPT.iter().chain(&["cross-body-shoulder", "thread-the-needle", "sit-to-stand"]) {
        let figure = figure(id);
        let side = figure.seconds() / if figure.two_sided() { 2.0 } else { 1.0 };
        let middle = |t: f32| {
            let who = Person::default();
            let body = [Role::Skin(who), Role::TopNear(who), Role::Top(who), Role::Legs];
            middle(&figure.shapes(t), &body).unwrap()
        };
        let steps = 60_u8;
        let mut last = middle(0.0);
        for n in 1..steps {
            let now = middle(side * f32::from(n) / f32::from(steps));
            let moved = (now[0] - last[0]).hypot(now[1] - last[1]);
            assert!(moved < 0.05, "{id} jumps by {moved} at {n} of {steps}");
            last = now;
        }
    }
}

/// Looked at, and kept.
const KEPT: [&str; 12] = [
    "chin-tuck",
    "shrug-and-drop",
    "scapular-retraction",
    "upper-trap-stretch",
    "overhead-reach",
    "wall-angels",
    "band-row",
    "seated-cat-cow",
    "cat-cow",
    "belly-breathing",
    "walk-2",
    "tendon-glides",
];

#[test]
fn twelve_pictures_stay_as_they_were_looked_at() {
    for (at, id) in KEPT.iter().enumerate() {
        let palette = if at % 3 == 2 { Palette::Dark } else { Palette::Light };
        let figure = figure(id);
        let png = figures::to_png(&figure, figure.still(), 160, palette).unwrap();
        let kept = Path::new("tests/figures").join(format!("{id}.png"));
        if std::env::var_os("UNHUNCH_RENEW").is_some() {
            std::fs::create_dir_all("tests/figures").unwrap();
            std::fs::write(&kept, &png).unwrap();
        }
        let (now, then) = (Pixmap::decode_png(&png).unwrap(), Pixmap::load_png(&kept).unwrap());
        assert_eq!((now.width(), now.height()), (then.width(), then.height()));
        // Edges may fall a little otherwise on another processor.
        let far = |(a, b): (&u8, &u8)| a.abs_diff(*b) > 48;
        let off = now.data().iter().zip(then.data()).filter(|pair| far(*pair)).count();
        assert!(off < now.data().len() / 250, "{id}: {off} values differ; look at it, then draw it anew");
    }
}

#[test]
fn a_small_still_shows_more_of_the_body_around_a_hand_or_a_foot() {
    let near = |id: &str, role: Role| {
        let width = |figure: Figure| {
            let all = seen(&figure, figure.still());
            let of = all.iter().filter_map(|shape| match shape {
                Shape::Fill { points, role: own, .. } if *own == role => Some(points),
                Shape::Fill { .. } | Shape::Line { .. } => None,
            });
            let xs = of.map(|points| points.iter().map(|p| p[0]));
            let spans = xs.map(|x| x.clone().fold(f32::MIN, f32::max) - x.fold(f32::MAX, f32::min));
            spans.fold(0.0, f32::max)
        };
        (width(figure(id)), width(figure(id).small()))
    };
    let skin = Role::Skin(Person::default());
    for (id, role) in
        [("tendon-glides", skin), ("wrist-circles", skin), ("fist-and-release", skin), ("ankle-pumps", Role::Shoe)]
    {
        let (guide, small) = near(id, role);
        assert!(small < guide * 0.95, "{id}: {small} of {guide}");
    }
    let whole = figure("walk-2");
    assert_eq!(whole.clone().small().shapes(0.0), whole.shapes(0.0), "what is whole stays as it is");
}

#[test]
fn no_size_is_no_picture() {
    assert!(figures::to_png(&figure("chin-tuck"), 0.0, 0, Palette::Light).is_none());
    assert_eq!(figures::to_rgba(&figure("chin-tuck"), 0.0, 16, Palette::Dark).unwrap().len(), 16 * 16 * 4);
}

#[test]
#[ignore = "draws sheets to look at"]
fn sheet() {
    const EDGE: u16 = 220;
    const GAP: u16 = 6;
    let folder = PathBuf::from("target/figures");
    std::fs::create_dir_all(&folder).unwrap();
    let text = std::fs::read_to_string("config/figures.toml").unwrap();
    let wanted = std::env::var("UNHUNCH_SHEET").unwrap_or_default();
    let piece =
        |piece: &&str| wanted.is_empty() || wanted.split(' ').any(|id| piece.contains(&format!("id = \"{id}\"\n")));
    let pieces: Vec<&str> = text.split("[[figure]]").skip(1).filter(piece).collect();
    let (all, wrong) = figures::read(&format!("[[figure]]{}", pieces.join("[[figure]]")), &exercises());
    for (palette, name) in [(Palette::Light, "light"), (Palette::Dark, "dark")] {
        for (page, figures) in all.chunks(12).enumerate() {
            let mut sheet = Pixmap::new(u32::from(10 * EDGE + GAP), u32::from(6 * (EDGE + GAP))).unwrap();
            sheet.fill(Color::from_rgba8(128, 128, 128, 255));
            for ((row, figure), who) in (0_u16..).zip(figures).zip(Person::ALL.into_iter().cycle()) {
                let figure = &figure.clone().by(who);
                let side = figure.seconds() / if figure.two_sided() { 2.0 } else { 1.0 };
                let card = figures::to_png(&figure.clone().small(), figure.still(), 48, palette).unwrap();
                let times = [figure.still(), side * 0.04, side * 0.29, side * 0.54, side * 0.79];
                for (column, t) in (0_u16..).zip(times) {
                    let png = figures::to_png(figure, t, EDGE, palette).unwrap();
                    let (x, y) = ((row / 6) * (5 * EDGE + GAP) + column * EDGE, (row % 6) * (EDGE + GAP));
                    let one = Pixmap::decode_png(&png).unwrap();
                    let paint = PixmapPaint::default();
                    sheet.draw_pixmap(x.into(), y.into(), one.as_ref(), &paint, Transform::identity(), None);
                }
                // As a small notification shows it, in the corner of the still.
                let (x, y) = ((row / 6) * (5 * EDGE + GAP), (row % 6) * (EDGE + GAP));
                let one = Pixmap::decode_png(&card).unwrap();
                let paint = PixmapPaint::default();
                sheet.draw_pixmap(x.into(), y.into(), one.as_ref(), &paint, Transform::identity(), None);
            }
            sheet.save_png(folder.join(format!("{name}-{page}.png"))).unwrap();
        }
    }
    assert_eq!(wrong, []);
}
