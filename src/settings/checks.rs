//! What must hold between settings. Owns those rules and what counts where one is broken; each says so in a problem.

use super::value::Value;
use super::values::{Given, Origin, Values};
use super::{Problem, Wrong, keys};
use std::time::Duration;

/// Puts right what does not go together, so that the values can be used as they are, and says what it was.
pub(super) fn together(values: &mut Values, defaults: &Values) -> Vec<Problem> {
    let mut problems = Vec::new();
    // Breaks first: the rest is held against their lengths as they count in the end.
    for name in values.names(&keys::BREAK_EVERY) {
        problems.extend(a_break(values, defaults, &name));
    }
    problems.extend(values.names(&keys::NUDGE_EVERY).iter().filter_map(|name| a_nudge(values, name)));
    problems.extend(heads_up(values, defaults));
    problems.extend(leave(values, defaults));
    problems.extend(minimum(values));
    problems
}

/// A break has a rhythm and a length, and the length is the shorter one.
fn a_break(values: &mut Values, defaults: &Values, name: &str) -> Option<Problem> {
    let (every_key, lasts_key) = (keys::BREAK_EVERY.key.named(name), keys::BREAK_LASTS.key.named(name));
    let Some(every_given) = values.0.get(&every_key) else {
        let line = values.0.remove(&lasts_key).map_or(0, |given| given.line);
        return Some(Problem::at(line, Wrong::NoEvery(name.to_owned())));
    };
    let (every, every_line) = (values.of_named(&keys::BREAK_EVERY, name), every_given.line);
    if every.is_zero() {
        return None;
    }
    let (used, name) = (instead(every, defaults), name.to_owned());
    let (line, wrong) = match values.0.get(&lasts_key) {
        None => (every_line, Wrong::NoLasts { name, used }),
        Some(given) => {
            let lasts = values.of_named(&keys::BREAK_LASTS, &name);
            if lasts < every {
                return None;
            }
            let line = if given.line == 0 { every_line } else { given.line };
            (line, Wrong::LastsTooLong { name, lasts, every, used })
        }
    };
    values.0.insert(lasts_key, Given { value: Value::Length(used), origin: Origin::Default, line: 0 });
    Some(Problem::at(line, wrong))
}

/// The length of a break that has none that fits: the default break's, or half of `every` if that is shorter.
fn instead(every: Duration, defaults: &Values) -> Duration {
    defaults.of_named(&keys::BREAK_LASTS, "movement").min(Duration::from_secs(every.as_secs() / 2))
}

/// No nudge has the name of a break that is on.
fn a_nudge(values: &mut Values, name: &str) -> Option<Problem> {
    let key = keys::NUDGE_EVERY.key.named(name);
    if values.of_named(&keys::NUDGE_EVERY, name).is_zero() || values.of_named(&keys::BREAK_EVERY, name).is_zero() {
        return None;
    }
    let nudge = values.0.remove(&key)?;
    let line = if nudge.line == 0 { line_of(values, &keys::BREAK_EVERY.key.named(name)) } else { nudge.line };
    Some(Problem::at(line, Wrong::SameName(name.to_owned())))
}

fn line_of(values: &Values, key: &str) -> usize {
    values.0.get(key).map_or(0, |given| given.line)
}

/// The word before a break comes after the break before.
fn heads_up(values: &mut Values, defaults: &Values) -> Option<Problem> {
    let lengths = values.names(&keys::BREAK_EVERY).into_iter().map(|name| values.of_named(&keys::BREAK_EVERY, &name));
    let shortest = lengths.filter(|every| !every.is_zero()).min()?;
    let (shown, used) = (values.of(&keys::HEADS_UP), defaults.of(&keys::HEADS_UP));
    if shown < shortest {
        return None;
    }
    let given = defaults.0.get(keys::HEADS_UP.name())?.clone();
    let line = values.0.insert(keys::HEADS_UP.name().to_owned(), given)?.line;
    Some(Problem::at(line, Wrong::HeadsUpTooLong { shown, every: shortest, used }))
}

/// Who has left the desk for a break is not yet away for longer than anyone who leaves without one.
fn leave(values: &mut Values, defaults: &Values) -> Option<Problem> {
    let (shown, away) = (values.of(&keys::LEAVE_AFTER), values.of(&keys::AWAY_AFTER));
    if shown <= away {
        return None;
    }
    let (used, given) = (defaults.of(&keys::LEAVE_AFTER), defaults.0.get(keys::LEAVE_AFTER.name())?.clone());
    let line = values.0.insert(keys::LEAVE_AFTER.name().to_owned(), given)?.line;
    Some(Problem::at(line, Wrong::LeaveTooLong { shown, away, used }))
}

/// A minimum above every break's length never applies (80 % of the length does); it is kept, and said.
fn minimum(values: &Values) -> Option<Problem> {
    let given = values.0.get(keys::MINIMUM.name()).filter(|given| given.origin == Origin::Yours)?;
    let on = values
        .names(&keys::BREAK_EVERY)
        .into_iter()
        .filter(|name| !values.of_named(&keys::BREAK_EVERY, name).is_zero());
    let longest = on.map(|name| values.of_named(&keys::BREAK_LASTS, &name)).max()?;
    let shown = values.of(&keys::MINIMUM);
    (shown > longest).then_some(Problem::at(given.line, Wrong::MinimumTooLong { shown, longest }))
}
