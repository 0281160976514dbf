//! What holds on any day, over random days written as scenarios and played through the real engine and the real ledger.
//!
//! Every run takes other days and says which: `UNHUNCH_SEED` gives them again, `UNHUNCH_DAYS` says how many each test plays.
//! A day on which something does not hold is made as short as possible and written out for `unhunch simulate`.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod day;
mod trace;

use crate::day::{day, with};
use crate::trace::play;
use proptest::prelude::*;
use proptest::test_runner::RngSeed;
use std::fmt::Debug;
use std::hash::{BuildHasher, RandomState};
use std::io::Write;
use std::path::Path;
use std::sync::LazyLock;

/// Which days this run plays. Said past the test's captured output: whoever sees a failure has it, whatever else is lost.
static SEED: LazyLock<u64> = LazyLock::new(|| {
    let given = std::env::var("UNHUNCH_SEED").ok().map(|seed| seed.parse().unwrap());
    let seed = given.unwrap_or_else(|| RandomState::new().hash_one("days"));
    let mut screen = std::io::stderr().lock();
    writeln!(screen, "properties: UNHUNCH_SEED={seed} plays these days again").unwrap();
    seed
});

/// A quick check by default.
fn config() -> ProptestConfig {
    let cases = std::env::var("UNHUNCH_DAYS").ok().and_then(|n| n.parse().ok()).unwrap_or(96);
    let rng_seed = RngSeed::Fixed(*SEED);
    ProptestConfig { cases, rng_seed, max_shrink_iters: 4000, failure_persistence: None, ..ProptestConfig::default() }
}

/// The day is fine, or it is written out; the shortest one on which something is wrong comes last.
fn holds(test: &str, day: &[String], wrong: &str) -> Result<(), TestCaseError> {
    if wrong.is_empty() {
        return Ok(());
    }
    let file = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("{test}.txt"));
    let comment: String = wrong.lines().flat_map(|line| ["# ", line, "\n"]).collect();
    std::fs::write(&file, format!("{comment}{}\n", day.join("\n"))).unwrap();
    Err(TestCaseError::fail(format!("UNHUNCH_SEED={}: {wrong}\nthe day is in {}", *SEED, file.display())))
}

/// Nothing, or what differs.
fn differ<T: PartialEq + Debug>(one: &[T], other: &[T]) -> String {
    let at = one.iter().zip(other).position(|(a, b)| a != b).unwrap_or(one.len().min(other.len()));
    let from = |all: &[T]| format!("{:?}", all.get(at));
    if one == other { String::new() } else { format!("{} here, {} there", from(one), from(other)) }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn rows_prompts_and_holds_are_sound(day in day()) {
        holds("sound", &day, &play(&day).broken.join("\n"))?;
    }

    #[test]
    fn same_input_same_output(day in day()) {
        let (one, other) = (play(&day), play(&day));
        let wrong = if one == other { String::new() } else { format!("{one:?}\nand then\n{other:?}") };
        holds("same", &day, &wrong)?;
    }

    #[test]
    fn a_needless_tick_changes_nothing(day in day(), every in 1..5usize) {
        let ticked = with(&day, &["+0s tick", "+0s tick"], |n, _| n % every == 0);
        let (plain, other) = (play(&day), play(&ticked));
        holds("ticks", &ticked, &differ(&plain.decided, &other.decided))?;
        holds("ticks", &ticked, &differ(&Vec::from_iter(plain.rows), &Vec::from_iter(other.rows)))?;
    }

    /// After an input (a step of the clock is none) everything is on disk, so a kill there and a start at once change no outcome at all.
    #[test]
    fn a_kill_and_restart_change_no_outcome(day in day(), at in 1..60usize) {
        let day: Vec<String> = day.into_iter()
            .filter(|l| !["kill", "run", "quit", "sleep", "wake", "sense", "settings"].iter().any(|w| l.contains(w) && l.starts_with('+')))
            .collect();
        let killed = with(&day, &["+0s kill", "+0s run"], |n, line| n == at && !["tick", "clock"].iter().any(|w| line.contains(w)));
        holds("kills", &killed, &differ(&play(&day).outcomes, &play(&killed).outcomes))?;
    }
}
