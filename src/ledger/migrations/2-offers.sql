-- What an instance offered, line by line: the row itself keeps only the last. Rows of before have no lines.
CREATE TABLE offer (
    instance INTEGER NOT NULL,
    n INTEGER NOT NULL,                       -- from 1, in the order in which they were offered
    exercise TEXT NOT NULL,
    at_utc INTEGER NOT NULL,
    at_offset INTEGER NOT NULL,
    result TEXT CHECK (result IN ('completed', 'swapped', 'skipped', 'hurt')),
    PRIMARY KEY (instance, n)
) STRICT, WITHOUT ROWID;
