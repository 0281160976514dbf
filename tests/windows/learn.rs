//! The page Learn: the list, the search, the texts and the way back.

use crate::front::Front;
use eframe::egui::accesskit::Role;
use eframe::egui::{Event, Key, Modifiers, OutputCommand};
use egui_kittest::kittest::{NodeT, Queryable};
use unhunch::learn::{self, Block};
use unhunch::text::locale::{self, Language};
use unhunch::windows::Look;
use unhunch::windows::main::MainPage;
use unhunch::windows::main::talk::MainOrder;

fn on(text: &str) -> Front {
    Front::open(MainPage::Learn, Some(text), Look::default(), [960.0, 680.0])
}

fn headings(front: &Front, level: usize) -> Vec<String> {
    let all = front.harness.query_all_by_role(Role::Heading);
    let own = all.filter(|node| node.accesskit_node().level() == Some(level));
    own.filter_map(|node| node.accesskit_node().label()).collect()
}

/// The title of what is open.
fn open(front: &Front) -> String {
    headings(front, 1).into_iter().next().unwrap()
}

fn follow(front: &mut Front, link: &str) {
    front.harness.get_by_role_and_label(Role::Link, link).click_accesskit();
    front.harness.run();
}

fn search(front: &mut Front, words: &str) {
    let field = front.harness.get_by_role(Role::SearchInput);
    field.focus();
    field.type_text(words);
    front.harness.run();
}

fn title(id: &str) -> String {
    learn::page("en", id).unwrap().title
}

#[test]
fn every_page_is_listed_and_opens_with_a_click_and_there_is_a_way_back_to_the_list() {
    let mut front = Front::on(MainPage::Learn);
    for page in learn::pages("en") {
        assert_eq!(open(&front), "Learn");
        follow(&mut front, &page.title);
        assert_eq!(open(&front), page.title);
        let wanted: Vec<String> = page
            .blocks
            .iter()
            .filter_map(|block| match block {
                Block::Heading(title) | Block::Notice(title, _) => Some(title.clone()),
                Block::Paragraph(_) | Block::Item(_) | Block::Practice(_) => None,
            })
            .collect();
        assert_eq!(headings(&front, 2), wanted, "{}", page.id);
        front.click("All pages");
    }
    assert_eq!(front.ordered(), []);
}

#[test]
fn a_link_opens_its_page_or_shows_its_exercise_and_there_is_a_way_back() {
    let mut front = on("stress");
    follow(&mut front, "when to see someone");
    assert_eq!(open(&front), title("help"));
    for wanted in [title("stress"), "Learn".into()] {
        front.press(Modifiers::ALT, Key::ArrowLeft);
        assert_eq!(open(&front), wanted);
    }
    front.press(Modifiers::ALT, Key::ArrowLeft);
    assert_eq!(front.page(), "Learn", "there is nothing before the first");
    follow(&mut front, &title("stress"));
    for link in ["jaw release", "Long exhale"] {
        follow(&mut front, link);
    }
    let practised = ["jaw-rest", "long-exhale"].map(|id| MainOrder::Practise(id.into()));
    assert_eq!(front.ordered(), practised);
    assert_eq!(open(&front), title("stress"));
}

#[test]
fn keys_scroll_what_is_read_and_the_next_text_begins_at_its_top() {
    let mut front = on("stress");
    let top = |front: &Front| front.harness.query_all_by_role(Role::Heading).next().unwrap().rect().top();
    let begin = top(&front);
    front.press(Modifiers::NONE, Key::PageDown);
    assert!(top(&front) < begin - 100.0, "it scrolled");
    front.press(Modifiers::NONE, Key::Home);
    assert!((top(&front) - begin).abs() < 1.0);
    front.press(Modifiers::NONE, Key::ArrowDown);
    assert!(top(&front) < begin - 20.0);
    follow(&mut front, "when to see someone");
    assert!((top(&front) - begin).abs() < 1.0);
}

#[test]
fn a_search_shows_the_places_and_leads_to_them() {
    let mut front = Front::on(MainPage::Learn);
    search(&mut front, "xylophone");
    front.harness.get_by_label_contains("No page says that");
    assert!(front.harness.query_by_role_and_label(Role::Link, &title("knots")).is_none());
    let mut front = Front::on(MainPage::Learn);
    search(&mut front, "upper trapezius");
    let places = front.harness.query_all_by_role(Role::Link).collect::<Vec<_>>();
    let name = |node: &egui_kittest::Node<'_>| node.accesskit_node().label().unwrap_or_default();
    let place = places.iter().find(|node| name(node).to_lowercase().contains("upper")).unwrap();
    place.click();
    drop(places);
    front.harness.run();
    assert_ne!(open(&front), "Learn");
    let said = |node: &egui_kittest::Node<'_>| {
        let node = node.accesskit_node();
        node.value().or(node.label()).unwrap_or_default().to_lowercase()
    };
    let links = front.harness.query_all_by_role(Role::Link);
    let labels = front.harness.query_all_by_role(Role::Label).chain(links);
    let seen = labels.filter(|node| said(node).contains("upper")).any(|node| (0.0..680.0).contains(&node.rect().top()));
    assert!(seen, "what was looked for is in sight");
    front.press(Modifiers::ALT, Key::ArrowLeft);
    assert_eq!(front.harness.get_by_role(Role::SearchInput).accesskit_node().value(), Some("upper trapezius".into()));
}

#[test]
fn the_keyboard_alone_opens_a_page() {
    let mut front = Front::on(MainPage::Learn);
    let first = title("knots");
    for _ in 0..20 {
        front.press(Modifiers::NONE, Key::Tab);
        if front.harness.get_by_role_and_label(Role::Link, &first).accesskit_node().is_focused() {
            front.press(Modifiers::NONE, Key::Enter);
            assert_eq!(open(&front), first);
            return;
        }
    }
    panic!("it is never reached");
}

#[test]
fn what_is_chosen_with_the_mouse_can_be_copied() {
    let mut front = on("posture");
    let links = front.harness.query_all_by_role(Role::Link);
    let labels = front.harness.query_all_by_role(Role::Label).chain(links);
    let said = |text: Option<String>| text.is_some_and(|text| text.contains("best position"));
    let mut own = labels.filter(|node| said(node.accesskit_node().value()) || said(node.accesskit_node().label()));
    let rect = own.next().unwrap().rect();
    drop(own);
    front.harness.drag_at(rect.left_center());
    front.harness.step();
    front.harness.hover_at(rect.right_center());
    front.harness.step();
    front.harness.drop_at(rect.right_center());
    front.harness.step();
    front.harness.event(Event::Copy);
    front.harness.step();
    let copied = front.harness.output().platform_output.commands.iter().find_map(|command| match command {
        OutputCommand::CopyText(text) => Some(text.clone()),
        OutputCommand::CopyImage(_) | OutputCommand::OpenUrl(_) | OutputCommand::TextSelectionSettled(_) => None,
    });
    assert!(copied.unwrap().contains("best position"));
}

#[test]
fn the_table_leads_to_pages_and_exercises() {
    let mut front = on("practices");
    let help = title("help");
    front.harness.query_all_by_role_and_label(Role::Link, &help).next().unwrap().click();
    front.harness.run();
    assert_eq!(open(&front), help);
}

#[test]
fn what_stands_below_the_way_back_begins_where_the_list_does() {
    let left = |front: &Front| front.harness.query_all_by_role(Role::Heading).next().unwrap().rect().left();
    let (list, text) = (Front::on(MainPage::Learn), on("help"));
    assert!((left(&list) - left(&text)).abs() < 1.0, "{} {}", left(&list), left(&text));
}

#[test]
fn what_is_to_be_set_or_looked_back_on_is_a_click_away() {
    let mut front = on("help");
    follow(&mut front, "a sore area");
    assert_eq!(front.page(), "Settings");
    front.press(Modifiers::ALT, Key::ArrowLeft);
    follow(&mut front, "Your own record");
    assert_eq!(front.page(), "Review");
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
        let front = Front::open(MainPage::Learn, Some("help"), look, [480.0, 400.0]);
        let all: Vec<_> = front.harness.query_all_by_role(Role::Label).map(|node| node.rect()).collect();
        assert!(all.len() > 30 && all.iter().all(|rect| rect.right() <= 480.0), "{all:?}");
    }
}
