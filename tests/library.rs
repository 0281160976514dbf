//! The library through its public face: the shipped files keep their own rules, a person's files add and override,
//! and what is wrong in those is named with its line while the rest counts.

use proptest::prelude::*;
use std::collections::BTreeSet;
use unhunch::engine::content::{Kind, Occasion};
use unhunch::library::{self, OWN_FILES, TierId};
use unhunch::settings;
use unhunch::text::library::problem;

/// The files that a person may have too, as a person would: with facts and texts in one entry.
const WHOLE: [(&str, &str); 4] =
    [("exercises.toml", EXERCISE), ("nudges.toml", NUDGES), ("breathing.toml", PATTERN), ("prompts.toml", PROMPTS)];

const EXERCISE: &str = r#"
[[exercise]]
id = "own"
name = "Mine"
areas = ["neck"]
kind = "mobility"
posture = "seated"
equipment = "none"
seconds = 74
hold_s = 3
reps = 8
sides = 1
steps = ["Sit.", "Glide.", "Hold for three seconds.", "Let go, then repeat."]
timing = [
  { s = 6 },
  { s = 3, round = true },
  { s = 3, round = true, figure = "holds" },
  { s = 2.5, round = true, figure = "returns", last = "Let go." },
]
why = "It helps."
caution = "Skip it where it hurts."
avoid = ["neck", "dizzy"]
discreet = true
when = ["hourly", "typing"]
source = ["memory"]
"#;

const PATTERN: &str = r#"
[[pattern]]
id = "own"
name = "Mine"
phases = [{ do = "in", s = 4.0 }, { do = "out", s = 6.0 }]
cycles = 12
max_cycles = 60
seconds = 120
per_min = 6.0
holds = false
discreet = true
use = ["pre-call", "hourly"]
steps = ["Hand on belly.", "In.", "Out."]
why = "It helps."
caution = "Do not overfill."
"#;

const NUDGES: &str = "schema = 1\n[[nudge]]\nid = 'own'\ntext = 'Mine.'\nkind = 'eyes'\nsource = ['memory']\n";

const PROMPTS: &str = r#"
[[prompt]]
id = "own"
text = "What now?"
skill = "noticing"
when = ["tense"]

[[checkin]]
id = "own"
text = "Where?"
options = ["here", "there"]

[[checkin]]
id = "how-much"
text = "How much?"
scale = "0 to 10"

[[plan]]
id = "own"
text = "If so, then so."

[[winddown]]
id = "own"
text = "Good night."
"#;

/// A nudge file's text with these entries.
fn nudge(id: &str, text: &str) -> String {
    format!("[[nudge]]\nid = {id:?}\ntext = {text:?}\nkind = \"posture\"\n")
}

/// File, line and text of each problem of one own file.
fn problems(name: &str, text: &str) -> Vec<(usize, String)> {
    let found = library::content("en", &[(name, text)]).1;
    assert!(found.iter().all(|p| p.file == name));
    found.iter().map(|p| (p.line, problem(&p.wrong))).collect()
}

fn sorted_and_unique<'a>(ids: impl Iterator<Item = &'a String>) -> bool {
    let ids: Vec<_> = ids.collect();
    ids.windows(2).all(|pair| pair[0] < pair[1])
}

#[test]
fn nothing_of_the_shipped_files_is_lost_and_lists_are_in_order() {
    let (l, wrong) = library::content("en", &[]);
    assert_eq!(wrong, []);
    let c = &l.content;
    assert_eq!((c.exercises.len(), c.nudges.len(), c.patterns.len()), (79, 32, 12));
    assert_eq!((c.reflections.len(), c.wind_downs.len(), l.check_ins.len(), l.plans.len()), (13, 4, 5, 7));
    assert!(
        sorted_and_unique(c.exercises.iter().map(|e| &e.id)) && sorted_and_unique(c.patterns.iter().map(|p| &p.id))
    );
    for lines in [&c.reflections, &c.wind_downs, &l.plans] {
        assert!(sorted_and_unique(lines.iter().map(|line| &line.id)));
    }
    assert!(sorted_and_unique(c.nudges.iter().map(|nudge| &nudge.id)));
    assert!(sorted_and_unique(l.check_ins.iter().map(|q| &q.id)));
}

#[test]
fn the_shipped_facts_and_texts_meet_and_pass_the_checks_that_own_files_must_pass() {
    let told: Vec<String> =
        library::faults("en").iter().map(|p| format!("{}:{}: {}", p.file, p.line, problem(&p.wrong))).collect();
    assert!(told.is_empty(), "\n{}", told.join("\n"));
}

#[test]
fn a_language_that_is_not_shipped_is_english() {
    for tag in ["de", "en-GB", "english", ""] {
        assert_eq!(library::content(tag, &[]), library::content("en", &[]), "{tag}");
        assert_eq!(library::red_flags(tag), library::red_flags("en"), "{tag}");
    }
}

#[test]
fn in_a_persons_own_files_text_stands_beside_facts() {
    let (l, wrong) = library::content("en", &WHOLE);
    assert_eq!(wrong, []);
    let c = &l.content;
    assert_eq!((c.exercises.len(), c.nudges.len(), c.patterns.len()), (80, 33, 13));
    assert_eq!((c.reflections.len(), c.wind_downs.len(), l.check_ins.len(), l.plans.len()), (14, 5, 7, 8));
    let own = c.exercises.iter().find(|e| e.id == "own").unwrap();
    assert_eq!((own.name.as_str(), own.timing[3].last.text()), ("Mine", Some("Let go.")));
}

#[test]
fn there_is_something_for_every_occasion_and_every_person() {
    let (l, _) = library::content("en", &[]);
    let for_default_break = |e: &&unhunch::engine::content::Exercise| e.seconds <= 180;
    for occasion in [Occasion::Hourly, Occasion::PostCall, Occasion::Tense, Occasion::Typing, Occasion::Eyes] {
        let fit = l.content.exercises.iter().filter(for_default_break).filter(|e| e.when.contains(&occasion));
        assert!(fit.count() >= 3, "{occasion:?}");
    }
    assert!(
        l.content
            .patterns
            .iter()
            .any(|p| !p.holds && p.when.contains(&Occasion::PreCall) && (60..=120).contains(&p.seconds))
    );
    // With everything ticked there is still something to offer in an hourly break.
    let free = l.content.exercises.iter().filter(for_default_break).filter(|e| e.avoid.is_empty());
    assert!(free.filter(|e| e.kind != Kind::Reflection && e.when.contains(&Occasion::Hourly)).count() >= 3);
    let used: BTreeSet<&String> = l.content.exercises.iter().flat_map(|e| &e.avoid).collect();
    assert_eq!(used.len(), unhunch::engine::content::AVOID.len(), "a word that nothing avoids: {used:?}");
}

#[test]
fn the_settings_know_every_word_that_an_exercise_may_avoid() {
    let all = unhunch::engine::content::AVOID.join(",");
    assert!(settings::set("", "exercise.avoid", &all).is_ok());
}

#[test]
fn warning_signs_are_complete_and_hints_stay_gentle() {
    let r = library::red_flags("en");
    assert_eq!((r.tiers.len(), r.flags.len(), r.autos.len()), (4, 29, 6));
    assert!(r.notice.contains("does not examine you") && r.stop_line.starts_with("Stop if") && !r.first_run.is_empty());
    assert_eq!(r.notice_title, "This is not medical advice");
    let ids: BTreeSet<&String> = r.flags.iter().map(|f| &f.id).chain(r.autos.iter().map(|a| &a.id)).collect();
    assert_eq!(ids.len(), 35);
    for id in [TierId::Emergency, TierId::Urgent, TierId::Soon, TierId::Mind] {
        assert!(r.tier(id).is_some_and(|tier| !tier.text.is_empty()));
        assert!(r.flags.iter().any(|flag| flag.tier == id));
    }
    assert!(r.autos.iter().all(|auto| auto.opens == TierId::Soon || auto.opens == TierId::Mind));
}

#[test]
fn no_line_scolds_or_promises() {
    for name in OWN_FILES.iter().chain(&["redflags.toml"]) {
        let text = std::fs::read_to_string(format!("config/lang/en/{name}")).unwrap().to_lowercase();
        for phrase in
            ["sit straight", "bad posture", "slouch", " cures ", "will heal", "guarantee", "you must", "diagnosis"]
        {
            assert!(!text.contains(phrase), "{phrase}");
        }
    }
}

#[test]
fn own_entries_add_and_override() {
    let text = nudge("uncross", "Mine.") + &nudge("a-new-one", "New.");
    let (l, wrong) = library::content("en", &[("nudges.toml", &text)]);
    assert_eq!(wrong, []);
    assert_eq!(l.content.nudges.len(), 33);
    assert_eq!(l.content.nudges[0].id, "a-new-one");
    assert_eq!(l.content.nudges.iter().find(|n| n.id == "uncross").unwrap().text, "Mine.");
}

#[test]
fn a_wrong_entry_is_named_with_its_line_and_the_rest_counts() {
    let long = "x".repeat(91);
    let text = format!(
        "schema = 1\n{}{}{}{}{}[[nudge]]\nid = 'f'\ntext = 'F.'\nkind = 'posture'\ncolour = 'red'\n[[nudge]]\nid = 'g'\n",
        nudge("a", "A."),
        nudge("b", &long),
        nudge("B", "Upper."),
        nudge("a", "Twice."),
        nudge("e", "E.").replace("posture", "mood"),
    );
    let found = problems("nudges.toml", &text);
    assert_eq!(found.iter().map(|p| p.0).collect::<Vec<_>>(), [6, 10, 14, 21, 26, 27]);
    assert_eq!(found[0].1, "The entry \"b\" is left out: text takes one line of 1 to 90 characters.");
    assert!(found[2].1.contains("in this file before"));
    assert!(found[3].1.contains("unknown variant `mood`, expected one of `posture`, `tension`"));
    assert!(found[4].1.contains("colour") && found[5].1.contains("missing field `text`"), "{found:?}");
    let nudges = library::content("en", &[("nudges.toml", &text)]).0.content.nudges;
    assert_eq!((nudges.len(), nudges[0].text.as_str()), (33, "A."));
}

#[test]
fn sums_and_vocabularies_of_own_exercises_and_patterns_are_checked() {
    for (file, text, from, to, part) in [
        (
            "exercises.toml",
            EXERCISE,
            "seconds = 74",
            "seconds = 23",
            "seconds does not add up, it should be at least 24",
        ),
        ("exercises.toml", EXERCISE, "s = 6", "s = 7", "seconds does not add up, it should be 75 by timing"),
        ("exercises.toml", EXERCISE, "s = 6", "s = 6, times = 2", "needs either s, or times and pace"),
        ("exercises.toml", EXERCISE, "{ s = 6 },", "", "timing needs one entry for each of the steps"),
        ("exercises.toml", EXERCISE, "\"dizzy\"", "\"giddy\"", "avoid does not know \"giddy\""),
        ("exercises.toml", EXERCISE, "areas = [\"neck\"]", "areas = [\"nose\"]", "areas does not know \"nose\""),
        ("exercises.toml", EXERCISE, "kind = \"mobility\"", "kind = \"dance\"", "unknown variant `dance`"),
        ("exercises.toml", EXERCISE, "sides = 1", "sides = 3", "sides takes a number from 1 to 2"),
        ("exercises.toml", EXERCISE, "reps = 8", "reps = -8", "invalid value"),
        ("breathing.toml", PATTERN, "seconds = 120", "seconds = 100", "it should be 120 for 12 cycles of 10"),
        ("breathing.toml", PATTERN, "per_min = 6.0", "per_min = 7.0", "it should be 6.00"),
        ("breathing.toml", PATTERN, "holds = false", "holds = true", "it should be false"),
        ("breathing.toml", PATTERN, "s = 4.0", "s = nan", "between 0.5 and 60 seconds"),
        ("breathing.toml", PATTERN, "max_cycles = 60", "max_cycles = 6", "max_cycles takes a number from 12"),
    ] {
        assert!(text.contains(from), "{from}");
        let found = problems(file, &text.replace(from, to));
        assert!(found.len() == 1 && found[0].1.contains(part), "{to}: {found:?}");
        assert_eq!(problems(file, text), []);
    }
}

#[test]
fn a_file_that_cannot_be_read_is_one_problem() {
    assert_eq!(problems("nudges.toml", "[[nudge]]\nid = \n")[0].0, 2);
    assert_eq!(problems("nudges.toml", "schema = 2\n[[nudge]]\n").len(), 1);
    assert_eq!(problems("nudges.toml", "\n[[nudges]]\n")[0].0, 2);
    assert_eq!(problems("nudges.toml", "nudge = 5").len(), 1);
    assert_eq!(problems("nudges.toml", "nudge = [5]").len(), 1);
    assert!(problems("redflags.toml", "")[0].1.contains("exercises.toml"));
    assert_eq!(problems("prompts.toml", ""), []);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn no_own_file_makes_the_reader_fall(
        which in 0..4_usize, cut in 0..1_000_usize, len in 0..100_usize, put in "[\\[\\]={}\"'.#0-9a-z\\n é]{0,12}"
    ) {
        let (name, text) = WHOLE[which];
        let from = cut % text.len();
        let (above, below) = (text.get(..from).unwrap_or(""), text.get((from + len).min(text.len())..).unwrap_or(""));
        let own = format!("{above}{put}{below}");
        let (l, wrong) = library::content("en", &[(name, &own)]);
        let lines = own.lines().count() + 1;
        prop_assert!(wrong.iter().all(|p| (1..=lines).contains(&p.line) && !problem(&p.wrong).contains('\n')), "{wrong:?}");
        prop_assert!(l.content.exercises.len() >= 79 && l.content.nudges.len() >= 32);
    }
}
