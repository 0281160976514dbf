//! `unhunch learn`: the list, a page as wide as the terminal, the table for other programs, and pages that are not there.

use crate::house::House;
#[cfg(unix)]
use crate::terminal::{read, rest, terminal};
#[cfg(unix)]
use rustix::termios::{Winsize, tcsetwinsize};
use std::collections::BTreeSet;

#[test]
fn pages_are_listed_and_shown_plain_where_no_terminal_is() {
    let house = House::new();
    let list = house.run(&["learn"]);
    assert!(list.code == 0 && list.out.contains("knots       What is a knot?\n"), "{list:?}");
    let page = house.run(&["learn", "help"]);
    assert!(page.code == 0 && page.err.is_empty() && !page.out.contains('\u{1b}'), "{page:?}");
    for line in ["When to see someone", "Please get emergency help now", "This is not medical advice"] {
        assert!(page.out.lines().any(|told| told == line), "{line}: {}", page.out);
    }
    assert!(page.out.lines().all(|line| line.chars().count() <= 80));
}

#[test]
fn a_page_that_is_not_there_is_guessed() {
    let house = House::new();
    let said = house.run(&["learn", "knosts"]);
    assert!(said.code == 2 && said.out.is_empty() && said.err.contains("knots"), "{said:?}");
    let said = house.run(&["learn", "../../etc/passwd"]);
    assert!(said.code == 2 && said.err.contains("`unhunch learn` lists them"), "{said:?}");
    for form in ["--csv", "--json"] {
        assert_eq!(house.run(&["learn", "knots", form]).code, 2);
        assert_eq!(house.run(&["learn", form]).code, 2);
    }
}

#[test]
fn the_table_is_for_other_programs_too() {
    let house = House::new();
    let csv = house.run(&["learn", "practices", "--csv"]);
    let mut table = csv::Reader::from_reader(csv.out.as_bytes());
    assert_eq!(
        table.headers().expect("columns").iter().collect::<Vec<_>>().join(" "),
        "id article line type says does where"
    );
    assert_eq!(table.records().flatten().count(), 195);
    let json = house.json(&["learn", "practices", "--json"]);
    assert_eq!((json.as_array().map(Vec::len), &json[1]["id"]), (Some(195), &"A02".into()));
    assert!(house.run(&["learn", "practices"]).out.contains("\nB43   Hourly movement breaks\n"));
}

/// Every command that the table or a page names is one.
#[test]
fn commands_that_are_named_are_there() {
    let house = House::new();
    let json = house.json(&["learn", "practices", "--json"]);
    let rows = json.as_array().expect("rows");
    let named = rows.iter().flat_map(|row| row["where"].as_array().expect("a list"));
    let mut commands: BTreeSet<String> =
        named.filter_map(|at| at.as_str()?.strip_prefix("command:").map(|words| words.replace('/', " "))).collect();
    let list = house.run(&["learn"]).out;
    let ids = list.lines().take_while(|line| !line.is_empty()).filter_map(|line| line.split_whitespace().next());
    for id in ids {
        let page = house.run(&["learn", id]).out.split_whitespace().collect::<Vec<_>>().join(" ");
        let quoted = page.split('`').skip(1).step_by(2).filter_map(|code| code.strip_prefix("unhunch "));
        commands.extend(quoted.filter_map(|words| words.split(' ').next().map(String::from)));
    }
    assert!(commands.contains("review") && commands.contains("guide"), "{commands:?}");
    for command in commands {
        let words: Vec<&str> = command.split(' ').chain(["--help"]).collect();
        let said = house.run(&words);
        assert!(said.code == 0 && said.out.contains(&format!("Usage: unhunch {command}")), "{command}: {said:?}");
    }
}

#[cfg(unix)] // a terminal, which is a file there
#[test]
fn a_terminal_gets_its_width_and_gentle_colour_unless_it_wants_none() {
    let house = House::new();
    for (colour, painted) in [("", true), ("1", false)] {
        let (ours, theirs) = terminal();
        let size = Winsize { ws_row: 24, ws_col: 40, ws_xpixel: 0, ws_ypixel: 0 };
        tcsetwinsize(&theirs, size).expect("a width");
        let mut command = house.command(&["learn", "posture"]);
        command.env("TERM", "xterm").env("NO_COLOR", colour).stdout(theirs.try_clone().expect("a handle"));
        let screen = read(ours);
        assert!(command.status().expect("it runs").success());
        let seen = rest(theirs, &screen);
        assert_eq!(seen.contains("\u{1b}[1mShift, not sit straight\u{1b}[0m"), painted, "{seen}");
        let pieces = seen.split("\u{1b}[").enumerate();
        let plain: String =
            pieces.filter_map(|(n, piece)| if n == 0 { Some(piece) } else { Some(piece.split_once('m')?.1) }).collect();
        assert!(plain.contains("Shift, not sit straight"), "{plain}");
        assert!(plain.lines().all(|line| line.trim_end().chars().count() <= 40), "{plain}");
    }
}

#[cfg(target_os = "linux")] // elsewhere there is always a display
#[test]
fn without_a_display_no_window_opens_and_it_says_why() {
    let house = House::new();
    let said = house.run(&["learn", "--window", "knots"]);
    assert!(said.code == 1 && said.out.is_empty() && said.err.contains("no display"), "{said:?}");
    assert_eq!(house.run(&["learn", "--window", "nowhere"]).code, 2);
    assert_eq!(house.run(&["learn", "--window", "--csv"]).code, 2);
}
