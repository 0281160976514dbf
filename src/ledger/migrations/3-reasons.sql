-- Reasons are kept as values. A sentence of before stays as it is and is read as one, so that no row need be written anew,
-- and rows that are carried over from a damaged file of an earlier version fit as they are.
ALTER TABLE journal RENAME COLUMN why TO reason;
