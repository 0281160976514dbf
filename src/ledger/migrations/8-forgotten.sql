-- Other machines that the person no longer wants counted. What they told is kept, so that this can be taken back.
CREATE TABLE forgotten (
    machine TEXT PRIMARY KEY,
    at_utc INTEGER NOT NULL                   -- milliseconds since 1970
) STRICT, WITHOUT ROWID;

-- The days of other machines that count.
CREATE VIEW counted_day AS SELECT * FROM peer_day WHERE machine NOT IN (SELECT machine FROM forgotten);

CREATE TRIGGER digest_forgotten AFTER INSERT ON forgotten BEGIN
    DELETE FROM digest;
END;

CREATE TRIGGER digest_counted_again AFTER DELETE ON forgotten BEGIN
    DELETE FROM digest;
END;
