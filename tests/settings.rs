//! Reading settings: the reference proves itself, wrong lines are named, and the rest counts.

use std::time::Duration;
use unhunch::settings::{self, DEFAULT, KEYS};
use unhunch::text::settings::{allowed, group, help, label, problem};

fn secs(seconds: u64) -> Duration {
    Duration::from_secs(seconds)
}

/// Line and text of each problem.
fn problems(text: &str) -> Vec<(usize, String)> {
    settings::parse(text).1.into_iter().map(|p| (p.line, problem(&p))).collect()
}

/// Each key of a reference text with its comment, joined to one line, and its value as written.
fn documented(text: &str) -> Vec<(String, String, String)> {
    let (mut comment, mut out) = (String::new(), Vec::new());
    for line in text.lines() {
        if let Some(said) = line.strip_prefix('#') {
            comment.push_str(said);
        } else if let Some((key, value)) = line.split_once(" = ") {
            out.push((key.to_owned(), std::mem::take(&mut comment).trim().to_owned(), value.to_owned()));
        } else {
            assert_eq!(line, "", "neither a comment nor a key");
            comment.clear();
        }
    }
    out
}

/// The key of the table behind a key of the reference.
fn family(key: &str) -> String {
    key.replace("break.movement.", "break.NAME.").replace("nudge.posture.", "nudge.NAME.")
}

#[test]
fn the_reference_names_every_key_once_with_unit_range_default_and_reason() {
    let documented = documented(DEFAULT);
    let names: Vec<String> = documented.iter().map(|(key, ..)| family(key)).collect();
    assert_eq!(names, KEYS.iter().map(|key| key.name.to_owned()).collect::<Vec<_>>());
    for ((key, comment, value), known) in documented.iter().zip(KEYS) {
        let said = format!("Allowed: {}. Default: {value}.", allowed(known.kind));
        let why = comment.strip_suffix(&said).unwrap_or_else(|| panic!("{key}: {comment:?} lacks {said:?}"));
        assert!(why.len() > 20, "{key} has no reason");
    }
    assert_eq!(problems(DEFAULT), []);
    assert_eq!(settings::parse(DEFAULT).0, settings::defaults());
}

#[test]
fn every_key_has_a_label_and_a_help_and_stands_under_its_group() {
    let headings: Vec<&str> = DEFAULT.lines().filter_map(|line| line.strip_prefix("# ---- ")).collect();
    let mut groups: Vec<String> = KEYS.iter().map(|key| group(key.group)).collect();
    groups.dedup();
    assert_eq!(groups, headings);
    for key in KEYS {
        let (label, help) = (label(key), help(key));
        assert!(!label.starts_with("keys-") && !label.ends_with('.') && label.len() < 40, "{}: {label}", key.name);
        assert!(help.ends_with('.') && help.len() < 150, "{}: {help}", key.name);
        assert!(!help.contains(key.name) || !key.name.contains('.'), "{}: nobody on the desktop meets it", key.name);
    }
}

#[test]
fn the_defaults_are_those_of_the_behaviour() {
    let s = settings::defaults();
    let r = &s.rules;
    assert_eq!(
        r.breaks.iter().map(|b| (b.name.as_str(), b.every, b.lasts)).collect::<Vec<_>>(),
        [("movement", secs(3600), secs(180))]
    );
    assert_eq!(r.nudges.iter().map(|n| (n.name.as_str(), n.every)).collect::<Vec<_>>(), [("posture", secs(1800))]);
    assert_eq!((r.nudge_most, r.nudge_clear, r.snooze_most, r.snooze_length), (8, secs(300), 2, secs(300)));
    assert_eq!((r.lull_length, r.lull_wait, r.answer_within, r.ask_again), (secs(5), secs(120), secs(900), secs(300)));
    assert_eq!((r.leave_after, r.away_after, r.minimum, r.settle), (secs(60), secs(300), secs(60), secs(60)));
    assert_eq!((r.heads_up, r.breath_before, r.breath_most, r.check_in_most), (secs(0), secs(180), 4, 2));
    assert_eq!((r.bedtime, r.reflect_at, r.wind_down_before), (None, None, secs(3600)));
    assert_eq!(r.day_starts, chrono::NaiveTime::from_hms_opt(4, 0, 0).unwrap());
    assert!(r.hours.ranges.is_empty() && r.weigh.call && r.weigh.meeting && r.weigh.presenting && r.weigh.dnd);
    assert_eq!((s.goal, s.clock_speed), (60, 1));
    assert!(s.tray && s.notifications && s.senses.iter().eq(&unhunch::engine::event::Sense::ALL));
}

#[test]
fn presets_fill_what_the_person_leaves_open() {
    let movement = |text: &str| {
        let (s, wrong) = settings::parse(text);
        assert_eq!(wrong, []);
        (s.rules.breaks[0].every.as_secs(), s.rules.breaks[0].lasts.as_secs())
    };
    for (preset, wanted) in [
        ("", (3600, 180)),
        ("standard", (3600, 300)),
        ("gentle", (3600, 180)),
        ("active", (1800, 300)),
        ("micro", (1200, 20)),
    ] {
        assert_eq!(movement(&format!("preset = {preset:?}")), wanted, "{preset}");
    }
    assert_eq!(movement("preset = 'active'\nbreak.movement.lasts = '2min'"), (1800, 120));
    assert_eq!(problems("preset = 'wild'").len(), 1);
}

#[test]
fn any_number_of_breaks_and_nudges_in_either_form() {
    let (s, wrong) = settings::parse(
        "break.movement.every = '0min'\nnudge.posture.every = '0min'\nnudge.blink.every = '10min'\n\
         [break.eyes]\nevery = '20min'\nlasts = '20s'\n[break.walk]\nevery = '2h'\nlasts = '10min'\n",
    );
    assert_eq!(wrong, []);
    assert_eq!(s.rules.breaks.iter().map(|b| b.name.as_str()).collect::<Vec<_>>(), ["eyes", "walk"]);
    assert_eq!(s.rules.nudges.iter().map(|n| n.name.as_str()).collect::<Vec<_>>(), ["blink"]);
}

#[test]
fn each_wrong_line_is_named_and_the_rest_counts() {
    let text = "lul.wait = '0s'\nsettle = 5\nheads_up = '2h'\nsnooze.most = 11\n# fine:\nsnooze.length = '4min'\n\
                hours = 'Mon 25:00-26:00'\ncolour = 'red'\nexercise.avoid = ['neck', 'nek']\ngoal = true\ntray = 'yes'\n\
                [lull]\nwait = '1min'\n[break.Eyes]\nevery = '20min'\n[break.eyes]\nevery = '5 parsecs'\nevry = 1\n\
                settle = '2min'\n[[holds]]\n[sense]\n";
    let lines: Vec<usize> = problems(text).iter().map(|p| p.0).collect();
    assert_eq!(lines, [1, 2, 3, 4, 7, 8, 9, 10, 11, 15, 17, 18, 19, 20]);
    let said = |line: usize| problems(text).into_iter().find(|p| p.0 == line).unwrap().1;
    assert_eq!(said(1), "There is no setting lul.wait. Did you mean lull.wait?");
    assert_eq!(said(2), "settle = 5 does not fit. Use a length of time (s, min, h) from 0s to 30min.");
    assert_eq!(said(4), "snooze.most = 11 does not fit. Use a whole number from 0 to 10.");
    assert!(said(7).starts_with("hours = 'Mon 25:00-26:00' does not fit (at \"25:00-26:00\"). Use weekdays"));
    assert_eq!(said(8), "There is no setting colour. `unhunch config show` lists all there are.");
    assert!(said(9).contains("(at \"nek\")"));
    assert_eq!(said(15), "In break.Eyes.every the name \"Eyes\" does not fit. Use a-z, 0-9 and -, at most 60 of them.");
    assert_eq!(said(18), "There is no setting break.eyes.evry. Did you mean break.eyes.every?");
    assert_eq!(said(19), "There is no setting break.eyes.settle. Move settle above the first line in [brackets].");
    assert!(
        said(20).starts_with("holds is a group of settings and takes no value itself. Use holds.call, holds.meeting")
    );
    let s = settings::parse(text).0;
    assert_eq!((s.rules.snooze_length, s.rules.lull_wait), (secs(240), secs(60)));
    assert_eq!((s.rules.settle, s.rules.snooze_most, s.goal), (secs(60), 2, 60));
}

#[test]
fn a_text_that_is_no_toml_is_one_problem_and_the_defaults() {
    for (text, line) in
        [("goal = 70\nlull.wait = 2min\n", 2), ("goal = 70\ngoal = 80\n", 2), ("[break\n", 1), ("\0", 1)]
    {
        let (s, wrong) = settings::parse(text);
        assert_eq!(s, settings::defaults());
        assert_eq!(wrong.iter().map(|p| p.line).collect::<Vec<_>>(), [line], "{text:?} {wrong:?}");
        assert!(problem(&wrong[0]).starts_with("This text is not TOML ("));
        assert!(wrong[0].whole());
        assert_eq!(settings::set(text, "goal", "80").unwrap_err(), wrong[0]);
    }
    assert!(!settings::parse("anything = 1").1[0].whole());
}

#[test]
fn what_does_not_go_together_is_put_right_and_said() {
    let one = |text: &str, line: usize, part: &str| {
        let (s, wrong) = settings::parse(text);
        assert_eq!(wrong.iter().map(|p| p.line).collect::<Vec<_>>(), [line], "{text}: {wrong:?}");
        assert!(problem(&wrong[0]).contains(part), "{}", problem(&wrong[0]));
        s.rules
    };
    let lasts = |r: &unhunch::engine::rules::Rules, name: &str| r.breaks.iter().find(|b| b.name == name).unwrap().lasts;
    assert_eq!(lasts(&one("break.eyes.every = '20min'", 1, "no `lasts`, so 3min is used"), "eyes"), secs(180));
    assert_eq!(lasts(&one("break.eyes.every = '2min'", 1, "so 1min is used"), "eyes"), secs(60));
    assert_eq!(one("\nbreak.eyes.lasts = '20s'", 2, "no `every` and is left out").breaks.len(), 1);
    let too_long = "break.movement.every = '10min'\nbreak.movement.lasts = '10min'";
    assert_eq!(lasts(&one(too_long, 2, "lasts 10min but comes every 10min, so 3min is used"), "movement"), secs(180));
    assert_eq!(lasts(&one("break.movement.every = '2min'", 1, "so 1min is used"), "movement"), secs(60));
    assert_eq!(one("\nnudge.movement.every = '5min'", 2, "a break and a nudge").nudges.len(), 1);
    let stolen = one("break.posture.lasts = '1min'\nbreak.posture.every = '5min'", 2, "the nudge is left out");
    assert!(stolen.nudges.is_empty());
    assert_eq!(
        one("heads_up = '5min'\nbreak.movement = {every = '5min', lasts = '1min'}", 1, "less than 5min").heads_up,
        secs(0)
    );
    assert_eq!(one("leave.after = '3min'\naway.after = '2min'", 1, "at most 2min").leave_after, secs(60));
    assert_eq!(one("minimum = '4min'", 1, "longer than every break").minimum, secs(240));
    assert_eq!(problems("break.eyes.every = '0s'\nbreak.movement.every = '0s'\nminimum = '4min'"), []);
    assert_eq!(problems("break.posture.every = '0s'"), []);
}

#[test]
fn of_very_many_problems_some_are_kept_and_all_are_counted() {
    let many = |line: &dyn Fn(usize) -> String| (0..50_000).map(line).collect::<String>();
    let unknown = many(&|n| format!("lul.wait{n} = 1\n"));
    let unfit = many(&|n| format!("break.a{n}.every = 'x'\n"));
    let without = many(&|n| format!("break.a{n}.lasts = '1min'\n"));
    for text in [unknown, unfit, without] {
        let (_, wrong) = settings::parse(&text);
        assert_eq!((wrong.len(), settings::Problem::count(&wrong), wrong[0].line), (100, 50_000, 1));
        assert!(problem(&wrong[99]).contains("49900 more do not count") && wrong[98].more == 0, "{:?}", wrong[99]);
    }
    let long = format!("{} = 1\nbreak.{}.every = '5min'\n", "x".repeat(100_000), "y".repeat(100_000));
    let told = problems(&format!("{long}bedtime = \"a\u{202e}b\"\ngoal = \"\u{202e}70\"\n"));
    assert_eq!(told.len(), 4);
    assert!(told.iter().all(|(_, text)| text.len() < 400 && !text.contains('\u{202e}')), "{told:?}");
}

#[test]
fn a_calendar_s_address_is_in_no_problem() {
    for address in ["http://example.org/secret", "ftp://example.org/secret", "https://me:secret@example.org/"] {
        let told = problems(&format!("calendar.sources = ['{address}']"));
        let set = settings::set("", "calendar.sources", address).unwrap_err();
        for text in [&told[0].1, &problem(&set)] {
            assert!(text.contains("\"example.org\"") && !text.contains("secret"), "{text}");
        }
    }
    let text = "calendar.sources = ['~/work.ics', 'webcal://example.org/secret']\ncalendar.me = ['Me@example.org']";
    let (settings, wrong) = settings::parse(text);
    assert_eq!((wrong, settings.calendar.sources.len()), (vec![], 2));
    assert_eq!((settings.calendar.me, settings.calendar.all_busy), (vec!["me@example.org".to_owned()], false));
    assert_eq!(settings.calendar.fetch_every, secs(900));
}

#[test]
fn a_name_is_one_line_of_some_letters() {
    let called = |name: &str| settings::set("", "sync.name", name).ok().map(|text| settings::parse(&text).0.called);
    assert_eq!(called(" Anna's desk "), Some(Some("Anna's desk".into())));
    assert_eq!(called(""), Some(None));
    let longest = "ü".repeat(64);
    assert_eq!(called(&longest), Some(Some(longest.clone())));
    for wrong in [format!("{longest}ü"), "two\nlines".into(), "a\u{202e}b".into(), "a\u{7}b".into()] {
        assert_eq!(called(&wrong), None, "{wrong:?}");
    }
    let [(1, said)] = &problems("sync.name = \"a\\u0007b\"")[..] else { panic!("one problem") };
    assert!(said.contains("at most 64 letters"), "{said}");
}
