//! The guide's window. Owns the window in which its tests have the clock and both ends of the talk.

mod cues;
mod keys;
mod progress;
mod sizes;

use eframe::egui::accesskit::{Live, Role};
use eframe::egui::{self, Key, ViewportCommand, ViewportId};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT, Queryable};
use std::rc::Rc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::mpsc::{self, Receiver, Sender};
use std::sync::{Arc, Mutex};
use std::time::Duration;
use unhunch::engine::content::Content;
use unhunch::library;
use unhunch::windows::frame::Inside;
use unhunch::windows::guide::{Guide, GuideOrder, Showing, Subject};
use unhunch::windows::kit::theme;
use unhunch::windows::{Look, WindowEvent};

/// A window in which a test has the clock, the app's end of the talk, and all that was said.
struct Window {
    harness: Harness<'static, Guide>,
    clock: Arc<AtomicU64>,
    tell: Option<Sender<GuideOrder>>,
    said: Arc<Mutex<Vec<WindowEvent>>>,
    /// Whether it has asked to be closed.
    closed: bool,
}

const SIZE: [f32; 2] = [400.0, 680.0];

impl Window {
    fn open(showing: Showing, look: Look) -> Self {
        let (tell, told): (Sender<GuideOrder>, Receiver<GuideOrder>) = mpsc::channel();
        let clock = Arc::new(AtomicU64::new(5_000));
        let said = Arc::new(Mutex::new(Vec::new()));
        let (now, heard) = (Arc::clone(&clock), Arc::clone(&said));
        let guide = Guide::new(
            showing,
            look,
            told,
            Rc::new(move |said| heard.lock().unwrap().push(said)),
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

    fn tell(&mut self, what: GuideOrder) {
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

    fn said(&self) -> Vec<WindowEvent> {
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
    library::content("en", &[]).0.content
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
