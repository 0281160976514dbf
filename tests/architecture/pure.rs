//! Which rooms read and write nothing: no file, no clock, no process, no network.

use crate::house::{HOUSE, Named};

/// Rooms that touch nothing. (The ledger's figures are pure too; its file is not.)
const PURE: &[&str] = &[
    "engine", "text", "parts", "settings", "library", "setup", "figures", "review", "learn", "plain", "style",
    "scenario", "zones", "calendar", "import",
];

/// Where the standard library touches the world.
const WORLD: &[&str] = &["fs", "env", "thread", "process", "net", "os"];

fn touches(named: &Named) -> bool {
    let has = |part: &str| named.path.iter().any(|p| p == part);
    let world =
        named.path.first().is_some_and(|p| p == "std") && named.path.iter().any(|p| WORLD.contains(&p.as_str()));
    world || has("Instant") || has("SystemTime") || (has("now") && (has("Local") || has("Utc")))
}

#[test]
fn pure_rooms_touch_nothing() {
    let pure = HOUSE.sources.iter().filter(|source| PURE.contains(&source.room()));
    let wrong: Vec<String> = pure
        .flat_map(|source| {
            let bad = source.named.iter().filter(|named| !named.ours && touches(named));
            bad.map(move |named| format!("{}:{}: {}", source.name(), named.line, named.path.join("::")))
        })
        .collect();
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}
