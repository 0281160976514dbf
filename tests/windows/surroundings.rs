//! The parts of the page Settings that tell of the world around the app: senses, calendars, notifications, the desktop.

use crate::front::Front;
use eframe::egui::accesskit::Role;
use eframe::egui::{Key, Modifiers};
use egui_kittest::kittest::{NodeT, Queryable};
use unhunch::engine::event::Sense;
use unhunch::parts::calls::{self, Says};
use unhunch::parts::outputs::{Advice, Buttons, Says as OutputSays};
use unhunch::parts::{Means, PartId, Report};
use unhunch::settings::{self, HookEvent};
use unhunch::text::surroundings as text;
use unhunch::windows::Look;
use unhunch::windows::main::MainPage;
use unhunch::windows::main::talk::{
    AgendaDay, AgendaLine, CalendarsNow, CalendarsOrder, CalendarsUpdate, DesktopEntry, DesktopOrder, DesktopUpdate,
    EntryStanding, HooksOrder, HooksUpdate, MainOrder, MainUpdate, PartTold, PartsOrder, PartsUpdate, SettingsChange,
    SettingsNow, SettingsOrder, SettingsUpdate, SourceId, SourceLine, SourceText,
};

/// The page, open on this part, by these settings.
fn on(part: &str, text: &str) -> Front {
    let mut front = Front::open(MainPage::Settings, Some(part), Look::default(), [960.0, 2400.0]);
    set(&mut front, text);
    front
}

fn set(front: &mut Front, text: &str) {
    let now = SettingsNow::of("settings.toml".into(), text.into(), &settings::parse(text).1);
    front.tell(SettingsUpdate::Now(Box::new(now)));
}

fn told(report: Report) -> PartsUpdate {
    PartsUpdate::Are(vec![PartTold { report, since: Some("09:14".into()) }])
}

fn mic(says: Says) -> PartsUpdate {
    told(Report::works(Sense::Mic, Means::SoundProtocol, says))
}

fn used() -> PartsUpdate {
    mic(Says::InUse { program: Some("parec".into()), wait: None })
}

#[test]
fn the_parts_are_told_of_while_the_page_is_open_and_not_longer() {
    let mut front = on("hours", "");
    assert_eq!(front.ordered(), []);
    for (part, wanted) in [
        ("quiet", vec![MainOrder::Parts(PartsOrder::Watch)]),
        ("calendars", vec![CalendarsOrder::Look.into()]),
        ("app", vec![DesktopOrder::Look.into()]),
        ("notifications", vec![]),
    ] {
        front.tell(MainUpdate::Turn(MainPage::Settings, Some(part.into())));
        assert_eq!(front.ordered(), wanted, "{part}");
    }
    front.turn(MainPage::Learn);
    assert_eq!(front.ordered(), [PartsOrder::Leave.into()]);
    front.turn(MainPage::Settings);
    assert_eq!(front.ordered(), [PartsOrder::Watch.into()]);
}

#[test]
fn a_sense_has_its_state_and_its_switch() {
    let mut front = on("quiet", "");
    front.tell(mic(Says::Free { wait: None }));
    front.harness.get_by_label("Works, since 09:14");
    front.harness.get_by_label("Free.");
    front.tell(told(calls::no_camera()));
    front.harness.get_by_label("Nothing to do: one that is plugged in is noticed.");
    front.ordered();
    front.harness.get_by_role_and_label(Role::Switch, "Sense the microphone").click();
    front.harness.run();
    let all = vec![("sense.mic".to_owned(), Some("false".to_owned()))];
    let change = SettingsChange { all, said: "Sense the microphone: Off".into() };
    assert_eq!(front.ordered(), [SettingsOrder::Change(change).into()]);
    front.tell(PartsUpdate::NotRunning);
    front.harness.get_by_label(&text::nothing_sensed());
    front.click(&text::look_again());
    assert_eq!(front.ordered(), [PartsOrder::Watch.into()]);
}

#[test]
fn a_try_hears_what_the_sense_notices_and_says_what_follows_from_it() {
    for (settings, follows) in
        [("", "no break is announced"), ("holds.call = \"ignore\"\n", "breaks come all the same")]
    {
        let mut front = on("quiet", settings);
        front.tell(mic(Says::Free { wait: None }));
        front.click("Try it: Sense the microphone");
        front.harness.get_by_label_contains("Use your microphone now");
        front.tell(used());
        front.harness.get_by_label_contains("in use by parec. ");
        front.harness.get_by_label_contains(follows);
    }
}

#[test]
fn a_try_ends_by_itself_or_is_stopped() {
    let mut front = on("quiet", "");
    front.tell(mic(Says::Free { wait: None }));
    front.click("Try it: Sense the microphone");
    front.harness.input_mut().time = Some(3600.0);
    front.harness.run();
    front.harness.get_by_label(&text::not_heard(Sense::Mic));
    front.click("Try it: Sense the microphone");
    front.click("Stop trying: Sense the microphone");
    assert!(front.harness.query_by_label_contains("Use your microphone now").is_none());
    front.tell(used());
    assert!(front.harness.query_by_label_contains("Noticed").is_none(), "nothing is tried any more");
}

#[test]
fn a_calendar_is_added_tested_and_taken_out() {
    let mut front = on("calendars", "");
    front.tell(CalendarsUpdate::Now(Box::default()));
    front.ordered();
    front.harness.get_by_label(&text::add_what()).focus();
    front.harness.run();
    front.harness.get_by_label(&text::add_what()).type_text("~/work.ics");
    front.harness.run();
    front.press(Modifiers::NONE, Key::Enter);
    assert_eq!(front.ordered(), [CalendarsOrder::Add(SourceText("~/work.ics".into())).into()]);
    front.tell(CalendarsUpdate::NotAdded("work.ics is not there, so it was not added.".into()));
    front.harness.get_by_label("work.ics is not there, so it was not added.");
    front.tell(CalendarsUpdate::Added);
    let id = SourceId(7);
    let line = |what: &str, remark: &str| AgendaLine { what: what.into(), remark: remark.into() };
    let day = AgendaDay {
        name: text::today(),
        meetings: vec![line("09:00 - 10:00  Planning", "")],
        others: vec![line("11:00 - 12:00  Write", "it has no length")],
    };
    let source = SourceLine { id, name: "~/work.ics".into(), told: vec![text::events(2)] };
    let found = vec![SourceText("/home/me/.calendars".into())];
    front.tell(CalendarsUpdate::Now(Box::new(CalendarsNow { sources: vec![source], found, days: vec![day] })));
    front.harness.get_by_label("09:00 - 10:00  Planning");
    front.harness.get_by_label("11:00 - 12:00  Write: it has no length");
    front.click("Read it now: ~/work.ics");
    front.harness.get_by_label(&text::testing());
    front.tell(CalendarsUpdate::Tested { id, told: text::test_read(1) });
    front.harness.get_by_label(&text::test_read(1));
    front.click("Remove: ~/work.ics");
    front.click(&text::add_found("/home/me/.calendars"));
    let wanted: [MainOrder; 3] = [
        CalendarsOrder::Test(id).into(),
        CalendarsOrder::Remove(id).into(),
        CalendarsOrder::Add(SourceText("/home/me/.calendars".into())).into(),
    ];
    assert_eq!(front.ordered(), wanted);
}

#[test]
fn what_counts_is_looked_at_again_when_its_settings_change() {
    let mut front = on("calendars", "");
    front.ordered();
    set(&mut front, "goal = 70\n");
    assert_eq!(front.ordered(), []);
    set(&mut front, "calendar.count = \"busy\"\n");
    assert_eq!(front.ordered(), [CalendarsOrder::Look.into()]);
}

#[test]
fn a_notification_is_shown_and_it_is_said_where_its_buttons_are() {
    let mut front = on("notifications", "");
    let says = OutputSays::Buttons(Buttons::BehindMiddleClick);
    front.tell(told(Report::works(PartId::Notifications, "dunst 1.9", says)));
    front.tell(told(Report::not_here(PartId::Tray, OutputSays::NoHost, Advice::NoHost)));
    front.harness.get_by_label_contains("press the middle button");
    front.harness.get_by_label_contains("Add a tray");
    front.ordered();
    front.click(&text::notice());
    assert_eq!(front.ordered(), [PartsOrder::ShowNotice.into()]);
    front.tell(PartsUpdate::NoticeShown);
    front.harness.get_by_label(&text::notice_sent());
}

#[test]
fn the_start_with_the_desktop_is_a_switch() {
    let mut front = on("app", "");
    let autostart = EntryStanding { on: Some(false), ours: true, told: text::autostart_off() };
    let application = EntryStanding { on: Some(true), ours: false, told: "By a package.".into() };
    front.tell(DesktopUpdate::Stand { autostart, application });
    front.ordered();
    let press = |front: &mut Front, name: &str| {
        front.harness.get_by_role_and_label(Role::Switch, name).click();
        front.harness.run();
    };
    press(&mut front, &text::autostart());
    assert_eq!(front.ordered(), [DesktopOrder::Set(DesktopEntry::Autostart, true).into()]);
    press(&mut front, &text::application_entry());
    assert_eq!(front.ordered(), [], "what somebody else has made is left alone");
}

#[test]
fn large_text_counts_at_once_in_the_open_window() {
    let mut front = Front::on(MainPage::Settings);
    let size = |front: &Front| {
        front.harness.ctx.style_of(eframe::egui::Theme::Light).text_styles[&eframe::egui::TextStyle::Body].size
    };
    let before = size(&front);
    front.tell(MainUpdate::Look(Look { large_text: true, ..Look::default() }));
    assert!(size(&front) > before);
}

#[test]
fn a_program_is_named_tried_and_taken_out() {
    let mut front = on("programs", "hook.free = ['/bin/echo', 'a b']");
    front.click("Try it now: When it is quiet no longer");
    assert_eq!(front.ordered(), [HooksOrder::Try(HookEvent::Free).into()]);
    front.harness.get_by_label("It is being run.");
    front.harness.get_by_label("It is given: a b");
    front.tell(HooksUpdate::Tried(HookEvent::Free, "It did its work.".into(), vec!["printed".into()]));
    front.harness.get_by_label("It did its work.");
    front.harness.get_by_label("printed");
    front.click("Remove: When it is quiet no longer");
    assert_eq!(front.ordered(), [HooksOrder::Name(HookEvent::Free, Vec::new()).into()]);
    set(&mut front, "");
    for (field, words) in [("Its whole path", "/bin/echo"), ("Words for it, if any", "one  two")] {
        let field = format!("{field}: When it is quiet no longer");
        front.harness.get_by_label(&field).focus();
        front.harness.run();
        front.harness.get_by_label(&field).type_text(words);
        front.harness.run();
    }
    #[cfg(target_os = "linux")]
    {
        front.click("Choose a file: When it is quiet no longer");
        assert_eq!(front.ordered(), [HooksOrder::Choose(HookEvent::Free).into()]);
        front.tell(HooksUpdate::Chosen(HookEvent::Free, "/bin/echo".into()));
    }
    front.click("Use this program: When it is quiet no longer");
    let words = ["/bin/echo", "one", "two"].map(str::to_owned).into();
    assert_eq!(front.ordered(), [HooksOrder::Name(HookEvent::Free, words).into()]);
    front.tell(HooksUpdate::NotNamed(HookEvent::Free, "There is no such file.".into()));
    front.harness.get_by_label("There is no such file.");
    front.tell(HooksUpdate::Named(HookEvent::Free));
    assert!(front.harness.query_by_label("There is no such file.").is_none());
}

/// Whoever does not see beside what a button stands knows by its name which program it is about.
#[test]
fn no_two_controls_of_the_programs_have_one_name() {
    let front = on("programs", "hook.free = ['/bin/echo']\nhook.quiet = ['/bin/echo']");
    let roles = [Role::Button, Role::TextInput];
    let controls = roles.into_iter().flat_map(|role| front.harness.query_all_by_role(role));
    let mut names: Vec<String> = controls.filter_map(|node| node.accesskit_node().label()).collect();
    let all = names.len();
    names.sort();
    names.dedup();
    assert!(names.len() == all && all > 12, "{names:?}");
}
