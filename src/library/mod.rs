//! The library: exercises, breathing patterns, nudges and other lines, text to checked values. PURE: reads no file.
//!
//! The shipped files are in `config/`. A person's own files of the same names and form add to them, or replace an entry
//! by its id; what is wrong in them is named and left out, and the rest counts. Where a warning sign is concerned
//! (`redflags.toml`) only the shipped words count. Choosing among all this is the engine's.

mod check;
mod entries;
mod forms;

pub use check::AREAS;
pub use forms::{Auto, Flag, Question, RedFlags, Tier, TierId};

use crate::engine::content::{Content, Exercise, Line, Nudge, Pattern};
use entries::{Source, collect};
use forms::{Plan, Prompt, WindDown};

/// The shipped exercises.
pub const EXERCISES: &str = include_str!("../../config/exercises.toml");
/// The shipped nudges.
pub const NUDGES: &str = include_str!("../../config/nudges.toml");
/// The shipped breathing patterns.
pub const BREATHING: &str = include_str!("../../config/breathing.toml");
/// The shipped prompts, check-in questions, plans and wind-down lines.
pub const PROMPTS: &str = include_str!("../../config/prompts.toml");
/// The shipped warning signs and notices.
pub const RED_FLAGS: &str = include_str!("../../config/redflags.toml");

/// The names of a person's own files, in the settings folder.
pub const OWN_FILES: [&str; 4] = ["exercises.toml", "nudges.toml", "breathing.toml", "prompts.toml"];

/// Everything of the library but the warning signs ([`red_flags`] reads those when they are needed). Lists are in the
/// order of their ids; who names an entry (`source`) is not kept.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Library {
    /// What the engine chooses from.
    pub content: Content,
    /// Questions for check-ins.
    pub check_ins: Vec<Question>,
    /// If-then plans.
    pub plans: Vec<Line>,
}

/// One thing wrong with a person's own file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The file's name.
    pub file: String,
    /// The line, from 1.
    pub line: usize,
    /// What is wrong and what is allowed.
    pub text: String,
    /// Nothing of the file counts.
    pub whole: bool,
}

/// The shipped library with a person's own files (name, text) laid over it, and what is wrong with those, by file and line.
#[must_use]
pub fn content(own: &[(&str, &str)]) -> (Library, Vec<Problem>) {
    let mut problems = Vec::new();
    let mut source = |name, shipped, lists| Source::open(name, shipped, lists, own, &mut problems);
    let mut exercises = source(OWN_FILES[0], EXERCISES, &["exercise"]);
    let mut nudges = source(OWN_FILES[1], NUDGES, &["nudge"]);
    let mut breathing = source(OWN_FILES[2], BREATHING, &["pattern"]);
    let mut prompts = source(OWN_FILES[3], PROMPTS, &["prompt", "checkin", "plan", "winddown"]);
    let all = &mut problems;
    let library = Library {
        content: Content {
            exercises: collect::<Exercise, _>(&mut exercises, all, |e| Exercise { source: Vec::new(), ..e }),
            patterns: collect::<Pattern, _>(&mut breathing, all, |p| Pattern { source: Vec::new(), ..p }),
            nudges: collect::<Nudge, _>(&mut nudges, all, |n| Nudge { source: Vec::new(), ..n }),
            wind_downs: collect(&mut prompts, all, |w: WindDown| Line { id: w.id, text: w.text }),
            reflections: collect(&mut prompts, all, |p: Prompt| Line { id: p.id, text: p.text }),
        },
        check_ins: collect::<Question, _>(&mut prompts, all, |q| Question { source: Vec::new(), ..q }),
        plans: collect(&mut prompts, all, |p: Plan| Line { id: p.id, text: p.text }),
    };
    problems.extend(entries::strangers(own));
    problems.sort_by(|a, b| (&a.file, a.line).cmp(&(&b.file, b.line)));
    (library, problems)
}

/// The warning signs and notices. Read anew each time: they are seldom needed, and then for a moment.
#[must_use]
pub fn red_flags() -> RedFlags {
    toml::from_str(RED_FLAGS).unwrap_or_default() // a test holds that it reads
}
