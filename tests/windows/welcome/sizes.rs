//! The welcome in small windows, with large text and longer words.

use super::{Host, greeting, press, window};
use eframe::egui::{Key, accesskit::Role};
use egui_kittest::kittest::{NodeT, Queryable};
use unhunch::text::locale::{self, Language};
use unhunch::text::setup as text;
use unhunch::windows::Look;

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
        let mut host = Host::new();
        let mut harness = window("", &mut host, greeting(), look);
        harness.set_size(size.into());
        harness.run();
        press(&mut harness, &[Key::Enter; 4]);
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
