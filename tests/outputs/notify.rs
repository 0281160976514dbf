//! Notifications against a double: what is sent, and who is heard.

use crate::desk::{Desk, Probe};
use crate::double::Double;

pub(crate) const FULL: [&str; 3] = ["actions", "body", "body-markup"];

pub(crate) fn up(probe: &Probe) {
    probe.until("Notifications { up: true }");
}

/// A desk with a service that can do everything, and what sends to it.
pub(crate) fn served() -> (Desk, Double, Probe) {
    let desk = Desk::new();
    let double = Double::new(&desk, &FULL, None);
    let probe = desk.probe();
    up(&probe);
    (desk, double, probe)
}

#[test]
fn a_prompt_waits_with_its_buttons_and_the_next_takes_its_place() {
    let (_desk, double, mut probe) = served();
    probe.order("prompt Move|Roll <b>both</b> & breathe");
    let first = double.shown("Move");
    assert_eq!(first.body, "Roll &lt;b&gt;both&lt;/b&gt; &amp; breathe");
    assert_eq!(first.actions, ["start", "Start", "snooze", "Snooze 5 min", "skip", "Skip"]);
    assert_eq!((first.expires, first.replaces), (0, 0));
    let hint = |name: &str| first.hints.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str());
    assert_eq!(hint("urgency"), Some("U8(1)"));
    assert_eq!(hint("image-data"), Some("picture"));
    assert_eq!(hint("transient"), Some("Bool(false)"));
    probe.order("guide Breathe");
    let second = double.shown("Breathe");
    assert_eq!((second.replaces, second.id), (first.id, first.id));
    probe.order("withdraw");
    double.closed(second.id);
    probe.order("prompt Again");
    let third = double.shown("Again");
    assert_eq!(third.replaces, 0, "what was closed is not replaced");
    double.gone(third.id, 1);
    let seen = probe.all_until("Dismissed");
    assert!(seen.last().unwrap().contains("Expired"));
    assert_eq!(seen.iter().filter(|line| line.contains("Dismissed")).count(), 1, "our own close says nothing");
}

#[test]
fn a_service_that_keeps_the_old_buttons_gets_a_new_notification_where_they_differ() {
    let desk = Desk::new();
    let double = Double::named(&desk, "lxqt-notificationd", &FULL, None);
    let mut probe = desk.probe();
    up(&probe);
    probe.order("prompt Move");
    let first = double.shown("Move");
    probe.order("prompt Again");
    let again = double.shown("Again");
    assert_eq!(again.replaces, first.id, "with the same buttons it is replaced in place");
    probe.order("guide Breathe");
    let guide = double.shown("Breathe");
    assert_eq!(guide.replaces, 0);
    double.closed(again.id);
}

#[test]
fn a_service_that_drops_the_buttons_gets_a_new_notification_each_time_and_sees_what_is_quiet() {
    let desk = Desk::new();
    let double = Double::named(&desk, "gnome-shell", &FULL, None);
    let mut probe = desk.probe();
    up(&probe);
    let urgency = |shown: &crate::double::Shown| {
        shown.hints.iter().find(|(name, _)| name == "urgency").map(|(_, value)| value.clone()).unwrap()
    };
    probe.order("guide Breathe");
    let first = double.shown("Breathe");
    assert_eq!(urgency(&first), "U8(2)", "the guide is to be read all the time");
    probe.order("guide Again");
    let again = double.shown("Again");
    assert_eq!(again.replaces, 0);
    double.closed(first.id);
    probe.order("word Shift");
    assert_eq!(urgency(&double.shown("Shift")), "U8(1)", "what is low is not shown there");
    probe.order("nudge Let it drop");
    assert_eq!(urgency(&double.shown("Unhunch")), "U8(1)");
}

#[test]
fn where_a_click_throws_a_prompt_away_it_starts_the_break_and_the_prompt_stays() {
    let desk = Desk::new();
    let double = Double::named(&desk, "gnome-shell", &FULL, None);
    let mut probe = desk.probe();
    up(&probe);
    probe.order("prompt Move");
    let shown = double.shown("Move");
    assert!(shown.hints.iter().any(|(name, value)| name == "urgency" && value == "U8(2)"), "{:?}", shown.hints);
    double.click(shown.id, "default");
    probe.until("Click(Start)");
}

#[test]
fn a_prompt_with_a_picture_names_its_file_and_sends_no_pixels() {
    let (desk, double, mut probe) = served();
    probe.order("pictured Move");
    let shown = double.shown("Move");
    let hint = |name: &str| shown.hints.iter().find(|(known, _)| known == name).map(|(_, value)| value.clone());
    let file = desk.path("picture.png").display().to_string();
    assert_eq!(hint("image-path"), Some(format!("Str({file:?})")));
    assert_eq!(hint("image-data"), None);
    probe.order("guide Breathe");
    assert!(double.shown("Breathe").hints.iter().any(|(name, _)| name == "image-data"), "the icon again");
}

#[test]
fn a_choice_counts_once_and_only_from_the_service() {
    let (desk, double, mut probe) = served();
    probe.order("prompt Move");
    let shown = double.shown("Move");
    Double::liar(&desk, shown.id, "skip");
    for _ in 0..100 {
        double.gone(shown.id + 1000, 2);
    }
    double.click(shown.id, "snooze");
    double.gone(shown.id, 2);
    probe.order("prompt Next");
    let next = double.shown("Next");
    double.gone(next.id, 2);
    let seen = probe.all_until("Dismissed");
    let answers: Vec<_> = seen.iter().filter(|line| line.contains("Click") || line.contains("Dismissed")).collect();
    assert_eq!(answers, ["Click(Snooze)", "Dismissed(Closed)"], "{seen:#?}");
}

#[test]
fn a_choice_before_the_reply_counts() {
    let desk = Desk::new();
    let _double = Double::new(&desk, &FULL, Some("start"));
    let mut probe = desk.probe();
    up(&probe);
    for round in 0..20 {
        probe.order_slow(&format!("prompt Move {round}"));
        probe.until("Click(Start)");
    }
}

#[test]
fn without_buttons_the_body_says_how_to_answer_and_text_is_plain() {
    let desk = Desk::new();
    let double = Double::new(&desk, &["body"], None);
    let mut probe = desk.probe();
    probe.until("shows no buttons");
    probe.order("prompt Move|a < b");
    let shown = double.shown("Move");
    assert!(shown.actions.is_empty());
    assert!(shown.body.starts_with("a < b\nAnswer in the tray menu."), "{}", shown.body);
}

#[test]
fn a_line_that_expects_no_answer_is_transient_and_goes_before_a_prompt() {
    let (_desk, double, mut probe) = served();
    probe.order("word Shift|Shoulders < ears");
    let line = double.shown("Shift");
    assert_eq!((line.expires, line.body.as_str()), (-1, "Shoulders &lt; ears"));
    for hint in [("transient", "Bool(true)"), ("urgency", "U8(0)"), ("suppress-sound", "Bool(true)")] {
        assert!(line.hints.iter().any(|(name, value)| (name.as_str(), value.as_str()) == hint), "{hint:?}");
    }
    probe.order("prompt Move");
    double.closed(line.id);
    let shown = double.shown("Move");
    probe.order("word Other");
    double.closed(shown.id);
    double.shown("Other");
}

#[test]
fn a_nudge_is_quiet_can_be_answered_and_gives_way_in_place() {
    let (_desk, double, mut probe) = served();
    probe.order("nudge Shoulders < ears");
    let nudge = double.shown("Unhunch");
    assert_eq!((nudge.expires, nudge.body.as_str()), (-1, "Shoulders &lt; ears"));
    assert_eq!(nudge.actions, ["shifted", "Shifted", "fine", "Already fine"]);
    for hint in [("transient", "Bool(true)"), ("urgency", "U8(0)"), ("suppress-sound", "Bool(true)")] {
        assert!(nudge.hints.iter().any(|(name, value)| (name.as_str(), value.as_str()) == hint), "{hint:?}");
    }
    double.click(nudge.id, "fine");
    probe.until("Click(Fine)");
    double.gone(nudge.id, 2);
    let anew = |count: usize| {
        crate::desk::until("another notification", || (double.count() == count).then_some(()));
        double.shown("Unhunch")
    };
    probe.order("nudge Let it drop");
    let next = anew(2);
    probe.order("prompt Move");
    assert_eq!(double.shown("Move").replaces, next.id, "never two at once");
    probe.order("nudge Again");
    let last = anew(4);
    double.gone(last.id, 1);
    let seen = probe.all_until("Dismissed");
    assert!(seen.last().unwrap().contains("Expired"), "gone by itself is no answer: {seen:#?}");
}

#[test]
fn without_buttons_a_nudge_is_a_line_and_a_check_in_names_its_commands() {
    let desk = Desk::new();
    let double = Double::new(&desk, &["body"], None);
    let mut probe = desk.probe();
    probe.until("shows no buttons");
    probe.order("nudge Let it drop");
    let nudge = double.shown("Unhunch");
    assert_eq!((nudge.body.as_str(), nudge.actions.len()), ("Let it drop", 0));
    probe.order("check-in");
    let asked = double.shown("How do neck, shoulders and back feel?");
    let how = "Open Unhunch to answer.";
    assert!(asked.body.ends_with(how), "{}", asked.body);
}
