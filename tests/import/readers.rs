//! What each program writes, with known answers.

use crate::{HISTORY, TODAY, database, day, days, tally, text};
use unhunch::import::{Flaw, NoRecord, of_text};
use unhunch::ledger::{BreakTally, ImportedDay, Program};

#[test]
fn workraves_own_files_are_read() {
    let history = text(HISTORY).unwrap();
    assert_eq!((history.program, history.unread.count), (Program::Workrave, 0));
    let none = tally([Some(0); 5]);
    let short = BreakTally { shown: Some(1), ..none };
    let of = |on| ImportedDay { long: none, ..ImportedDay::new(Program::Workrave, day(on)) };
    assert_eq!(history.days, [ImportedDay { active_s: Some(49), short, ..of("2026-01-06") }]);
    let today = text(TODAY).unwrap();
    assert_eq!(today.days, [ImportedDay { active_s: Some(48), short: none, ..of("2026-01-07") }]);
}

/// Prompted 5 times for 3 breaks: 2 taken, 1 skipped after it was put off twice; 4 more unasked.
const BY_HAND: &str = "WorkRaveStats 3\nD 5 0 126 9 0 5 0 126 17 30\nB 0 7 9 8 7 6 5 4 3\nB 1 7 5 2 4 1 2 3 600 \n\
    B 2 7 1 0 0 1 0 1 0\nM 6 9 9 9 9 9 9\nG 7200\nm 6 14400 1 2 3 4 5\n\nD 6 0 126 9 0 6 0 126 9 0\nB 1 2 1 1\n";

#[test]
fn workraves_counters_are_what_they_are() {
    let read = text(BY_HAND.as_bytes()).unwrap();
    assert_eq!((read.days.len(), read.unread.count), (2, 0), "{read:?}");
    let long = tally([Some(3), Some(2), Some(4), Some(1), Some(2)]);
    let short = tally([Some(4), Some(8), Some(7), Some(6), Some(5)]);
    let first =
        ImportedDay { active_s: Some(14400), long, short, ..ImportedDay::new(Program::Workrave, day("2026-01-05")) };
    assert_eq!(read.days[0], first);
    assert_eq!(read.days[1].long, tally([None, Some(1), None, None, None]));
}

#[test]
fn workraves_database_tells_the_same() {
    let read = database(
        "CREATE TABLE schema_info (key TEXT PRIMARY KEY, value TEXT NOT NULL);
         CREATE TABLE stats_day (day TEXT PRIMARY KEY, start_time INTEGER, stop_day TEXT, stop_time INTEGER);
         CREATE TABLE stats_break (day TEXT, break_id INTEGER, counter INTEGER, value INTEGER,
                                   PRIMARY KEY (day, break_id, counter)) WITHOUT ROWID;
         CREATE TABLE stats_misc (day TEXT, counter INTEGER, value INTEGER, PRIMARY KEY (day, counter)) WITHOUT ROWID;
         INSERT INTO stats_break VALUES ('2026-01-05', 1, 0, 5), ('2026-01-05', 1, 1, 2), ('2026-01-05', 1, 2, 4),
             ('2026-01-05', 1, 3, 1), ('2026-01-05', 1, 4, 2), ('2026-01-05', 1, 5, 3), ('2026-01-05', 1, 6, 600),
             ('2026-01-05', 2, 5, 1), ('2026-02-05', 1, 5, 1), ('yesterday', 1, 5, 1);
         INSERT INTO stats_misc VALUES ('2026-01-05', 0, 14400), ('2026-01-05', 5, 9999999);",
    );
    let read = read.unwrap();
    let long = tally([Some(3), Some(2), Some(4), Some(1), Some(2)]);
    let one = ImportedDay { active_s: Some(14400), long, ..ImportedDay::new(Program::Workrave, day("2026-01-05")) };
    assert_eq!((read.program, read.days), (Program::Workrave, vec![one]));
    let flaws: Vec<Flaw> = read.unread.first.iter().map(|it| it.flaw).collect();
    assert_eq!((read.unread.count, flaws), (2, vec![Flaw::Future, Flaw::Number]));
}

const SANE_BREAK: &str = "
    CREATE TABLE events (id INTEGER PRIMARY KEY AUTOINCREMENT, created_at TIMESTAMP DEFAULT CURRENT_TIMESTAMP,
                         type TEXT NOT NULL, data TEXT NOT NULL);
    CREATE TABLE spans (id INTEGER PRIMARY KEY AUTOINCREMENT, type TEXT NOT NULL, started_at TIMESTAMP NOT NULL,
                        ended_at TIMESTAMP, data TEXT NOT NULL DEFAULT '{}');";

#[test]
fn sane_breaks_stretches_are_each_on_their_day() {
    let read = database(&format!(
        "{SANE_BREAK}
         INSERT INTO spans (type, started_at, ended_at, data) VALUES
            ('normal', '2026-01-05T09:00:00Z', '2026-01-05T10:00:00Z', '{{}}'),
            ('break', '2026-01-05T10:00:00Z', '2026-01-05T10:00:20Z', '{{\"type\":\"small\",\"normal-exit\":true}}'),
            ('break', '2026-01-05 11:00:00', '2026-01-05 11:01:00', '{{\"type\":\"big\",\"normal-exit\":false}}'),
            ('break', '2026-01-05 12:00:00', '2026-01-05 12:01:00', '{{\"type\":\"big\"}}'),
            ('break', '2026-01-05 13:00:00', NULL, '{{\"type\":\"big\"}}'),
            ('meeting', '2026-01-06 03:30:00', '2026-01-06 04:10:00', '{{}}'),
            ('pause', '2026-01-06 10:00:00', '2026-01-06 11:00:00', '{{}}'),
            ('dream', '2026-01-06 10:00:00', '2026-01-06 11:00:00', '{{}}');
         INSERT INTO events (created_at, type, data) VALUES
            ('2026-01-05 10:30:00', 'postpone', '{{}}'), ('2026-01-05 10:40:00', 'focus', '{{}}');"
    ));
    let read = read.unwrap();
    let first = ImportedDay {
        active_s: Some(3600 + 1800),
        postponed: Some(1),
        short: tally([Some(1), Some(1), None, None, None]),
        long: tally([Some(2), None, None, Some(1), None]),
        ..ImportedDay::new(Program::SaneBreak, day("2026-01-05"))
    };
    let next = ImportedDay { active_s: Some(600), ..ImportedDay::new(Program::SaneBreak, day("2026-01-06")) };
    assert_eq!(read.days, [first, next]);
    assert_eq!((read.unread.count, read.unread.first[0].line), (1, 8));
}

const ENTRACTE: &str = r#"{"t":"2026-01-05T09:00:00.123Z","type":"break_start","kind":"micro","duration_secs":20,"enforceable":false}
{"t":"2026-01-05T09:00:20Z","type":"break_end","kind":"micro","outcome":"completed"}
{"t":"2026-01-05T10:00:00Z","type":"break_start","kind":"long","duration_secs":300,"enforceable":false}
{"t":"2026-01-05T10:00:05Z","type":"break_postponed","kind":"long","minutes":5}
{"t":"2026-01-05T10:05:00Z","type":"break_start","kind":"long","duration_secs":300,"enforceable":false}
{"t":"2026-01-05T10:05:30Z","type":"break_end","kind":"long","outcome":"dismissed"}
{"t":"2026-01-05T12:00:00Z","type":"break_skipped","kind":"long","source":"user"}
{"t":"2026-01-05T12:10:00Z","type":"guard_suppress","kind":"long","reason":"camera"}
{"t":"2026-01-05T12:20:00Z","type":"pause_start","duration_secs":null}
{"t":"2026-01-05T12:30:00Z","type":"pause_end"}
{"t":"2026-01-06T01:00:00Z","type":"break_end","kind":"sleep","outcome":"completed"}
{"t":"2026-01-06T05:00:00Z","type":"new_kind_of_thing","kind":"long"}
{"t":"2026-01-06T05:00:00Z","type":"break_en"#;

#[test]
fn entractes_events_are_counted_and_what_is_cut_is_named() {
    let read = text(ENTRACTE.as_bytes()).unwrap();
    let one = ImportedDay {
        short: tally([Some(1), Some(1), None, None, None]),
        long: tally([Some(2), None, None, Some(2), Some(1)]),
        ..ImportedDay::new(Program::Entracte, day("2026-01-05"))
    };
    assert_eq!((read.program, read.days), (Program::Entracte, vec![one]));
    let lines: Vec<usize> = read.unread.first.iter().map(|it| it.line).collect();
    assert_eq!((read.unread.count, lines), (2, vec![12, 13]));
}

#[test]
fn whoever_names_the_program_can_read_a_file_without_its_first_line() {
    let cut = BY_HAND.split_once('\n').unwrap().1;
    assert_eq!(text(cut.as_bytes()), Err(NoRecord::Unknown));
    let read = of_text(cut.as_bytes(), Some(Program::Workrave), &days()).unwrap();
    assert_eq!(read.days, text(BY_HAND.as_bytes()).unwrap().days);
    for other in [Program::SaneBreak, Program::Entracte] {
        assert_eq!(of_text(BY_HAND.as_bytes(), Some(other), &days()), Err(NoRecord::NotFrom(other)));
    }
}
