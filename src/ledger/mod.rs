//! The ledger. Owns the file, its rows and the figures over them; never decides an outcome.
