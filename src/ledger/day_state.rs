//! Day of a machine as it tells others of it. Owns the form, and what is believed of one that comes from outside; which of
//! two accounts counts is `joined`'s, and `peers` keeps them.

use super::{CheckIn, ShownNudge, Span};
use crate::engine::instance::{Instance, Offer, SpanKind};
use crate::engine::moment::Stamp;
use crate::plain::steers;
use chrono::{DateTime, Datelike, FixedOffset, NaiveDate, NaiveTime, TimeDelta};
use serde::de::value::MapAccessDeserializer;
use serde::de::{DeserializeSeed, Error, IntoDeserializer, MapAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use serde_json::Value;
use std::borrow::Cow;
use std::fmt::{self, Formatter};
use std::ops::RangeInclusive;

/// Years of which anything is believed.
// A day long before or after them is a mistake or a trick, and a look back would walk through all days between.
const YEARS: RangeInclusive<i32> = 2000..=2199;
/// What belongs to a day lies at most so far from its noon: days begin at an hour of the person's, in any zone.
const NEAR: TimeDelta = TimeDelta::hours(60);
/// No span is as long: an absence of a year is the longest that anybody has.
const LONGEST_SPAN: TimeDelta = TimeDelta::days(1000);
/// Names and ids of others, in bytes.
// What a person can set is far shorter.
const LONGEST_WORD: usize = 256;
/// The line of a nudge, in bytes.
const LONGEST_LINE: usize = 4096;

/// Break as another machine tells it, with what it offered.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct BreakState {
    /// The row, closed.
    #[serde(flatten)]
    pub row: Instance,
    /// What it offered, in order.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub offers: Vec<Offer>,
}

/// Day of a machine: all that figures and reviews are made of. A break that is open is not in it yet.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct DayState {
    /// The breaks, in the order of their due times.
    pub breaks: Vec<BreakState>,
    /// What the time was that began on this day, in order and without what was not running; the last one ends where the
    /// machine knew no more.
    #[serde(with = "spans")]
    pub spans: Vec<Span>,
    /// The check-ins, in order.
    pub check_ins: Vec<CheckIn>,
    /// The nudges, in order.
    pub nudges: Vec<ShownNudge>,
}

impl DayState {
    /// Whether there is nothing in it.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        let Self { breaks, spans, check_ins, nudges } = self;
        breaks.is_empty() && spans.is_empty() && check_ins.is_empty() && nudges.is_empty()
    }

    /// Its text: JSON on one line, the same for the same state.
    #[must_use]
    pub fn text(&self) -> String {
        let mut value = serde_json::to_value(self).unwrap_or_default();
        leave_out_null(&mut value);
        value.to_string()
    }

    /// The state of this day in such a text; none in what no machine of ours can have written of it.
    #[must_use]
    pub fn read(text: &str, day: NaiveDate) -> Option<Self> {
        serde_json::from_str::<Self>(text).ok().filter(|state| state.can_be_of(day))
    }

    /// The check-ins alone of such a text as [`Self::text`] writes; none where it cannot be read. Most of a day are its spans,
    /// which stand behind them, and ten years of days are long to read.
    pub(super) fn read_check_ins(text: &str) -> Option<Vec<CheckIn>> {
        // Within a word of somebody's this would have its marks escaped.
        let (_, rest) = text.split_once("\"check_ins\":")?;
        serde_json::Deserializer::from_str(rest).into_iter().next()?.ok()
    }

    fn can_be_of(&self, day: NaiveDate) -> bool {
        if !YEARS.contains(&day.year()) {
            return false;
        }
        let noon = day.and_time(NaiveTime::MIN).and_utc().fixed_offset() + TimeDelta::hours(12);
        let near = |at: Stamp| (at - noon).abs() <= NEAR;
        let word = |text: &str| text.len() <= LONGEST_WORD && !text.contains(steers);
        let breaks = self.breaks.iter().all(|it| {
            let row = &it.row;
            let texts = [&row.zone, &row.exercise].into_iter().flatten().chain([&row.reminder]);
            let offers = it.offers.iter().all(|offer| offer.instance == row.id && word(&offer.exercise));
            row.day == day
                && row.outcome.is_some()
                && near(row.due)
                && texts.into_iter().all(|text| word(text))
                && offers
        });
        let spans = self.spans.iter().all(|span| {
            let length = span.to - span.from;
            near(span.from) && TimeDelta::zero() < length && length <= LONGEST_SPAN
        });
        let in_order = self.spans.windows(2).all(|two| two[0].to <= two[1].from);
        let nudges = self.nudges.iter().all(|it| word(&it.reminder) && it.line.len() <= LONGEST_LINE);
        let shown = self.nudges.iter().map(|it| (it.day, it.at));
        let mut answers = self.check_ins.iter().map(|it| (it.day, it.at)).chain(shown);
        breaks && spans && in_order && nudges && answers.all(|(of, at)| of == day && near(at))
    }
}

// Serde reads what is flattened by way of a copy of each field: of ten years of breaks that is most of a look back.
impl<'de> Deserialize<'de> for BreakState {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        struct Fields;

        impl<'de> Visitor<'de> for Fields {
            type Value = BreakState;

            fn expecting(&self, to: &mut Formatter<'_>) -> fmt::Result {
                to.write_str("a break")
            }

            fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<BreakState, A::Error> {
                let mut offers = None;
                let row = Instance::deserialize(MapAccessDeserializer::new(RowFields { map, offers: &mut offers }))?;
                Ok(BreakState { row, offers: offers.unwrap_or_default() })
            }
        }

        from.deserialize_map(Fields)
    }
}

/// Fields of a break that are its row's; what it offered is taken out on the way.
struct RowFields<'a, A> {
    map: A,
    offers: &'a mut Option<Vec<Offer>>,
}

/// Name of a field.
#[derive(Deserialize)]
struct Name<'a>(#[serde(borrow)] Cow<'a, str>);

impl<'de, A: MapAccess<'de>> MapAccess<'de> for RowFields<'_, A> {
    type Error = A::Error;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, A::Error> {
        while let Some(Name(name)) = self.map.next_key::<Name<'de>>()? {
            if name != "offers" {
                return seed.deserialize(name.into_deserializer()).map(Some);
            }
            if self.offers.replace(self.map.next_value()?).is_some() {
                return Err(Error::duplicate_field("offers"));
            }
        }
        Ok(None)
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, A::Error> {
        self.map.next_value_seed(seed)
    }
}

/// What is not there need not be written.
fn leave_out_null(value: &mut Value) {
    if let Value::Object(fields) = value {
        fields.retain(|_, it| !it.is_null());
        fields.values_mut().for_each(leave_out_null);
    } else if let Value::Array(all) = value {
        all.iter_mut().for_each(leave_out_null);
    }
}

/// Spans as short lists: kind, and milliseconds since 1970 and seconds east of UTC of either end.
// They are most of a day.
mod spans {
    use super::super::value::{offset, utc};
    use super::{DateTime, Deserialize, Deserializer, FixedOffset, Serialize, Serializer, Span, SpanKind};

    type Short = (SpanKind, i64, i32, i64, i32);

    pub(super) fn serialize<S: Serializer>(all: &[Span], to: S) -> Result<S::Ok, S::Error> {
        let short = |it: &Span| (it.kind, utc(it.from), offset(it.from), utc(it.to), offset(it.to));
        all.iter().map(short).collect::<Vec<Short>>().serialize(to)
    }

    /// A span read from one.
    #[derive(Deserialize)]
    #[serde(try_from = "Short")]
    struct Read(Span);

    impl TryFrom<Short> for Read {
        type Error = &'static str;

        fn try_from((kind, from, from_east, to, to_east): Short) -> Result<Self, &'static str> {
            let time = |utc, east| {
                let zone = FixedOffset::east_opt(east)?;
                DateTime::from_timestamp_millis(utc).map(|at| at.with_timezone(&zone))
            };
            let span = time(from, from_east).zip(time(to, to_east)).map(|(from, to)| Span { kind, from, to });
            span.map(Self).ok_or("span")
        }
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Vec<Span>, D::Error> {
        Ok(Vec::<Read>::deserialize(from)?.into_iter().map(|Read(span)| span).collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::event::Action;
    use crate::engine::instance::{Hold, Outcome};
    use std::collections::BTreeMap;

    #[test]
    fn the_check_ins_are_read_alone_as_in_the_whole() {
        let at: Stamp = "2026-01-05T12:00:00+01:00".parse().expect("a time");
        let day = at.date_naive();
        let row = Instance { outcome: Some(Outcome::Missed), ..Instance::fell_due(1, "movement", at, day, None) };
        // A word that looks like them is one.
        let row = Instance { exercise: Some("\"check_ins\":[1]".into()), ..row };
        let span = Span { kind: SpanKind::Active, from: at, to: at + TimeDelta::hours(1) };
        let answers = [Action::Tight, Action::Loose].map(|answer| CheckIn { at, day, answer });
        for check_ins in [Vec::new(), answers.to_vec()] {
            let breaks = vec![BreakState { row: row.clone(), offers: Vec::new() }];
            let state = DayState { breaks, spans: vec![span], check_ins: check_ins.clone(), nudges: Vec::new() };
            let text = state.text();
            assert_eq!(DayState::read(&text, day).map(|state| state.check_ins), Some(check_ins.clone()));
            assert_eq!(DayState::read_check_ins(&text), Some(check_ins));
        }
        assert_eq!(DayState::read_check_ins("{}"), None);
        assert_eq!(DayState::read_check_ins("{\"check_ins\":[{"), None);
    }
    #[test]
    fn a_break_is_read_with_its_offers_wherever_they_stand_and_without_what_is_not_known() {
        let row = "\"id\":1,\"reminder\":\"movement\",\"due\":\"2026-01-05T12:00:00+01:00\",\"day\":\"2026-01-05\",
            \"outcome\":\"taken\",\"evidence\":\"guided\",\"away_s\":0,\"prompts\":1,\"snoozes\":0,\"snoozed_s\":0,
            \"holds\":{\"call\":60},\"delivery\":\"shown\",\"short\":false,\"edited\":false";
        let offers =
            "\"offers\":[{\"instance\":1,\"n\":1,\"exercise\":\"shrug\",\"at\":\"2026-01-05T12:00:00+01:00\"}]";
        let day = "2026-01-05".parse().expect("a day");
        let read = |parts: &[&str]| DayState::read(&format!("{{\"breaks\":[{{{}}}]}}", parts.join(",")), day);
        let plain = read(&[row]).expect("a break");
        assert_eq!(plain.breaks[0].row.holds, BTreeMap::from([(Hold::Call, 60)]));
        assert_eq!(plain.breaks[0].offers, []);
        let whole = read(&[row, offers]).expect("a break");
        assert_eq!((&whole.breaks[0].row, whole.breaks[0].offers.len()), (&plain.breaks[0].row, 1));
        assert_eq!(read(&[offers, "\"later\":{\"offers\":[1]}", row]).as_ref(), Some(&whole));
        assert_eq!(DayState::read(&whole.text(), day), Some(whole));
        assert_eq!(read(&[row, offers, offers]), None);
        assert_eq!(read(&[offers]), None);
    }
}
