//! `unhunch merge`: the record of another machine brought in, or taken out again. Owns what is printed of it.

use crate::shell::answer::{misused, told};
use crate::shell::cli::Merge;
use crate::shell::paths::Paths;
use crate::shell::sync::{MergePlan, forget};
use crate::shell::{Exit, output};
use crate::text::{cli, import, merge as text};
use serde_json::json;

/// Does it.
pub(super) fn run(paths: &Paths, said: &Merge) -> Exit {
    if let Some(machine) = &said.undo {
        return told(forget(paths, machine));
    }
    let plan = match MergePlan::of(paths, &said.files) {
        Ok(plan) => plan,
        Err(why) => return misused(&why),
    };
    let gain = if said.dry_run { Ok(plan.would) } else { plan.carry_out(paths) };
    let gain = match gain {
        Ok(gain) => gain,
        Err(why) => return told(Err(why)),
    };
    let unread = plan.unread.broken + plan.unread.newer + plan.unread.wrong;
    if said.json {
        let all = json!({
            "done": !said.dry_run,
            "new": gain.new,
            "changed": gain.changed,
            "known": gain.known,
            "gone": gain.gone,
            "left_out": unread,
        });
        output::data(&serde_json::to_string_pretty(&all).unwrap_or_default());
        return Exit::Done;
    }
    let dry = said.dry_run.then(import::dry);
    let left = (!plan.forgotten.is_empty()).then(|| cli::merged_forgotten(&plan.forgotten));
    let all = [Some(text::gain(gain)), text::unread(unread), left, dry];
    output::line(&all.into_iter().flatten().collect::<Vec<_>>().join(" "));
    Exit::Done
}
