//! The reader's window.

use eframe::egui::accesskit::Role;
use eframe::egui::{Event, Key, Modifiers, OutputCommand, ViewportCommand, ViewportId};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT, Queryable};
use std::cell::RefCell;
use std::rc::Rc;
use unhunch::learn::{self, Block};
use unhunch::text::locale::{self, Language};
use unhunch::windows::Look;
use unhunch::windows::frame::Inside;
use unhunch::windows::kit::theme;
use unhunch::windows::pages::Reader;

/// A window in which a test hears what is to be practised.
struct Window {
    harness: Harness<'static, Reader<'static>>,
    practised: Rc<RefCell<Vec<String>>>,
}

impl Window {
    fn open(first: Option<&str>, look: Look, size: [f32; 2]) -> Self {
        let practised = Rc::new(RefCell::new(Vec::new()));
        let heard = Rc::clone(&practised);
        let reader = Reader::new(learn::pages("en"), first, Box::new(move |id| heard.borrow_mut().push(id.to_owned())));
        let harness = Harness::builder()
            .with_size(size)
            .with_context_setup(move |ctx| theme::dress(ctx, look))
            .build_ui_state(|ui, reader: &mut Reader<'static>| reader.show(ui), reader);
        let mut window = Self { harness, practised };
        window.harness.run();
        window
    }

    fn on(page: &str) -> Self {
        Self::open(Some(page), Look::default(), [960.0, 720.0])
    }

    fn press(&mut self, modifiers: Modifiers, key: Key) {
        self.harness.key_press_modifiers(modifiers, key);
        self.harness.run();
    }

    /// The title of the page that is open: as the list and as the page itself have it.
    fn title(&self) -> String {
        let open: Vec<String> = self
            .harness
            .query_all_by_role(Role::Tab)
            .filter(|tab| tab.accesskit_node().is_selected() == Some(true))
            .filter_map(|tab| tab.accesskit_node().label())
            .collect();
        let headings: Vec<String> = self.headings(1);
        assert_eq!(open, headings);
        headings.into_iter().next().unwrap()
    }

    fn headings(&self, level: usize) -> Vec<String> {
        let all = self.harness.query_all_by_role(Role::Heading);
        let own = all.filter(|node| node.accesskit_node().level() == Some(level));
        own.filter_map(|node| node.accesskit_node().label()).collect()
    }

    fn top(&self) -> f32 {
        self.harness.query_all_by_role(Role::Heading).next().unwrap().rect().top()
    }
}

fn title(id: &str) -> String {
    learn::page("en", id).unwrap().title
}

#[test]
fn every_page_is_listed_and_opens_with_a_click() {
    let mut window = Window::open(None, Look::default(), [960.0, 720.0]);
    assert_eq!(window.title(), title("knots"));
    for page in learn::pages("en") {
        window.harness.get_by_role_and_label(Role::Tab, &page.title).click();
        window.harness.run();
        assert_eq!(window.title(), page.title);
        let wanted: Vec<String> = page
            .blocks
            .iter()
            .filter_map(|block| match block {
                Block::Heading(title) | Block::Notice(title, _) => Some(title.clone()),
                Block::Paragraph(_) | Block::Item(_) | Block::Practice(_) => None,
            })
            .collect();
        assert_eq!(window.headings(2), wanted, "{}", page.id);
    }
    assert!(window.practised.borrow().is_empty());
}

#[test]
fn a_link_opens_its_page_or_shows_its_exercise_and_there_is_a_way_back() {
    let mut window = Window::on("stress");
    window.harness.get_by_role_and_label(Role::Link, "when to see someone").click();
    window.harness.run();
    assert_eq!(window.title(), title("help"));
    window.press(Modifiers::ALT, Key::ArrowLeft);
    assert_eq!(window.title(), title("stress"));
    window.press(Modifiers::NONE, Key::Backspace);
    assert_eq!(window.title(), title("stress"), "there is nothing before the first");
    for link in ["jaw release", "Long exhale"] {
        window.harness.get_by_role_and_label(Role::Link, link).click();
        window.harness.run();
    }
    assert_eq!(*window.practised.borrow(), ["jaw-rest", "long-exhale"]);
    assert_eq!(window.title(), title("stress"));
}

#[test]
fn keys_turn_pages_scroll_and_close() {
    let mut window = Window::on("knots");
    window.press(Modifiers::CTRL, Key::PageDown);
    assert_eq!(window.title(), title("hourly"));
    let top = window.top();
    window.press(Modifiers::NONE, Key::PageDown);
    assert!(window.top() < top - 100.0, "it scrolled");
    window.press(Modifiers::NONE, Key::Home);
    assert!((window.top() - top).abs() < 1.0);
    window.press(Modifiers::NONE, Key::ArrowDown);
    assert!(window.top() < top - 20.0);
    window.press(Modifiers::CTRL, Key::PageUp);
    assert_eq!(window.title(), title("knots"));
    window.press(Modifiers::CTRL, Key::PageUp);
    assert_eq!(window.title(), title("knots"), "there is none before it");
    window.harness.key_down(Key::Escape);
    window.harness.run_steps(1);
    let commands = |window: &Window| window.harness.output().viewport_output[&ViewportId::ROOT].commands.clone();
    assert!(commands(&window).contains(&ViewportCommand::Close));
}

#[test]
fn the_keyboard_reaches_every_page_of_the_list() {
    let mut window = Window::on("knots");
    for _ in 0..3 {
        window.press(Modifiers::NONE, Key::Tab);
    }
    window.press(Modifiers::NONE, Key::Enter);
    assert_eq!(window.title(), title("posture"));
}

#[test]
fn what_is_chosen_with_the_mouse_can_be_copied() {
    let mut window = Window::on("posture");
    let labels = window.harness.query_all_by_role(Role::Label);
    let said = |text: Option<String>| text.is_some_and(|text| text.contains("best position"));
    let mut own = labels.filter(|node| said(node.accesskit_node().value()) || said(node.accesskit_node().label()));
    let rect = own.next().unwrap().rect();
    drop(own);
    window.harness.drag_at(rect.left_center());
    window.harness.step();
    window.harness.hover_at(rect.right_center());
    window.harness.step();
    window.harness.drop_at(rect.right_center());
    window.harness.step();
    window.harness.event(Event::Copy);
    window.harness.step();
    let copied = window.harness.output().platform_output.commands.iter().find_map(|command| match command {
        OutputCommand::CopyText(text) => Some(text.clone()),
        OutputCommand::CopyImage(_) | OutputCommand::OpenUrl(_) | OutputCommand::TextSelectionSettled(_) => None,
    });
    assert!(copied.unwrap().contains("best position"));
}

#[test]
fn the_table_leads_to_pages_and_exercises() {
    let mut window = Window::on("practices");
    let first = window.harness.query_all_by_role_and_label(Role::Link, "page:help").next().unwrap();
    first.click();
    window.harness.run();
    assert_eq!(window.title(), title("help"));
}

#[test]
fn nothing_is_cut_off_in_large_text_and_a_small_window() {
    cuts_nothing_off();
}

#[test]
fn nothing_is_cut_off_in_a_language_of_longer_words() {
    locale::within(Language::Pseudo, cuts_nothing_off);
}

fn cuts_nothing_off() {
    for dark in [false, true] {
        let look = Look { large_text: true, still: false, dark, ..Look::default() };
        let window = Window::open(Some("help"), look, [480.0, 320.0]);
        let all: Vec<_> = window.harness.query_all_by_role(Role::Label).map(|node| node.rect()).collect();
        assert!(all.len() > 30 && all.iter().all(|rect| rect.right() <= 480.0), "{all:?}");
    }
}
