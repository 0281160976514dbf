//! `unhunch machines`: which machines of the person's are known, and which of them count. Owns what is printed of it.

use crate::shell::answer::told;
use crate::shell::cli::{Machines, MachinesForm};
use crate::shell::paths::Paths;
use crate::shell::sync::{KnownMachines, count};
use crate::shell::{Exit, output};
use crate::system::clock::wall;
use crate::text::{machines as text, merge::called};
use serde_json::json;

/// Does it.
pub(super) fn run(paths: &Paths, said: &Machines) -> Exit {
    let known = match KnownMachines::read(paths) {
        Ok(known) => known,
        Err(why) => return told(Err(why)),
    };
    match &said.what {
        None => print(&known, said.form),
        Some(what) => {
            let (name, counts) = what.meant();
            told(known.other(name).and_then(|it| count(paths, it.id, counts).map(|()| text::counts(&it, counts))))
        }
    }
}

fn print(known: &KnownMachines, MachinesForm { json }: MachinesForm) -> Exit {
    if json {
        let other = |it: &crate::ledger::MetMachine| {
            json!({
                "id": it.machine.id,
                "name": it.machine.name,
                "counts": it.forgotten.is_none(),
                "days": it.days,
                "last": it.last,
                "told": it.told.map(|at| at.to_rfc3339()),
            })
        };
        let own = known.own.as_ref().map(|own| json!({ "id": own.id, "name": own.name }));
        let all = json!({ "this": own, "others": known.others.iter().map(other).collect::<Vec<_>>() });
        output::data(&serde_json::to_string_pretty(&all).unwrap_or_default());
        return Exit::Done;
    }
    let now = wall();
    let own = known.own.iter().map(|own| text::this(&called(own)));
    let others = known.others.iter().map(|it| format!("{}\n  {}", called(&it.machine), text::other(it, now).join(" ")));
    let none = known.others.is_empty().then(text::none);
    output::line(&own.chain(others).chain(none).collect::<Vec<_>>().join("\n"));
    Exit::Done
}
