//! The pages to read and the table of practices: they read, they lead somewhere, and what the table says of the app is so.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use chrono::{DateTime, TimeDelta};
use std::collections::BTreeSet;
use std::sync::{Arc, LazyLock};
use std::time::Duration;
use unhunch::engine::Engine;
use unhunch::engine::content::Content;
use unhunch::engine::effect::{Effect, What};
use unhunch::engine::event::{Device, Event, Mark, Meeting, Request};
use unhunch::engine::moment::Moment;
use unhunch::learn::{self, Block, Link, Page, Practice, Run, Target, Tone};
use unhunch::library::{self, Library, TierId};
use unhunch::settings;
use unhunch::style::Style;
use unhunch::windows::main::MainPage;
use unicode_width::UnicodeWidthStr;

static LIBRARY: LazyLock<Library> = LazyLock::new(|| library::content("en", &[]).0);

fn spans(page: &Page) -> impl Iterator<Item = &Run> {
    page.blocks.iter().flat_map(|block| match block {
        Block::Paragraph(spans) | Block::Item(spans) => spans.as_slice(),
        Block::Heading(_) | Block::Practice(_) | Block::Notice(..) => &[],
    })
}

/// A page as printed, in one line.
fn flowing(page: &Page) -> String {
    let text = learn::text(page, &Style { colour: false, width: 80 });
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn sources() -> Vec<(String, String)> {
    let files = std::fs::read_dir("config/lang/en/learn").unwrap().map(|entry| entry.unwrap().path());
    files
        .map(|file| (file.file_stem().unwrap().to_str().unwrap().into(), std::fs::read_to_string(file).unwrap()))
        .collect()
}

#[test]
fn every_page_reads_and_every_file_is_a_page() {
    let files: BTreeSet<String> = sources().into_iter().map(|source| source.0).collect();
    for (id, text) in sources() {
        let read = learn::read("en", "x", &text);
        assert!(read.is_ok(), "{id}: {read:?}");
        assert!(text.lines().all(|line| line.width() <= 120), "{id}");
    }
    let pages = learn::pages("en");
    let ids: BTreeSet<String> = pages.iter().map(|page| page.id.to_owned()).collect();
    assert_eq!((ids.len(), ids), (pages.len(), files));
    for page in &pages {
        assert!(page.id.bytes().all(|b| b.is_ascii_lowercase()), "{} is easily said", page.id);
        assert!(!page.title.is_empty() && page.title.width() <= 60 && page.blocks.len() > 2, "{}", page.id);
        assert_eq!(learn::page("en", page.id).as_ref(), Some(page));
    }
}

#[test]
fn every_page_ends_with_the_notice() {
    let flags = library::red_flags("en");
    let notice = Block::Notice(flags.notice_title.clone(), flags.notice_in_one());
    for page in learn::pages("en") {
        assert_eq!(page.blocks.last(), Some(&notice), "{}", page.id);
        let told = flowing(&page);
        assert!(told.contains("does not examine you") && told.contains(&flags.notice_title), "{told}");
    }
}

#[test]
fn links_lead_somewhere_and_no_page_names_a_command_or_a_key() {
    for page in learn::pages("en") {
        for span in spans(&page) {
            let there = match &span.link {
                None => true,
                Some(Link::Page(id)) => learn::page("en", id).is_some() && id != page.id,
                Some(Link::Exercise(id)) => LIBRARY.content.exercises.iter().any(|e| e.id == *id),
                Some(Link::Pattern(id)) => LIBRARY.content.patterns.iter().any(|p| p.id == *id),
                Some(Link::Setting(key)) => settings::get("", key).is_ok(),
                Some(Link::Command(word)) => MainPage::with_token(word).is_some(),
            };
            assert!(there, "{}: {span:?}", page.id);
            // Whoever reads in the window types nothing: what is to be set or seen is a link.
            assert!(span.tone != Tone::Code, "{}: {span:?}", page.id);
        }
    }
}

#[test]
fn the_help_page_holds_every_sign_and_every_tier() {
    let (page, flags) = (learn::page("en", "help").unwrap(), library::red_flags("en"));
    let text = flowing(&page);
    let own = flags.flags.iter().filter_map(|flag| flag.own_text.as_ref());
    let said = flags.flags.iter().map(|flag| &flag.text).chain(own);
    let said = said.chain(flags.tiers.iter().flat_map(|tier| [&tier.title, &tier.text]));
    for line in said.chain([&flags.first_run, &flags.stop_line]) {
        assert!(text.contains(line.trim()), "{line}");
    }
    let at = |id| text.find(&flags.tier(id).unwrap().title).unwrap();
    let order = [TierId::Emergency, TierId::Urgent, TierId::Soon, TierId::Mind].map(at);
    assert!(order.is_sorted(), "the most urgent first: {order:?}");
}

#[test]
fn the_questions_and_plans_of_the_library_are_on_their_page() {
    let page = learn::page("en", "thinking").unwrap();
    let items: Vec<String> = spans(&page).map(|span| span.text.clone()).collect();
    for line in LIBRARY.content.reflections.iter().chain(&LIBRARY.plans) {
        assert!(items.contains(&line.text), "{}", line.id);
    }
}

#[test]
fn no_line_scolds_promises_or_names_a_condition() {
    let table = library::practices("en").into_iter().map(|p| p.does).collect::<Vec<_>>().join("\n");
    for text in sources().into_iter().map(|source| source.1).chain([table]) {
        let text = text.to_lowercase();
        for phrase in [
            "slouch",
            "bad posture",
            " should ",
            " must ",
            "cures",
            "will heal",
            "guarantee",
            "diagnos",
            "disorder",
            "damage",
            "proven",
            "you have anxiety",
            "always helps",
        ] {
            assert!(!text.contains(phrase), "{phrase}: {text}");
        }
    }
}

#[test]
fn no_printed_line_is_wider_than_the_terminal() {
    for page in learn::pages("en") {
        for width in [30, 47, 80, 300] {
            for line in learn::text(&page, &Style { colour: false, width }).lines() {
                let fits = line.width() <= width.min(88) || line.trim().split(' ').any(|word| word.width() + 8 > width);
                assert!(fits, "{}, {width}: {line}", page.id);
            }
        }
        let (plain, painted) = ([false, true].map(|colour| learn::text(&page, &Style { colour, width: 80 }))).into();
        assert!(!plain.contains('\u{1b}') && painted.contains('\u{1b}'), "{}", page.id);
    }
}

#[test]
fn a_mistyped_page_is_guessed_and_nonsense_is_not() {
    let guesses =
        [("knot", Some("knots")), ("Posture", Some("posture")), ("practise", Some("practices")), ("xyz", None)];
    assert_eq!(guesses.map(|guess| (guess.0, learn::nearest(guess.0))), guesses);
}

#[test]
fn the_table_has_each_practice_once_and_says_something_of_each() {
    let all = library::practices("en");
    assert_eq!(learn::csv("en").unwrap().lines().count(), 1 + all.len(), "every line reads");
    let ids: Vec<&str> = all.iter().map(|p| p.id.as_str()).collect();
    let wanted: Vec<String> =
        (1..=94).map(|n| format!("A{n:02}")).chain((1..=101).map(|n| format!("B{n:02}"))).collect();
    assert_eq!(ids, wanted);
    for p in &all {
        let first = p.id.starts_with('A');
        assert!(p.article == if first { 1 } else { 2 } && !p.line.is_empty(), "{p:?}");
        assert!(!p.says.is_empty() && p.does.ends_with('.'), "{p:?}");
        // Whoever does nothing says why, and whoever does something says where.
        assert_eq!(p.at.is_empty(), p.does.starts_with("Nothing, because "), "{p:?}");
        let twice = p.at.iter().enumerate().any(|(n, one)| p.at[..n].contains(one));
        assert!(!twice && p.says.width() <= 120 && p.does.width() <= 200, "{p:?}");
    }
}

/// Every reference but those to commands, which `tests/cli` asks the program itself for.
#[test]
fn what_the_table_points_at_is_there() {
    let (flags, content) = (library::red_flags("en"), &LIBRARY.content);
    let tier = |id: &str| ["emergency", "urgent", "soon", "mind"].contains(&id);
    for p in library::practices("en") {
        for at in &p.at {
            let is = |id: &String| *id == at.id;
            let there = match at.target {
                Target::Break | Target::Exercise => content.exercises.iter().any(|e| is(&e.id)),
                Target::Breath | Target::Pattern => content.patterns.iter().any(|pattern| is(&pattern.id)),
                Target::Nudge => content.nudges.iter().any(|line| is(&line.id)),
                Target::Reflection => content.reflections.iter().any(|line| is(&line.id)),
                Target::Plan => LIBRARY.plans.iter().any(|line| is(&line.id)),
                Target::WindDown => content.wind_downs.iter().any(|line| is(&line.id)),
                Target::Sign => flags.flags.iter().any(|flag| is(&flag.id)),
                Target::Tier => tier(&at.id),
                Target::Page => learn::page("en", &at.id).is_some(),
                Target::Setting => settings::get("", &at.id).is_ok(),
                Target::Command => true,
            };
            assert!(there, "{}: {at}", p.id);
        }
    }
}

#[test]
fn the_table_as_json_has_what_the_csv_has() {
    let (all, json) = (library::practices("en"), learn::json("en"));
    let rows = json.as_array().unwrap();
    assert_eq!(rows.len(), all.len());
    let a08 = rows.iter().find(|row| row["id"] == "A08").unwrap();
    assert_eq!((&a08["type"], &a08["actions"]), (&"sign".into(), &serde_json::json!(["break", "exercise", "nudge"])));
    assert_eq!(a08["where"][0], "nudge:teeth-apart");
}

fn named(target: Target) -> BTreeSet<String> {
    let at = library::practices("en").into_iter().flat_map(|p: Practice| p.at);
    at.filter(|reference| reference.target == target).map(|reference| reference.id).collect()
}

fn at(minutes: i64) -> Moment {
    let start = DateTime::parse_from_rfc3339("2026-01-05T08:00:00+00:00").unwrap();
    let elapsed = Duration::from_secs(u64::try_from(minutes * 60).unwrap());
    Moment { elapsed, asleep: Duration::ZERO, local: start + TimeDelta::minutes(minutes) }
}

/// Plays minute by minute and gathers what is decided.
fn play(minutes: i64, mut more: impl FnMut(i64) -> Vec<Event>, mut decided: impl FnMut(&What) -> Option<Event>) {
    let content: Arc<Content> = Arc::new(LIBRARY.content.clone());
    let mut engine = Engine::start(settings::defaults().rules, content, None, 1, at(0)).0;
    for minute in 1..=minutes {
        let mut events = vec![if minute == 1 { Event::Active } else { Event::Tick }];
        events.extend(more(minute));
        while let Some(event) = events.pop() {
            for effect in engine.handle(at(minute), event) {
                if let Effect::Decided(decision) = effect {
                    events.extend(decided(&decision.what));
                }
            }
        }
    }
}

/// The engine itself, as the app is set up at first, over hundreds of breaks after work and after calls: what the table
/// says comes in breaks comes, and what it says comes only on request never does.
#[test]
fn exercises_come_in_breaks_as_the_table_says() {
    let mut offered = BTreeSet::new();
    // In each second day every break falls due in a call.
    let call = |minute| {
        let event = |on| vec![Event::Call { device: Device::Mic, on, program: None }];
        match (minute / 1440 % 2, minute % 65) {
            (1, 50) => event(true),
            (_, 5) => event(false),
            _ => Vec::new(),
        }
    };
    play(60 * 600, call, |what| {
        let What::Prompt { exercise, .. } = what else { return None };
        offered.insert(exercise.clone());
        Some(Event::Ask(Request::Skip))
    });
    let said = named(Target::Break);
    let missing: Vec<&String> = said.difference(&offered).collect();
    assert!(missing.is_empty(), "said to come in breaks, and never came: {missing:?}");
    let came: Vec<String> = named(Target::Exercise).intersection(&offered).cloned().collect();
    assert!(came.is_empty(), "said to come on request alone, and came: {came:?}");
}

#[test]
fn breaths_come_before_meetings_as_the_table_says() {
    let mut offered = BTreeSet::new();
    let meetings = |minute: i64| {
        let start = at(minute + 30).local;
        let meeting = Meeting { start, end: start + TimeDelta::minutes(20), mark: Mark::Busy, title: None };
        if minute % 60 == 1 { vec![Event::Meetings(vec![meeting])] } else { Vec::new() }
    };
    play(60 * 24 * 7, meetings, |what| {
        if let What::Breath { pattern } = what {
            offered.insert(pattern.clone());
        }
        if let What::Prompt { .. } = what {
            return Some(Event::Ask(Request::Skip));
        }
        None
    });
    assert_eq!(named(Target::Breath), offered);
    assert!(named(Target::Pattern).is_disjoint(&offered));
}
