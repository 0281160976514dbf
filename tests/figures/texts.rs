//! What is wrong in a figure's text is named with its line, and what is right in it holds at every moment.

use super::*;
use unhunch::text::figures::problem;

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
        (first.line, wrong.iter().map(|one| problem(&one.wrong)).collect::<Vec<_>>().join("\n"))
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
