//! What the window shows of an exercise or a breath, cue by cue, and how that is named.

use super::*;

#[test]
fn an_exercise_from_its_first_cue_to_the_free_time_after_it() {
    let mut window = Window::open(in_break(exercise("chin-tuck"), 0), Look::default());
    window.reads(&[
        "Chin tuck (cervical retraction)",
        "8 times, hold for 3 s",
        "Step 1 of 4",
        "Sit towards the front of the chair and look straight ahead.",
        "Then: Glide your head straight back, as if making a slight double chin.",
        "Skip if it brings on arm tingling, dizziness or pain down the arm.",
        "Time left: 1 min 14 s",
        "Break 3:00",
    ]);
    assert_eq!(window.said(), []);
    window.later(7.0);
    window.reads(&["Step 2 of 4", "Glide your head straight back, as if making a slight double chin."]);
    window.reads(&["Time left: 1 min 7 s", "Break 2:53"]);
    assert_eq!(window.said(), [WindowEvent::Step], "the moment of the soft sound, once");
    window.reads(&["1 of 8"]);
    window.later(3.0);
    window.reads(&["Step 3 of 4", "1 of 8 \u{b7} 2 s"]);
    window.later(3.0);
    window.reads(&["Step 4 of 4", "Let go to a comfortable middle, then repeat."]);
    assert_eq!(window.said(), [WindowEvent::Step, WindowEvent::Step], "each cue once");
    window.later(59.5);
    window.reads(&["Step 4 of 4", "8 of 8", "Let go to a comfortable middle."]);
    window.silent_on("Then:");
    assert_eq!(window.said(), [], "not each short cue of each repetition");
    window.later(2.0);
    window.reads(&["Step 4 of 4", "Time left: 0 s", "Break 1:46"]);
    window.silent_on("Free time");
    assert!(
        window.rests() > Duration::from_millis(100),
        "it waits for the app's word on what follows, and draws nothing"
    );
    window.later(1.0);
    window.reads(&["Free time", "Walk a little, look far.", "Time left: 1 min 45 s"]);
    assert_eq!(window.said(), [WindowEvent::Step]);
    window.silent_on("Step");
    assert!(!window.closed, "the app decides when a break is over");
    window.later(200.0);
    window.reads(&["Time left: 0 s"]);
    assert!(!window.closed);
}

#[test]
fn the_other_side_is_said_and_left_and_right_change_over() {
    let mut window = Window::open(in_break(exercise("upper-trap-stretch"), 9), Look::default());
    window.reads(&["Step 3 of 4", "1 of 2 \u{b7} 19 s"]);
    window.later(20.0);
    assert_eq!(window.said(), [WindowEvent::Step]);
    window.reads(&["Step 4 of 4", "Come up slowly and change sides.", "Then: the other side."]);
    window.later(2.5);
    window.reads(&["Step 1 of 4, other side", "Hold the side of your seat with your left hand."]);
    assert_eq!(window.said(), [WindowEvent::Step]);
}

#[test]
fn a_breath_has_its_word_its_count_and_the_breaths_left() {
    let mut window = Window::open(in_break(pattern("physiological-sigh"), 0), Look::default());
    for (wait, word, circle, left) in [
        (0.0, "Breathe in", "Breathe in, 3", "3 breaths left"),
        (3.2, "A little more in", "A little more in, 1", "3 breaths left"),
        (1.0, "Breathe out", "Breathe out, 8", "3 breaths left"),
        (10.0, "Breathe in", "Breathe in, 1", "2 breaths left"),
        (20.0, "Breathe out", "Breathe out, 2", "Last breath"),
    ] {
        window.later(wait);
        window.reads(&[word, circle, left]);
    }
    window.later(3.0);
    window.reads(&["Free time", "Walk a little, look far."]);
}

#[test]
fn breathing_that_is_not_paced_counts_nothing() {
    let window = Window::open(in_break(pattern("counted-breaths"), 5), Look::default());
    window.reads(&["Breathe as it comes"]);
    window.silent_on("breaths left");
    assert!(window.rests() > Duration::from_millis(500), "only the clock's seconds");
}

#[test]
fn everything_has_a_name_and_the_cue_is_read_out() {
    let mut window = Window::open(in_break(exercise("cat-cow"), 0), Look::default());
    let cue = "Kneel on all fours, hands under shoulders and knees under hips.";
    let figure = window.harness.get_by_role(Role::Image);
    assert_eq!(figure.accesskit_node().label().as_deref(), Some(format!("A figure doing it, Cat-cow: {cue}").as_str()));
    let ring = window.harness.get_by_role(Role::ProgressIndicator);
    assert_eq!(ring.accesskit_node().label().as_deref(), Some("Time left: 1 min 8 s"));
    assert_eq!(ring.accesskit_node().numeric_value(), Some(100.0));
    assert_eq!(window.harness.get_by_label(cue).accesskit_node().live(), Live::Polite);
    let done = window.harness.get_by_role_and_label(Role::Button, "Done");
    assert_eq!(done.accesskit_node().data().keyboard_shortcut(), Some("D"));
    window.later(90.0);
    let ring = window.harness.get_by_role(Role::ProgressIndicator);
    assert_eq!(ring.accesskit_node().numeric_value(), Some(50.0), "the large ring of free time is named too");
    window.tell(GuideOrder::Show(Box::new(in_break(pattern("box"), 0))));
    window.steps(1);
    assert_eq!(window.harness.get_by_label("Breathe in").accesskit_node().live(), Live::Polite);
    let circle = window.harness.get_by_role(Role::Image);
    assert_eq!(circle.accesskit_node().label().as_deref(), Some("Breathe in, 4"));
}
