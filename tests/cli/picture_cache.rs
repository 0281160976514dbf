//! The hidden command that draws the figures' stills: what it leaves in the cache.

use crate::house::{House, names};
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use unhunch::engine::person::Person;

fn mode(path: &Path) -> u32 {
    std::fs::metadata(path).expect("there").permissions().mode() & 0o777
}

#[test]
fn every_shipped_figure_is_drawn_once_privately_and_what_is_old_goes() {
    let house = House::new();
    let all = house.path(".cache/unhunch/figures");
    std::fs::create_dir_all(all.join("0.0.1-0/old")).expect("made");
    std::fs::create_dir_all(all.join("new-1")).expect("made");
    std::fs::write(all.join("stray"), "").expect("written");
    let drawn = house.run(&["draw-figures"]);
    assert_eq!((drawn.code, drawn.out.as_str(), drawn.err.as_str()), (0, "", ""));
    let [version] = names(&all).try_into().expect("one folder");
    assert!(version.starts_with(concat!(env!("CARGO_PKG_VERSION"), "-")), "{version}");
    let folder = all.join(version);
    let exercises = unhunch::library::content("en", &[]).0.content.exercises;
    let of = |id: &str| Person::ALL.map(|who| format!("{id}.{}.png", who.token()));
    let mut wanted: Vec<String> = exercises.iter().flat_map(|exercise| of(&exercise.id)).collect();
    wanted.sort_unstable();
    let (icon, drawn): (Vec<String>, Vec<String>) = names(&folder).into_iter().partition(|name| name == "unhunch.svg");
    assert_eq!((drawn, icon.len()), (wanted.clone(), 1), "the pictures, and the icon beside them");
    assert_eq!(mode(&folder.join(&icon[0])), 0o600);
    assert_eq!((mode(&all), mode(&folder)), (0o700, 0o700));
    for name in &wanted {
        let file = folder.join(name);
        assert_eq!(mode(&file), 0o600);
        let picture = tiny_skia::Pixmap::load_png(&file).expect("a picture");
        let alpha = |x, y| picture.pixel(x, y).expect("inside").alpha();
        assert_eq!((picture.width(), picture.height()), (192, 192));
        assert_eq!((alpha(0, 0), alpha(191, 191), alpha(96, 1)), (0, 0, 255), "round corners");
    }
    let left = folder.join(&wanted[0]);
    std::fs::remove_file(&left).expect("removed");
    assert_eq!(house.run(&["draw-figures"]).code, 0);
    assert!(!left.exists(), "what is there is not drawn again");
}

#[test]
fn where_nothing_can_be_written_nothing_is_said_and_nothing_drawn() {
    let house = House::new();
    std::fs::write(house.path(".cache"), "no folder").expect("written");
    let drawn = house.run(&["draw-figures"]);
    assert_eq!((drawn.code, drawn.out.as_str(), drawn.err.as_str()), (1, "", ""));
}
