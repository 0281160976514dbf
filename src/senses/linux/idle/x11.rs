//! Idle by the X server's own idle counter: alarms of the SYNC extension, one for the threshold and one for the
//! return, which stay armed. Never asks for the counter but when the threshold changes; input in between wakes
//! nobody.

use super::end::DisplayEnd;
use crate::parts::{Cause, Means, senses};
use crate::senses::input::InputReporter;
use crate::senses::linux::control::{Bell, Orders, Woken, wait_for};
use crate::senses::linux::xserver::{self, Socket, XWAYLAND};
use rustix::fd::AsFd;
use std::time::Duration;
use x11rb::connection::{Connection, RequestConnection};
use x11rb::protocol::Event;
use x11rb::protocol::sync::{
    self, Alarm, ChangeAlarmAux, ConnectionExt, Counter, CreateAlarmAux, Int64, TESTTYPE, VALUETYPE,
};
use x11rb::rust_connection::RustConnection;

/// Waits on the X display of this name until told to stop or it is lost.
pub(super) fn wait(name: &str, line: InputReporter, orders: &Orders, stop: &Bell) -> DisplayEnd {
    match listen(name, line, orders, stop) {
        Ok(end) | Err(end) => end,
    }
}

fn listen(name: &str, line: InputReporter, orders: &Orders, stop: &Bell) -> Result<DisplayEnd, DisplayEnd> {
    let (conn, _) = xserver::connect(name).map_err(DisplayEnd::Lost)?;
    let ended = hear(&conn, line, orders, stop);
    ended.map_err(|end| if conn.stream().is_late() { DisplayEnd::Lost(Cause::NoAnswer) } else { end })
}

fn hear(
    conn: &RustConnection<Socket>,
    mut line: InputReporter,
    orders: &Orders,
    stop: &Bell,
) -> Result<DisplayEnd, DisplayEnd> {
    if conn.extension_information(XWAYLAND)?.is_some() {
        line.report(senses::only_xwayland());
        return Ok(DisplayEnd::CannotSay);
    }
    let Some(counter) = idle_counter(conn)? else {
        line.report(senses::no_idle_counter());
        return Ok(DisplayEnd::CannotSay);
    };
    line.watch(orders.threshold());
    let mut alarms = Alarms::new(conn, counter, line.threshold())?;
    line.report(senses::idle_works(Means::XAlarms));
    line.quiet(alarms.quiet_for()?);
    loop {
        while let Some(event) = conn.poll_for_event()? {
            alarms.heard(&event, &mut line)?;
        }
        conn.flush()?;
        match wait_for(conn.stream().as_fd(), &orders.watch, stop)? {
            Woken::Stop => return Ok(DisplayEnd::Stopped),
            Woken::Display => {}
            Woken::Watch => {
                line.watch(orders.threshold());
                alarms.watch(&line)?;
                line.quiet(alarms.quiet_for()?);
            }
        }
    }
}

fn idle_counter(conn: &RustConnection<Socket>) -> Result<Option<Counter>, DisplayEnd> {
    if conn.extension_information(sync::X11_EXTENSION_NAME)?.is_none() {
        return Ok(None);
    }
    conn.sync_initialize(3, 1)?.reply()?;
    let counters = conn.sync_list_system_counters()?.reply()?.counters;
    let idle = counters.iter().find(|each| each.name == b"IDLETIME");
    Ok(idle.map(|each| each.counter))
}

/// The two alarms. That of the return is set just below the threshold at which the absence was said, and stays
/// there until it rang: an alarm on a transition is silent if it is set beyond the counter.
struct Alarms<'a> {
    conn: &'a RustConnection<Socket>,
    counter: Counter,
    gone: Alarm,
    back: Alarm,
}

impl<'a> Alarms<'a> {
    fn new(conn: &'a RustConnection<Socket>, counter: Counter, at: Duration) -> Result<Self, DisplayEnd> {
        let alarm = |test, value| -> Result<Alarm, DisplayEnd> {
            let id = conn.generate_id()?;
            let aux = CreateAlarmAux::new()
                .counter(counter)
                .value_type(VALUETYPE::ABSOLUTE)
                .value(value)
                .test_type(test)
                // With a delta of nothing a transition stays armed after it rang (SYNC extension).
                .delta(Int64 { hi: 0, lo: 0 })
                .events(1);
            conn.sync_create_alarm(id, &aux)?;
            Ok(id)
        };
        Ok(Self {
            conn,
            counter,
            gone: alarm(TESTTYPE::POSITIVE_TRANSITION, reached(at))?,
            back: alarm(TESTTYPE::NEGATIVE_TRANSITION, below(at))?,
        })
    }

    /// Sets both alarms for the line's threshold, as far as the return is not still to be heard.
    fn watch(&self, line: &InputReporter) -> Result<(), DisplayEnd> {
        self.set(self.gone, reached(line.threshold()))?;
        if !line.away() {
            self.set(self.back, below(line.threshold()))?;
        }
        Ok(())
    }

    fn set(&self, alarm: Alarm, value: Int64) -> Result<(), DisplayEnd> {
        self.conn.sync_change_alarm(alarm, &ChangeAlarmAux::new().value(value))?;
        Ok(())
    }

    /// The time since the last input.
    fn quiet_for(&self) -> Result<Duration, DisplayEnd> {
        let counter = self.conn.sync_query_counter(self.counter)?.reply()?;
        Ok(duration(counter.counter_value))
    }

    fn heard(&mut self, event: &Event, line: &mut InputReporter) -> Result<(), DisplayEnd> {
        let Event::SyncAlarmNotify(notify) = event else {
            return Ok(());
        };
        if notify.alarm == self.gone {
            line.quiet(duration(notify.counter_value));
        } else if notify.alarm == self.back && line.away() {
            line.input();
            self.set(self.back, below(line.threshold()))?;
        }
        Ok(())
    }
}

fn reached(at: Duration) -> Int64 {
    int64(i64::try_from(at.as_millis()).unwrap_or(i64::MAX))
}

/// A transition downwards begins above its value, so the value lies under the threshold.
fn below(at: Duration) -> Int64 {
    int64(i64::try_from(at.as_millis()).unwrap_or(i64::MAX) - 1)
}

fn int64(value: i64) -> Int64 {
    let [high @ .., _, _, _, _] = value.to_be_bytes();
    let [_, _, _, _, low @ ..] = value.to_be_bytes();
    Int64 { hi: i32::from_be_bytes(high), lo: u32::from_be_bytes(low) }
}

fn duration(value: Int64) -> Duration {
    let millis = (i64::from(value.hi) << 32) | i64::from(value.lo);
    Duration::from_millis(u64::try_from(millis).unwrap_or(0))
}

#[cfg(test)]
mod tests {
    use super::{below, duration, reached};
    use std::time::Duration;

    #[test]
    fn milliseconds_survive_the_wire() {
        for millis in [1, 20, 60_000, 5_000_000_000_u64] {
            let time = Duration::from_millis(millis);
            assert_eq!(duration(reached(time)), time);
            assert_eq!(duration(below(time)) + Duration::from_millis(1), time);
        }
    }
}
