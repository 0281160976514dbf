//! What the keys and the buttons say.

use super::*;

#[test]
fn each_key_says_its_word_once() {
    for (key, word) in [
        (Key::D, WindowEvent::Done),
        (Key::Enter, WindowEvent::Done),
        (Key::S, WindowEvent::Swap),
        (Key::H, WindowEvent::Hurt),
        (Key::Escape, WindowEvent::Close),
    ] {
        let mut window = Window::open(in_break(exercise("wall-angels"), 3), Look::default());
        window.press(key);
        assert_eq!(window.said(), std::slice::from_ref(&word), "{key:?}");
        assert_eq!(window.closed, matches!(word, WindowEvent::Done | WindowEvent::Close), "{key:?}");
        window.steps(3);
        assert_eq!(window.said(), [], "{key:?} once");
    }
}

/// A second is four steps.
#[test]
fn what_is_typed_into_it_as_it_comes_up_is_not_for_it() {
    let mut window = Window::open(in_break(exercise("wall-angels"), 3), Look::default());
    window.focus(false);
    window.steps(8);
    window.focus(true);
    for key in [Key::H, Key::S, Key::D, Key::Enter, Key::H] {
        window.press(key);
    }
    assert_eq!(window.said(), [], "somebody types on");
    window.steps(4);
    window.press(Key::S);
    window.press(Key::H);
    assert_eq!(window.said(), [WindowEvent::Swap, WindowEvent::Hurt], "a moment without a key, and then each at once");
    window.focus(false);
    window.steps(1);
    window.focus(true);
    window.press(Key::Tab);
    window.press(Key::Space);
    assert_eq!(window.said(), [], "nor a word with a tab before it");
    window.click("Swap");
    window.press(Key::Escape);
    assert_eq!(window.said(), [WindowEvent::Swap, WindowEvent::Close], "the mouse and Escape are always for it");
}

#[test]
fn each_button_says_its_word() {
    for (name, word) in [
        ("Done", WindowEvent::Done),
        ("Swap", WindowEvent::Swap),
        ("Hurts or not for me", WindowEvent::Hurt),
        ("Close", WindowEvent::Close),
    ] {
        let mut window = Window::open(in_break(Subject::Free, 3), Look::default());
        window.click(name);
        assert_eq!(window.said(), [word], "{name}");
    }
}

#[test]
fn tab_goes_through_the_buttons_and_space_presses_the_one_that_has_it() {
    let names = ["Done", "Swap", "Hurts or not for me", "Close"];
    for (at, word) in
        [WindowEvent::Done, WindowEvent::Swap, WindowEvent::Hurt, WindowEvent::Close].into_iter().enumerate()
    {
        let mut window = Window::open(in_break(exercise("cat-cow"), 0), Look::default());
        for _ in 0..=at {
            window.press(Key::Tab);
        }
        let focused = window.harness.get_by_role_and_label(Role::Button, names[at]);
        assert!(focused.is_focused(), "{}", names[at]);
        window.press(Key::Space);
        assert_eq!(window.said(), [word]);
    }
    let mut window = Window::open(in_break(exercise("cat-cow"), 0), Look::default());
    window.press(Key::Tab);
    window.press(Key::Tab);
    window.press(Key::Enter);
    assert_eq!(window.said(), [WindowEvent::Swap], "Enter presses what has the keyboard, not the main button");
}

#[test]
fn what_hurt_is_hidden_in_words_and_undone_by_its_button_or_key() {
    let mut window = Window::open(in_break(exercise("cat-cow"), 0), Look::default());
    window.silent_on("is hidden");
    for _ in 0..3 {
        window.press(Key::Tab);
    }
    window.press(Key::Space);
    assert_eq!(window.said(), [WindowEvent::Hurt]);
    let hidden = Showing { hidden: Some("Cat-cow".into()), ..in_break(exercise("wall-angels"), 0) };
    window.tell(GuideOrder::Show(Box::new(hidden)));
    window.press(Key::Space);
    assert_eq!(window.said(), [], "the focus has moved off it: nothing more is hidden by a second press");
    window.reads(&["Cat-cow is hidden. You can show it again under Exercises."]);
    window.click("Undo");
    window.press(Key::U);
    assert_eq!(window.said(), [WindowEvent::Undo, WindowEvent::Undo]);
    window.tell(GuideOrder::Show(Box::new(in_break(exercise("cat-cow"), 0))));
    window.steps(1);
    assert!(window.buttons().iter().all(|button| button.0 != "Undo"));
}
