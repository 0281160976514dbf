//! The page Today: what it shows of how things are, what can be done on it, and the story of a break.

mod pauses;

use crate::front::Front;
use eframe::egui::accesskit::Role;
use eframe::egui::{Key, Modifiers};
use egui_kittest::kittest::{NodeT, Queryable};
use std::time::Duration;
use unhunch::engine::event::{Feeling, Meet, Pause, Request};
use unhunch::engine::instance::{Outcome, SpanKind};
use unhunch::engine::moment::Stamp;
use unhunch::engine::view::{MenuAction, MenuItem, TrayState, TrayView};
use unhunch::ledger::Span;
use unhunch::review::model::{Timeline, TimelineBreak};
use unhunch::text::today as text;
use unhunch::windows::Look;
use unhunch::windows::main::MainPage;
use unhunch::windows::main::talk::{
    AttentionLine, MainOrder, Noted, Overview, Remedy, Story, StoryStep, TodayOrder, TodayUpdate,
};

fn ask(label: &str, request: Request) -> MenuItem<String> {
    MenuItem::Item(label.into(), MenuAction::Ask(request))
}

fn pause() -> MenuItem<String> {
    let lines = vec![
        ask("For 15 min", Request::Pause(Pause::For(Duration::from_mins(15)))),
        ask("Until tomorrow", Request::Pause(Pause::Day)),
    ];
    MenuItem::Submenu("Pause".into(), lines)
}

fn meeting() -> MenuItem<String> {
    let lines = vec![ask("For 30 min", Request::Meet(Meet::For(Duration::from_mins(30))))];
    MenuItem::Submenu("I'm in a meeting".into(), lines)
}

/// How things are with this menu, below its line and above what the window itself has.
fn overview(state: TrayState, items: Vec<MenuItem<String>>) -> Overview {
    let line = "Next: movement at 10:40".to_owned();
    let mut menu = vec![MenuItem::Label(line.clone()), MenuItem::Separator];
    menu.extend(items);
    menu.extend([MenuItem::Separator, MenuItem::Label("1 of 2 taken today".into())]);
    menu.push(MenuItem::Item("Open Unhunch".into(), MenuAction::Open));
    let menu = TrayView { state, progress: 5, tooltip: line.clone(), menu };
    Overview {
        state,
        progress: 5,
        clock: Some("10:40".into()),
        line,
        menu: Some(menu),
        attention: Vec::new(),
        meeting: None,
    }
}

pub(crate) fn counting() -> Overview {
    overview(TrayState::Counting, vec![ask("Start break now", Request::Start), pause(), meeting()])
}

pub(crate) fn now(front: &mut Front, overview: Overview) {
    front.tell(TodayUpdate::Now(Box::new(overview)));
    front.ordered();
}

fn orders(front: &Front) -> Vec<TodayOrder> {
    let all = front.ordered().into_iter();
    all.map(|order| if let MainOrder::Today(order) = order { order } else { panic!("{order:?}") }).collect()
}

fn chosen(request: Request) -> TodayOrder {
    TodayOrder::Choose(MenuAction::Ask(request))
}

fn at(clock: &str) -> Stamp {
    format!("2026-01-05T{clock}:00+01:00").parse().unwrap()
}

pub(crate) fn day() -> Timeline {
    let one = |id, clock, outcome: Option<Outcome>, ended: &str, detail: &str| TimelineBreak {
        id,
        due: at(clock),
        at: at(clock),
        reminder: "movement".into(),
        elsewhere: false,
        outcome,
        ended: ended.into(),
        detail: detail.into(),
    };
    let span = |kind, from, to| Span { kind, from: at(from), to: at(to) };
    Timeline {
        from: at("09:00"),
        to: at("12:10"),
        spans: vec![
            span(SpanKind::Active, "09:00", "10:00"),
            span(SpanKind::Call, "10:00", "11:00"),
            span(SpanKind::Active, "11:00", "12:10"),
        ],
        breaks: vec![
            one(3, "09:50", Some(Outcome::Taken), "taken", "3 min away"),
            one(4, "10:40", Some(Outcome::Excused), "in a call", ""),
            one(5, "11:50", Some(Outcome::Missed), "missed", ""),
        ],
    }
}

fn story(id: u64, may_claim: bool) -> Story {
    let step = StoryStep { at: "11:50".into(), text: "It fell due: 50 min at the desk.".into() };
    Story { id, title: "Movement, 11:50: missed".into(), steps: vec![step], may_claim }
}

#[test]
fn each_state_is_said_and_the_ring_is_named() {
    let mut front = Front::on(MainPage::Today);
    for state in TrayState::ALL {
        now(&mut front, overview(state, Vec::new()));
        let said = text::state(state);
        let ring = front.harness.get_by_role_and_label(Role::ProgressIndicator, &said);
        assert_eq!(ring.accesskit_node().data().numeric_value(), Some(5.0));
    }
    front.harness.get_by_role_and_label(Role::Heading, "Next: movement at 10:40");
    front.harness.get_by_label("1 of 2 taken today");
}

#[test]
fn the_menu_is_what_can_be_done_and_the_windows_own_lines_are_not_in_it() {
    let mut front = Front::on(MainPage::Today);
    now(&mut front, counting());
    front.click("Start break now");
    assert_eq!(orders(&front), [chosen(Request::Start)]);
    assert!(front.harness.query_by_label("Open Unhunch").is_none() && front.harness.query_by_label("Skip").is_none());
    let running = vec![
        ask("Break done", Request::Done),
        MenuItem::Item("Show the guide".into(), MenuAction::Guide),
        ask("Resume", Request::Resume),
    ];
    now(&mut front, overview(TrayState::Break, running));
    for (label, order) in [
        ("Break done", chosen(Request::Done)),
        ("Show the guide", TodayOrder::Choose(MenuAction::Guide)),
        ("Resume", chosen(Request::Resume)),
    ] {
        front.click(label);
        assert_eq!(orders(&front), [order]);
    }
}

#[test]
fn what_ends_something_comes_first() {
    let mut front = Front::on(MainPage::Today);
    let items = vec![ask("Start break now", Request::Start), ask("Resume", Request::Resume), meeting()];
    now(&mut front, overview(TrayState::Paused, items));
    let place = |label: &str| front.harness.get_by_label(label).rect();
    assert!(place("Resume").left() < place("Start break now").left());
}

#[test]
fn the_timeline_has_its_table_and_is_walked_by_arrows() {
    let mut front = Front::on(MainPage::Today);
    front.tell(TodayUpdate::Day(Some(Box::new(day()))));
    for row in ["09:50, movement, taken, 3 min away", "10:40, movement, in a call", "11:50, movement, missed"] {
        front.harness.get_by_role_and_label(Role::Button, row);
    }
    front.harness.get_by_label("call 1 h");
    front.harness.get_by_label("11:50, movement, missed").focus();
    front.harness.run();
    front.press(Modifiers::NONE, Key::ArrowLeft);
    front.press(Modifiers::NONE, Key::Enter);
    assert_eq!(orders(&front), [TodayOrder::Story(4)]);
    front.press(Modifiers::NONE, Key::Home);
    front.press(Modifiers::NONE, Key::Space);
    assert_eq!(orders(&front), [TodayOrder::Story(3)]);
    front.press(Modifiers::NONE, Key::Tab);
    front.press(Modifiers::SHIFT, Key::Tab);
    front.press(Modifiers::NONE, Key::ArrowRight);
    front.press(Modifiers::NONE, Key::Enter);
    assert_eq!(orders(&front), [TodayOrder::Story(4)], "the keyboard comes back to the break that is open");
}

#[test]
fn a_break_of_another_machine_has_its_mark_and_its_story_is_told_there() {
    let mut front = Front::on(MainPage::Today);
    let mut both = day();
    both.breaks[2].elsewhere = true;
    both.breaks[2].detail = "Laptop".into();
    front.tell(TodayUpdate::Day(Some(Box::new(both))));
    front.click("11:50, movement, missed, Laptop");
    assert_eq!(orders(&front), []);
    front.click("10:40, movement, in a call");
    assert_eq!(orders(&front), [TodayOrder::Story(4)]);
}

#[test]
fn a_break_tells_its_story_and_takes_the_persons_word() {
    let mut front = Front::on(MainPage::Today);
    front.tell(TodayUpdate::Day(Some(Box::new(day()))));
    front.click("11:50, movement, missed");
    assert_eq!(orders(&front), [TodayOrder::Story(5)]);
    front.tell(TodayUpdate::Story(Box::new(story(5, true))));
    front.harness.get_by_label("Movement, 11:50: missed");
    front.harness.get_by_label("It fell due: 50 min at the desk.");
    front.click(&text::claim());
    assert_eq!(orders(&front), [TodayOrder::Correct { id: 5, outcome: Outcome::Taken }]);
    front.tell(TodayUpdate::Day(Some(Box::new(day()))));
    assert_eq!(orders(&front), [TodayOrder::Story(5)], "what changed is told anew");
    front.tell(TodayUpdate::Story(Box::new(story(5, false))));
    assert!(front.harness.query_by_label(&text::claim()).is_none());
    front.click(&text::close_story());
    assert!(front.harness.query_by_label("Movement, 11:50: missed").is_none());
}

#[test]
fn another_page_can_lead_to_a_story() {
    let mut front = Front::open(MainPage::Today, Some("5"), Look::default(), [960.0, 680.0]);
    assert_eq!(orders(&front), [TodayOrder::Story(5)]);
    front.tell(TodayUpdate::Story(Box::new(story(5, true))));
    front.harness.get_by_label("Movement, 11:50: missed");
}

#[test]
fn how_it_feels_is_noted_and_sore_comes_with_the_notice() {
    let mut front = Front::on(MainPage::Today);
    now(&mut front, counting());
    front.click(&text::feeling(Feeling::Sore));
    assert_eq!(orders(&front), [TodayOrder::Feel(Feeling::Sore)]);
    let notice = Some(("Notice".to_owned(), "What it says.".to_owned()));
    front.tell(TodayUpdate::Noted(Box::new(Noted { text: text::noted(Feeling::Sore), notice })));
    front.harness.get_by_label(&text::noted(Feeling::Sore));
    front.harness.get_by_label("What it says.");
    front.click(&text::when_to_see_someone());
    assert_eq!(front.tab(), MainPage::Learn.name());
}

#[test]
fn what_needs_attention_has_a_button_that_mends_it() {
    let mut front = Front::on(MainPage::Today);
    let line = |line: &str, remedy| AttentionLine { line: line.into(), remedy };
    let attention = vec![
        line("A file was set aside", Some(Remedy::Seen)),
        line("Settings: line 4 does not count", Some(Remedy::Turn(MainPage::Settings, None))),
        line("Nothing can be recorded", None),
    ];
    now(&mut front, Overview { attention, ..counting() });
    front.harness.get_by_label("Nothing can be recorded");
    front.click(&text::seen());
    assert_eq!(orders(&front), [TodayOrder::Choose(MenuAction::Seen)]);
    front.click(&text::look());
    assert_eq!(front.page(), MainPage::Settings.name());
}

#[test]
fn the_next_meeting_is_told() {
    let mut front = Front::on(MainPage::Today);
    now(&mut front, Overview { meeting: Some("It begins at 14:00.".into()), ..counting() });
    front.harness.get_by_label("It begins at 14:00.");
}

#[test]
fn where_no_app_runs_it_can_be_started() {
    let mut front = Front::on(MainPage::Today);
    front.tell(TodayUpdate::NotRunning);
    front.click(&text::start_app());
    assert_eq!(orders(&front), [TodayOrder::StartApp]);
    front.harness.get_by_label(&text::starting());
    assert!(front.harness.query_by_label(&text::start_app()).is_none(), "once is enough");
    now(&mut front, counting());
    assert!(front.harness.query_by_label(&text::starting()).is_none());
    front.tell(TodayUpdate::NotRunning);
    front.harness.get_by_label(&text::start_app());
}

#[test]
fn it_fits_a_narrow_window_with_large_text_in_both_lights() {
    for dark in [false, true] {
        let look = Look { large_text: true, dark, ..Look::default() };
        // As high as the page is long: what has to be scrolled to is not looked for here.
        let mut front = Front::open(MainPage::Today, None, look, [480.0, 1600.0]);
        now(&mut front, counting());
        front.tell(TodayUpdate::Day(Some(Box::new(day()))));
        front.click("Pause");
        for label in ["Start break now", "Pause", "Until tomorrow", "11:50, movement, missed"] {
            let place = front.harness.get_by_label(label).rect();
            assert!(place.left() >= 0.0 && place.right() <= 480.0, "{label}: {place:?}");
        }
    }
}
