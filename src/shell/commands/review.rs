//! `unhunch review`: the record looked back on, and the person's own word on how a break ended. Owns reading what `review`
//! is made of; the figures and their form are `review`'s.

use super::picture;
use crate::engine::instance::Outcome;
use crate::ledger::Ledger;
use crate::review::model::Model;
use crate::review::{self, Asked, PeriodLength, terminal};
use crate::shell::answer::{no_answer, not_recorded, told};
use crate::shell::cli::{Day, Period, ReviewForm};
use crate::shell::correction::{self, Uncorrected};
use crate::shell::ipc::client::NoAnswer;
use crate::shell::past::{Past, reach};
use crate::shell::paths::Paths;
use crate::shell::{Exit, files, output};
use crate::style::Style;
use crate::system::clock::wall;
use crate::text::{cli as text, ledger as ledger_words, review as review_words};
use serde::Serialize;

/// The review where no terminal says how wide it is.
const WIDTH: usize = 80;

/// Answer of `review --json`.
#[derive(Serialize)]
struct ReviewJson {
    #[serde(flatten)]
    review: review::Json,
    /// Why what was answered last is not in there, as `status` has it.
    not_recorded: Option<String>,
}

/// `unhunch review`.
pub(crate) fn run(paths: &Paths, form: &ReviewForm) -> Exit {
    match written_review(paths, form) {
        Ok(text) => {
            if form.json || form.csv {
                output::data(&text);
            } else {
                output::text(&text);
            }
            Exit::Done
        }
        Err(problem) => {
            output::problem(&problem);
            Exit::Refused
        }
    }
}

fn written_review(paths: &Paths, form: &ReviewForm) -> Result<String, String> {
    let past = match Past::open_for_command(paths, reach(form.machine.as_deref()))? {
        Ok(past) => past,
        Err(status) => Past {
            ledger: Ledger::in_memory().map_err(|error| ledger_words::error(&error))?,
            settings: files::settings(paths)?.settings,
            now: wall(),
            until: wall(),
            status,
        },
    };
    let (library, _) = files::own_library(paths).library();
    let period = match form.period {
        Period::Day(Day::Back(0)) => review::Period::now(PeriodLength::Day),
        Period::Day(day) => review::Period::of(PeriodLength::Day, past.day(day)),
        Period::Week => review::Period::now(PeriodLength::Week),
        Period::Month => review::Period::now(PeriodLength::Month),
        Period::All => review::Period::now(PeriodLength::All),
    };
    let (starts, goal) = (past.settings.rules.day_starts, past.settings.goal);
    let asked = Asked { period, now: past.now, day_starts: starts, goal, exercises: &library.content.exercises };
    let whose = past.whose(form.machine.as_deref())?;
    let history = past.history_by(&asked, whose).map_err(|error| ledger_words::error(&error))?;
    if past.ledger.unread() > 0 {
        output::problem(&review_words::left_out(past.ledger.unread()));
    }
    let review = review::look_back(history, &asked);
    Ok(if form.json {
        let not_recorded = past.status.and_then(|status| status.not_recorded).as_ref().map(ledger_words::error);
        let json = ReviewJson { review: review::json(&review, form.breaks), not_recorded };
        serde_json::to_string_pretty(&json).map_err(|error| error.to_string())?
    } else if form.csv {
        review::csv(&review)
    } else {
        let style = Style { colour: output::colours(), width: output::columns().unwrap_or(WIDTH) };
        let text = terminal::text(&Model::of(&review), &style);
        let favourite = review.exercises.favourite();
        let favourite = favourite.and_then(|id| library.content.exercises.iter().find(|exercise| exercise.id == id));
        match favourite
            .and_then(|exercise| Some((exercise, picture::in_terminal(exercise, past.settings.look.who.at(past.now))?)))
        {
            Some((exercise, picture)) => format!("{text}\n{picture}{}\n", review_words::favourite(&exercise.name)),
            None => text,
        }
    })
}

/// `unhunch review correct`.
pub(super) fn correct(paths: &Paths, id: u64, outcome: Outcome) -> Exit {
    match correction::correct(paths, id, outcome) {
        Ok(()) => told(Ok(text::corrected(id, outcome.token()))),
        Err(Uncorrected::NotRecorded(why)) => not_recorded(&why),
        Err(Uncorrected::Refused(why)) => told(Err(why)),
        Err(Uncorrected::Unknown(why)) => no_answer(&NoAnswer::Unknown(why)),
    }
}
