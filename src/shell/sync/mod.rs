//! Folder that several machines of one person share, by whatever means: what each writes into it, and what is read of the
//! others. Owns the files; the form of their lines is `sync`'s, what is kept of them the ledger's.
//!
//! - A machine writes its own files alone: `unhunch-ID.jsonl`, what it is called and which of its days were deleted, and
//!   `unhunch-ID-YYYY-MM.jsonl`, its days of a month. Each is written anew, whole, where it is not as it should be
//!   ([`publish`]): so one that was lost, cut short or spoilt comes back.
//! - Every file `*.jsonl` is read, whatever it is called ([`Folder::read`]): copies that a conflict left add nothing and
//!   take nothing away.
//! - What a machine says of itself while it runs is in `unhunch-ID-live.jsonl`, for an hour.
//! - A folder that is not there is never made: where a stick is mounted there would be a folder without it.

mod catch_up;
mod exchange;
mod folder;
mod live;
mod machines;
mod merge;
mod publish;

pub(crate) use catch_up::{catch_up, shared_folder, tell_deleted};
pub(crate) use exchange::{Doing, Exchange, Heard, Telling};
pub(crate) use folder::{Folder, Seen};
pub(crate) use live::KEPT;
pub(crate) use machines::{KnownMachines, count};
pub(crate) use merge::{MergePlan, account_in, forget, meant};
pub(crate) use publish::{Extent, Told, Unpublished, publish};

#[cfg(test)]
mod tests;
