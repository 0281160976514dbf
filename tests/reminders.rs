//! The reminders beside breaks (BEHAVIOUR 5), where a day alone does not show it: what they leave in the record, in which
//! order lines come, and on which day after how many others.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::fmt::Write;
use std::sync::{Arc, LazyLock};
use unhunch::engine::content::{Content, NudgeKind};
use unhunch::engine::event::Action;
use unhunch::ledger::{CheckIn, Ledger, ShownNudge, Step};
use unhunch::scenario::{Options, simulate};

static CONTENT: LazyLock<Arc<Content>> = LazyLock::new(|| Arc::new(unhunch::library::content("en", &[]).0.content));

/// What a day, or many, led to.
struct Played {
    /// "05 08:30:00 nudge posture", in order.
    said: Vec<String>,
    /// The line of each nudge, reflection and wind-down, in order.
    lines: Vec<String>,
    check_ins: Vec<CheckIn>,
    nudges: Vec<ShownNudge>,
}

impl Played {
    /// When this came.
    fn times(&self, what: &str) -> Vec<&str> {
        self.said.iter().filter_map(|line| line.strip_suffix(what)).map(str::trim_end).collect()
    }
}

fn play(text: &str) -> Played {
    let (mut said, mut lines, mut ledger) = (Vec::new(), Vec::new(), Ledger::in_memory().unwrap());
    let report = simulate(
        text,
        Options {
            settings: String::new(),
            content: CONTENT.clone(),
            first_id: 1,
            tray: false,
            print: &mut |printed| {
                said.push(format!("{} {}", printed.at.format("%d %H:%M:%S"), printed.words));
                lines.extend(printed.json["line"].as_str().map(str::to_owned));
            },
            keep: &mut |_, records, _, _| ledger.commit(&Step { records, journal: &[], memory: None }).unwrap(),
        },
    );
    assert_eq!(report.unwrap_or_else(|wrong| panic!("line {}: {}", wrong.line, wrong.why.sentence())).failures, []);
    let history = ledger.history("2027-01-01T00:00:00Z".parse().unwrap()).unwrap();
    Played { said, lines, check_ins: history.check_ins, nudges: history.nudges }
}

const NEVER: [u32; 0] = [];
const QUIET: &str = "settings nudge.posture.every=0min break.movement.every=0min check_in.most=0\n";

/// Days in a row from the 5th on; on each of these, counted from 0, the person says that it is sore.
fn sore_on(days: &[u32], last: u32) -> String {
    let mut text = format!("{QUIET}08:00:00 active\n");
    for day in 0..=last {
        if days.contains(&day) {
            text += "09:00:00 check-in sore\n";
        }
        if day < last {
            text += "+1d 08:00:00 active\n";
        }
    }
    text
}

fn advised(text: &str) -> Vec<u32> {
    let played = play(text);
    played.times("announce see someone").iter().map(|at| at[..2].parse::<u32>().unwrap() - 5).collect()
}

#[test]
fn twelve_sore_days_of_twenty_one_and_not_one_fewer() {
    let eleven: Vec<u32> = (0..11).collect();
    assert_eq!(advised(&sore_on(&eleven, 11)), NEVER);
    let with = |day| [&eleven[..], &[day]].concat();
    assert_eq!(advised(&sore_on(&with(11), 11)), [11]);
    assert_eq!(advised(&sore_on(&with(20), 20)), [20], "the first of them is 20 days ago: 21 days in all");
    assert_eq!(advised(&sore_on(&with(21), 21)), NEVER, "the first of them is 21 days ago");
}

#[test]
fn a_day_counts_once_and_only_for_what_it_was() {
    let twice = sore_on(&(0..6).collect::<Vec<_>>(), 6).replace("check-in sore", "check-in sore\n+1h check-in sore");
    assert_eq!(advised(&twice), NEVER);
    let days = sore_on(&(0..12).collect::<Vec<_>>(), 11);
    assert_eq!(advised(&days), [11]);
    for gentler in ["loose", "tight"] {
        let right = days.replacen("check-in sore", &format!("check-in sore\n+9m check-in {gentler}"), 1);
        assert_eq!(advised(&right), NEVER, "set right within ten minutes");
        let later = days.replacen("check-in sore", &format!("check-in sore\n+10m check-in {gentler}"), 1);
        assert_eq!(advised(&later), [11], "it was sore for a while");
    }
}

#[test]
fn an_appointment_is_suggested_once_a_week_at_most() {
    assert_eq!(advised(&sore_on(&(0..26).collect::<Vec<_>>(), 26)), [11, 18, 25]);
}

#[test]
fn a_restart_forgets_neither_the_sore_days_nor_the_suggestion() {
    let days = sore_on(&(0..26).collect::<Vec<_>>(), 26);
    let killed = days.replace("check-in sore\n", "check-in sore\n+1s kill\n+5s run\n");
    assert_eq!(advised(&killed), [11, 18, 25]);
}

#[test]
fn a_clock_that_was_years_ahead_stops_no_suggestion() {
    let ahead = format!("{QUIET}08:00:00 active\nclock +87600h\n+1m check-in sore\n+1m clock -87600h\n");
    let days = sore_on(&(0..12).collect::<Vec<_>>(), 11);
    let (_, days) = days.split_once("08:00:00 active\n").unwrap();
    assert_eq!(advised(&format!("{ahead}08:10:00 active\n{days}")), [11]);
}

#[test]
fn it_waits_until_nothing_holds_and_nothing_asks() {
    let days = sore_on(&(0..12).collect::<Vec<_>>(), 11);
    let (before, last) = days.rsplit_once("09:00:00 check-in sore\n").unwrap();
    let in_call =
        format!("{before}08:30:00 call on mic\n09:00:00 check-in sore{last}\n09:20:00 call off mic\n10:00:00 tick\n");
    assert_eq!(play(&in_call).times("announce see someone"), ["16 09:21:00"], "a minute after the call");
    let killed = in_call.replace("09:20:00", "09:10:00 kill\n09:10:05 run\n09:10:06 active\n09:20:00");
    assert_eq!(play(&killed).times("announce see someone"), ["16 09:21:00"]);
    let taken_back = in_call.replace("09:20:00", "09:05:00 check-in loose\n09:20:00");
    assert_eq!(play(&taken_back).times("announce see someone"), Vec::<&str>::new());
}

#[test]
fn answers_are_kept_by_day_and_one_set_right_has_one_row() {
    let played = play(&format!(
        "{QUIET}08:00:00 active\n09:00:00 check-in sore\n09:04:00 check-in tight\n09:09:00 check-in loose
         15:00:00 check-in tight\n+1d 03:59:00 active\n03:59:30 check-in sore\n04:00:30 check-in loose"
    ));
    let kept = played.check_ins.iter().map(|c| (c.day.to_string(), c.at.format("%H:%M").to_string(), c.answer));
    let day = |day: &str, at: &str, answer| (format!("2026-01-0{day}"), at.to_owned(), answer);
    assert_eq!(
        kept.collect::<Vec<_>>(),
        [
            day("5", "09:00", Action::Loose),
            day("5", "15:00", Action::Tight),
            day("5", "03:59", Action::Sore),
            day("6", "04:00", Action::Loose)
        ]
    );
}

#[test]
fn a_nudge_and_what_was_said_to_it_are_one_row() {
    let played = play(
        "settings lull.wait=0s break.movement.every=4h nudge.posture.every=10min
         08:00:00 active\n08:10:05 click shifted\n08:20:05 click fine\n08:20:06 click shifted\n08:30:05 close\n08:45:00 tick",
    );
    let answers = played.nudges.iter().map(|nudge| (nudge.at.format("%H:%M:%S").to_string(), nudge.answer));
    let at = |time: &str, answer| (time.to_owned(), answer);
    assert_eq!(
        answers.collect::<Vec<_>>(),
        [
            at("08:10:00", Some(Action::Shifted)),
            at("08:20:00", Some(Action::Fine)),
            at("08:30:00", None),
            at("08:40:00", None)
        ]
    );
}

/// The lines of so many nudges, played through days of eight.
fn nudge_lines(days: usize, settings: &str) -> Vec<String> {
    let mut text =
        format!("settings break.movement.every=0min nudge.posture.every=10min {settings}\n08:00:00 active\n");
    for _ in 1..days {
        text += "10:00:00 idle\n+1d 08:00:00 active\n";
    }
    text += "10:00:00 tick\n";
    play(&text).lines
}

#[test]
fn nudges_take_turns_and_neighbours_differ() {
    let lines = nudge_lines(9, "");
    assert_eq!(lines.len(), 9 * 8);
    let kinds: Vec<NudgeKind> =
        lines.iter().map(|id| CONTENT.nudges.iter().find(|nudge| nudge.id == *id).unwrap().kind).collect();
    assert!(kinds.windows(2).all(|pair| pair[0] != pair[1]), "two of one sort in a row: {lines:?}");
    let all: std::collections::BTreeSet<&String> = lines[..CONTENT.nudges.len()].iter().collect();
    assert_eq!(all.len(), CONTENT.nudges.len(), "each comes once before any comes again");
    assert_eq!(lines[CONTENT.nudges.len()..][..8], lines[..8], "and then in the same order");
    assert_eq!(lines, nudge_lines(9, ""));
}

#[test]
fn while_only_easy_things_are_wanted_no_nudge_asks_for_movement() {
    let lines = nudge_lines(3, "exercise.easy_only=true");
    assert_eq!(lines.len(), 3 * 8);
    for id in lines {
        let kind = CONTENT.nudges.iter().find(|nudge| nudge.id == id).unwrap().kind;
        assert!(matches!(kind, NudgeKind::Breath | NudgeKind::Eyes | NudgeKind::Setup), "{id}");
    }
}

/// So many days, each with the same lines.
fn days(settings: &str, first: &str, count: usize, lines: &str) -> Played {
    let mut text = format!("{settings}08:00:00 active\n{first}");
    for day in 0..count {
        text += if day > 0 { "+1d 08:00:00 active\n" } else { "" };
        writeln!(text, "{lines}").unwrap();
    }
    play(&text)
}

#[test]
fn what_is_off_until_chosen_does_not_come() {
    let played = days("", "", 3, "23:59:00 active");
    assert_eq!((played.times("reflect").len(), played.times("wind-down").len()), (0, 0), "{:?}", played.said);
}

#[test]
fn a_reflection_comes_once_a_day_with_another_thought_and_may_be_dismissed() {
    let settings = format!("{QUIET}settings reflect.at=10:00\n");
    let played = days(
        &settings,
        "",
        3,
        "10:00:05 close\n12:00:00 active\n13:00:00 kill\n13:00:05 run\n13:00:10 active\n23:00:00 tick",
    );
    assert_eq!(played.times("reflect"), ["05 10:00:00", "06 10:00:00", "07 10:00:00"]);
    let mut lines = played.lines.clone();
    lines.dedup();
    assert_eq!((lines.len(), played.lines.len()), (3, 3));
}

#[test]
fn a_reflection_waits_for_the_person_for_holds_and_for_what_asks() {
    let settings = format!("{QUIET}settings reflect.at=10:00\n");
    let at = |lines: &str| days(&settings, "", 1, lines).times("reflect").join(" ");
    assert_eq!(
        at("09:30:00 call on mic\n10:30:00 call off mic\n11:00:00 tick"),
        "05 10:31:00",
        "and for the settle time"
    );
    assert_eq!(at("09:30:00 lock\n10:30:00 unlock\n10:31:00 active"), "05 10:31:00");
    assert_eq!(at("10:20:00 tick\n+1d 09:00:00 tick"), "05 10:00:00", "and is not asked for by a tick");
    let asked = "settings break.movement.every=2h break.movement.lasts=1min lull.wait=0s reflect.at=10:00\n\
                 settings nudge.posture.every=0min\n";
    let played =
        days(asked, "", 1, "10:00:10 click start\n10:01:10 expect check-in\n10:05:00 click loose\n10:06:00 tick");
    assert_eq!(played.times("reflect"), ["05 10:05:00"], "{:?}", played.said);
}

#[test]
fn a_reflection_after_midnight_belongs_to_the_night_before() {
    let settings = format!("{QUIET}settings reflect.at=00:30\n");
    let played = days(&settings, "", 2, "23:00:00 active\n+1d 01:00:00 active\n02:00:00 lock\n07:59:00 unlock");
    assert_eq!(played.times("reflect"), ["06 00:30:00", "07 00:30:00", "08 00:30:00"], "{:?}", played.said);
}

#[test]
fn no_reflection_on_the_day_an_appointment_is_suggested() {
    let text = sore_on(&(0..12).collect::<Vec<_>>(), 12).replace("check_in.most=0", "check_in.most=0 reflect.at=12:00");
    let text = text.replace("+1d", "13:00:00 tick\n+1d") + "13:00:00 tick\n";
    let played = play(&text);
    assert_eq!(played.times("announce see someone"), ["16 09:00:00"]);
    let days: Vec<&str> = played.times("reflect").iter().map(|at| &at[..2]).collect();
    assert_eq!(days, ["05", "06", "07", "08", "09", "10", "11", "12", "13", "14", "15", "17"]);
}

#[test]
fn a_wind_down_comes_once_and_only_before_bedtime() {
    let settings = format!("{QUIET}settings bedtime=22:30\n");
    let at = |lines: &str| days(&settings, "", 1, lines).times("wind-down").join(" ");
    assert_eq!(at("21:30:10 close\n21:40:00 kill\n21:40:05 run\n21:40:10 active\n23:59:00 active"), "05 21:30:00");
    assert_eq!(at("20:00:00 lock\n22:00:00 unlock\n22:00:10 active"), "05 22:00:00", "late, but still worth it");
    assert_eq!(at("20:00:00 lock\n22:30:00 unlock\n22:30:10 active"), "", "too late for it");
    let night = days(&settings.replace("22:30", "00:30"), "", 2, "+1d 00:45:00 active\n02:00:00 lock\n07:59:00 unlock");
    assert_eq!(night.times("wind-down"), ["05 23:30:00", "06 23:30:00", "07 23:30:00"], "{:?}", night.said);
    let hours = format!("{settings}settings hours=\"Mon-Sun 08:00-17:00\"\n");
    assert_eq!(
        days(&hours, "", 1, "22:00:00 active").times("wind-down"),
        ["05 21:30:00"],
        "outside working hours, too"
    );
}
