-- A list of days is a table of its own for SQLite, made and thrown away with each row that is written.
DROP TRIGGER digest_changed_row;

CREATE TRIGGER digest_changed_row AFTER UPDATE ON instance BEGIN
    DELETE FROM digest WHERE day = OLD.day;
    DELETE FROM digest WHERE day = NEW.day;
END;
