//! Which room may know which.

use crate::house::HOUSE;
use std::collections::BTreeSet;

/// A room, and the rooms it may name besides itself. The shell may name them all.
const ARROWS: &[(&str, &[&str])] = &[
    ("engine", &[]),
    (
        "text",
        &[
            "calendar", "engine", "figures", "import", "library", "ledger", "parts", "plain", "settings", "style",
            "system",
        ],
    ),
    ("parts", &["engine", "ledger", "library", "settings", "system"]),
    ("plain", &[]),
    ("system", &[]),
    ("settings", &["engine", "plain"]),
    ("library", &["engine", "plain"]),
    ("setup", &["engine", "library", "settings", "text"]),
    ("figures", &["engine", "plain"]),
    ("ledger", &["engine", "plain", "system"]),
    ("import", &["ledger"]),
    ("sync", &["ledger", "plain"]),
    ("review", &["engine", "ledger", "style", "text"]),
    ("learn", &["engine", "library", "plain", "style", "text"]),
    ("style", &[]),
    ("scenario", &["engine", "settings", "text", "zones"]),
    ("zones", &[]),
    ("calendar", &["engine", "zones"]),
    ("windows", &["engine", "figures", "learn", "parts", "review", "review", "settings", "setup", "system", "text"]),
    ("senses", &["engine", "parts", "plain", "system"]),
    ("outputs", &["engine", "parts", "system"]),
];

/// The entries and the map of the house.
const ABOVE: &[&str] = &["shell", "lib", "main", "starter"];

fn is_room(name: &str) -> bool {
    name == "shell" || ARROWS.iter().any(|(room, _)| *room == name)
}

/// Every arrow from room to room, and where it stands.
fn drawn() -> impl Iterator<Item = (&'static str, &'static str, String)> {
    HOUSE.sources.iter().flat_map(|source| {
        source.named.iter().filter(|named| named.ours).filter_map(move |named| {
            let other = named.path.first()?.as_str();
            (is_room(other) && other != source.room())
                .then(|| (source.room(), other, format!("{}:{}", source.name(), named.line)))
        })
    })
}

#[test]
fn every_room_knows_only_the_rooms_it_may() {
    let wrong: BTreeSet<String> = drawn()
        .filter(|(room, other, _)| {
            let may = ARROWS.iter().find(|(from, _)| from == room).map(|(_, may)| *may);
            !ABOVE.contains(room) && !may.is_some_and(|may| may.contains(other))
        })
        .map(|(room, other, place)| format!("{place}: {room} knows {other}"))
        .collect();
    assert!(wrong.is_empty(), "\n{}", wrong.into_iter().collect::<Vec<_>>().join("\n"));
}

#[test]
fn every_arrow_is_used() {
    let drawn: BTreeSet<(&str, &str)> = drawn().map(|(room, other, _)| (room, other)).collect();
    let idle: Vec<String> = ARROWS
        .iter()
        .flat_map(|(room, may)| may.iter().map(move |other| (*room, *other)))
        .filter(|(room, other)| [room, other].iter().all(|&name| HOUSE.sources.iter().any(|s| s.room() == *name)))
        .filter(|arrow| !drawn.contains(arrow))
        .map(|(room, other)| format!("no file of {room} names {other}: take the arrow off the list"))
        .collect();
    assert!(idle.is_empty(), "\n{}", idle.join("\n"));
}

#[test]
fn every_file_is_in_a_room() {
    for source in &HOUSE.sources {
        let room = source.room();
        assert!(ABOVE.contains(&room) || is_room(room), "{}: {room} is on no list", source.name());
    }
}
