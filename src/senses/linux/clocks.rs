//! Steps of the wall clock and wake-ups from sleep that nobody announced. Owns one timer of the kernel that is set
//! for a far day and cancelled by every step and resume; never reads a clock, never runs out.

use crate::parts::{Means, senses};
use crate::senses::{Signal, Tell};
use async_io::Async;
use rustix::fd::OwnedFd;
use rustix::io::Errno;
use rustix::time::{
    Itimerspec, TimerfdClockId, TimerfdFlags, TimerfdTimerFlags, Timespec, timerfd_create, timerfd_settime,
};
use std::io;

/// 2200-01-01, in seconds since 1970.
// Later than any run of the app: the timer is there to be cancelled, never to ring.
const FAR: i64 = 7_258_118_400;

/// Says `Signal::Clocks` at each step or resume. Ends only if the kernel refuses.
pub(super) async fn run(tell: &Tell) {
    let error = match watch(tell).await {
        Ok(never) => match never {},
        Err(error) => error,
    };
    tell(Signal::Part(senses::clocks_failed(error.into())));
}

async fn watch(tell: &Tell) -> io::Result<std::convert::Infallible> {
    let steps = Steps::new()?;
    tell(Signal::Part(senses::clocks_work(Means::KernelTimer)));
    loop {
        steps.next().await?;
        tell(Signal::Clocks);
    }
}

/// The steps and resumes from now on, for one listener.
#[derive(Debug)]
pub(super) struct Steps(Async<OwnedFd>);

impl Steps {
    pub(super) fn new() -> io::Result<Self> {
        Ok(Self(Async::new_nonblocking(armed()?)?))
    }

    /// Waits for the next one.
    pub(super) async fn next(&self) -> io::Result<()> {
        loop {
            self.0.readable().await?;
            if stepped(rustix::io::read(&self.0, &mut [0_u8; 8]))? {
                return Ok(());
            }
        }
    }
}

fn armed() -> io::Result<OwnedFd> {
    let timer = timerfd_create(TimerfdClockId::Realtime, TimerfdFlags::NONBLOCK | TimerfdFlags::CLOEXEC)?;
    let once =
        Itimerspec { it_interval: Timespec { tv_sec: 0, tv_nsec: 0 }, it_value: Timespec { tv_sec: FAR, tv_nsec: 0 } };
    timerfd_settime(&timer, TimerfdTimerFlags::ABSTIME | TimerfdTimerFlags::CANCEL_ON_SET, &once)?;
    Ok(timer)
}

/// What a read of the timer means: cancelled is a step; run out is one too (to beyond the far day).
fn stepped(read: Result<usize, Errno>) -> io::Result<bool> {
    match read {
        Ok(_) | Err(Errno::CANCELED) => Ok(true),
        Err(Errno::AGAIN | Errno::INTR) => Ok(false),
        Err(error) => Err(error.into()),
    }
}

#[cfg(test)]
mod tests {
    use super::{FAR, armed, stepped};
    use rustix::fd::AsRawFd;
    use rustix::io::Errno;

    // The machine's clock is not stepped for a test: what is shown is that the kernel holds the timer as it should.
    #[test]
    fn the_kernel_holds_an_absolute_timer_that_steps_cancel() {
        let timer = armed().unwrap();
        let info = std::fs::read_to_string(format!("/proc/self/fdinfo/{}", timer.as_raw_fd())).unwrap();
        let line = |key: &str| {
            let line = info.lines().find(|line| line.starts_with(key));
            line.unwrap_or_default().to_owned()
        };
        assert!(line("clockid").ends_with(" 0"), "{info}");
        assert!(line("settime flags").ends_with(" 03"), "{info}");
        let left = line("it_value");
        let seconds: i64 = left[left.find('(').unwrap() + 1..left.find(',').unwrap()].parse().unwrap();
        assert!(seconds > 3_000_000_000 && seconds < FAR, "{info}");
    }

    #[test]
    fn only_a_step_is_told() {
        assert!(stepped(Err(Errno::CANCELED)).unwrap());
        assert!(!stepped(Err(Errno::AGAIN)).unwrap());
        assert!(stepped(Err(Errno::BADF)).is_err());
    }
}
