//! The table of practices, as the pieces of a page and for other programs. Owns its layout; the practices are the library's.

use super::page::{Block, Run};
use crate::library::{Group, Practice, practices};
use crate::text::learn as text;

/// The columns, by their names.
const COLUMNS: [&str; 7] = ["id", "article", "line", "type", "says", "does", "where"];

/// The table as CSV in a language; the first line names the columns.
///
/// # Errors
/// What the writer of CSV says; a test holds that it says nothing.
pub fn csv(tag: &str) -> Result<String, csv::Error> {
    let mut table = csv::Writer::from_writer(Vec::new());
    table.write_record(COLUMNS)?;
    for Practice { id, article, line, kind, says, does, at } in practices(tag) {
        let at: Vec<String> = at.iter().map(ToString::to_string).collect();
        table.serialize((id, article, line, kind, says, does, at.join(" ")))?;
    }
    let table = table.into_inner().map_err(csv::IntoInnerError::into_error)?;
    Ok(String::from_utf8_lossy(&table).into_owned())
}

/// The table as JSON in a language, with the sorts of things that answer each practice.
#[must_use]
pub fn json(tag: &str) -> serde_json::Value {
    let one = |practice: &Practice| {
        let mut value = serde_json::json!(practice);
        value["actions"] = practice.actions().into();
        value
    };
    practices(tag).iter().map(one).collect()
}

/// The table as the pieces of a page: what the counts are, then group by group.
pub(super) fn blocks(tag: &str) -> Vec<Block> {
    let all = practices(tag);
    let nothing = all.iter().filter(|practice| practice.at.is_empty()).count();
    let mut blocks = vec![Block::Paragraph(vec![Run::plain(text::counts(all.len(), nothing))])];
    for group in Group::ALL {
        blocks.push(Block::Heading(heading(group)));
        blocks.extend(all.iter().filter(|practice| practice.kind.group() == group).cloned().map(Block::Practice));
    }
    blocks
}

fn heading(group: Group) -> String {
    match group {
        Group::Signs => text::group_signs(),
        Group::Causes => text::group_causes(),
        Group::Ideas => text::group_ideas(),
        Group::Movement => text::group_movement(),
        Group::Habits => text::group_habits(),
        Group::Care => text::group_care(),
        Group::Articles => text::group_articles(),
    }
}
