//! The page Settings: every kind of control by the keyboard, what is wrong told where it stands, what changes elsewhere seen.

use crate::front::Front;
use eframe::egui::accesskit::{Role, Toggled};
use eframe::egui::{Key, Modifiers};
use egui_kittest::Node;
use egui_kittest::kittest::{NodeT, Queryable};
use unhunch::settings::parse;
use unhunch::windows::Look;
use unhunch::windows::main::MainPage;
use unhunch::windows::main::talk::{MainOrder, SettingsNow, SettingsOrder, SettingsUpdate};

const WIDE: [f32; 2] = [960.0, 2000.0];

pub(crate) fn now(text: &str) -> SettingsUpdate {
    let problems = parse(text).1;
    SettingsUpdate::Now(Box::new(SettingsNow::of("settings.toml".into(), text.into(), &problems)))
}

/// The page, open on this part, with these settings.
fn page(part: &str, text: &str) -> Front {
    let mut front = Front::open(MainPage::Settings, Some(part), Look::default(), WIDE);
    front.tell(now(text));
    front
}

/// The control of this name, not the text beside it.
fn control<'h>(front: &'h Front, name: &'h str) -> Node<'h> {
    let all = front.harness.query_all_by_label(name);
    all.into_iter().find(|node| node.accesskit_node().role() != Role::Label).unwrap()
}

/// Gives the keyboard to what has this name.
fn focus(front: &mut Front, name: &str) {
    control(front, name).focus();
    front.harness.run();
}

/// Types in place of what stands there.
fn types(front: &mut Front, name: &str, text: &str) {
    focus(front, name);
    front.press(Modifiers::COMMAND, Key::A);
    control(front, name).type_text(text);
    front.harness.run();
}

/// What was ordered of the settings; what a page asks for to be told of is no change.
fn ordered(front: &Front) -> Vec<SettingsOrder> {
    let of_settings = |order| if let MainOrder::Settings(order) = order { Some(order) } else { None };
    front.ordered().into_iter().filter_map(of_settings).collect()
}

/// The settings that were changed, with their values.
fn changes(front: &Front) -> Vec<(String, Option<String>)> {
    let change = |order| {
        let SettingsOrder::Change(change) = order else { panic!("{order:?}") };
        change.all
    };
    ordered(front).into_iter().flat_map(change).collect()
}

fn set(key: &str, value: &str) -> Vec<(String, Option<String>)> {
    vec![(key.into(), Some(value.into()))]
}

#[test]
fn a_switch_a_choice_and_a_list_are_set_by_the_keyboard() {
    let mut front = page("guide", "");
    focus(&mut front, "Large text");
    front.press(Modifiers::NONE, Key::Space);
    assert_eq!(changes(&front), set("guide.large_text", "true"));
    focus(&mut front, "A bun: Who shows the exercises");
    front.press(Modifiers::NONE, Key::Enter);
    assert_eq!(changes(&front), set("guide.person", "bun"));
    let mut front = page("exercises", "exercise.avoid = [\"knee\"]");
    let knee = front.harness.get_by_label("Knee: Leave alone");
    assert_eq!(knee.accesskit_node().toggled(), Some(Toggled::True));
    focus(&mut front, "Neck: Leave alone");
    front.press(Modifiers::NONE, Key::Space);
    assert_eq!(changes(&front), set("exercise.avoid", "knee,neck"));
}

#[test]
fn a_length_a_count_and_a_time_are_stepped_and_typed() {
    let mut front = page("prompts", "");
    focus(&mut front, "More: Wait for a lull");
    front.press(Modifiers::NONE, Key::Space);
    assert_eq!(changes(&front), set("lull.wait", "3min"));
    for typed in ["4", "4 min", "4min", "240 s"] {
        types(&mut front, "Wait for a lull", typed);
        front.press(Modifiers::NONE, Key::Enter);
        assert_eq!(changes(&front), set("lull.wait", "4min"), "{typed}");
    }
    focus(&mut front, "Less: Snoozes of one break, at most");
    front.press(Modifiers::NONE, Key::Enter);
    assert_eq!(changes(&front), set("snooze.most", "1"));
    let mut front = page("beside", "");
    types(&mut front, "Bedtime", "22.30");
    front.press(Modifiers::NONE, Key::Tab);
    assert_eq!(changes(&front), set("bedtime", "22:30"));
}

#[test]
fn what_was_typed_by_mistake_is_let_go_by_escape() {
    let mut front = page("prompts", "");
    types(&mut front, "Wait for a lull", "9 min");
    front.press(Modifiers::NONE, Key::Escape);
    assert_eq!(changes(&front), []);
    let field = front.harness.get_by_role_and_label(Role::TextInput, "Wait for a lull");
    assert_eq!(field.accesskit_node().value().as_deref(), Some("2 min"));
}

#[test]
fn a_value_that_does_not_fit_is_told_where_it_stands_and_not_ordered() {
    let mut front = page("prompts", "");
    types(&mut front, "Wait for a lull", "2 days");
    front.press(Modifiers::NONE, Key::Enter);
    assert_eq!(changes(&front), []);
    front.harness.get_by_label_contains("It takes a time from 0 s to 30 min");
    types(&mut front, "Wait for a lull", "5 min");
    front.press(Modifiers::NONE, Key::Enter);
    assert_eq!(changes(&front), set("lull.wait", "5min"));
    assert!(front.harness.query_by_label_contains("It takes a time from 0 s to 30 min").is_none());
    // It fits alone, and not beside another one.
    types(&mut front, "Left for the break after", "6 min");
    front.press(Modifiers::NONE, Key::Enter);
    assert_eq!(changes(&front), []);
    front.harness.get_by_label_contains("Leaving for a break has to be noticed before being away");
}

#[test]
fn what_differs_from_the_default_says_it_and_is_reset() {
    let mut front = page("data", "goal = 60");
    assert!(front.harness.query_by_label("Reset: Goal").is_none());
    front.tell(now("goal = 75"));
    front.harness.get_by_label("Default: 60.");
    front.click("Reset: Goal");
    assert_eq!(changes(&front), [("goal".to_owned(), None)]);
}

#[test]
fn a_change_from_outside_is_seen_at_once() {
    let mut front = page("data", "");
    let value = |front: &Front| front.harness.get_by_role_and_label(Role::TextInput, "Goal").accesskit_node().value();
    assert_eq!(value(&front).as_deref(), Some("60"));
    front.tell(now("goal = 70"));
    assert_eq!(value(&front).as_deref(), Some("70"));
}

#[test]
fn a_mistake_in_another_line_is_told_and_stops_no_change() {
    let text =
        "goal = 70\nlull.wiat = \"3min\"\nsettle = \"2 days\"\ncalendar.sources = [\"ftp://example.org/secret\"]\n";
    let mut front = page("prompts", text);
    front.harness.get_by_label("Line 2:  lull.wiat = \"3min\"");
    front.harness.get_by_label_contains("Perhaps \"Wait for a lull\" was meant.");
    assert_eq!(
        front.harness.query_all_by_label_contains("\"Quiet after a call or meeting\" does not take this").count(),
        2
    );
    assert!(front.harness.query_by_label_contains("secret").is_none());
    focus(&mut front, "More: Wait for a lull");
    front.press(Modifiers::NONE, Key::Space);
    assert_eq!(changes(&front), set("lull.wait", "3min"));
    front.click("Take it out: Line 2");
    assert_eq!(changes(&front), [("lull.wiat".to_owned(), None)]);
}

#[test]
fn a_file_that_is_not_understood_changes_nothing_and_is_begun_anew_by_a_second_press() {
    let mut front = page("data", "goal = 70\nnot = [toml");
    front.harness.get_by_label("Your settings file does not count");
    front.harness.get_by_label("Line 2:  not = [toml");
    front.click("More: Goal");
    assert_eq!(ordered(&front), []);
    front.harness.get_by_label_contains("cannot be understood, so nothing was changed");
    front.click("Begin a new file");
    assert_eq!(ordered(&front), []);
    front.click("Leave it");
    front.click("Begin a new file");
    front.click("Keep it aside and begin anew");
    assert_eq!(ordered(&front), [SettingsOrder::BeginAnew]);
}

#[test]
fn labels_help_and_values_are_searched_and_parts_are_opened() {
    let mut front = page("rhythm", "");
    types(&mut front, "Search the settings", "finish");
    for (sought, found) in
        [("sentence is finished", "A lull"), ("22:15", "Bedtime"), ("bun", "Who shows the exercises")]
    {
        front.tell(now("bedtime = \"22:15\"\nguide.person = \"bun\""));
        types(&mut front, "Search the settings", sought);
        assert!(front.harness.query_all_by_label(found).next().is_some(), "{sought}");
    }
    types(&mut front, "Search the settings", "zzz");
    front.harness.get_by_label_contains("No setting has to do with \"zzz\"");
    front.click("End the search");
    front.click("Quiet");
    front.harness.get_by_label("Calls");
    focus(&mut front, "Search the settings");
    front.harness.get_by_label("Search the settings").type_text("zzz");
    front.harness.run();
    front.press(Modifiers::NONE, Key::Escape);
    front.harness.get_by_label("Calls");
}

#[test]
fn the_first_questions_are_asked_again() {
    let mut front = page("exercises", "");
    front.click("Ask the first questions again");
    assert_eq!(ordered(&front), [SettingsOrder::Questions]);
}

#[test]
fn ready_rhythms_say_what_they_do_and_the_one_that_counts_is_chosen() {
    let mut front = page("rhythm", "break.movement.every = \"30min\"\nbreak.movement.lasts = \"5min\"\n");
    let active = "Active: every 30 min, 5 min long";
    assert_eq!(front.harness.get_by_label(active).accesskit_node().toggled(), Some(Toggled::True));
    focus(&mut front, "Micro: every 20 min, 20 s long");
    front.press(Modifiers::NONE, Key::Space);
    let mut wanted = set("preset", "micro");
    wanted.extend([("break.movement.every".into(), None), ("break.movement.lasts".into(), None)]);
    assert_eq!(changes(&front), wanted);
}

#[test]
fn breaks_and_quiet_lines_are_added_changed_and_removed() {
    let mut front = page("rhythm", "");
    front.click("Eyes: every 20 min, 20 s long");
    let mut eyes = set("break.eyes.every", "20min");
    eyes.extend(set("break.eyes.lasts", "20s"));
    assert_eq!(changes(&front), eyes);
    front.tell(now("break.eyes.every = \"20min\"\nbreak.eyes.lasts = \"20s\"\n"));
    assert!(front.harness.query_by_label("Eyes: every 20 min, 20 s long").is_none());
    types(&mut front, "Eyes: Length", "30");
    front.press(Modifiers::NONE, Key::Enter);
    assert_eq!(changes(&front), set("break.eyes.lasts", "30s"));
    // Longer than the time from one to the next.
    types(&mut front, "Eyes: Length", "25 min");
    front.press(Modifiers::NONE, Key::Enter);
    assert_eq!(changes(&front), []);
    front.harness.get_by_label_contains("would last 25 min and come every 20 min");
    front.click("Remove: Eyes");
    assert_eq!(changes(&front), [("break.eyes.every".to_owned(), None), ("break.eyes.lasts".to_owned(), None)]);
    assert!(front.harness.query_by_label("Remove: Movement").is_none());
    front.click("Turn off: Movement: Every");
    assert_eq!(changes(&front), set("break.movement.every", "0s"));
    for (called, told) in [("!?", "Give it a name"), ("Eyes", "There is one called Eyes already")] {
        types(&mut front, "What is it called?", called);
        front.click("Add");
        assert_eq!(changes(&front), []);
        front.harness.get_by_label_contains(told);
    }
    types(&mut front, "What is it called?", "Tea & a walk");
    front.press(Modifiers::NONE, Key::Enter);
    assert_eq!(changes(&front), set("nudge.tea-a-walk.every", "60min"));
}

#[test]
fn working_hours_are_set_day_by_day() {
    let mut front = page("hours", "");
    focus(&mut front, "Only at these times");
    control(&front, "Only at these times").click();
    front.harness.run();
    assert_eq!(changes(&front), set("hours", "Mon-Fri 09:00-17:00"));
    front.tell(now("hours = \"Mon-Fri 09:00-17:00\""));
    types(&mut front, "Saturday: Working hours", "10-12, 13.30-15");
    front.press(Modifiers::NONE, Key::Enter);
    assert_eq!(changes(&front), set("hours", "Mon-Fri 09:00-17:00; Sat 10:00-12:00 13:30-15:00"));
    types(&mut front, "Monday: Working hours", "noon");
    front.press(Modifiers::NONE, Key::Enter);
    assert_eq!(changes(&front), []);
    front.harness.get_by_label("It takes weekdays with times of day.");
}

#[test]
fn what_is_never_offered_is_offered_again() {
    let mut front = page("exercises", "exercise.hidden = [\"chin-tuck\", \"walk-2\"]");
    front.click("Show again: Chin tuck");
    assert_eq!(changes(&front), set("exercise.hidden", "walk-2"));
}
