//! Draft: what is being typed for a setting, until it is meant or let go. Owns that nothing of it is lost meanwhile, whatever
//! is told.

use crate::settings::Key;
use std::collections::BTreeMap;

/// One setting as its control needs it.
pub(super) struct Setting<'a> {
    /// Its dotted key.
    pub key: &'a str,
    /// What it takes.
    pub known: &'a Key,
    /// What it is called, with what it belongs to.
    pub name: &'a str,
    /// Its value in plain words.
    pub value: &'a str,
    /// What counts where nothing is set.
    pub usual: &'a str,
}

/// What is being typed, and what was wrong with what was typed last, by key.
#[derive(Debug, Default)]
pub(super) struct Drafts {
    typed: BTreeMap<String, String>,
    wrong: BTreeMap<String, String>,
}

impl Drafts {
    /// What was wrong with what was typed last.
    pub(super) fn wrong(&self, key: &str) -> Option<&str> {
        self.wrong.get(key).map(String::as_str)
    }

    /// What is being typed.
    pub(super) fn typed(&self, key: &str) -> Option<&str> {
        self.typed.get(key).map(String::as_str)
    }

    /// This is being typed.
    pub(super) fn keep(&mut self, key: &str, typed: String) {
        self.typed.insert(key.to_owned(), typed);
    }

    /// What was typed does not fit. It stays, to be put right.
    pub(super) fn refuse(&mut self, key: &str, why: String) {
        self.wrong.insert(key.to_owned(), why);
    }

    /// Nothing that was typed for it, or for a part of it (`hours#0`), matters any more.
    pub(super) fn drop(&mut self, key: &str) {
        self.typed.retain(|typed, _| typed.split('#').next() != Some(key) && typed.as_str() != key);
        self.wrong.remove(key);
    }
}
