//! Lengths as whole seconds, in what is kept or sent: what a person is told of them is no finer.

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::time::Duration;

pub(super) fn serialize<S: Serializer>(span: &Duration, to: S) -> Result<S::Ok, S::Error> {
    span.as_secs().serialize(to)
}

pub(super) fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Duration, D::Error> {
    u64::deserialize(from).map(Duration::from_secs)
}
