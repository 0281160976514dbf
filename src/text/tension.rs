//! What the review says of tension beside breaks. It puts figures next to each other and leaves it at that; never a cause.

use crate::ledger::figures::{Link, PAIRED_DAYS};

texts! {
    /// What stands beside every link.
    pub both: "tension-both";
    /// What the figures of tension are.
    pub scale: "tension-scale";
}

/// How often each was said: "2 loose, 1 tight".
#[must_use]
pub fn said(loose: usize, tight: usize, sore: usize) -> String {
    let counts = [
        (loose > 0).then(|| text!("tension-said-loose", count = loose)),
        (tight > 0).then(|| text!("tension-said-tight", count = tight)),
        (sore > 0).then(|| text!("tension-said-sore", count = sore)),
    ];
    super::list(counts.into_iter().flatten())
}

/// Whether tension and breaks go together.
#[must_use]
pub fn link(link: Link) -> String {
    match link {
        Link::TooFew(days) => text!("tension-link-too-few", least = PAIRED_DAYS, days),
        Link::Unclear(_) => text!("tension-link-unclear", both = both()),
        Link::Clear(rho) if rho < 0.0 => text!("tension-link-looser", rho = format!("{rho:.2}"), both = both()),
        Link::Clear(rho) => text!("tension-link-tighter", rho = format!("{rho:.2}"), both = both()),
    }
}

#[cfg(test)]
mod tests {
    use super::{Link, link};

    #[test]
    fn a_link_never_stands_alone() {
        for it in [Link::Clear(-0.6), Link::Unclear(0.1), Link::Clear(0.6)] {
            assert!(link(it).ends_with(&super::both()), "{it:?}");
        }
    }
}
