//! Waiting for what must come. Owns the looking and its end; how long is patient enough is each test's own.

use std::time::{Duration, Instant};

/// Looks until there is something to see; panics with `what` when `bound` has passed.
#[expect(clippy::disallowed_methods, reason = "a bound for a test's patience, not a time that means something")]
pub(crate) fn until<T>(what: &str, bound: Duration, mut look: impl FnMut() -> Option<T>) -> T {
    let begun = Instant::now();
    loop {
        if let Some(seen) = look() {
            return seen;
        }
        assert!(begun.elapsed() < bound, "waited {bound:?} in vain for {what}");
        std::thread::sleep(Duration::from_millis(10));
    }
}
