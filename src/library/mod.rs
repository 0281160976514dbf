//! The library: exercises, breathing patterns, nudges and other lines, text to checked values. PURE: reads no file.
//!
//! Facts are in `config/`, what a person reads in `config/lang/TAG/`, by id: what is not there in a language is English. A
//! person's own files, of the same names and with both in one entry, add to them, or replace an entry by its id; what is
//! wrong in them is named and left out, and the rest counts. Where a warning sign is concerned (`redflags.toml`) only the
//! shipped words count. Choosing among all this is the engine's.

mod check;
mod entries;
mod form;
mod forms;
mod laid;
mod languages;
mod practice;
mod problem;
mod reference;
mod shipped;
mod texts;

pub use check::AREAS;
pub use forms::{Auto, CheckInQuestion, Flag, RedFlags, Tier, TierId};
pub use languages::ENGLISH;
pub use practice::{Group, Kind, Practice};
pub use problem::{Because, How, Name, Problem, Vocabulary, Wrong};
pub use reference::{Reference, Target};

use crate::engine::content::{Content, Exercise, Line, Nudge, Pattern};
use entries::{FilePair, collect};
use forms::{Notices, Plan, Prompt, WindDown};
use languages::File;
use shipped::Shipped;

macro_rules! facts {
    ($name:literal) => {
        File { name: $name, place: concat!("config/", $name), text: include_str!(concat!("../../config/", $name)) }
    };
}

const EXERCISES: File = facts!("exercises.toml");
const NUDGES: File = facts!("nudges.toml");
const BREATHING: File = facts!("breathing.toml");
const PROMPTS: File = facts!("prompts.toml");
const RED_FLAGS: File = facts!("redflags.toml");
const PRACTICES: File = facts!("practices.toml");

/// The lists of a file of prompts.
const PROMPT_LISTS: [&str; 4] = ["prompt", "checkin", "plan", "winddown"];

/// The names of a person's own files, in the settings folder.
pub const OWN_FILES: [&str; 4] = [EXERCISES.name, NUDGES.name, BREATHING.name, PROMPTS.name];

/// Everything of the library but the warning signs ([`red_flags`] reads those when they are needed). Lists are in the
/// order of their ids; who names an entry (`source`) is not kept.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Library {
    /// What the engine chooses from.
    pub content: Content,
    /// Questions for check-ins.
    pub check_ins: Vec<CheckInQuestion>,
    /// If-then plans.
    pub plans: Vec<Line>,
}

/// The shipped library in a language, with a person's own files (name, text) laid over it, and what is wrong with those, by
/// file and line.
#[must_use]
pub fn content(tag: &str, own: &[(&str, &str)]) -> (Library, Vec<Problem>) {
    let mut problems = Vec::new();
    let mut source = |facts, lists| FilePair::open(facts, lists, tag, own, &mut problems);
    let mut exercises = source(EXERCISES, &["exercise"]);
    let mut nudges = source(NUDGES, &["nudge"]);
    let mut breathing = source(BREATHING, &["pattern"]);
    let mut prompts = source(PROMPTS, &PROMPT_LISTS);
    let all = &mut problems;
    let library = Library {
        content: Content {
            exercises: collect::<Exercise, _>(&mut exercises, all, |e| Exercise { source: Vec::new(), ..e }),
            patterns: collect::<Pattern, _>(&mut breathing, all, |p| Pattern { source: Vec::new(), ..p }),
            nudges: collect::<Nudge, _>(&mut nudges, all, |n| Nudge { source: Vec::new(), ..n }),
            wind_downs: collect(&mut prompts, all, |w: WindDown| Line { id: w.id, text: w.text }),
            reflections: collect(&mut prompts, all, |p: Prompt| Line { id: p.id, text: p.text }),
        },
        check_ins: collect::<CheckInQuestion, _>(&mut prompts, all, |q| CheckInQuestion { source: Vec::new(), ..q }),
        plans: collect(&mut prompts, all, |p: Plan| Line { id: p.id, text: p.text }),
    };
    problems.extend(entries::strangers(own));
    problems.sort_by(|a, b| (&a.file, a.line).cmp(&(&b.file, b.line)));
    (library, problems)
}

/// The warning signs and notices in a language. Read anew each time: they are seldom needed, and then for a moment.
#[must_use]
pub fn red_flags(tag: &str) -> RedFlags {
    // A test holds that nothing is wrong with them.
    flags(tag, &mut Vec::new())
}

fn flags(tag: &str, problems: &mut Vec<Problem>) -> RedFlags {
    let shipped = Shipped::of(RED_FLAGS, tag);
    let Notices { notice_title, notice, stop_line, first_run } = shipped.above(problems);
    let (mut tiers, mut flags, mut autos) = (Vec::new(), Vec::new(), Vec::new());
    shipped.each(problems, |tier| tiers.push(tier));
    shipped.each(problems, |flag| flags.push(flag));
    shipped.each(problems, |auto| autos.push(auto));
    RedFlags { notice_title, notice, stop_line, first_run, tiers, flags, autos }
}

/// The practices of the two sources in a language, in the order of the articles. Read anew each time, as the signs are.
#[must_use]
pub fn practices(tag: &str) -> Vec<Practice> {
    let mut all = Vec::new();
    Shipped::of(PRACTICES, tag).each(&mut Vec::new(), |practice| all.push(practice)); // a test holds that nothing is wrong
    all
}

/// What of the project's own files does not fit or does not meet in a language: texts without facts, facts without texts.
#[must_use]
pub fn faults(tag: &str) -> Vec<Problem> {
    let mut all = Vec::new();
    let of = |facts| Shipped::of(facts, tag);
    of(EXERCISES).each(&mut all, |_: Exercise| {});
    of(NUDGES).each(&mut all, |_: Nudge| {});
    of(BREATHING).each(&mut all, |_: Pattern| {});
    of(PROMPTS).each(&mut all, |_: Prompt| {});
    of(PROMPTS).each(&mut all, |_: CheckInQuestion| {});
    of(PROMPTS).each(&mut all, |_: Plan| {});
    of(PROMPTS).each(&mut all, |_: WindDown| {});
    of(PRACTICES).each(&mut all, |_: Practice| {});
    flags(tag, &mut all);
    let lists: [(File, &[&str]); 6] = [
        (EXERCISES, &["exercise"]),
        (NUDGES, &["nudge"]),
        (BREATHING, &["pattern"]),
        (PROMPTS, &PROMPT_LISTS),
        (RED_FLAGS, &["tier", "flag"]),
        (PRACTICES, &["practice"]),
    ];
    for (facts, lists) in lists {
        of(facts).strange(lists, &mut all);
    }
    all
}
