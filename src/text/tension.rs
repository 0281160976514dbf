//! What the review says of tension beside breaks. It puts figures next to each other and leaves it at that; never a cause.

use crate::ledger::figures::{Link, PAIRED_DAYS};

/// What stands beside every link.
pub const BOTH: &str = "A busy day can do both at once.";
/// What the figures of tension are.
pub const SCALE: &str = "A day's mean of what you said (0 loose, 1 tight, 2 sore), and its breaks.";

/// How often each was said: "2 loose, 1 tight".
#[must_use]
pub fn said(loose: usize, tight: usize, sore: usize) -> String {
    let counts = [(loose, "loose"), (tight, "tight"), (sore, "sore")];
    let counts = counts.iter().filter(|(count, _)| *count > 0).map(|(count, said)| format!("{count} {said}"));
    counts.collect::<Vec<_>>().join(", ")
}

/// Whether tension and breaks go together.
#[must_use]
pub fn link(link: Link) -> String {
    match link {
        Link::TooFew(days) => format!("A link with breaks is looked for from {PAIRED_DAYS} days on; {days} so far."),
        Link::Unclear(_) => format!("No clear link with breaks. {BOTH}"),
        Link::Clear(rho) if rho < 0.0 => format!("Looser on days with more breaks (rank correlation {rho:.2}). {BOTH}"),
        Link::Clear(rho) => format!("Tighter on days with more breaks (rank correlation {rho:.2}). {BOTH}"),
    }
}

#[cfg(test)]
mod tests {
    use super::{Link, link};

    #[test]
    fn a_link_never_stands_alone() {
        for it in [Link::Clear(-0.6), Link::Unclear(0.1), Link::Clear(0.6)] {
            assert!(link(it).ends_with(super::BOTH), "{it:?}");
        }
    }
}
