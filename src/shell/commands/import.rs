//! `unhunch import`: what another program recorded, brought in or taken back. Owns what is printed of it.

use crate::ledger::{ImportGain, Program};
use crate::shell::answer::{misused, told};
use crate::shell::cli::Import;
use crate::shell::import::{FoundRecord, ImportPlan, look, read, take_back_last};
use crate::shell::paths::Paths;
use crate::shell::{Exit, output};
use crate::text::{commands, import as text};
use serde_json::{Value, json};

/// Does it.
pub(super) fn run(paths: &Paths, said: &Import) -> Exit {
    if let Some(program) = said.undo {
        return told(take_back_last(paths, program));
    }
    let (found, troubles) = match &said.file {
        Some(file) => match read(paths, file, said.from) {
            Ok(one) => (vec![one], Vec::new()),
            Err(why) => return misused(&why),
        },
        None => look(paths, said.from),
    };
    for trouble in &troubles {
        output::problem(trouble);
    }
    let Some(first) = found.first() else { return told(Err(text::none_found(said.from))) };
    let program = first.reading.program;
    // Where nobody says what is meant it is only said what there is.
    let looks = said.file.is_none() && said.from.is_none();
    let plans = plans(paths, &found);
    let plans = match plans {
        Ok(plans) => plans,
        Err(why) => return told(Err(why)),
    };
    let does = !looks && !said.dry_run;
    let done = match plans.iter().find(|(of, _)| does && *of == program) {
        Some((_, plan)) => match plan.carry_out(paths) {
            Ok(done) => Some(done),
            Err(why) => return told(Err(why)),
        },
        None => None,
    };
    if said.json {
        output::data(&object(&found, &plans, does));
        return Exit::Done;
    }
    for one in &found {
        output::line(&one.told());
    }
    match done {
        Some((done, id)) => {
            let undo = id.map(|_| commands::import_undo(program.token()));
            output::line(&[Some(done), undo].into_iter().flatten().collect::<Vec<_>>().join(" "));
        }
        None if looks => drop(output::line(&format!("{} {}", text::dry(), commands::import_how()))),
        None => {
            let would = plans.iter().map(|(_, plan)| text::gain(plan.would)).collect::<Vec<_>>().join(" ");
            output::line(&format!("{would} {}", text::dry()));
        }
    }
    Exit::Done
}

/// What would come of the records of each program that has any.
fn plans(paths: &Paths, found: &[FoundRecord]) -> Result<Vec<(Program, ImportPlan)>, String> {
    let of = |program: Program| {
        let own: Vec<FoundRecord> = found.iter().filter(|one| one.reading.program == program).cloned().collect();
        (!own.is_empty()).then(|| ImportPlan::of(paths, program, &own).map(|plan| (program, plan)))
    };
    Program::ALL.into_iter().filter_map(of).collect()
}

/// One object: each file with what is in it, and what each program's would add, or did.
fn object(found: &[FoundRecord], plans: &[(Program, ImportPlan)], done: bool) -> String {
    let file = |one: &FoundRecord| {
        let days = &one.reading.days;
        json!({
            "file": one.file,
            "program": one.reading.program,
            "days": days.len(),
            "from": days.first().map(|it| it.day),
            "to": days.last().map(|it| it.day),
            "left_out": one.reading.unread.count,
            "left_out_first": one.reading.unread.first,
        })
    };
    let of_program = |(program, plan): &(Program, ImportPlan)| {
        let ImportGain { new, more, known } = plan.would;
        json!({ "program": program, "new": new, "more": more, "known": known })
    };
    let all = json!({
        "done": done,
        "files": found.iter().map(file).collect::<Vec<Value>>(),
        "programs": plans.iter().map(of_program).collect::<Vec<Value>>(),
    });
    serde_json::to_string_pretty(&all).unwrap_or_default()
}
