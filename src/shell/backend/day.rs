//! Today in the record, and the story of a break: what was decided of it, from the journal. Owns which rows and entries
//! belong to each; the words are `text::today`'s.

use super::Backend;
use crate::engine::instance::{Instance, Outcome};
use crate::engine::moment::Stamp;
use crate::ledger::{Entry, EntryKind, History, Ledger, LedgerError, Whose, may_correct};
use crate::library::Library;
use crate::review::model::{Chart, Element, Model, Timeline};
use crate::review::{self, Asked};
use crate::shell::cli::Day;
use crate::shell::correction::{self, Uncorrected};
use crate::shell::files;
use crate::shell::past::Past;
use crate::shell::paths::Paths;
use crate::text::review::outcome as ended;
use crate::text::{ledger as text, reasons, today};
use crate::windows::main::talk::{Story, StoryStep, TodayOrder, TodayUpdate};

/// The day so far; none where nothing was recorded yet.
pub(super) fn timeline(paths: &Paths) -> Result<Option<Timeline>, String> {
    let Ok(past) = Past::open(paths, Whose::This)? else { return Ok(None) };
    let (today, starts) = (past.day(Day::Back(0)), past.settings.rules.day_starts);
    let history = of_today(&past, &past.ledger).map_err(|error| text::error(&error))?;
    let library = library(paths);
    let asked = Asked {
        period: review::Period::of(review::PeriodLength::Day, today),
        now: past.now,
        day_starts: starts,
        goal: past.settings.goal,
        exercises: &library.content.exercises,
    };
    let model = Model::of(&review::look_back(history, &asked));
    let parts = model.sections.into_iter().flat_map(|section| section.parts);
    Ok(parts.into_iter().find_map(|part| match part {
        Element::Chart(Chart::Timeline(timeline)) => Some(timeline),
        Element::Chart(_) | Element::Headline { .. } | Element::Remark(..) | Element::Suggestion(_) => None,
    }))
}

fn library(paths: &Paths) -> Library {
    files::own_library(paths).library().0
}

/// Only what today is made of: the whole record may be ten years.
fn of_today(past: &Past, ledger: &Ledger) -> Result<History, LedgerError> {
    let today = past.day(Day::Back(0));
    let begins = today.and_time(past.settings.rules.day_starts).and_local_timezone(*past.now.offset()).single();
    Ok(History {
        rows: ledger.instances(today, today)?,
        spans: ledger.spans(begins.unwrap_or(past.now), past.until)?,
        ..History::default()
    })
}

/// The story of a break; none where there is no such row.
fn story(paths: &Paths, id: u64) -> Result<Option<Story>, String> {
    let Ok(past) = Past::open(paths, Whose::This)? else { return Ok(None) };
    let told = |error: LedgerError| text::error(&error);
    let Some(row) = past.ledger.instance(id).map_err(told)? else { return Ok(None) };
    let entries = decided(&past.ledger, &row).map_err(told)?;
    let library = library(paths);
    let exercise = |id: &str| library.content.exercises.iter().find(|it| it.id == id).map(|it| it.name.clone());
    let step = |entry: &Entry| StoryStep {
        at: crate::text::clock(entry.at),
        text: today::step(&words(entry), &reasons::told(entry.reason.as_ref()), exercise),
    };
    let had = matches!(row.outcome, None | Some(Outcome::Taken | Outcome::Natural));
    let of_another_day = Some(row.day).filter(|day| *day != past.day(Day::Back(0)));
    Ok(Some(Story {
        id,
        title: today::story_title(&row.reminder, of_another_day, row.due, &ended(&row)),
        steps: entries.iter().map(step).chain(corrected(&row)).collect(),
        may_claim: !had && may_correct(&row, past.now),
    }))
}

fn words(entry: &Entry) -> Vec<&str> {
    entry.text.split(' ').collect()
}

/// What the person said of it afterwards; the record knows no time of it.
fn corrected(row: &Instance) -> Option<StoryStep> {
    row.edited.then(|| StoryStep { at: String::new(), text: today::by_your_word(&ended(row)) })
}

/// What was decided of this break, from its falling due to its end.
fn decided(ledger: &Ledger, row: &Instance) -> Result<Vec<Entry>, LedgerError> {
    // The journal names a break and not its number: what was decided until the same one falls due again is of this one.
    let rows = ledger.instances(row.day, row.day)?;
    let same = rows.iter().filter(|it| it.reminder == row.reminder && it.due > row.due);
    let until: Option<Stamp> = same.map(|it| it.due).min();
    let mut entries = ledger.journal(row.day)?;
    if let Some(next) = row.day.succ_opt() {
        entries.extend(ledger.journal(next)?);
    }
    entries.retain(|entry| {
        let within = entry.at >= row.due && until.is_none_or(|until| entry.at < until);
        within && entry.kind == EntryKind::Decision && words(entry).get(1) == Some(&row.reminder.as_str())
    });
    let last = entries.iter().position(|entry| today::closes(&words(entry)));
    entries.truncate(last.map_or(entries.len(), |last| last + 1));
    Ok(entries)
}

impl Backend {
    /// Tells today's timeline.
    pub(super) fn tell_day(&self) {
        match timeline(&self.paths) {
            Ok(day) => self.tell(TodayUpdate::Day(day.map(Box::new))),
            Err(why) => self.refused(why),
        }
    }

    /// Tells the story of a break.
    pub(super) fn tell_story(&self, id: u64) {
        match story(&self.paths, id) {
            Ok(Some(story)) => self.tell(TodayUpdate::Story(Box::new(story))),
            Ok(None) => self.refused(text::error(&LedgerError::NoSuchRow(id))),
            Err(why) => self.refused(why),
        }
    }

    /// Takes the person's word on how a break ended; what it counted as before can be had back.
    pub(super) fn correct(&self, id: u64, outcome: Outcome) {
        let before = self.outcome(id);
        match correction::correct(&self.paths, id, outcome) {
            Ok(()) => {
                let back = before.filter(|before| *before != outcome);
                let undo = back.map(|outcome| TodayOrder::Correct { id, outcome }.into());
                self.done(today::counts_as(outcome), undo);
            }
            Err(Uncorrected::NotRecorded(why)) => self.refused(text::not_recorded(&why)),
            Err(Uncorrected::Refused(why) | Uncorrected::Unknown(why)) => self.refused(why),
        }
        self.tell_day();
    }

    fn outcome(&self, id: u64) -> Option<Outcome> {
        let past = Past::open(&self.paths, Whose::This).ok()?.ok()?;
        past.ledger.instance(id).ok()??.outcome
    }
}
