//! The welcome by what a screen reader sees of it and by the keyboard alone.

mod sizes;

use eframe::egui::{Key, accesskit::Role, accesskit::Toggled};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT, Queryable};
use std::cell::RefCell;
use std::rc::Rc;
use unhunch::engine::tray_line::TrayLine;
use unhunch::setup::Setup;
use unhunch::text::welcome;
use unhunch::windows::Look;
use unhunch::windows::frame::Inside;
use unhunch::windows::kit::theme;
use unhunch::windows::welcome::{Greeting, Welcome, WelcomeHost};
use unhunch::{library, settings};

/// What the window has had done.
#[derive(Debug)]
struct Done {
    kept: Vec<Setup>,
    came: Result<Vec<String>, String>,
    tried: usize,
    days: usize,
    starts: bool,
    refuses: bool,
    alone: bool,
}

/// The host that a test looks at afterwards.
#[derive(Clone, Debug)]
struct Host(Rc<RefCell<Done>>);

impl Host {
    fn saying(came: Result<Vec<String>, String>) -> Self {
        let done = Done { kept: Vec::new(), came, tried: 0, days: 0, starts: false, refuses: false, alone: false };
        Self(Rc::new(RefCell::new(done)))
    }

    fn new() -> Self {
        Self::saying(Ok(vec!["It is kept.".into()]))
    }

    fn kept(&self) -> Vec<Setup> {
        self.0.borrow().kept.clone()
    }
}

impl WelcomeHost for Host {
    fn keep(&mut self, setup: &Setup) -> Result<Vec<String>, String> {
        let mut done = self.0.borrow_mut();
        done.kept.push(setup.clone());
        done.came.clone()
    }

    fn try_one(&mut self) -> Result<(), String> {
        self.0.borrow_mut().tried += 1;
        Ok(())
    }

    fn show_day(&mut self) -> Result<(), String> {
        self.0.borrow_mut().days += 1;
        Ok(())
    }

    fn starts_with_desktop(&self) -> bool {
        self.0.borrow().starts
    }

    fn start_with_desktop(&mut self, on: bool) -> Result<(), String> {
        let mut done = self.0.borrow_mut();
        if done.refuses {
            return Err("The folder is not yours.".into());
        }
        done.starts = on;
        Ok(())
    }

    fn left_alone(&mut self) {
        self.0.borrow_mut().alone = true;
    }
}

fn greeting() -> Greeting {
    let at = chrono::NaiveTime::from_hms_opt(10, 40, 0).unwrap();
    let next = TrayLine::Next { reminder: "movement".into(), at };
    let now = "2026-01-05T09:40:00+01:00".parse().unwrap();
    let waiting = TrayLine::Waiting { reminder: "movement".into(), left: std::time::Duration::from_hours(1) };
    assert_eq!(welcome::next(&waiting, now), welcome::next(&next, now), "who reads it is at the desk");
    Greeting { next: Some(welcome::next(&next, now)), clock: "09:40".into(), icon: Some(welcome::icon("linux")) }
}

fn window<'a>(text: &str, host: &'a mut Host, greeting: Greeting, look: Look) -> Harness<'a> {
    let setup = Setup::new(&settings::parse(text).0.rules.fit, &library::red_flags("en"));
    let mut window = Welcome::new(greeting, setup, host);
    let builder = Harness::builder().with_size([560.0, 600.0]);
    let mut harness = builder.with_context_setup(move |ctx| theme::dress(ctx, look)).build_ui(move |ui| {
        window.heed(ui.ctx());
        window.show(ui);
    });
    harness.step();
    harness
}

fn plain<'a>(text: &str, host: &'a mut Host) -> Harness<'a> {
    window(text, host, greeting(), Look::default())
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
    let host = Host::new();
    let mut own = host.clone();
    let mut harness = plain("", &mut own);
    click(&mut harness, "Next");
    harness.get_by_label("1 of 5");
    harness.get_by_label("What is at hand where you work?");
    let chair = harness.get_by_role_and_label(Role::CheckBox, "A chair that stands firmly");
    assert_eq!(chair.accesskit_node().toggled(), Some(Toggled::True));
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
    assert!(host.kept().is_empty(), "nothing is kept before the end");
    click(&mut harness, "Save");
    harness.get_by_label("It is kept.");
    let setup = host.kept()[0].clone();
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
    let host = Host::new();
    let mut own = host.clone();
    let mut harness = plain("exercise.avoid = [\"neck\"]\n", &mut own);
    press(&mut harness, &[Key::N]);
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
    assert_eq!(values(&host.kept()[0]), [("exercise.equipment", "chair".into()), ("exercise.avoid", String::new())]);
    press(&mut harness, &[Key::Enter]);
    assert_eq!(host.kept().len(), 1, "kept once");
}

#[test]
fn enter_alone_goes_to_the_end_and_changes_nothing() {
    let host = Host::new();
    let mut own = host.clone();
    let mut harness = plain("", &mut own);
    press(&mut harness, &[Key::Enter; 6]);
    harness.get_by_label("That is all");
    assert_eq!(values(&host.kept()[0]), []);
}

#[test]
fn not_now_keeps_nothing_on_every_page() {
    for pages in 0..6 {
        let host = Host::new();
        let mut own = host.clone();
        let mut harness = plain("", &mut own);
        press(&mut harness, &vec![Key::Enter; pages]);
        press(&mut harness, &[Key::Tab, Key::Space]);
        harness.key_down(Key::Escape);
        harness.step();
        assert!(closes(&harness), "after {pages} pages");
        assert!(host.kept().is_empty());
    }
}

#[test]
fn what_could_not_be_kept_is_said() {
    let mut host = Host::saying(Err("The disk is full.".into()));
    let mut harness = plain("", &mut host);
    press(&mut harness, &[Key::Enter; 6]);
    harness.get_by_label("The answers could not be kept");
    harness.get_by_label("The disk is full.");
    harness.get_by_label("Close");
}

#[test]
fn it_begins_with_what_this_is_where_it_is_and_when_the_first_break_comes() {
    let mut host = Host::new();
    let harness = plain("", &mut host);
    assert!(harness.get_by_role_and_label(Role::Heading, &welcome::title()).rect().is_positive());
    harness.get_by_role_and_label(Role::Image, &welcome::panel());
    harness.get_by_label(&welcome::icon("linux"));
    harness.get_by_label("Your first break comes at 10:40.");
    assert!(harness.get_by_role_and_label(Role::Button, "Back").accesskit_node().is_disabled());
}

#[test]
fn without_icons_it_says_how_it_is_opened_instead() {
    let mut host = Host::new();
    let harness = window("", &mut host, Greeting { icon: None, next: None, ..greeting() }, Look::default());
    harness.get_by_role_and_label(Role::Image, &welcome::applications());
    harness.get_by_label(&welcome::no_icon());
    assert!(harness.query_by_label(&welcome::icon("linux")).is_none());
}

#[test]
fn the_last_page_has_what_can_be_tried_by_mouse_and_by_keys() {
    let host = Host::new();
    let mut own = host.clone();
    let mut harness = plain("", &mut own);
    press(&mut harness, &[Key::Enter; 6]);
    click(&mut harness, &welcome::try_one());
    press(&mut harness, &[Key::T, Key::D]);
    assert_eq!((host.0.borrow().tried, host.0.borrow().days), (2, 1));
    let toggled = |harness: &Harness<'_>| {
        harness.get_by_role_and_label(Role::CheckBox, &welcome::autostart()).accesskit_node().toggled()
    };
    assert_eq!(toggled(&harness), Some(Toggled::False));
    click(&mut harness, &welcome::autostart());
    assert_eq!((toggled(&harness), host.0.borrow().starts), (Some(Toggled::True), true));
    host.0.borrow_mut().refuses = true;
    click(&mut harness, &welcome::autostart());
    assert_eq!(toggled(&harness), Some(Toggled::True), "it shows what is so");
    harness.get_by_label("The folder is not yours.");
}

#[test]
fn left_alone_for_an_hour_it_closes_and_touched_it_stays() {
    let host = Host::new();
    let mut own = host.clone();
    let mut harness = plain("", &mut own);
    let at = |harness: &mut Harness<'_>, minutes: f64| {
        harness.input_mut().time = Some(minutes * 60.0);
        harness.step();
    };
    at(&mut harness, 50.0);
    harness.key_press(Key::ArrowDown);
    at(&mut harness, 51.0);
    at(&mut harness, 100.0);
    assert!(!host.0.borrow().alone && !closes(&harness));
    at(&mut harness, 112.0);
    assert!(host.0.borrow().alone && closes(&harness));
    assert!(host.kept().is_empty());
}

#[test]
fn in_a_large_window_no_line_is_too_long_to_be_read() {
    let mut host = Host::new();
    let mut harness = window("", &mut host, greeting(), Look::default());
    harness.set_size([1920.0, 1080.0].into());
    harness.run();
    let text = harness.get_by_label(&welcome::what()).rect();
    let next = harness.get_by_role_and_label(Role::Button, &unhunch::text::setup::next()).rect();
    assert!(text.width() <= 760.0 && next.right() <= 800.0, "{text:?} {next:?}");
}
