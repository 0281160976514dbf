//! What it is told, what follows by itself, and when it is drawn.

use super::*;

#[test]
fn a_practice_can_only_be_closed_and_closes_itself_after_its_end() {
    let mut window = Window::open(practice(exercise("eyes-20-20-20"), 20), Look::default());
    assert_eq!(window.buttons().iter().map(|button| button.0.as_str()).collect::<Vec<_>>(), ["Close"]);
    for key in [Key::D, Key::S, Key::H, Key::Enter] {
        window.press(key);
    }
    assert_eq!(window.said(), [], "nothing else can be said there");
    window.later(21.0);
    window.reads(&["That is it. Ease back in."]);
    assert!(!window.closed);
    window.later(4.0);
    assert!(window.closed);
    assert!(!window.said().contains(&WindowEvent::Close), "nobody closed it");
}

#[test]
fn it_does_what_it_is_told() {
    let mut window = Window::open(in_break(exercise("cat-cow"), 0), Look::default());
    window.tell(GuideOrder::Show(Box::new(in_break(exercise("wall-angels"), 0))));
    window.steps(1);
    window.reads(&["Wall angels", "Step 1 of 4"]);
    window.silent_on("Cat-cow");
    window.tell(GuideOrder::Raise);
    let commands = &window.harness.output().viewport_output[&ViewportId::ROOT].commands;
    assert!(commands.contains(&ViewportCommand::Focus) && !window.closed);
    window.tell(GuideOrder::End);
    assert!(window.closed);
    assert_eq!(window.said(), [], "it was told to: nobody closed it");
    let mut window = Window::open(in_break(Subject::Free, 0), Look::default());
    window.tell = None;
    window.steps(1);
    assert!(window.closed, "nobody is there any more");
}

#[test]
fn the_close_of_the_window_manager_is_said_once() {
    let mut window = Window::open(in_break(exercise("cat-cow"), 0), Look::default());
    let root = window.harness.input_mut().viewports.get_mut(&ViewportId::ROOT).unwrap();
    root.events.push(egui::ViewportEvent::Close);
    window.steps(2);
    assert_eq!(window.said(), [WindowEvent::Close]);
}

#[test]
fn the_apps_clock_runs_fast_and_the_figure_does_not() {
    let fast = Showing { speed: 60, ..in_break(exercise("cat-cow"), 0) };
    let mut window = Window::open(fast, Look::default());
    window.later(0.5);
    window.reads(&["Time left: 38 s", "Break 2:30"]);
    window.later(2.0);
    window.reads(&["Free time", "Time left: 30 s"]);
}

#[test]
fn what_follows_comes_under_its_own_name_with_its_own_time_and_the_sound_of_a_step() {
    for at in [67.9, 68.2] {
        let mut window = Window::open(in_break(exercise("cat-cow"), 0), Look::default());
        window.later(60.0);
        window.said();
        window.later(at - 60.0);
        assert_eq!(window.said(), [], "the end itself has no sound");
        let follows = Showing { passed: Duration::ZERO, ..in_break(exercise("jaw-rest"), 68) };
        window.tell(GuideOrder::Show(Box::new(follows)));
        window.steps(2);
        window.reads(&["Jaw release (teeth apart)", "Step 1 of 4", "Time left: 38 s", "Break 1:52"]);
        window.silent_on("Cat-cow");
        assert_eq!(window.said(), [WindowEvent::Step]);
        let free = Showing { passed: Duration::ZERO, ..in_break(Subject::Free, 106) };
        window.later(38.1);
        window.said();
        window.tell(GuideOrder::Show(Box::new(free)));
        window.steps(2);
        window.reads(&["Free time", "Time left: 1 min 14 s"]);
        window.silent_on("Break");
        assert_eq!(window.said(), [WindowEvent::Step]);
    }
}

#[test]
fn it_is_drawn_only_when_something_changes() {
    let mut window = Window::open(in_break(exercise("march-in-place"), 1), Look::default());
    window.later(0.3);
    assert_eq!(window.rests(), Duration::from_millis(50), "who marches moves");
    let mut window = Window::open(in_break(exercise("march-in-place"), 1), Look { still: true, ..Look::default() });
    window.later(0.3);
    assert!(window.rests() > Duration::from_millis(600), "key poses alone: the clock's next second");
    let mut window = Window::open(in_break(exercise("seated-hamstring"), 14), Look::default());
    window.later(0.3);
    assert!(window.rests() > Duration::from_millis(600), "a long hold is held");
    let mut window = Window::open(in_break(pattern("box"), 0), Look::default());
    window.later(1.0);
    assert_eq!(window.rests(), Duration::from_millis(50), "the circle grows");
    window.later(3.3);
    assert!(window.rests() > Duration::from_millis(500), "the breath is held");
}
