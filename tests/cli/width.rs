//! What is printed fits the terminal in whole words, and has no letter that the locale lacks.

use crate::house::{House, until};
use crate::terminal::{read, rest, terminal};
use rustix::termios::{Winsize, tcsetwinsize};

/// What a command prints on a terminal of so many columns.
fn on(house: &House, columns: u16, arguments: &[&str]) -> String {
    let (ours, theirs) = terminal();
    tcsetwinsize(&theirs, Winsize { ws_row: 24, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0 }).expect("its size");
    let twin = || theirs.try_clone().expect("a handle");
    let mut command = house.command(arguments);
    let mut program = command.env("NO_COLOR", "1").stdout(twin()).stderr(twin()).spawn().expect("started");
    let screen = read(ours);
    until("its end", || program.try_wait().expect("asked"));
    rest(theirs, &screen).replace('\r', "")
}

/// A home with a day in its record.
fn with_a_day() -> House {
    let house = House::with("exercise.avoid = [\"neck\"]\n");
    let day = include_str!("../scenarios/calls/call-a-whole-morning-of-back-to-back-calls.txt");
    let file = house.path("day.txt");
    std::fs::write(&file, day).expect("written");
    std::fs::create_dir_all(house.ledger().parent().expect("a folder")).expect("made");
    let (file, ledger) = (file.display().to_string(), house.ledger().display().to_string());
    let played = house.run(&["simulate", "--ledger", &ledger, &file]);
    assert_eq!(played.code, 0, "{played:?}");
    house
}

const DAY: &str = "2026-01-05";
/// Commands that a person reads, without a running app.
const COMMANDS: [&[&str]; 16] = [
    &["status"],
    &["doctor"],
    &["why", "--day", DAY],
    &["why"],
    &["review", DAY],
    &["review", "all"],
    &["exercises"],
    &["exercises", "show", "chin-tuck"],
    &["exercises", "show", "chin-tcuk"],
    &["config", "show"],
    &["config", "set", "goal", "200"],
    &["learn"],
    &["learn", "help"],
    &["symptoms", "--list"],
    &["calendar"],
    &["pause", "a", "while"],
];

#[test]
fn every_line_fits_the_terminal_in_whole_words() {
    let house = with_a_day();
    let home = house.path("").display().to_string();
    let words = |text: &str| text.split_whitespace().map(str::to_owned).collect::<std::collections::BTreeSet<_>>();
    for arguments in COMMANDS {
        for columns in [40, 80, 120] {
            let page = on(&house, columns, arguments);
            assert!(!page.trim().is_empty(), "{arguments:?}");
            for line in page.lines() {
                // A path is one word, however long.
                let fits = line.chars().count() <= usize::from(columns) || line.contains(&home);
                assert!(fits, "{arguments:?} on {columns}: {line:?}\n{page}");
            }
            if arguments[0] != "review" {
                let whole = on(&house, 1000, arguments).replace([',', ':'], " ");
                let shown = words(&page.replace([',', ':'], " "));
                let missing: Vec<_> = words(&whole).into_iter().filter(|word| !shown.contains(word)).collect();
                assert!(missing.is_empty(), "{arguments:?} on {columns} breaks {missing:?}\n{page}");
            }
        }
    }
}

#[test]
fn the_list_of_exercises_has_a_line_for_each_where_they_fit() {
    let house = House::new();
    let piped = house.run(&["exercises"]).out;
    let each = |page: &str, id: &str| page.lines().filter(|line| line.starts_with(id)).count();
    for page in [piped.clone(), on(&house, 200, &["exercises"]), on(&house, 40, &["exercises"])] {
        assert_eq!((each(&page, "chin-tuck"), each(&page, "seated-thoracic-rotation")), (1, 1), "{page}");
    }
    assert_eq!(on(&house, 200, &["exercises"]), piped);
    let narrow = on(&house, 40, &["exercises"]);
    assert!(narrow.contains("\nchin-tuck\n  Chin tuck"), "{narrow}");
    let beside = on(&house, 80, &["exercises"]);
    assert!(beside.lines().any(|line| line.starts_with("chin-tuck ") && line.contains("Chin tuck")), "{beside}");
}

#[test]
fn where_the_locale_is_not_utf8_everything_is_ascii() {
    let house = with_a_day();
    let name = "J\u{f6}rg \u{9996} \u{2014} \u{201c}caf\u{e9}\u{201d}";
    let ics = format!(
        "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:1\r\nSUMMARY:{name}\r\nDTSTART:20260105T090000Z\r\nDTEND:20260105T100000Z\r\n\
         END:VEVENT\r\nEND:VCALENDAR\r\n"
    );
    let file = house.path("one.ics");
    std::fs::write(&file, ics).expect("written");
    let file = file.display().to_string();
    let calendar = ["calendar", &file, "--from", DAY];
    let strange = ["exercises", "show", "\u{fc}bung"];
    let wrong = ["review", "\u{9996}"];
    let mut commands: Vec<&[&str]> = COMMANDS.to_vec();
    commands.extend([&calendar[..], &strange[..], &wrong[..], &["--help"]]);
    for locale in ["C", "POSIX", "de_DE.ISO-8859-1"] {
        for arguments in &commands {
            let done = house.command(arguments).env("LC_ALL", locale).output().expect("runs");
            let said = [done.stdout, done.stderr].concat();
            assert!(!said.is_empty() && said.is_ascii(), "{arguments:?}: {}", String::from_utf8_lossy(&said));
        }
    }
    let plain = |arguments: &[&str]| {
        let done = house.command(arguments).env("LC_ALL", "C").output().expect("runs");
        String::from_utf8(done.stdout).expect("text")
    };
    assert!(plain(&calendar).contains("Jorg ?? - \"cafe\""), "{}", plain(&calendar));
    let (here, there) = (house.run(&["review", DAY]).out, plain(&["review", DAY]));
    assert!(here.contains('\u{25cb}') && here.contains('\u{2593}'), "{here}");
    let widths = |page: &str| page.lines().map(|line| line.chars().count()).collect::<Vec<_>>();
    assert_eq!(widths(&here), widths(&there), "the charts keep their columns\n{there}");
    // What is for programs is the same everywhere.
    for arguments in [&["review", DAY, "--csv"][..], &["exercises", "--json"], &["log", "--scenario", DAY]] {
        assert_eq!(house.run(arguments).out, plain(arguments));
    }
    let none = house.command(&["review", DAY]).env_remove("LC_ALL").output().expect("runs");
    assert!(none.stdout.is_ascii(), "no locale is the C locale");
    let set = house.command(&["review", DAY]).env_remove("LC_ALL").env("LANG", "de_DE.utf8").output().expect("runs");
    assert_eq!(String::from_utf8(set.stdout).expect("text"), here);
}
