//! Those who show the figures: each looks like nobody else, with a face and hands where they are seen.

use super::*;

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
