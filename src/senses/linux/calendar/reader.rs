//! The process that reads calendars: our own program, started for one reading. Owns its start, its deadline and the limit
//! of what it may say; whatever it does, the sense goes on. It holds what the app must not: parsers, TLS, megabytes.

use crate::parts::calendar::ReaderEnd;
use crate::senses::calendar::COMMAND;
use crate::senses::calendar::job::{Answer, Job, LONGEST};
use async_io::{Async, Timer};
use futures_lite::{AsyncReadExt, AsyncWriteExt, future};
use std::io;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

/// One reading, or why there is none.
pub(super) async fn read(program: &Path, job: &Job, deadline: Duration) -> Result<Answer, ReaderEnd> {
    let mut command = Command::new(program);
    command.arg(COMMAND).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null());
    let mut running = Running(Some(command.spawn().map_err(|error| foreign(&error))?));
    let late = async {
        Timer::after(deadline).await;
        Err(ReaderEnd::Slow)
    };
    future::or(talk(&mut running, job), late).await
}

async fn talk(running: &mut Running, job: &Job) -> Result<Answer, ReaderEnd> {
    let told = exchange(running, job).await.map_err(|error| foreign(&error))?;
    if told.len() as u64 > LONGEST {
        return Err(ReaderEnd::Loud);
    }
    let how = running.ended().await.map_err(|error| foreign(&error))?;
    if !how.success() {
        return Err(foreign(&how));
    }
    serde_json::from_slice(&told).map_err(|error| foreign(&error))
}

fn foreign(words: &impl ToString) -> ReaderEnd {
    ReaderEnd::Foreign(words.to_string())
}

async fn exchange(running: &mut Running, job: &Job) -> io::Result<Vec<u8>> {
    let child = running.0.as_mut().ok_or(io::ErrorKind::NotFound)?;
    let (input, output) = (child.stdin.take().ok_or(io::ErrorKind::BrokenPipe)?, child.stdout.take());
    let (mut input, output) = (Async::new(input)?, Async::new(output.ok_or(io::ErrorKind::BrokenPipe)?)?);
    let text = serde_json::to_vec(job)?;
    // One that ends without hearing all of it says by its end what is wrong.
    let _ = input.write_all(&text).await;
    drop(input);
    let mut told = Vec::new();
    // One more than the limit, to tell what is too long from what just fits.
    output.take(LONGEST + 1).read_to_end(&mut told).await?;
    Ok(told)
}

/// A process that ends with its value.
struct Running(Option<Child>);

impl Running {
    async fn ended(&mut self) -> io::Result<std::process::ExitStatus> {
        let child = self.0.as_mut().ok_or(io::ErrorKind::NotFound)?;
        let pid = rustix::process::Pid::from_child(child);
        // By the kernel's handle: a signal handler would be the whole process's, a wait a thread more.
        let end = rustix::process::pidfd_open(pid, rustix::process::PidfdFlags::empty())?;
        Async::new(end)?.readable().await?;
        let how = child.wait()?;
        self.0 = None;
        Ok(how)
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        if let Some(mut child) = self.0.take() {
            // A process that hangs in the kernel ends when that lets it; nobody here waits for it.
            let _ = child.kill();
            blocking::unblock(move || child.wait()).detach();
        }
    }
}
