//! The figures through their public face: every exercise has one that holds its checks, what is wrong in a text is named
//! with its line, and twelve pictures stay as they were looked at.
//!
//! `UNHUNCH_RENEW=1 cargo test --test figures` draws those pictures anew; `cargo test --test figures -- --ignored sheet`
//! puts all figures on sheets in `target/figures`, to be looked at: as the file is now, or with `UNHUNCH_SHEET` those of
//! these ids alone.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

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

/// A figure of one frame, with this in it.
fn text(head: &str, frame: &str) -> String {
    format!("schema = 1\n\n[[figure]]\n{head}\nstill = 1\nframes = [{{ {frame} }}]\n")
}

const SEATED: &str = "id = \"chin-tuck\"\nview = \"side\"\nbase = \"sit\"\nprops = [\"chair\"]";
const STANDING: &str = "id = \"stand-tall\"\nview = \"side\"\nbase = \"stand\"";

#[test]
fn what_is_wrong_is_named_with_its_line_and_the_rest_counts() {
    let said = |text: &str| {
        let (all, wrong) = figures::read(text, &exercises());
        assert!(all.is_empty(), "{text}");
        let first = wrong.first().unwrap();
        (first.line, wrong.iter().map(|problem| problem.text.as_str()).collect::<Vec<_>>().join("\n"))
    };
    let cases: [(String, &str); 20] = [
        (text(&SEATED.replace("chin-tuck", "nothing"), ""), "no exercise with its id"),
        (text(SEATED, "nose = 3"), "\"nose\" is not read here"),
        (text(SEATED, "hands = \"moon 1\""), "hands does not know \"moon\""),
        (text(SEATED, "hands = \"knee 1 2 3 4\""), "a name and at most three numbers"),
        (text(SEATED, "work = 3"), "work does not know"),
        (text(SEATED, "elbows = \"sideways\""), "elbows does not know \"sideways\""),
        (text(SEATED, "neck = [1, 2, 3, 4]"), "at most 3 numbers"),
        (text(SEATED, "cue = 9"), "beyond the exercise's 4 steps"),
        (text(SEATED, "go = 0"), "frames of 0.05 to 30 seconds"),
        (text(SEATED, "neck = [70]"), "neck flexion is 70, from -45 to 45 is possible"),
        (text(SEATED, "arms = [0, 0, 0, -20]"), "elbow flexion is -20, from 0 to 152"),
        (text(SEATED, "hands = \"room 12 100 60\""), "a hand misses its place"),
        (text(SEATED, "hips = [0, 9, 0]"), "the hips are not on the seat"),
        (text(SEATED, "hips = [0, 0, 24], feet = \"floor 0 0 50\""), "the hips are not on the seat"),
        (text(SEATED, "hand_r = \"belly 0 0 -7\""), "inside the trunk"),
        (text(&format!("{SEATED}\nclose = [\"hand_r\"]"), ""), "close takes a text"),
        (text(&SEATED.replace("sit", "stand"), ""), "not the exercise's posture"),
        (text(&SEATED.replace("\"chair\"", ""), ""), "lack what the exercise needs"),
        (text(STANDING, "hips = [0, 6, 0], feet = \"floor 0 6 0\""), "nothing carries it"),
        (text(STANDING, "feet = \"floor 0 -4 0\", hips = [0, -5, 0]"), "through the floor"),
    ];
    for (text, wanted) in cases {
        let (line, said) = said(&text);
        assert!(line == 3 && said.contains(wanted), "line {line}: {said}\nwanted: {wanted}");
    }
    let wall = STANDING.replace("stand-tall", "wall-push-up") + "\nprops = [\"wall 3\"]";
    assert!(said(&text(&wall, "")).1.contains("through the wall"));
    let band = STANDING.replace("stand-tall", "band-lateral-raise");
    assert!(said(&text(&band, "")).1.contains("lack what the exercise needs"));
    let both = text(STANDING, "nose = 1") + &text(SEATED, "").replace("schema = 1\n", "");
    let (all, wrong) = figures::read(&both, &exercises());
    assert_eq!((all.len(), wrong.len()), (1, 1));
}

#[test]
fn a_band_is_held_by_both_hands_at_every_moment() {
    for id in ["band-pull-apart", "band-external-rotation"] {
        let figure = figure(id);
        for n in 0..20_u8 {
            let shapes = figure.shapes(figure.seconds() * f32::from(n) / 20.0);
            let mut reach = [(f32::MAX, f32::MIN); 2];
            for shape in &shapes {
                if let Shape::Fill { points, role, .. } = shape {
                    if !matches!(role, Role::Band | Role::Skin(_)) {
                        continue;
                    }
                    let which = usize::from(matches!(role, Role::Skin(_)));
                    for point in points {
                        reach[which] = (reach[which].0.min(point[0]), reach[which].1.max(point[0]));
                    }
                }
            }
            let [band, skin] = reach;
            assert!(band.0 >= skin.0 - 0.01 && band.1 <= skin.1 + 0.01, "{id} at {n}: {band:?} in {skin:?}");
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
fn every_person_looks_like_nobody_else_and_moves_alike() {
    let one = figure("neck-rotation");
    let pictures =
        Person::ALL.map(|who| figures::to_rgba(&one.clone().by(who), one.still(), 48, Palette::Light).unwrap());
    for (at, picture) in pictures.iter().enumerate() {
        for other in &pictures[at + 1..] {
            let far = picture.iter().zip(other).filter(|(a, b)| a.abs_diff(**b) > 24).count();
            assert!(far > picture.len() / 20, "{at}: {far}");
        }
    }
    assert!(Person::ALL.into_iter().all(|who| one.clone().by(who).stays() == one.stays()));
}

#[test]
fn a_face_has_eyes_where_it_is_seen_and_none_from_behind() {
    let eyes = |id: &str| {
        let figure = figure(id);
        let still = seen(&figure, figure.still());
        still.iter().filter(|shape| matches!(shape, Shape::Fill { role: Role::Eye, .. })).count()
    };
    for id in ["shrug-and-drop", "seated-side-bend", "wall-angels", "prayer-stretch", "doorway-pec-stretch"] {
        assert!(eyes(id) >= 2, "{id}");
    }
    for id in ["scapular-retraction", "chin-tuck"] {
        assert_eq!(eyes(id), 0, "{id}");
    }
}

#[test]
fn a_hand_that_grips_the_other_shoulder_lies_over_that_arm() {
    let who = Person::default();
    for id in ["self-hug-upper-back", "seated-thoracic-rotation"] {
        let figure = figure(id);
        let still = figure.shapes(figure.still());
        let skin: Vec<usize> = (0..still.len())
            .filter(|&at| matches!(still[at], Shape::Fill { role: Role::Skin(skin), .. } if skin == who))
            .collect();
        let sleeve =
            still.iter().rposition(|shape| matches!(shape, Shape::Fill { role: Role::TopNear(_), .. })).unwrap();
        // Four fingers of three bones each, a thumb and a palm, of both hands.
        let over = skin.iter().filter(|&&at| at > sleeve).count();
        assert!(over >= 30, "{id}: {over}");
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
