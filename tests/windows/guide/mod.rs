//! The guide's window.

use eframe::egui::accesskit::{Live, Role};
use eframe::egui::{self, Key, ViewportCommand, ViewportId};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT, Queryable};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::mpsc::{self, Receiver, Sender};
use std::sync::{Arc, Mutex};
use std::time::Duration;
use unhunch::engine::content::Content;
use unhunch::library;
use unhunch::windows::Look;
use unhunch::windows::frame::Inside;
use unhunch::windows::guide::{Guide, Said, Showing, Subject, Told};
use unhunch::windows::kit::theme;

/// A window in which a test has the clock, the app's end of the talk, and all that was said.
struct Window {
    harness: Harness<'static, Guide>,
    clock: Arc<AtomicU64>,
    tell: Option<Sender<Told>>,
    said: Arc<Mutex<Vec<Said>>>,
    /// Whether it has asked to be closed.
    closed: bool,
}

const SIZE: [f32; 2] = [400.0, 680.0];

impl Window {
    fn open(showing: Showing, look: Look) -> Self {
        let (tell, told): (Sender<Told>, Receiver<Told>) = mpsc::channel();
        let clock = Arc::new(AtomicU64::new(5_000));
        let said = Arc::new(Mutex::new(Vec::new()));
        let (now, heard) = (Arc::clone(&clock), Arc::clone(&said));
        let guide = Guide::new(
            showing,
            look,
            told,
            Box::new(move |said| heard.lock().unwrap().push(said)),
            Box::new(move || Duration::from_millis(now.load(Ordering::Relaxed))),
        );
        let harness = Harness::builder()
            .with_size(if look.large_text { [SIZE[0], 800.0] } else { SIZE })
            .with_context_setup(move |ctx| theme::dress(ctx, look))
            .build_ui_state(
                |ui, guide: &mut Guide| {
                    guide.heed(ui.ctx());
                    guide.show(ui);
                },
                guide,
            );
        let mut window = Self { harness, clock, tell: Some(tell), said, closed: false };
        window.steps(5); // the first frame measures, the next has the measure; then the keys are heard
        window
    }

    fn steps(&mut self, n: usize) {
        for _ in 0..n {
            self.harness.run_steps(1);
            let commands = &self.harness.output().viewport_output[&ViewportId::ROOT].commands;
            self.closed |= commands.contains(&ViewportCommand::Close);
        }
    }

    fn later(&mut self, seconds: f64) {
        let by = u64::try_from(Duration::from_secs_f64(seconds).as_millis()).unwrap();
        self.clock.fetch_add(by, Ordering::Relaxed);
        self.steps(2);
    }

    fn tell(&mut self, what: Told) {
        self.tell.as_ref().unwrap().send(what).unwrap();
        self.steps(1);
    }

    fn press(&mut self, key: Key) {
        self.harness.key_down(key);
        self.steps(1);
        self.harness.key_up(key);
        self.steps(1);
    }

    /// Another window has the keys, or this one has them again.
    fn focus(&mut self, focused: bool) {
        let input = self.harness.input_mut();
        input.focused = focused;
        input.events.push(egui::Event::WindowFocused(focused));
    }

    fn click(&mut self, name: &str) {
        self.harness.get_by_role_and_label(Role::Button, name).click();
        self.steps(1);
    }

    fn said(&self) -> Vec<Said> {
        self.said.lock().unwrap().drain(..).collect()
    }

    /// Whether all of these texts stand there.
    fn reads(&self, texts: &[&str]) {
        for text in texts {
            assert!(self.harness.query_all_by_label(text).next().is_some(), "{text:?} is read");
        }
    }

    fn silent_on(&self, text: &str) {
        assert!(self.harness.query_all_by_label_contains(text).next().is_none(), "{text:?} is not read");
    }

    /// How long it is content with what it has drawn.
    fn rests(&self) -> Duration {
        self.harness.output().viewport_output[&ViewportId::ROOT].repaint_delay
    }

    fn buttons(&self) -> Vec<(String, egui::Rect)> {
        let nodes = self.harness.query_all_by_role(Role::Button);
        nodes.map(|node| (node.accesskit_node().label().unwrap_or_default(), node.rect())).collect()
    }
}

fn content() -> Content {
    library::content(&[]).0.content
}

fn exercise(id: &str) -> Subject {
    Subject::Exercise(Box::new(content().exercises.into_iter().find(|one| one.id == id).unwrap()))
}

fn pattern(id: &str) -> Subject {
    Subject::Pattern(Box::new(content().patterns.into_iter().find(|one| one.id == id).unwrap()))
}

/// Three minutes of a break, of which some are over.
fn in_break(subject: Subject, passed: u64) -> Showing {
    let lasts = Duration::from_mins(3);
    let passed = Duration::from_secs(passed);
    Showing { subject, passed, left: lasts.saturating_sub(passed), lasts, speed: 1, of_break: true, hidden: None }
}

fn practice(subject: Subject, lasts: u64) -> Showing {
    let lasts = Duration::from_secs(lasts);
    Showing { subject, passed: Duration::ZERO, left: lasts, lasts, speed: 1, of_break: false, hidden: None }
}

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
    assert_eq!(window.said(), [Said::Step], "the moment of the soft sound, once");
    window.reads(&["1 of 8"]);
    window.later(3.0);
    window.reads(&["Step 3 of 4", "1 of 8 \u{b7} 2 s"]);
    window.later(3.0);
    window.reads(&["Step 4 of 4", "Let go to a comfortable middle, then repeat."]);
    assert_eq!(window.said(), [Said::Step, Said::Step], "each cue once");
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
    assert_eq!(window.said(), [Said::Step]);
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
    assert_eq!(window.said(), [Said::Step]);
    window.reads(&["Step 4 of 4", "Come up slowly and change sides.", "Then: the other side."]);
    window.later(2.5);
    window.reads(&["Step 1 of 4, other side", "Hold the side of your seat with your left hand."]);
    assert_eq!(window.said(), [Said::Step]);
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
    assert!(!window.said().contains(&Said::Close), "nobody closed it");
}

#[test]
fn each_key_says_its_word_once() {
    for (key, word) in [
        (Key::D, Said::Done),
        (Key::Enter, Said::Done),
        (Key::S, Said::Swap),
        (Key::H, Said::Hurt),
        (Key::Escape, Said::Close),
    ] {
        let mut window = Window::open(in_break(exercise("wall-angels"), 3), Look::default());
        window.press(key);
        assert_eq!(window.said(), [word], "{key:?}");
        assert_eq!(window.closed, matches!(word, Said::Done | Said::Close), "{key:?}");
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
    assert_eq!(window.said(), [Said::Swap, Said::Hurt], "a moment without a key, and then each at once");
    window.focus(false);
    window.steps(1);
    window.focus(true);
    window.press(Key::Tab);
    window.press(Key::Space);
    assert_eq!(window.said(), [], "nor a word with a tab before it");
    window.click("Swap");
    window.press(Key::Escape);
    assert_eq!(window.said(), [Said::Swap, Said::Close], "the mouse and Escape are always for it");
}

#[test]
fn each_button_says_its_word() {
    for (name, word) in
        [("Done", Said::Done), ("Swap", Said::Swap), ("Hurts or not for me", Said::Hurt), ("Close", Said::Close)]
    {
        let mut window = Window::open(in_break(Subject::Free, 3), Look::default());
        window.click(name);
        assert_eq!(window.said(), [word], "{name}");
    }
}

#[test]
fn tab_goes_through_the_buttons_and_space_presses_the_one_that_has_it() {
    let names = ["Done", "Swap", "Hurts or not for me", "Close"];
    for (at, word) in [Said::Done, Said::Swap, Said::Hurt, Said::Close].into_iter().enumerate() {
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
    assert_eq!(window.said(), [Said::Swap], "Enter presses what has the keyboard, not the main button");
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
    window.tell(Told::Show(Box::new(in_break(pattern("box"), 0))));
    window.steps(1);
    assert_eq!(window.harness.get_by_label("Breathe in").accesskit_node().live(), Live::Polite);
    let circle = window.harness.get_by_role(Role::Image);
    assert_eq!(circle.accesskit_node().label().as_deref(), Some("Breathe in, 4"));
}

#[test]
fn it_does_what_it_is_told() {
    let mut window = Window::open(in_break(exercise("cat-cow"), 0), Look::default());
    window.tell(Told::Show(Box::new(in_break(exercise("wall-angels"), 0))));
    window.steps(1);
    window.reads(&["Wall angels", "Step 1 of 4"]);
    window.silent_on("Cat-cow");
    window.tell(Told::Raise);
    let commands = &window.harness.output().viewport_output[&ViewportId::ROOT].commands;
    assert!(commands.contains(&ViewportCommand::Focus) && !window.closed);
    window.tell(Told::End);
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
    assert_eq!(window.said(), [Said::Close]);
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
        window.tell(Told::Show(Box::new(follows)));
        window.steps(2);
        window.reads(&["Jaw release (teeth apart)", "Step 1 of 4", "Time left: 38 s", "Break 1:52"]);
        window.silent_on("Cat-cow");
        assert_eq!(window.said(), [Said::Step]);
        let free = Showing { passed: Duration::ZERO, ..in_break(Subject::Free, 106) };
        window.later(38.1);
        window.said();
        window.tell(Told::Show(Box::new(free)));
        window.steps(2);
        window.reads(&["Free time", "Time left: 1 min 14 s"]);
        window.silent_on("Break");
        assert_eq!(window.said(), [Said::Step]);
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

/// Each button whole with the ring of its focus, none over another, and the cue is there.
#[test]
fn every_button_is_whole_at_every_size_also_in_large_text() {
    let subjects = ["cat-cow", "foam-roller-chest-opener", "chin-tuck"].map(exercise).into_iter();
    for subject in subjects.chain([pattern("counted-breaths"), pattern("box"), Subject::Free]) {
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
fn what_hurt_is_hidden_in_words_and_undone_by_its_button_or_key() {
    let mut window = Window::open(in_break(exercise("cat-cow"), 0), Look::default());
    window.silent_on("is hidden");
    for _ in 0..3 {
        window.press(Key::Tab);
    }
    window.press(Key::Space);
    assert_eq!(window.said(), [Said::Hurt]);
    let hidden = Showing { hidden: Some("Cat-cow".into()), ..in_break(exercise("wall-angels"), 0) };
    window.tell(Told::Show(Box::new(hidden)));
    window.press(Key::Space);
    assert_eq!(window.said(), [], "the focus has moved off it: nothing more is hidden by a second press");
    window.reads(&["Cat-cow is hidden. You can show it again under Exercises."]);
    window.click("Undo");
    window.press(Key::U);
    assert_eq!(window.said(), [Said::Undo, Said::Undo]);
    window.tell(Told::Show(Box::new(in_break(exercise("cat-cow"), 0))));
    window.steps(1);
    assert!(window.buttons().iter().all(|button| button.0 != "Undo"));
}

#[test]
fn a_small_window_still_has_all_of_it() {
    let mut window = Window::open(in_break(exercise("cat-cow"), 0), Look { large_text: true, ..Look::default() });
    window.harness.set_size(egui::vec2(300.0, 360.0));
    window.steps(3);
    window.press(Key::Escape);
    assert_eq!(window.said(), [Said::Close]);
    assert_eq!(window.buttons().len(), 4, "always");
}
