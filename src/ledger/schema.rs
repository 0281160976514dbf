//! Schema of the ledger: which version a file has, the way from each to the next, and whether it is whole. Owns what makes a
//! file ours; never opens one.

use super::LedgerError;
use crate::system::files::Trouble;
use rusqlite::{Connection, ErrorCode, OpenFlags, TransactionBehavior};
use std::path::Path;

/// Each takes the file from the version before it to the next; `user_version` counts them.
const MIGRATIONS: [&str; 8] = [
    include_str!("migrations/1-rows.sql"),
    include_str!("migrations/2-offers.sql"),
    include_str!("migrations/3-reasons.sql"),
    include_str!("migrations/4-digest.sql"),
    include_str!("migrations/5-digest-days.sql"),
    include_str!("migrations/6-imported.sql"),
    include_str!("migrations/7-machines.sql"),
    include_str!("migrations/8-forgotten.sql"),
];
/// Marks the file as ours ("Unhu").
const APPLICATION: i64 = 0x556e_6875;

/// The connection never leaves one thread at a time, so SQLite needs no locks of its own.
pub(super) fn no_mutex() -> OpenFlags {
    OpenFlags::SQLITE_OPEN_NO_MUTEX
}

/// The newest version that this program knows.
pub(super) fn newest() -> i64 {
    i64::try_from(MIGRATIONS.len()).unwrap_or(i64::MAX)
}

/// The file's version, 0 for an empty one; an error if the file is not for us to touch.
pub(super) fn version_of(connection: &Connection, path: &Path) -> Result<i64, LedgerError> {
    let number = |pragma: &str| connection.query_row(pragma, [], |row| row.get::<_, i64>(0));
    let tables = number("SELECT count(*) FROM sqlite_schema")?;
    let application = number("PRAGMA application_id")?;
    let found = number("PRAGMA user_version")?;
    // An empty file is nobody's yet. One with tables but without our mark is another program's, whatever it is called.
    if application != APPLICATION && (tables > 0 || application != 0) {
        return Err(LedgerError::Foreign { path: path.to_owned() });
    }
    if found > newest() {
        return Err(LedgerError::Newer { path: path.to_owned(), found, known: newest() });
    }
    Ok(found)
}

/// Looks at every page.
pub(super) fn check(connection: &Connection) -> Result<(), LedgerError> {
    // Not the full check: that compares indexes with their tables as well, which takes many times as long. One finding
    // is enough.
    let says: String = connection.query_row("PRAGMA quick_check(1)", [], |row| row.get(0))?;
    match says.as_str() {
        "ok" => Ok(()),
        _ if could_not_read(&says) => Err(LedgerError::File(Trouble::System(says))),
        _ => Err(LedgerError::Damaged(says)),
    }
}

/// The check tells of a page that it could not get in the same way as of a spoilt one, but with SQLite's code for it.
fn could_not_read(says: &str) -> bool {
    let codes = says.split("error code").skip(1).filter_map(|rest| {
        let digits: String = rest.trim_start_matches(['=', ' ']).chars().take_while(char::is_ascii_digit).collect();
        digits.parse::<i32>().ok()
    });
    let mut codes = codes.map(|code| rusqlite::ffi::Error::new(code).code);
    codes.any(|code| !matches!(code, ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase))
}

/// Brings the file to the newest version, all steps or none.
pub(super) fn migrate(connection: &mut Connection, from: i64) -> Result<(), LedgerError> {
    if from >= newest() {
        return Ok(());
    }
    let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    for migration in MIGRATIONS.iter().skip(usize::try_from(from).unwrap_or(0)) {
        transaction.execute_batch(migration)?;
    }
    // The version changes with the steps: a kill in between leaves the file as old as it was.
    transaction.pragma_update(None, "user_version", newest())?;
    transaction.pragma_update(None, "application_id", APPLICATION)?;
    Ok(transaction.commit()?)
}

#[cfg(test)]
mod tests {
    use super::could_not_read;
    use rusqlite::Connection;

    #[test]
    fn a_table_that_a_statement_makes_for_itself_takes_no_memory_ahead() {
        let sqlite = Connection::open_in_memory().expect("a database");
        let asked = "SELECT sqlite_compileoption_used('DEFAULT_PCACHE_INITSZ=0')";
        assert!(sqlite.query_row(asked, [], |row| row.get::<_, bool>(0)).expect("an answer"), ".cargo/config.toml");
    }

    #[test]
    fn a_page_that_could_not_be_read_is_told_from_one_that_is_spoilt() {
        for says in
            ["Page 4: unable to get the page. error code=522", "Tree 2 page 2: btreeInitPage() returns error code 10"]
        {
            assert!(could_not_read(says), "{says}");
        }
        for says in
            ["Tree 2 page 2: btreeInitPage() returns error code 11", "Tree 2 page 3 cell 0: Offset 165 out of range"]
        {
            assert!(!could_not_read(says), "{says}");
        }
    }
}
