//! The exchange of the running app with the folder, on a thread of its own: a folder on a network that is gone holds every
//! call on it for minutes, and nobody waits for it here. Owns when what is told is written and what others told is read;
//! what has not been done yet is done as soon as the folder is back.

use super::live::{Ears, Live};
use super::{Extent, Folder, Seen, Told, Unpublished, publish};
use crate::engine::event::{Elsewhere, News};
use crate::engine::moment::Stamp;
use crate::ledger::{Joined, Ledger, LedgerError, Machine, MachineId};
use crate::sync::Line;
use crate::system::files::Trouble;
use crate::system::watch::{self, Watch};
use chrono::NaiveTime;
use std::collections::BTreeSet;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, Sender, SyncSender, channel, sync_channel};
use std::thread;
use std::time::Duration;

/// The end of the app waits so long for the last words.
const LAST_WORDS: Duration = Duration::from_secs(2);

/// What comes out of the folder.
#[derive(Debug)]
pub(crate) enum Heard {
    /// Days of other machines. The next come when the second value is dropped, so that never more than a file is waiting.
    Days(Joined, SyncSender<()>),
    /// What other machines have just said.
    Words(Vec<Elsewhere>),
    /// How the exchange is doing, if that is another way than before.
    Doing(Doing),
}

/// How the exchange is doing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Doing {
    /// How many other machines have written into the folder.
    pub others: usize,
    /// Why something waits.
    pub trouble: Option<Unpublished>,
    /// Why changes of the folder are not heard.
    pub unwatched: Option<Trouble>,
}

/// What is to be told.
#[derive(Debug)]
pub(crate) struct Telling {
    /// How much of the record may have changed; none if none has.
    pub extent: Option<Extent>,
    /// What has happened, each with its time.
    pub words: Vec<(Stamp, News)>,
    /// The time.
    pub now: Stamp,
    /// When days begin.
    pub day_starts: NaiveTime,
}

#[derive(Debug)]
enum Job {
    Tell(Telling),
    Look,
    /// The last one; the thread drops its value when all is done.
    End(Option<SyncSender<()>>),
}

/// The exchange; it ends with this value, when what it does is done.
#[derive(Debug)]
pub(crate) struct Exchange {
    jobs: Sender<Job>,
}

impl Exchange {
    /// Begins it with this folder, for the record in this file. `tell` is called on the thread.
    ///
    /// # Errors
    /// When there is no thread.
    pub(crate) fn start(folder: &Path, ledger: &Path, tell: impl Fn(Heard) + Send + 'static) -> io::Result<Self> {
        let (jobs, taken) = channel();
        let worker = Worker {
            folder: Folder::at(folder),
            ledger: ledger.to_owned(),
            jobs: jobs.clone(),
            tell,
            seen: Seen::default(),
            live: Live::default(),
            ears: Ears::default(),
            due: None,
            at: None,
            own: None,
            met: BTreeSet::new(),
            forgotten: BTreeSet::new(),
            told: None,
            watch: None,
            there: false,
        };
        thread::Builder::new().name("machines".into()).spawn(move || worker.run(&taken))?;
        Ok(Self { jobs })
    }

    /// Something to be told. Never waits.
    pub(crate) fn tell(&self, telling: Telling) {
        let _ = self.jobs.send(Job::Tell(telling));
    }

    /// The end, for which is waited a little, so that the last words are in the folder.
    pub(crate) fn finish(exchange: Option<Self>) {
        if let Some(exchange) = exchange {
            let (done, over) = sync_channel(0);
            let _ = exchange.jobs.send(Job::End(Some(done)));
            let _ = over.recv_timeout(LAST_WORDS);
        }
    }
}

impl Drop for Exchange {
    fn drop(&mut self) {
        let _ = self.jobs.send(Job::End(None));
    }
}

struct Worker<T> {
    folder: Folder,
    ledger: PathBuf,
    /// For the watch, which asks for a look.
    jobs: Sender<Job>,
    tell: T,
    seen: Seen,
    live: Live,
    ears: Ears,
    /// How much of the record is not in the folder yet.
    due: Option<Extent>,
    /// What time it was last, and when days begin.
    at: Option<(Stamp, NaiveTime)>,
    own: Option<Machine>,
    met: BTreeSet<MachineId>,
    /// Those that do not count: they are heard, and none of them is told to be there.
    forgotten: BTreeSet<MachineId>,
    told: Option<Doing>,
    watch: Option<Watch>,
    /// The folder was there when it was watched.
    there: bool,
}

impl<T: Fn(Heard)> Worker<T> {
    fn run(mut self, jobs: &Receiver<Job>) {
        while let Ok(first) = jobs.recv() {
            let mut end = None;
            // What piled up while the folder was slow is done at once.
            for job in [first].into_iter().chain(jobs.try_iter()) {
                match job {
                    Job::Tell(telling) => self.take(telling),
                    Job::Look => {}
                    Job::End(done) => end = Some(done),
                }
            }
            if end.is_some() {
                let _ = self.write();
                return;
            }
            let unwatched = self.watch().err();
            let written = self.write();
            let trouble = written.and(self.read()).err();
            let doing = Doing { others: self.met.difference(&self.forgotten).count(), trouble, unwatched };
            if self.told.as_ref() != Some(&doing) {
                (self.tell)(Heard::Doing(doing.clone()));
                self.told = Some(doing);
            }
        }
    }

    fn take(&mut self, Telling { extent, words, now, day_starts }: Telling) {
        self.live.say(now, words);
        self.at = Some((now, day_starts));
        self.due = match (self.due, extent) {
            (None, other) | (other, None) => other,
            (Some(Extent::Since(a)), Some(Extent::Since(b))) => Some(Extent::Since(a.min(b))),
            (Some(Extent::Whole), _) | (_, Some(Extent::Whole)) => Some(Extent::Whole),
        };
    }

    /// Writes what is to be told: what is news first.
    fn write(&mut self) -> Result<(), Unpublished> {
        let Some((until, day_starts)) = self.at.filter(|_| self.due.is_some() || self.live.waits()) else {
            return self.folder.is_there().then_some(()).ok_or(Unpublished::NoFolder);
        };
        let ledger = Ledger::open_read_only(&self.ledger)?;
        self.forgotten = ledger.forgotten_machines()?;
        let own = ledger.own_machine()?.map(|(own, _)| own);
        if self.own.as_ref().map(|own| own.id) != own.as_ref().map(|own| own.id) {
            self.seen = own.as_ref().map(|own| Seen::without(own.id)).unwrap_or_default();
        }
        self.own = own;
        let Some(own) = &self.own else { return Ok(()) };
        if !self.folder.is_there() {
            return Err(Unpublished::NoFolder);
        }
        self.live.write(&self.folder, own, until)?;
        if let Some(extent) = self.due {
            let now = u64::try_from(until.timestamp_millis()).unwrap_or(0);
            publish(&ledger, &self.folder, extent, Told { until, day_starts, now })?;
            self.due = None;
        }
        Ok(())
    }

    /// Watches the folder: before it is read, so that no change is missed. One that came back may be empty.
    fn watch(&mut self) -> Result<(), Trouble> {
        let there = self.folder.is_there();
        if self.watch.is_none() || self.there != there {
            let jobs = self.jobs.clone();
            let watched = watch::start_in(self.folder.path().to_owned(), move || drop(jobs.send(Job::Look)));
            self.watch = Some(watched.map_err(|error| Trouble::from(&error))?);
            self.there = there;
            if there && self.at.is_some() {
                self.due = Some(Extent::Whole);
                self.live.again();
            }
        }
        Ok(())
    }

    /// Reads what others have written since the last time.
    fn read(&mut self) -> Result<(), Unpublished> {
        // Without an id it cannot be told what is our own.
        let Some(own) = self.own.as_ref().map(|own| own.id) else { return Ok(()) };
        let Self { folder, ledger, tell, seen, ears, met, .. } = self;
        let mut failed: Option<LedgerError> = None;
        let read = folder.read(seen, |lines| {
            let words = ears.hear(own, &lines);
            if !words.is_empty() {
                tell(Heard::Words(words));
            }
            let facts = lines.into_iter().filter_map(|line| match line {
                Line::Fact(fact) if fact.machine != own => Some(fact),
                Line::Fact(_) | Line::Other { .. } => None,
            });
            let account = Joined::of(facts.inspect(|fact| {
                met.insert(fact.machine);
            }));
            if account == Joined::default() {
                return;
            }
            // Most of what is read at a start is known.
            match Ledger::open_read_only(ledger).and_then(|ledger| ledger.knows(&account)) {
                Ok(true) => {}
                Ok(false) => {
                    let (turn, over) = sync_channel(0);
                    tell(Heard::Days(account, turn));
                    let _ = over.recv();
                }
                Err(why) => failed = Some(why),
            }
        });
        let gone = |kind| matches!(kind, io::ErrorKind::NotFound | io::ErrorKind::NotADirectory);
        let (_, trouble) =
            read.map_err(|error| if gone(error.kind()) { Unpublished::NoFolder } else { Unpublished::from(error) })?;
        if let Some(why) = failed {
            // Read again when the record can be.
            *seen = Seen::without(own);
            return Err(why.into());
        }
        trouble.map_or(Ok(()), |trouble| Err(Unpublished::File(trouble)))
    }
}
