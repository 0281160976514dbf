//! Machines that keep one person's record together: which they are, and which of them a row is from. What they tell of a day is
//! `day_state`'s, and which one a ledger is on `whereabouts`'s.

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::collections::BTreeMap;
use std::fmt::{self, Display, Formatter};
use std::str::FromStr;

/// Machine that keeps a record: 128 random bits, made once, kept in its ledger.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct MachineId(u128);

impl MachineId {
    /// This one.
    #[must_use]
    pub const fn new(bits: u128) -> Self {
        Self(bits)
    }
}

impl Display for MachineId {
    fn fmt(&self, to: &mut Formatter<'_>) -> fmt::Result {
        write!(to, "{:032x}", self.0)
    }
}

impl FromStr for MachineId {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        let written = text.len() == 32 && text.bytes().all(|it| it.is_ascii_digit() || (b'a'..=b'f').contains(&it));
        u128::from_str_radix(text, 16).ok().filter(|_| written).map(Self).ok_or(())
    }
}

impl Serialize for MachineId {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for MachineId {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        String::deserialize(from)?.parse().map_err(|()| serde::de::Error::custom("machine"))
    }
}

/// Machine as a person knows it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Machine {
    /// Which.
    pub id: MachineId,
    /// What it is called.
    pub name: String,
    /// Whether it is the one whose ledger this is.
    pub this: bool,
}

/// Where rows are from, in a record of several machines.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Origins {
    /// The machines whose record is read; empty where no other is known.
    pub machines: Vec<Machine>,
    pub(super) rows: BTreeMap<u64, (MachineId, u64)>,
}

impl Origins {
    /// The other machine that recorded this row, and its id there; none for a row of this machine.
    #[must_use]
    pub fn of(&self, row: u64) -> Option<(MachineId, u64)> {
        self.rows.get(&row).copied()
    }
}
