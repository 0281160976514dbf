//! `unhunch symptoms`: the library's warning signs as questions, and what the person wants done about a yes. Owns the talk;
//! the texts are the library's. It keeps no answer, judges none, and changes nothing without a yes to that change.

use super::config;
use crate::engine::event::{Pause, Request};
use crate::ledger::LedgerError;
use crate::library::{Flag, RedFlags, Tier, TierId};
use crate::settings::{self, Settings, keys};
use crate::shell::answer::{handed_on, no_answer, not_recorded};
use crate::shell::cli::Symptoms;
use crate::shell::dialogue::{answer, by_hand, paragraph, paragraphs};
use crate::shell::ipc::client::{self, NoAnswer};
use crate::shell::ipc::{Call, Reply};
use crate::shell::paths::Paths;
use crate::shell::{Exit, files, output};
use crate::text::{ledger, library, symptoms as text};
use serde_json::json;

/// Why a talk ended before its end.
enum Interruption {
    /// The person left, or nothing more came in.
    Left,
    /// Something came in that is no answer, from where nobody can be asked again.
    Wrong(String),
    /// What the person wanted could not be done.
    Trouble(String),
    /// The running app could not be told.
    Untold(NoAnswer),
    /// What the person wanted was done, and is not in the record, and why.
    NotRecorded(LedgerError),
}

/// Asks, or shows the lists.
pub(super) fn run(paths: &Paths, form: Symptoms) -> Exit {
    let flags = library::red_flags();
    if form.json {
        return handed_on(serde_json::to_string_pretty(&as_json(&flags)).map_err(|error| error.to_string()));
    }
    if form.list {
        paragraphs(text::list(&flags));
        return Exit::Done;
    }
    match ask(paths, &flags) {
        Ok(()) | Err(Interruption::Left) => {
            paragraph(&text::left());
            paragraph(&text::kept());
            Exit::Done
        }
        Err(Interruption::NotRecorded(why)) => {
            paragraph(&text::left());
            paragraph(&text::kept());
            not_recorded(&why)
        }
        Err(Interruption::Wrong(problem)) => {
            output::problem(&problem);
            Exit::Usage
        }
        Err(Interruption::Trouble(problem)) => {
            output::problem(&problem);
            Exit::Refused
        }
        Err(Interruption::Untold(none)) => no_answer(&none),
    }
}

fn as_json(flags: &RedFlags) -> serde_json::Value {
    let sign = |flag: &Flag| json!({"id": flag.id, "text": flag.text, "own_text": flag.own_text});
    let tiers = flags.tiers.iter().map(|tier| {
        let signs: Vec<_> = text::of(flags, tier.id).map(sign).collect();
        json!({"id": tier.id, "title": tier.title, "text": tier.text, "flags": signs})
    });
    json!({
        "notice_title": flags.notice_title,
        "notice": flags.notice.trim_end(),
        "tiers": tiers.collect::<Vec<_>>(),
    })
}

fn ask(paths: &Paths, flags: &RedFlags) -> Result<(), Interruption> {
    paragraph(&text::notice(flags));
    paragraph(&text::how());
    let mut any = false;
    for tier in &flags.tiers {
        let signs: Vec<&Flag> = text::of(flags, tier.id).collect();
        output::line("");
        paragraphs(text::ask(flags, tier.id));
        let chosen = numbers(signs.len())?;
        let chosen: Vec<&Flag> = chosen.into_iter().filter_map(|at| signs.get(at).copied()).collect();
        if chosen.is_empty() {
            continue;
        }
        any = true;
        output::line("");
        paragraphs(text::advice(flags, tier, &chosen));
        output::line("");
        offer(paths, tier)?;
        if tier.id == TierId::Emergency {
            // Everything else can wait.
            return Ok(());
        }
    }
    if !any {
        output::line("");
        paragraph(&text::none());
    }
    Ok(())
}

/// Places of the list, from 0.
fn numbers(most: usize) -> Result<Vec<usize>, Interruption> {
    let place = |part: &str| part.parse::<usize>().ok()?.checked_sub(1).filter(|place| *place < most);
    until(|line| {
        let parts = line.split([',', ' ']).map(str::trim).filter(|part| !part.is_empty() && *part != "none");
        parts.map(|part| place(part).ok_or_else(|| text::no_answer(part, most))).collect()
    })
}

/// What is read from the person's next line, asked for until it can be read.
fn until<T>(read: impl Fn(&str) -> Result<T, String>) -> Result<T, Interruption> {
    loop {
        let line = answer().filter(|line| line != "q" && line != "quit").ok_or(Interruption::Left)?;
        match read(&line) {
            Ok(value) => return Ok(value),
            Err(problem) if by_hand() => paragraph(&problem),
            Err(problem) => return Err(Interruption::Wrong(problem)),
        }
    }
}

/// Says what can be done about a tier, and does it if the person wants it.
fn offer(paths: &Paths, tier: &Tier) -> Result<(), Interruption> {
    let settings = files::settings(paths).map_err(Interruption::Trouble)?.settings;
    let done = match tier.id {
        TierId::Urgent if settings.rules.fit.easy_only => Some(text::easy_already()),
        TierId::Mind if settings.rules.reflect_at.is_none() => None,
        TierId::Soon => spare(paths, &settings)?,
        TierId::Emergency | TierId::Urgent | TierId::Mind => {
            paragraph(&text::offer(tier.id));
            let yes = until(|line| Ok(line == "y" || line == "yes"))?;
            if yes { Some(act(paths, tier.id)?) } else { None }
        }
    };
    paragraphs(done);
    if tier.id == TierId::Mind {
        paragraph(&text::calm());
    }
    Ok(())
}

fn act(paths: &Paths, tier: TierId) -> Result<String, Interruption> {
    match tier {
        TierId::Emergency => match client::call(paths, &Call::Ask(Request::Pause(Pause::Day))) {
            Ok(Reply::Refused(why)) => Err(Interruption::Trouble(why.by_command())),
            Ok(Reply::NotRecorded(why)) => Err(Interruption::Trouble(ledger::error(&why))),
            Ok(
                Reply::Status(_) | Reply::All(_) | Reply::Parts(_) | Reply::Changed(_) | Reply::Told(_) | Reply::Done,
            ) => {
                // No exercise goes on either; it is refused where none does.
                let _ = client::call(paths, &Call::Ask(Request::Done));
                let Some(why) = client::status(paths).and_then(|status| status.not_recorded) else {
                    return Ok(text::quiet());
                };
                paragraph(&text::quiet());
                Err(Interruption::NotRecorded(why))
            }
            Err(NoAnswer::NotRunning) => Ok(text::quiet_already()),
            Err(none) => Err(Interruption::Untold(none)),
        },
        TierId::Urgent => {
            set(paths, keys::EXERCISE_EASY_ONLY.name(), "true").map(|()| text::easy()).map_err(Interruption::Trouble)
        }
        TierId::Mind => {
            set(paths, keys::REFLECT_AT.name(), "").map(|()| text::no_question()).map_err(Interruption::Trouble)
        }
        TierId::Soon => Ok(String::new()),
    }
}

/// Adds sore areas to what exercises leave alone.
fn spare(paths: &Paths, settings: &Settings) -> Result<Option<String>, Interruption> {
    paragraph(&text::offer(TierId::Soon));
    paragraph(&text::areas_line());
    let areas = text::areas();
    let plain = |name: &str| name.to_lowercase().replace('-', " ");
    let named: Vec<String> = until(|line| {
        let parts = line.split(',').map(str::trim).filter(|part| !part.is_empty() && *part != "none");
        let known = |part: &str| areas.iter().find(|(word, name)| [plain(word), plain(name)].contains(&plain(part)));
        parts.map(|part| known(part).map(|area| area.0.to_owned()).ok_or_else(|| text::no_area(part))).collect()
    })?;
    if named.is_empty() {
        return Ok(None);
    }
    let mut all = settings.rules.fit.avoid.clone();
    all.extend(named);
    all.sort();
    all.dedup();
    set(paths, keys::EXERCISE_AVOID.name(), &all.join(",")).map_err(Interruption::Trouble)?;
    Ok(Some(text::spared(&all)))
}

fn set(paths: &Paths, key: &str, value: &str) -> Result<(), String> {
    config::change(paths, key, |text| settings::set(text, key, value)).map(drop)
}
