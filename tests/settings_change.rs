//! Changing settings: comments and order stay, each form of a file has a place for each key, what is set is got again,
//! and no text whatever makes the reader fall.

use proptest::prelude::*;
use std::time::Duration;
use unhunch::settings::{self, DEFAULT, KEYS, Kind, Origin};
use unhunch::text::settings::{problem, shown as told, template_head};

fn secs(seconds: u64) -> Duration {
    Duration::from_secs(seconds)
}

#[test]
fn a_change_keeps_comments_and_order() {
    let text = "# mine\ngoal = 70 # high\n\n[lull] # calm\n# wait\nwait = \"2min\"\n\n[break.eyes]\nevery = '20min'\nlasts = '20s'\n# end\n";
    let set = |key, value| settings::set(text, key, value).unwrap();
    assert_eq!(set("goal", "75"), text.replace("70", "75"));
    assert_eq!(set("lull.wait", "0s"), text.replace("\"2min\"", "\"0s\""));
    assert_eq!(set("lull.length", "9s"), text.replace("wait = \"2min\"\n", "wait = \"2min\"\nlength = \"9s\"\n"));
    assert_eq!(set("snooze.most", "1"), text.replace("high\n", "high\nsnooze.most = 1\n"));
    assert_eq!(settings::unset(text, "lull.wait").unwrap(), text.replace("wait = \"2min\"\n", ""));
    assert_eq!(settings::unset(text, "tray").unwrap(), text);
    for (key, value) in
        [("break.eyes.every", "25min"), ("break.walk.every", "2h"), ("nudge.blink.every", "9min"), ("preset", "micro")]
    {
        let changed = set(key, value);
        assert_eq!(settings::get(&changed, key).unwrap(), value);
        for comment in ["# mine", "# high", "# calm", "# wait", "# end"] {
            assert!(changed.contains(comment), "{changed}");
        }
    }
}

#[test]
fn a_change_finds_its_place_in_every_form_of_a_file() {
    for text in [
        "",
        "# only this",
        "break.eyes = { every = '20min', lasts = '20s' } # inline\n",
        "[break]\nmovement.every = '50min'\n",
        "[break.movement]\n",
        "[lull]\r\nwait = '1s'\r\n",
        "\u{feff}goal = 70\n",
        "language = '''a\n# goal = 60\n'''\n",
        "[sense]\nidle = true\n# lull.wait = '2min'\n",
    ] {
        for (key, value) in
            [("break.eyes.every", "25min"), ("break.movement.every", "55min"), ("lull.wait", "3s"), ("goal", "61")]
        {
            let changed = settings::set(text, key, value).unwrap_or_else(|p| panic!("{text:?} {key}: {p:?}"));
            assert_eq!(settings::get(&changed, key).unwrap(), value, "{changed}");
            assert_eq!(changed.matches('#').count(), text.matches('#').count(), "{changed}");
            let back = settings::unset(&changed, key).unwrap();
            assert_eq!(settings::get(&back, key), settings::get(&settings::unset(text, key).unwrap(), key), "{back}");
        }
    }
    assert_eq!(settings::set("a = 1\r\n", "goal", "61").unwrap(), "a = 1\r\ngoal = 61\r\n");
    assert!(problem(&settings::set("lull = 5", "lull.wait", "1s").unwrap_err()).contains("by hand"));
}

#[test]
fn a_value_is_written_with_the_type_of_its_key() {
    for (key, value, wanted) in [
        ("exercise.avoid", "neck, wrist", "exercise.avoid = [\"neck\", \"wrist\"]\n"),
        ("exercise.avoid", "", "exercise.avoid = []\n"),
        ("exercise.equipment", "foam roller", "exercise.equipment = [\"foam roller\"]\n"),
        ("snooze.most", "2", "snooze.most = 2\n"),
        ("tray", "false", "tray = false\n"),
        ("tray", "yes", "tray = true\n"),
        ("tray", "Off", "tray = false\n"),
        ("bedtime", "", "bedtime = \"\"\n"),
        ("bedtime", "7:05", "bedtime = \"07:05\"\n"),
        ("break.movement.every", "3600s", "break.movement.every = \"60min\"\n"),
        ("hours", "Mon-Fri  09:00-17:00", "hours = \"Mon-Fri 09:00-17:00\"\n"),
    ] {
        assert_eq!(settings::set("", key, value).unwrap(), wanted);
    }
    for (key, value) in
        [("goal", "0"), ("tray", "maybe"), ("lul.wait", "1s"), ("day.starts", ""), ("language", "a\nb"), ("lull", "1s")]
    {
        assert_eq!(settings::set("", key, value).unwrap_err().line, 0, "{key}");
    }
    assert!(problem(&settings::get("", "break.eyes.every").unwrap_err()).contains("is not set"));
}

#[test]
fn a_file_made_from_the_template_changes_nothing_and_takes_a_change_beside_its_comment() {
    let made = settings::template(&template_head());
    assert_eq!(settings::parse(&made), (settings::defaults(), vec![]));
    assert!(made.lines().all(|line| line.is_empty() || line.starts_with('#')));
    let lines = made.lines().filter(|line| line.starts_with('#') && !line.starts_with("# "));
    assert_eq!(lines.count(), KEYS.len());
    let changed = settings::set(&made, "lull.wait", "0s").unwrap();
    assert_eq!(changed, made.replace("#lull.wait = \"2min\"\n", "#lull.wait = \"2min\"\nlull.wait = \"0s\"\n"));
    assert_eq!(settings::unset(&changed, "lull.wait").unwrap(), made);
}

#[test]
fn show_tells_each_value_and_where_it_is_from() {
    let shown = settings::show("\ngoal = 70\npreset = 'micro'\nbreak.eyes = {every='20min', lasts='20s'}");
    let line = |key: &str| told(shown.iter().find(|s| s.key == key).unwrap());
    assert_eq!(line("goal"), "goal = 70  # yours, line 2");
    assert_eq!(line("lull.wait"), "lull.wait = \"2min\"  # default");
    assert_eq!(line("break.movement.lasts"), "break.movement.lasts = \"20s\"  # preset");
    assert_eq!(line("break.eyes.every"), "break.eyes.every = \"20min\"  # yours, line 4");
    assert_eq!(shown.len(), KEYS.len() + 2);
    assert!(settings::show("").iter().all(|s| s.origin == Origin::Default));
    let all: Vec<String> = settings::show("").iter().map(told).collect();
    assert_eq!(settings::parse(&all.join("\n")), (settings::defaults(), vec![]));
}

/// Plain words that fit a kind.
fn fitting(kind: Kind) -> BoxedStrategy<String> {
    let words = |all: &'static [&'static str]| {
        proptest::sample::subsequence(all, 0..=all.len()).prop_map(|words| words.join(",")).boxed()
    };
    match kind {
        Kind::Length { least, most, .. } => (least..=most).prop_map(|s| settings::length_text(secs(s))).boxed(),
        Kind::Count { least, most } => (least..=most).prop_map(|n| n.to_string()).boxed(),
        Kind::Switch => any::<bool>().prop_map(|on| on.to_string()).boxed(),
        Kind::Choice(all) => proptest::sample::select(all).prop_map(str::to_owned).boxed(),
        Kind::Clock { .. } => (0..24, 0..60).prop_map(|(h, m)| format!("{h:02}:{m:02}")).boxed(),
        Kind::Hours => {
            (0..23, 0..60).prop_map(|(h, m)| format!("Mon-Fri {h:02}:{m:02}-23:59, Sun 22:00-02:00")).boxed()
        }
        Kind::Words(all) => words(all),
        Kind::Sources => "(~/[a-z]{1,9}\\.ics|https://example\\.org/[a-z0-9]{1,9}){0,1}".boxed(),
        Kind::Command => "(\\[\"~/[a-z]{1,9}\", \"[a-z,]{0,9}\"\\]){0,1}".boxed(),
        Kind::Folder => "(~/[a-z]{1,9}){0,1}".boxed(),
        Kind::Name { .. } => "([a-z][a-z ]{0,8}[a-z]){0,1}".boxed(),
        Kind::Mails => "([a-z]{1,9}@example\\.org){0,1}".boxed(),
        Kind::Ids => "([a-z][a-z0-9-]{0,9}){0,1}".boxed(),
    }
}

/// A key of the table and plain words that fit it.
fn any_change() -> impl Strategy<Value = (String, String)> {
    (0..KEYS.len(), prop::sample::select(vec!["movement", "eyes", "x-2"]))
        .prop_flat_map(|(at, name)| (Just(KEYS[at].name.replace("NAME", name)), fitting(KEYS[at].kind)))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn no_text_makes_the_reader_fall(text in any::<String>()) {
        let _ = settings::parse(&text);
        let _ = settings::set(&text, "lull.wait", "1s");
        let _ = settings::unset(&text, &text);
        let _ = settings::get(&text, &text);
        let _ = settings::set("", &text, &text);
        let _ = settings::set("", "hours", &text);
    }

    #[test]
    fn no_damaged_settings_make_the_reader_fall(
        cut in 0..DEFAULT.len(), until in 0..DEFAULT.len(), put in "[\\[\\]={}\"'.#0-9a-z\\n é]{0,12}"
    ) {
        let (from, to) = (cut.min(until), cut.max(until));
        let text = format!("{}{put}{}", DEFAULT.get(..from).unwrap_or(""), DEFAULT.get(to..).unwrap_or(""));
        let lines = text.lines().count() + 1;
        let (_, wrong) = settings::parse(&text);
        prop_assert!(wrong.iter().all(|p| p.line <= lines && !problem(p).contains('\n')), "{wrong:?}");
        prop_assert_eq!(wrong.iter().any(settings::Problem::whole), wrong.iter().any(|p| problem(p).contains("not TOML")));
        let _ = settings::set(&text, "goal", "61");
    }

    #[test]
    fn what_is_set_is_got_and_unset_again(changes in prop::collection::vec(any_change(), 1..6), templated in any::<bool>()) {
        let begin = if templated { settings::template(&template_head()) } else { "[sense]\nlock = true # the default\n".to_owned() };
        let mut text = begin;
        for (key, value) in &changes {
            text = settings::set(&text, key, value).unwrap();
            let written: Vec<_> = settings::show(&text).into_iter().filter(|s| &s.key == key).collect();
            // A value that does not go together with the others is put right, and then it is not the person's.
            if let Some(shown) = written.first().filter(|s| s.origin == Origin::Yours) {
                prop_assert_eq!(&settings::get(&text, key).unwrap(), &shown.plain);
                prop_assert_eq!(&shown.plain, value);
            } else {
                prop_assert!(!settings::parse(&text).1.is_empty());
            }
        }
        for (key, _) in &changes {
            text = settings::unset(&text, key).unwrap();
        }
        prop_assert_eq!(settings::parse(&text), (settings::defaults(), vec![]));
    }
}
