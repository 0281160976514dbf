//! Files that are not what they seem: nothing of them gets in, and reading them ends.

use crate::{HISTORY, database, days, text};
use unhunch::import::{Flaw, NoRecord, of_text};
use unhunch::ledger::Program;

fn flaws(text: &str) -> (usize, Vec<(usize, Flaw)>) {
    let read = of_text(text.as_bytes(), Some(Program::Workrave), &days()).unwrap();
    let named = read.unread.first.iter().map(|it| (it.line, it.flaw)).collect();
    (read.unread.count, named)
}

#[test]
fn each_wrong_line_is_named_and_the_others_count() {
    let (count, named) = flaws(
        "WorkRaveStats 4\nB 1 7 1 1 1 1 1 1 1\nD 5 0 126 9 0 5 0 126 17 30\nB 1 7 1 1 x 1 1 1 1\nB 1 7 1 1 1\n\
         B 9 7 1 1 1 1 1 1 1\nB 1 7 1 99999999 1 1 1 1 1\nB 1 7 1 -1 1 1 1 1 1\nm 6 999999 0 0 0 0 0\n\
         B 1 7 1 1 1 1 1 1 99999999999999999999\nhello\nB 0 7 1 1 1 1 1 1 1\n",
    );
    assert_eq!(count, 9);
    let first = [(2, Flaw::NoDay), (4, Flaw::Number), (5, Flaw::Number), (6, Flaw::Unknown), (7, Flaw::TooMuch)];
    assert_eq!(named, first, "and no more are named");
}

#[test]
fn a_wrong_day_takes_its_own_lines_with_it_and_no_others() {
    let text = "WorkRaveStats 4\nD 5 0 126 9 0\nB 1 7 1 1 1 1 1 1 1\nD 5 6 126 9 0\nB 1 7 9 9 9 9 9 9 9\nD 31 1 126 9 0\n\
        B 1 7 9 9 9 9 9 9 9\nD 5 0 0 9 0\nD 5 0 999999999999 9 0\nD\n";
    let read = of_text(text.as_bytes(), None, &days()).unwrap();
    assert_eq!((read.days.len(), read.days[0].long.shown), (1, Some(1)));
    let flaws: Vec<Flaw> = read.unread.first.iter().map(|it| it.flaw).collect();
    assert_eq!(flaws, [Flaw::Future, Flaw::Number, Flaw::TooEarly, Flaw::Number, Flaw::Number]);
}

#[test]
fn what_is_no_record_is_none() {
    let zeros = vec![0; 1 << 20];
    let noise: Vec<u8> = (0..1u32 << 20).map(|n| n.wrapping_mul(2_654_435_761).to_le_bytes()[3]).collect();
    for bytes in [&b""[..], b"\n\n\n", b"{}", b"[1, 2]", b"null", b"BEGIN:VCALENDAR", &zeros, &noise] {
        assert_eq!(text(bytes), Err(NoRecord::Unknown));
        for from in Program::ALL {
            assert_eq!(of_text(bytes, Some(from), &days()), Err(NoRecord::NotFrom(from)));
        }
    }
}

#[test]
fn a_file_is_read_wherever_it_is_cut_or_spoilt() {
    for end in 0..HISTORY.len() {
        let _ = text(&HISTORY[..end]);
        let mut spoilt = HISTORY.to_vec();
        spoilt[end] = 0;
        let _ = of_text(&spoilt, Some(Program::Workrave), &days());
    }
}

#[test]
fn a_quarter_of_a_million_days_that_are_none_are_counted_and_five_are_named() {
    let many = "D 1 1 1 1 1\n".repeat(1 << 18);
    let read = of_text(many.as_bytes(), Some(Program::Workrave), &days());
    assert_eq!(read, Err(NoRecord::NotFrom(Program::Workrave)));
    let read = text(format!("WorkRaveStats 4\n{many}").as_bytes()).unwrap();
    assert_eq!((read.unread.count, read.unread.first.len(), read.days.len()), (1 << 18, 5, 0));
}

#[test]
fn a_database_of_others_or_with_views_in_place_of_tables_is_not_read() {
    let other = database("CREATE TABLE notes (text);");
    assert_eq!(other, Err(NoRecord::Unknown));
    let endless = "WITH RECURSIVE n(id) AS (SELECT 1 UNION ALL SELECT id + 1 FROM n)";
    let views = database(&format!(
        "CREATE VIEW spans AS {endless} SELECT id, 'normal' AS type, '' AS started_at, '' AS ended_at, '' AS data FROM n;
         CREATE VIEW events AS SELECT * FROM spans;"
    ));
    assert_eq!(views, Err(NoRecord::Unknown));
    let columns = database("CREATE TABLE spans (a); CREATE TABLE events (a);");
    assert!(matches!(columns, Err(NoRecord::Database(_))), "{columns:?}");
}

#[test]
fn rows_of_other_types_backwards_and_endless_stretches_are_left_out() {
    let read = database(
        "CREATE TABLE events (id INTEGER PRIMARY KEY, created_at, type, data);
         CREATE TABLE spans (id INTEGER PRIMARY KEY, type, started_at, ended_at, data);
         INSERT INTO spans (type, started_at, ended_at, data) VALUES
            ('normal', 7, x'00', '{}'), ('normal', '2026-01-05 10:00:00', '2026-01-05 09:00:00', '{}'),
            ('normal', '2026-01-05 10:00:00', '9999-01-05 09:00:00', '{}'),
            ('break', '2026-01-05 10:00:00', '2026-01-05 10:00:00', 'no json'),
            ('normal', '2027-01-05 10:00:00', '2027-01-05 11:00:00', '{}');
         INSERT INTO events (created_at, type, data) VALUES ('soon', 'postpone', '{}');",
    );
    let read = read.unwrap();
    assert_eq!((read.days.len(), read.unread.count), (0, 6), "{read:?}");
}
