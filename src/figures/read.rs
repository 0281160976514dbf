//! The text of the figures made figures. Owns their form and the lines of what is wrong; the checks are `check`'s.

use super::check::check;
use super::figure::{Arrow, Close, Figure, Key, NEARS, Near, Work};
use super::flesh::HANDS;
use super::glow::AREAS;
use super::pose::Pose;
use super::problem::{Because, Problem, Wrong};
use super::prop::{ITEMS, Prop};
use super::room::{BASES, Room};
use super::shape::{Camera, VIEWS, View};
use super::table::{Table, followed, lay, numbers};
use crate::engine::content::Exercise;
use crate::engine::person::Person;
use crate::plain::line_ends;
use glam::Vec3;
use serde::Deserialize;
use toml::Value;
use toml::de::{DeTable, DeValue, ValueDeserializer};

/// The form that this version reads.
const SCHEMA: &str = "1";

/// One figure as it is written.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Form {
    id: String,
    view: String,
    near: Option<String>,
    base: String,
    #[serde(default)]
    close: Vec<String>,
    #[serde(default)]
    card: Vec<String>,
    #[serde(default)]
    props: Vec<String>,
    #[serde(default)]
    work: Vec<String>,
    #[serde(default)]
    face: bool,
    still: f32,
    /// The data show both sides themselves.
    #[serde(default)]
    both: bool,
    #[serde(default)]
    pose: Table,
    frames: Vec<Table>,
    #[serde(default)]
    arrows: Vec<Table>,
    #[serde(default)]
    nearer: Table,
}

/// All figures of a text.
pub(super) fn all(text: &str, exercises: &[Exercise]) -> (Vec<Figure>, Vec<Problem>) {
    let (mut figures, mut problems) = (Vec::<Figure>::new(), Vec::new());
    let mut wrong = |byte: usize, wrong: Wrong| problems.push(Problem { line: 1 + line_ends(text, 0..byte), wrong });
    let mut table = match DeTable::parse(text) {
        Ok(table) => table.into_inner(),
        Err(error) => {
            wrong(error.span().map_or(0, |span| span.start), Wrong::NotToml(error.message().to_owned()));
            return (figures, problems);
        }
    };
    for (key, value) in &table {
        let schema = value.get_ref().as_integer().is_some_and(|n| n.as_str() == SCHEMA);
        if key.get_ref() != "figure" && !(key.get_ref() == "schema" && schema) {
            let known = vec!["figure".to_owned(), format!("schema = {SCHEMA}")];
            wrong(key.span().start, Wrong::Key(Because::NoKey { key: key.get_ref().to_string(), known }));
        }
    }
    let Some((_, list)) = table.remove_entry("figure") else { return (figures, problems) };
    let DeValue::Array(list) = list.into_inner() else { return (figures, problems) };
    for value in list {
        let start = value.span().start;
        let form = match Form::deserialize(ValueDeserializer::from(value)) {
            Ok(form) => form,
            Err(error) => {
                wrong(error.span().map_or(start, |span| span.start), Wrong::Form(error.message().to_owned()));
                continue;
            }
        };
        let left_out = |because| Wrong::Figure { id: form.id.clone(), because };
        if figures.iter().any(|figure| figure.id == form.id) {
            wrong(start, left_out(Because::Twice));
            continue;
        }
        let Some(exercise) = exercises.iter().find(|exercise| exercise.id == form.id) else {
            wrong(start, left_out(Because::NoExercise));
            continue;
        };
        match figure(&form, exercise) {
            Ok(figure) => {
                let found = check(&figure, exercise);
                if found.is_empty() {
                    figures.push(figure);
                }
                for because in found {
                    wrong(start, left_out(because));
                }
            }
            Err(because) => wrong(start, left_out(because)),
        }
    }
    (figures, problems)
}

fn named<T: Copy, const N: usize>(key: &str, word: &str, all: &[(&'static str, T); N]) -> Result<T, Because> {
    let found = all.iter().find(|(name, _)| *name == word).map(|(_, value)| *value);
    found.ok_or_else(|| Because::no_word(key, word, all.each_ref().map(|(name, _)| *name)))
}

fn figure(form: &Form, exercise: &Exercise) -> Result<Figure, Because> {
    let view = named("view", &form.view, &VIEWS)?;
    let near = form.near.as_ref().map_or(Ok(Near::Whole), |near| named("near", near, &NEARS))?;
    let base = named("base", &form.base, &BASES)?;
    let props = form.props.iter().map(|text| prop(text)).collect::<Result<_, _>>()?;
    let mut pose = base.pose();
    lay(&mut pose, &form.pose)?;
    let keys = form.frames.iter().map(|table| key(&pose, table)).collect::<Result<Vec<_>, _>>()?;
    if keys.is_empty() || form.still < 1.0 || usize::from(whole(form.still)) > keys.len() {
        return Err(Because::Frames);
    }
    let mut figure = Figure {
        id: form.id.clone(),
        room: Room { base, props },
        near,
        face: form.face,
        who: Person::default(),
        close: form.close.iter().map(|text| close(text)).collect::<Result<_, _>>()?,
        card: form.card.iter().map(|text| close(text)).collect::<Result<_, _>>()?,
        work: form.work.iter().map(|text| work(text)).collect::<Result<_, _>>()?,
        arrows: form.arrows.iter().map(|table| arrow(table, keys.len())).collect::<Result<_, _>>()?,
        keys,
        still: form.still,
        sides: if exercise.sides == 2 && !form.both { 2 } else { 1 },
        camera: Camera::of(View::Front),
        order: form.nearer.iter().map(|(key, value)| order(key, value)).collect::<Result<_, _>>()?,
        view,
    };
    figure.frame();
    Ok(figure)
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "the cast saturates, which is wanted")]
fn whole(n: f32) -> u16 {
    n as u16
}

fn sided(text: &str) -> (&str, Option<usize>) {
    match (text.strip_suffix("_l"), text.strip_suffix("_r")) {
        (Some(name), _) => (name, Some(0)),
        (None, Some(name)) => (name, Some(1)),
        (None, None) => (text, None),
    }
}

/// `"hand_r"`.
fn work(text: &str) -> Result<Work, Because> {
    let (name, side) = sided(text);
    named("work", name, &AREAS).map(|area| (area, side))
}

/// `"hand_r 12"`: a place, and how much around it.
fn close(text: &str) -> Result<Close, Because> {
    let wrong = || Because::not_a_place("close");
    let (place, radius) = text.rsplit_once(' ').ok_or_else(wrong)?;
    let radius = radius.parse().ok().filter(|radius| (0.0..=100.0).contains(radius)).ok_or_else(wrong)?;
    let (on, side) = followed("close", &Value::String(place.to_owned()))?;
    Ok(Close { on, side, radius })
}

/// `"chair 40 turned"`.
fn prop(text: &str) -> Result<Prop, Because> {
    let mut parts = text.split_whitespace();
    let item = named("props", parts.next().unwrap_or_default(), &ITEMS)?;
    let mut prop = Prop { item, at: 0.0, turned: false };
    for part in parts {
        match (part, part.parse()) {
            ("turned", _) => prop.turned = true,
            (_, Ok(at)) => prop.at = at,
            _ => return Err(Because::not_a_place("props")),
        }
    }
    Ok(prop)
}

fn key(base: &Pose, table: &Table) -> Result<Key, Because> {
    let mut pose = base.clone();
    let mut rest = table.clone();
    let own = rest.remove("work").map(|list| {
        let list = list.as_array().map_or(std::slice::from_ref(&list), Vec::as_slice);
        list.iter().map(|text| work(text.as_str().unwrap_or_default())).collect::<Result<_, _>>()
    });
    let mut number = |name: &str, otherwise: f32| match rest.remove(name) {
        Some(value) => numbers(name, &value, 1).map(|n| n[0]),
        None => Ok(otherwise),
    };
    let (cue, go, hold) = (number("cue", 1.0)?, number("go", 1.2)?, number("hold", 0.6)?);
    lay(&mut pose, &rest)?;
    if cue < 1.0 || !(0.05..=30.0).contains(&go) || !(0.0..=30.0).contains(&hold) {
        return Err(Because::Frames);
    }
    Ok(Key { cue: usize::from(whole(cue)) - 1, go, hold, work: own.transpose()?, pose })
}

fn arrow(table: &Table, keys: usize) -> Result<Arrow, Because> {
    let three = |key: &str| match table.get(key) {
        Some(value) => numbers(key, value, 3).map(|n| Some(Vec3::new(n[0], n[1], n[2]))),
        None => Ok(None),
    };
    let known = ["on", "into", "by", "off"];
    if let Some(key) = table.keys().find(|key| !known.contains(&key.as_str())) {
        return Err(Because::NoKey { key: key.clone(), known: known.map(str::to_owned).into() });
    }
    let into = table.get("into").and_then(Value::as_integer).and_then(|n| usize::try_from(n).ok());
    let into = into.filter(|n| (1..=keys).contains(n)).ok_or(Because::Frames)? - 1;
    let (on, side) = followed("on", table.get("on").unwrap_or(&Value::Boolean(false)))?;
    Ok(Arrow { on, side, into, by: three("by")?, off: three("off")?.unwrap_or_default() })
}

/// The group of a limb, as `flesh` lists them, and how much nearer it is.
fn order(key: &str, value: &Value) -> Result<(usize, f32), Because> {
    const GROUPS: [(&str, usize); 8] = [
        ("torso", 0),
        ("leg_l", 1),
        ("leg_r", 2),
        ("head", 3),
        ("arm_l", 4),
        ("arm_r", 5),
        ("hand_l", HANDS[0]),
        ("hand_r", HANDS[1]),
    ];
    Ok((named("nearer", key, &GROUPS)?, numbers(key, value, 1)?[0]))
}
