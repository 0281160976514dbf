//! Where the system takes care of it alone.

/// There is one pool, or the system knows better.
pub(crate) fn share_one_pool() {}

/// The program's own file in memory, which is the system's to keep or to let go.
#[derive(Debug, Default)]
pub(crate) struct Code;

impl Code {
    /// There is nothing to hand back.
    #[expect(clippy::unused_self, reason = "elsewhere it has what it hands back")]
    pub(crate) fn hand_back(&self) {}
}
