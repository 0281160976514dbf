//! The hidden command that reads calendars for the running app: a job on standard input, one answer on standard output,
//! then it ends, and with it everything that parsers and TLS hold. Owns one reading, and what it may take of the machine;
//! what then counts is `calendar`'s policy, and when to read is the sense's.

mod agenda;
mod cache;
mod crowd;
mod fetch;
mod files;
mod wish;

use super::paths::Paths;
use super::{Exit, output};
use crate::calendar::{self, Policy, Problem, Window};
use crate::engine::event::Meeting;
use crate::engine::moment::Stamp;
use crate::parts::calendar::{Advice, Trouble, Why};
use crate::senses::calendar::Calendars;
use crate::senses::calendar::job::{Address, Answer, CalendarRead, Job, LONGEST};
use crate::settings::{self, source_name};
use crate::system::clock::wall;
use crate::system::{memory, process};
use crate::text::feed as text;
use crate::zones::Zone;
pub(crate) use agenda::{Agenda, Note, local_zone};
use cache::Copy;
use chrono::{DateTime, TimeDelta, Utc};
pub(crate) use files::holds_calendars;
use std::collections::BTreeSet;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::thread;
use std::time::Duration;

/// How long one address may take.
const PATIENCE: Duration = Duration::from_secs(30);
/// Unknown zones of one calendar that are said by name.
// They go into one line of `doctor`.
const MOST_ZONES: usize = 3;

/// The sense's task by the settings: relative to this home folder, with copies in the app's own folder.
pub(crate) fn calendars(settings: &settings::Calendar, paths: &Paths) -> Calendars {
    let job = job(settings, paths.cache().map(|cache| cache.join("calendars")));
    if let Some(cache) = job.cache.as_deref().filter(|_| job.addresses.is_empty()) {
        cache::forget_others(cache, std::iter::empty());
    }
    // Without a program that can be found every reading fails, and says so.
    Calendars { job, program: std::env::current_exe().unwrap_or_default(), deadline: None }
}

/// One reading of the settings' calendars, with copies in this folder.
fn job(settings: &settings::Calendar, cache: Option<PathBuf>) -> Job {
    let home = std::env::home_dir().unwrap_or_default();
    let mut job = Job {
        all_busy: settings.all_busy,
        titles: settings.titles,
        me: settings.me.clone(),
        cache,
        every_s: settings.fetch_every.as_secs(),
        patience_s: PATIENCE.as_secs(),
        ..Job::default()
    };
    for source in &settings.sources {
        match source {
            settings::Source::Path(path) => {
                job.paths
                    .push(settings::below_home(path).map_or_else(|| PathBuf::from(path), |below| home.join(below)));
            }
            settings::Source::Address(address) => job.addresses.push(Address(address.clone())),
        }
    }
    job
}

/// The files behind the settings' calendars, for whoever only looks: those named, and the last copies of addresses; a
/// sentence for an address without one. Nothing is fetched.
pub(crate) fn last_seen(settings: &settings::Calendar, paths: &Paths) -> Vec<Result<PathBuf, String>> {
    let job = job(settings, paths.cache().map(|cache| cache.join("calendars")));
    let copy = |address: &Address| {
        let copy = job.cache.as_deref().and_then(|folder| Copy::of(folder, &address.0).ok());
        let body = copy.map(|copy| copy.body().to_path_buf()).filter(|body| body.exists());
        body.ok_or_else(|| text::not_fetched(&source_name(&address.0)))
    };
    let copies: Vec<_> = job.addresses.iter().map(copy).collect();
    job.paths.into_iter().map(Ok).chain(copies).collect()
}

/// Reads one of the settings' calendars as of now, for whoever asks how it does: an address is asked anew, and nothing of its
/// answer is kept.
// The copy and the times of asking stay as they are: the running app may be fetching the same address at this moment.
pub(crate) fn read_now(settings: &settings::Calendar, which: &settings::Source) -> CalendarRead {
    let asked = settings::Calendar { sources: vec![which.clone()], ..settings.clone() };
    let job = job(&asked, None);
    let reading = Reading::of(&job, wall());
    if let Some(path) = job.paths.first() {
        return reading.of_path(path, None);
    }
    let address = job.addresses.first().map(|address| address.0.as_str()).unwrap_or_default();
    match fetch::fetch(address, &fetch::Tags::default(), PATIENCE) {
        fetch::Fetched::New { body, .. } => match reading.meetings(&body) {
            Ok((meetings, zones)) => {
                let trouble =
                    (!zones.is_empty()).then_some(Trouble { why: Why::UnknownZones(zones), advice: Advice::Zone });
                CalendarRead { name: source_name(address), meetings: Some(meetings), trouble }
            }
            Err(why) => broken(address, why, Advice::Fetch),
        },
        // It was asked for without tags: there is nothing that it could be the same as.
        fetch::Fetched::Same { .. } => broken(address, Why::NotHttp, Advice::Fetch),
        fetch::Fetched::Failed { why, .. } => broken(address, why, Advice::Fetch),
    }
}

/// Does one job.
pub(crate) fn run() -> Exit {
    let mut text = Vec::new();
    let read = std::io::stdin().lock().take(LONGEST).read_to_end(&mut text);
    let Some(job) = read.ok().and_then(|_| serde_json::from_slice::<Job>(&text).ok()) else {
        return Exit::Usage;
    };
    memory::share_one_pool();
    // Nobody waits for this process: the desktop has the processor first.
    process::give_way();
    match serde_json::to_string(&answer(&job, wall())) {
        Ok(answer) => {
            output::data(&answer);
            Exit::Done
        }
        Err(_) => Exit::Refused,
    }
}

/// Reads everything of the job, as of now.
fn answer(job: &Job, at: Stamp) -> Answer {
    let now = at.to_utc();
    let reading = Reading::of(job, at);
    let mut sources: Vec<CalendarRead> = job.paths.iter().map(|path| reading.of_path(path, None)).collect();
    if let Some(cache) = job.cache.as_deref().filter(|_| !job.addresses.is_empty()) {
        cache::forget_others(cache, job.addresses.iter().map(|address| address.0.as_str()));
    }
    // All at once: one that is slow must not use up the time of the others.
    let fetched: Vec<(CalendarRead, Option<DateTime<Utc>>)> = thread::scope(|all| {
        let asked = job.addresses.iter().map(|address| all.spawn(|| reading.of_address(&address.0, job, now)));
        let asked: Vec<_> = asked.collect();
        let failed = |address: &Address| (broken(&address.0, Why::ReaderLost, Advice::Reader), None);
        let each = asked.into_iter().zip(&job.addresses);
        // A parser that panics over one calendar costs that one alone.
        each.map(|(one, address)| one.join().unwrap_or_else(|_| failed(address))).collect()
    });
    let next = fetched.iter().map(|(_, next)| next.unwrap_or(now + every(job))).min();
    sources.extend(fetched.into_iter().map(|(source, _)| source));
    let full = crowd::thin(&mut sources, at);
    let next = next.into_iter().chain(full).min();
    // Rounded up: to be asked a moment too early is to be asked for nothing.
    let next_s = next.map(|next| u64::try_from((next - now).num_seconds() + 1).unwrap_or(1));
    Answer { at, sources, next_s }
}

fn every(job: &Job) -> TimeDelta {
    TimeDelta::seconds(i64::try_from(job.every_s).unwrap_or(i64::MAX / 1000))
}

fn broken(source: &str, why: Why, advice: Advice) -> CalendarRead {
    let trouble = Trouble { why, advice };
    CalendarRead { name: source_name(source), meetings: None, trouble: Some(trouble) }
}

/// What all calendars of one reading share.
struct Reading {
    window: Window,
    policy: Policy,
    local: Zone,
    /// Titles are kept.
    titles: bool,
}

impl Reading {
    /// The one of this job, as of now.
    fn of(job: &Job, at: Stamp) -> Self {
        let now = at.to_utc();
        // What began yesterday may still go on, and the next reading may be half a day away.
        let window = Window { from: now - TimeDelta::days(1), to: now + TimeDelta::days(2) };
        let policy = Policy { all_busy: job.all_busy, me: job.me.clone() };
        Self { window, policy, local: local_zone(at), titles: job.titles }
    }

    /// A file or folder, named as it is or by the address that it is a copy of.
    fn of_path(&self, path: &Path, named: Option<&str>) -> CalendarRead {
        let name = named.map_or_else(|| source_name(&path.to_string_lossy()), source_name);
        let (mut meetings, mut wrong): (Vec<Meeting>, Vec<(String, Why)>) = (Vec::new(), Vec::new());
        let (mut files, mut zones) = (0, BTreeSet::new());
        let read = files::each(path, |file, text| {
            files += 1;
            match text.and_then(|text| self.meetings(&text)) {
                Ok((more, unknown)) => {
                    meetings.extend(more);
                    zones.extend(unknown.into_iter().take(MOST_ZONES.saturating_sub(zones.len())));
                }
                Err(why) => wrong.push((source_name(&file.to_string_lossy()), why)),
            }
        });
        let alone = files == 1 && wrong.len() == 1;
        let (read, whole) = match read {
            Err(why) => (Err(why), false),
            Ok(()) if alone && !path.is_dir() => (Err(wrong.remove(0).1), false),
            Ok(()) => (Ok(()), true),
        };
        let trouble = match (&read, wrong.first()) {
            (Err(Why::NotThere), _) => Some((Why::NotThere, Advice::Missing)),
            (Err(why), _) => Some((why.clone(), Advice::Unreadable)),
            (Ok(()), Some((file, _))) => Some((Why::LeftOut(file.clone(), wrong.len()), Advice::Unreadable)),
            (Ok(()), None) if !zones.is_empty() => Some((Why::UnknownZones(zones), Advice::Zone)),
            (Ok(()), None) => None,
        };
        let trouble = trouble.map(|(why, advice)| Trouble { why, advice });
        CalendarRead { name, meetings: whole.then_some(meetings), trouble }
    }

    /// The meetings of a text, and the zones in it that nobody knows.
    fn meetings(&self, text: &[u8]) -> Result<(Vec<Meeting>, BTreeSet<String>), Why> {
        let read = calendar::read(text, &self.window, &self.local).map_err(|problem| match problem {
            Problem::TooLong => Why::TooLong,
            Problem::NoCalendar => Why::NoCalendar,
            Problem::TooMany => Why::TooFull,
        })?;
        let mut meetings = calendar::meetings(&read.occurrences, &self.policy, &self.local);
        meetings.iter_mut().filter(|_| !self.titles).for_each(|meeting| meeting.title = None);
        Ok((meetings, read.unknown_zones))
    }

    /// An address, and when it may be asked again: fetched if it is time, then its last copy.
    fn of_address(&self, address: &str, job: &Job, now: DateTime<Utc>) -> (CalendarRead, Option<DateTime<Utc>>) {
        let Some(folder) = &job.cache else { return (broken(address, Why::NoCache, Advice::Cache), None) };
        let copied = Copy::of(folder, address).and_then(|copy| {
            let mut known = copy.known();
            let every = Duration::from_secs(job.every_s);
            if known.may_ask(now, every) {
                // Kept before it is asked, so that whatever happens then cannot make us ask at once again.
                let (next, trouble) = (Some(now + self::every(job)), Some(Why::ReaderLost));
                let soon = cache::Known { next, trouble, ..known.clone() };
                copy.keep(&soon)?;
                let fetched = fetch::fetch(address, &known.tags, Duration::from_secs(job.patience_s));
                let fetched = self.checked(fetched);
                if let Some(body) = known.take(fetched, now, every, wish::wish) {
                    known.print = Some(copy.keep_body(&body)?);
                }
                copy.keep(&known)?;
            }
            Ok((copy, known))
        });
        let (copy, known) = match copied {
            Ok(copied) => copied,
            Err(error) => return (broken(address, Why::NoCopy((&error).into()), Advice::Cache), None),
        };
        let advice = if known.gone { Advice::Gone } else { Advice::Fetch };
        let trouble = known.trouble.clone().map(|why| Trouble { why, advice });
        if known.good.is_none() || !known.counts(now) {
            let source = CalendarRead { name: source_name(address), meetings: None, trouble };
            return (source, known.next);
        }
        let mut source = self.of_path(copy.body(), Some(address));
        source.trouble = trouble.or(source.trouble);
        (source, known.next)
    }

    /// A page that asks to log in is no calendar and replaces none.
    fn checked(&self, fetched: fetch::Fetched) -> fetch::Fetched {
        if let fetch::Fetched::New { body, .. } = &fetched
            && let Err(why) = self.meetings(body)
        {
            return fetch::Fetched::Failed { why, gone: false };
        }
        fetched
    }
}
