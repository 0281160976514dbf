-- Days that other programs recorded. Each import keeps what it added to what was there, so that it can be taken back and
-- nothing else with it; of several lines of a day the larger figures count. What a program does not record is NULL.
CREATE TABLE imported (
    day TEXT NOT NULL,
    source TEXT NOT NULL CHECK (source IN ('workrave', 'sane-break', 'entracte')),
    import INTEGER NOT NULL,                  -- which import: when, in milliseconds since 1970
    active_s INTEGER,
    postponed INTEGER,                        -- of no kind that the program names
    short_shown INTEGER,
    short_taken INTEGER,
    short_natural INTEGER,
    short_skipped INTEGER,
    short_postponed INTEGER,
    long_shown INTEGER,
    long_taken INTEGER,
    long_natural INTEGER,
    long_skipped INTEGER,
    long_postponed INTEGER,
    PRIMARY KEY (day, source, import)
) STRICT, WITHOUT ROWID;
