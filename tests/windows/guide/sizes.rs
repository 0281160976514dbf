//! Every size of the window and of its text.

use super::*;
use unhunch::text::locale::{self, Language};

/// Whatever the exercise, nothing is cut off, and the buttons do not move from cue to cue.
#[test]
fn everything_fits_into_the_window_also_in_large_text() {
    for look in [Look::default(), Look { large_text: true, dark: true, ..Look::default() }] {
        for one in content().exercises {
            let (id, half) = (one.id.clone(), f64::from(one.seconds) / 2.0);
            let mut window = Window::open(in_break(Subject::Exercise(Box::new(one)), 0), look);
            let before = window.buttons();
            assert_eq!(before.len(), 4, "{id}");
            let bottom = if look.large_text { 800.0 } else { SIZE[1] };
            for (name, rect) in &before {
                assert!(
                    rect.bottom() <= bottom && rect.right() <= SIZE[0] && rect.left() >= 0.0,
                    "{id} {name} {rect:?}"
                );
            }
            window.later(half);
            assert_eq!(window.buttons(), before, "{id}");
        }
    }
}

#[test]
fn every_button_is_whole_at_every_size_also_in_large_text() {
    let subjects = ["cat-cow", "foam-roller-chest-opener", "chin-tuck"].map(exercise).into_iter();
    whole_at_every_size(subjects.chain([pattern("counted-breaths"), pattern("box"), Subject::Free]));
}

#[test]
fn every_button_is_whole_in_a_language_of_longer_words() {
    locale::within(Language::Pseudo, || whole_at_every_size([exercise("cat-cow"), Subject::Free].into_iter()));
}

/// Each button whole with the ring of its focus, none over another, and the cue is there.
fn whole_at_every_size(subjects: impl Iterator<Item = Subject>) {
    for subject in subjects {
        for (size, large) in [[300.0, 360.0], [400.0, 680.0], [1280.0, 800.0], [340.0, 480.0]]
            .into_iter()
            .flat_map(|size| [(size, false), (size, true)])
        {
            for hidden in [None, Some("Suboccipital release with the fingertips".to_owned())] {
                let look = Look { large_text: large, ..Look::default() };
                let buttons = if hidden.is_some() { 5 } else { 4 };
                let mut window = Window::open(Showing { hidden, ..in_break(subject.clone(), 0) }, look);
                window.harness.set_size(egui::vec2(size[0], size[1]));
                window.steps(4);
                let all = window.buttons();
                assert_eq!(all.len(), buttons, "{size:?} {all:?}");
                let screen = egui::Rect::from_min_size(egui::Pos2::ZERO, size.into());
                for (at, (name, rect)) in all.iter().enumerate() {
                    assert!(screen.contains_rect(rect.expand(4.0)), "{name} {rect:?} at {size:?} {large}");
                    assert!(rect.height() >= 24.0, "{name} {rect:?}");
                    assert!(all[..at].iter().all(|(_, other)| !other.intersects(rect.shrink(0.5))), "{all:?}");
                }
                let next = window.buttons();
                window.steps(2);
                assert_eq!(window.buttons(), next, "and there they stay: {size:?}");
            }
        }
    }
}

#[test]
fn a_small_window_still_has_all_of_it() {
    let mut window = Window::open(in_break(exercise("cat-cow"), 0), Look { large_text: true, ..Look::default() });
    window.harness.set_size(egui::vec2(300.0, 360.0));
    window.steps(3);
    window.press(Key::Escape);
    assert_eq!(window.said(), [WindowEvent::Close]);
    assert_eq!(window.buttons().len(), 4, "always");
}
