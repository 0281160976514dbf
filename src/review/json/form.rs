//! Form of the review as JSON: the objects within it and their keys, which others rely on. Owns these names alone.

use crate::engine::instance::{Evidence, ExerciseResult, Hold, Outcome};
use crate::ledger::{BreakTally, MachineId, Program};
use chrono::NaiveDate;
use serde::Serialize;
use std::collections::BTreeMap;

#[derive(Clone, Debug, Serialize)]
pub(super) struct Figures {
    pub(super) due: u32,
    pub(super) taken: u32,
    pub(super) natural: u32,
    pub(super) skipped: u32,
    pub(super) missed: u32,
    pub(super) excused: u32,
    pub(super) cancelled: u32,
    pub(super) compliance: JsonShare,
    pub(super) compliance_without_calls: JsonShare,
    pub(super) coverage: Option<f64>,
    pub(super) response: Option<f64>,
    pub(super) missed_share: Option<f64>,
    pub(super) snooze_rate: Option<f64>,
    pub(super) confirmed_share: Option<f64>,
    pub(super) follow_through: Option<f64>,
    pub(super) mean_delay_s: Option<u32>,
    pub(super) response_median_s: Option<u32>,
    pub(super) response_p90_s: Option<u32>,
    pub(super) desk_s: u32,
    pub(super) longest_desk_s: u32,
    pub(super) longest_desk_calls_s: u32,
    pub(super) median_desk_s: Option<u32>,
    pub(super) stretches_over_60min: u32,
    pub(super) stretches_over_90min: u32,
}

#[derive(Clone, Debug, Serialize)]
pub(super) struct JsonShare {
    pub(super) done: u32,
    pub(super) of: u32,
    pub(super) rate: Option<f64>,
}

#[derive(Clone, Debug, Serialize)]
pub(super) struct JsonStreak {
    pub(super) last5: u32,
    pub(super) last5_of: u32,
    pub(super) run: u32,
    pub(super) best: u32,
    pub(super) reserves: u32,
}

#[derive(Clone, Debug, Serialize)]
pub(super) struct JsonHour {
    pub(super) hour: usize,
    pub(super) done: u32,
    pub(super) of: u32,
}

#[derive(Clone, Debug, Serialize)]
pub(super) struct JsonTally {
    pub(super) offered: u32,
    pub(super) completed: u32,
    pub(super) swapped: u32,
    pub(super) skipped: u32,
    pub(super) hurt: u32,
    pub(super) skip_rate: Option<f64>,
}

#[derive(Clone, Debug, Serialize)]
pub(super) struct JsonNudges {
    pub(super) shown: usize,
    pub(super) shifted: usize,
    pub(super) fine: usize,
}

#[derive(Clone, Debug, Serialize)]
pub(super) struct JsonCheckIns {
    pub(super) loose: usize,
    pub(super) tight: usize,
    pub(super) sore: usize,
}

#[derive(Clone, Debug, Serialize)]
pub(super) struct JsonTension {
    pub(super) link: &'static str,
    pub(super) rho: Option<f64>,
}

#[derive(Clone, Debug, Serialize)]
pub(super) struct JsonDay {
    pub(super) day: NaiveDate,
    pub(super) streak: &'static str,
    #[serde(flatten)]
    pub(super) figures: Figures,
    pub(super) nudges: JsonNudges,
    pub(super) check_ins: JsonCheckIns,
    pub(super) tension_mean: Option<f64>,
}

#[derive(Clone, Debug, Serialize)]
pub(super) struct JsonBreak {
    pub(super) id: u64,
    pub(super) machine: Option<MachineId>,
    pub(super) reminder: String,
    pub(super) day: NaiveDate,
    pub(super) due: String,
    pub(super) first_prompt: Option<String>,
    pub(super) start: Option<String>,
    pub(super) end: Option<String>,
    pub(super) outcome: Option<Outcome>,
    pub(super) evidence: Option<Evidence>,
    pub(super) away_s: u32,
    pub(super) snoozes: u32,
    pub(super) holds: BTreeMap<Hold, u32>,
    pub(super) exercise: Option<String>,
    pub(super) result: Option<ExerciseResult>,
    pub(super) offers: Vec<JsonOffer>,
    pub(super) edited: bool,
}

#[derive(Clone, Debug, Serialize)]
pub(super) struct JsonOffer {
    pub(super) exercise: String,
    pub(super) at: String,
    pub(super) result: Option<ExerciseResult>,
}

/// What another program recorded of the period; null is what it does not record.
#[derive(Clone, Debug, Serialize)]
pub(super) struct JsonImported {
    pub(super) program: Program,
    pub(super) days: usize,
    pub(super) from: NaiveDate,
    pub(super) to: NaiveDate,
    pub(super) active_s: Option<u32>,
    pub(super) postponed: Option<u32>,
    pub(super) short: BreakTally,
    pub(super) long: BreakTally,
}
