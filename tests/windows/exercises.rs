//! The page Exercises by its labels: what is shown, the keys that go over it, and what is ordered there.

use crate::front::Front;
use eframe::egui::accesskit::Role;
use eframe::egui::{Key, Modifiers};
use egui_kittest::kittest::{NodeT, Queryable};
use unhunch::engine::content::Posture;
use unhunch::engine::fit::Unfit;
use unhunch::library;
use unhunch::text::gallery as text;
use unhunch::windows::Look;
use unhunch::windows::main::MainPage;
use unhunch::windows::main::talk::{Activity, Entry, ExercisesOrder, ExercisesUpdate, Gallery, MainOrder};

/// Everything that is shipped, with this against some of it.
fn gallery(running: bool, against: &[(&str, Unfit)]) -> ExercisesUpdate {
    let content = library::content("en", &[]).0.content;
    let exercises = content.exercises.into_iter().map(|one| Activity::Exercise(Box::new(one)));
    let patterns = content.patterns.into_iter().map(|one| Activity::Pattern(Box::new(one)));
    let entries = exercises.chain(patterns).map(|activity| {
        let against = against.iter().filter(|(id, _)| *id == activity.id()).map(|(_, why)| why.clone()).collect();
        Entry { activity, against }
    });
    let notice = ("Not advice".to_owned(), "See someone.".to_owned());
    ExercisesUpdate::Gallery(Box::new(Gallery { entries: entries.collect(), notice, running }))
}

/// The page without anything that moves by itself.
fn front(subject: Option<&str>, size: [f32; 2]) -> Front {
    let look = Look { still: true, ..Look::default() };
    Front::open(MainPage::Exercises, subject, look, size)
}

fn is_focused(front: &Front, label: &str) -> bool {
    front.harness.query_by_label_contains(label).is_some_and(|node| node.accesskit_node().is_focused())
}

fn headings(front: &Front) -> Vec<String> {
    front.harness.query_all_by_role(Role::Heading).filter_map(|node| node.accesskit_node().label()).collect()
}

#[test]
fn it_asks_how_things_are_and_shows_what_fits_with_what_speaks_against_the_rest() {
    let mut front = front(None, [960.0, 680.0]);
    assert_eq!(front.ordered(), [ExercisesOrder::Look.into()]);
    front.tell(gallery(true, &[("chin-tuck", Unfit::Posture(Posture::Seated)), ("box-breath", Unfit::Hurt)]));
    assert_eq!(front.ordered(), []);
    front.harness.get_by_label(&text::count(90, 91));
    assert!(front.harness.query_by_label_contains("Chin tuck (cervical").is_none());
    front.click(&text::all());
    front.harness.get_by_label(&text::count(91, 91));
    let tile = front.harness.get_by_label_contains("Chin tuck (cervical").accesskit_node().label().unwrap();
    assert!(tile.ends_with("neck, done sitting"), "{tile}");
    front.click(&text::hidden());
    front.harness.get_by_label(&text::none());
    front.click(&text::reset());
    front.harness.get_by_label(&text::count(91, 91));
}

#[test]
fn arrows_go_over_the_grid_enter_opens_and_the_way_back_leads_to_the_same_place() {
    let mut front = front(None, [960.0, 680.0]);
    front.tell(gallery(true, &[]));
    let tiles: Vec<String> = front
        .harness
        .query_all_by_role(Role::Button)
        .filter_map(|node| node.accesskit_node().label())
        .filter(|label| label.ends_with(", fits"))
        .collect();
    assert_eq!(tiles.len(), 91);
    let mut steps = 0;
    while !is_focused(&front, &tiles[0]) {
        front.press(Modifiers::NONE, Key::Tab);
        steps += 1;
        assert!(steps < 30, "Tab leads to the grid");
    }
    front.press(Modifiers::NONE, Key::ArrowRight);
    assert!(is_focused(&front, &tiles[1]));
    front.press(Modifiers::NONE, Key::Tab);
    assert!(!tiles.iter().any(|tile| is_focused(&front, tile)), "the grid is one stop");
    front.press(Modifiers::SHIFT, Key::Tab);
    assert!(is_focused(&front, &tiles[1]));
    for _ in 0..5 {
        front.press(Modifiers::NONE, Key::ArrowDown);
    }
    front.press(Modifiers::NONE, Key::ArrowLeft);
    let chosen = tiles.iter().position(|tile| is_focused(&front, tile)).unwrap();
    assert!(chosen > 5, "{chosen}");
    front.press(Modifiers::NONE, Key::Enter);
    let name = tiles[chosen].split(',').next().unwrap().to_owned();
    assert_eq!(headings(&front)[0], name);
    front.press(Modifiers::ALT, Key::ArrowLeft);
    assert_eq!(headings(&front)[0], MainPage::Exercises.name());
    assert!(is_focused(&front, &tiles[chosen]));
}

#[test]
fn one_is_tried_hidden_and_shown_again() {
    let mut front = front(Some("chin-tuck"), [960.0, 680.0]);
    front.tell(gallery(true, &[]));
    front.ordered();
    assert_eq!(headings(&front)[0], "Chin tuck (cervical retraction)");
    front.harness.get_by_label(&text::try_note());
    front.click(&text::try_it());
    front.click(&text::hide());
    let id = || "chin-tuck".to_owned();
    assert_eq!(front.ordered(), [ExercisesOrder::Try(id()), ExercisesOrder::Hide(id())].map(MainOrder::from));
    front.tell(gallery(true, &[("chin-tuck", Unfit::Hurt)]));
    front.harness.get_by_label(&text::not_now(&[Unfit::Hurt]));
    front.click(&text::show());
    assert_eq!(front.ordered(), [ExercisesOrder::Show(id()).into()]);
    front.tell(gallery(false, &[]));
    front.harness.get_by_label(&text::practice_note());
    front.click(&text::back());
    assert_eq!(headings(&front), [MainPage::Exercises.name()]);
}

#[test]
fn a_breathing_pattern_is_a_practice() {
    let mut front = front(Some("box"), [480.0, 1200.0]);
    front.tell(gallery(true, &[]));
    front.ordered();
    front.harness.get_by_label(&text::pattern_note());
    assert!(front.harness.query_by_label(&text::hide()).is_none());
    front.click(&text::try_it());
    assert_eq!(front.ordered(), [MainOrder::Practise("box".into())]);
}

#[test]
fn each_has_a_page_that_fits_the_least_window_with_large_text() {
    let look = Look { still: true, large_text: true, ..Look::default() };
    let all = library::content("en", &[]).0.content;
    let mut front = Front::open(MainPage::Exercises, None, look, [480.0, 400.0]);
    front.tell(gallery(true, &[]));
    for exercise in all.exercises {
        front.tell(unhunch::windows::main::talk::MainUpdate::Turn(MainPage::Exercises, Some(exercise.id.clone())));
        assert_eq!(headings(&front)[0], exercise.name);
        for step in &exercise.steps {
            assert!(front.harness.query_all_by_label(step).next().is_some(), "{}: {step}", exercise.id);
        }
        let widest = front.harness.get_by_label(&text::try_it()).rect().right();
        assert!(widest <= 480.0, "{}", exercise.id);
    }
}

#[test]
fn words_and_filters_take_away_what_does_not_answer_them() {
    let mut front = front(None, [960.0, 680.0]);
    front.tell(gallery(true, &[]));
    front.harness.get_by_label(&text::search()).focus();
    front.harness.run();
    front.harness.get_by_label(&text::search()).type_text("chin tuck");
    front.harness.run();
    front.harness.get_by_label_contains("Chin tuck (cervical");
    assert!(front.harness.query_by_label(&text::count(91, 91)).is_none());
    assert!(front.harness.query_by_label_contains("Box breathing").is_none());
}

#[test]
fn what_stands_asks_for_no_frame_and_what_moves_rests_after_a_while() {
    let mut front = Front::on(MainPage::Exercises);
    front.tell(gallery(true, &[]));
    let delay = |front: &Front| {
        let out = front.harness.output();
        out.viewport_output.values().map(|viewport| viewport.repaint_delay).min().unwrap()
    };
    front.harness.run_steps(30);
    assert_eq!(delay(&front), std::time::Duration::MAX, "the stills are drawn");
    front.harness.get_by_label_contains("Chin tuck (cervical").hover();
    front.harness.run_steps(2);
    assert!(delay(&front) < std::time::Duration::from_secs(1), "it moves under the pointer");
    front.harness.run_steps(400);
    assert_eq!(delay(&front), std::time::Duration::MAX, "it rests");
}

#[test]
fn in_a_small_window_the_filters_leave_room_for_what_they_filter() {
    let mut front = front(None, [480.0, 400.0]);
    front.tell(gallery(true, &[]));
    let first = |front: &Front| {
        let tiles = front.harness.query_all_by_role(Role::Button);
        let own =
            |node: &egui_kittest::Node<'_>| node.accesskit_node().label().is_some_and(|it| it.ends_with(", fits"));
        tiles.filter(own).map(|node| node.rect().top()).fold(f32::MAX, f32::min)
    };
    assert!(first(&front) < 280.0, "{}", first(&front));
    let any_area = text::filter("Any area");
    assert!(front.harness.query_by_label(&any_area).is_none());
    front.click(&text::filters(0));
    front.harness.get_by_label(&any_area);
    front.click(&text::filters(0));
    assert!(front.harness.query_by_label(&any_area).is_none());
    let wide = self::front(None, [960.0, 680.0]);
    assert!(wide.harness.query_by_label(&text::filters(0)).is_none());
}
