//! `unhunch delete`: days of the record, or all of it, for good. Owns the question before it.

use crate::shell::Exit;
use crate::shell::answer::{misused, told};
use crate::shell::cli::Delete;
use crate::shell::dialogue::{answer, by_hand, paragraph};
use crate::shell::erase::Plan;
use crate::shell::paths::Paths;
use crate::text::{commands, data as text};

/// Asks, and does it.
pub(super) fn run(paths: &Paths, said: &Delete) -> Exit {
    let plan = match Plan::of(paths, said.extent()) {
        Ok(plan) => plan,
        Err(problem) => return told(Err(problem)),
    };
    if !said.yes {
        paragraph(&plan.told());
        if !by_hand() {
            return misused(&text::nobody_to_ask());
        }
        paragraph(&commands::delete());
        if answer().as_deref() != Some("yes") {
            return told(Err(text::left_as_it_is()));
        }
    }
    told(plan.carry_out(paths))
}
