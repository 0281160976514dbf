//! The first questions in their window, by what a screen reader sees of it and by the keyboard alone.

use eframe::egui::{Key, accesskit::Role};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT, Queryable};
use std::cell::RefCell;
use unhunch::setup::Setup;
use unhunch::text::locale::{self, Language};
use unhunch::text::setup as text;
use unhunch::windows::Look;
use unhunch::windows::frame::Inside;
use unhunch::windows::kit::theme;
use unhunch::windows::welcome::Asking;
use unhunch::{library, settings};

/// What was handed on, each time.
type Kept = RefCell<Vec<Setup>>;

fn window<'a>(text: &str, kept: &'a Kept, came: Result<Vec<String>, String>, look: Look) -> Harness<'a> {
    let setup = Setup::new(&settings::parse(text).0.rules.fit, &library::red_flags("en"));
    let mut asking = Asking::new(
        setup,
        Box::new(move |setup| {
            kept.borrow_mut().push(setup.clone());
            came.clone()
        }),
    );
    let builder = Harness::builder().with_size([560.0, 600.0]);
    let mut harness =
        builder.with_context_setup(move |ctx| theme::dress(ctx, look)).build_ui(move |ui| asking.show(ui));
    harness.run();
    harness
}

fn plain<'a>(text: &str, kept: &'a Kept) -> Harness<'a> {
    window(text, kept, Ok(vec!["It is kept.".into()]), Look::default())
}

fn press(harness: &mut Harness<'_>, keys: &[Key]) {
    for key in keys {
        harness.key_press(*key);
        harness.run();
    }
}

fn click(harness: &mut Harness<'_>, label: &str) {
    harness.get_by_label(label).click();
    harness.run();
}

fn values(setup: &Setup) -> Vec<(&'static str, String)> {
    setup.changes().into_iter().map(|change| (change.key, change.value)).collect()
}

/// Whether the window was told to close.
fn closes(harness: &Harness<'_>) -> bool {
    let commands = harness.output().viewport_output.values().flat_map(|view| &view.commands);
    commands.clone().any(|command| *command == eframe::egui::ViewportCommand::Close)
}

#[test]
fn by_mouse_from_the_first_question_to_the_last() {
    let kept = Kept::default();
    let mut harness = plain("", &kept);
    harness.get_by_label("1 of 5");
    harness.get_by_label("What is at hand where you work?");
    let chair = harness.get_by_role_and_label(Role::CheckBox, "A chair that stands firmly");
    assert_eq!(chair.accesskit_node().toggled(), Some(eframe::egui::accesskit::Toggled::True));
    click(&mut harness, "A resistance band");
    click(&mut harness, "A free stretch of wall");
    click(&mut harness, "Next");
    click(&mut harness, "No");
    click(&mut harness, "Next");
    click(&mut harness, "Yes");
    click(&mut harness, "Back");
    harness.get_by_label("2 of 5");
    click(&mut harness, "Next");
    click(&mut harness, "Next");
    click(&mut harness, "Knee");
    click(&mut harness, "High blood pressure");
    click(&mut harness, "Next");
    harness.get_by_label("This is not medical advice");
    harness.get_by_label_contains("does not examine you");
    click(&mut harness, "Not sure");
    assert!(kept.borrow().is_empty(), "nothing is kept before the end");
    click(&mut harness, "Save");
    harness.get_by_label("It is kept.");
    let setup = kept.borrow()[0].clone();
    let value = |text: &str| text.to_owned();
    let wanted = [
        ("exercise.equipment", value("chair,band")),
        ("exercise.seated_only", value("true")),
        ("exercise.open_office", value("true")),
        ("exercise.avoid", value("knee,high-bp")),
    ];
    assert_eq!(values(&setup), wanted);
    assert!(setup.notice().is_some());
}

#[test]
fn by_the_keyboard_alone() {
    let kept = Kept::default();
    let mut harness = plain("exercise.avoid = [\"neck\"]\n", &kept);
    // Space marks what has the keyboard; a page begins at its top, whatever had it before.
    press(&mut harness, &[Key::Tab, Key::Tab, Key::Space, Key::N]);
    harness.get_by_label("2 of 5");
    press(&mut harness, &[Key::Enter, Key::Enter]);
    harness.get_by_label("4 of 5");
    press(&mut harness, &[Key::Tab, Key::Space, Key::B]);
    harness.get_by_label("3 of 5");
    press(&mut harness, &[Key::N, Key::N]);
    harness.get_by_label("5 of 5");
    press(&mut harness, &[Key::S]);
    harness.get_by_label("That is all");
    assert_eq!(values(&kept.borrow()[0]), [("exercise.equipment", "chair".into()), ("exercise.avoid", String::new())]);
    press(&mut harness, &[Key::Enter]);
    assert_eq!(kept.borrow().len(), 1, "kept once");
}

#[test]
fn enter_alone_goes_to_the_end_and_changes_nothing() {
    let kept = Kept::default();
    let mut harness = plain("", &kept);
    press(&mut harness, &[Key::Enter; 5]);
    harness.get_by_label("That is all");
    assert_eq!(values(&kept.borrow()[0]), []);
}

#[test]
fn not_now_keeps_nothing_on_every_page() {
    for pages in 0..5 {
        let kept = Kept::default();
        let mut harness = plain("", &kept);
        press(&mut harness, &vec![Key::Enter; pages]);
        press(&mut harness, &[Key::Tab, Key::Space]);
        harness.key_down(Key::Escape);
        harness.step();
        assert!(closes(&harness), "after {pages} pages");
        assert!(kept.borrow().is_empty());
    }
}

#[test]
fn what_could_not_be_kept_is_said() {
    let kept = Kept::default();
    let mut harness = window("", &kept, Err("The disk is full.".into()), Look::default());
    press(&mut harness, &[Key::Enter; 5]);
    harness.get_by_label("The answers could not be kept");
    harness.get_by_label("The disk is full.");
    harness.get_by_label("Close");
}

#[test]
fn every_choice_is_named_and_large_text_and_small_windows_lose_none() {
    loses_none();
}

#[test]
fn no_choice_is_lost_in_a_language_of_longer_words() {
    locale::within(Language::Pseudo, loses_none);
}

fn loses_none() {
    for (look, size) in [
        (Look { dark: true, ..Look::default() }, [560.0, 600.0]),
        (Look { large_text: true, ..Look::default() }, [420.0, 320.0]),
    ] {
        let kept = Kept::default();
        let mut harness = window("", &kept, Ok(Vec::new()), look);
        harness.set_size(size.into());
        harness.run();
        press(&mut harness, &[Key::Enter; 3]);
        for (_, label) in text::avoid() {
            harness.get_by_role_and_label(Role::CheckBox, &label);
        }
        // What has the keyboard is in sight.
        for (_, label) in text::avoid() {
            press(&mut harness, &[Key::Tab]);
            let choice = harness.get_by_role_and_label(Role::CheckBox, &label);
            assert!(choice.accesskit_node().is_focused(), "{label}");
            let place = choice.rect();
            assert!(place.min.y >= 0.0 && place.max.y <= size[1] - 40.0, "{label} is in sight: {place:?}");
        }
        for button in [text::not_now(), text::back(), text::next()] {
            let place = harness.get_by_role_and_label(Role::Button, &button).rect();
            assert!(place.max.x <= size[0] && place.max.y <= size[1], "{button} is in the window: {place:?}");
        }
    }
}
