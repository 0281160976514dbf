use super::Inhibitors;
use crate::engine::event::Fact;
use crate::engine::event::Sense;
use crate::parts::desktop::{Says, awake_failed};
use crate::parts::{Cause, Lister, PartId, PartState, Report, ScreenSource};
use crate::senses::linux::inhibitors::policy::{Held, Purpose};
use crate::senses::linux::presenting::Presenting;
use crate::senses::{Signal, Tell};
use std::cell::RefCell;
use std::sync::{Arc, Mutex};

type Heard = Arc<Mutex<Vec<Signal>>>;

fn ear() -> (Tell, Heard) {
    let heard = Heard::default();
    let into = Arc::clone(&heard);
    (Arc::new(move |signal| into.lock().unwrap().push(signal)), heard)
}

fn held(program: &str, purpose: Purpose) -> Vec<Held> {
    vec![Held { program: program.into(), awake: true, purpose }]
}

fn facts(heard: &Heard) -> Vec<(Fact, bool)> {
    let heard = std::mem::take(&mut *heard.lock().unwrap());
    let facts = heard.into_iter().filter_map(|signal| {
        let Signal::Desktop { fact, on } = signal else { return None };
        Some((fact, on))
    });
    facts.collect()
}

fn last_report(heard: &Heard) -> Report {
    let heard = heard.lock().unwrap();
    let report = heard.iter().rev().find_map(|signal| {
        let Signal::Part(report) = signal else { return None };
        (report.part == Sense::Awake.into()).then(|| report.clone())
    });
    report.unwrap()
}

#[test]
fn two_lists_with_the_same_film_are_one_word() {
    let (tell, heard) = ear();
    let mut all = Inhibitors::new(&tell, true, None);
    all.here(Lister::Session, held("totem", Purpose::Film));
    all.missing(Lister::Kde);
    all.missing(Lister::Power);
    assert!(heard.lock().unwrap().is_empty(), "logind has not answered yet");
    all.here(Lister::Logind, held("user session", Purpose::Other));
    let report = last_report(&heard);
    assert_eq!(report.state, PartState::Works);
    let programs = ["totem", "user session"].map(str::to_owned).into();
    assert_eq!(report.says, Says::Awake { programs, unread: None }.into());
    assert_eq!(facts(&heard), [(Fact::Awake, true), (Fact::Watching, true)]);
    all.here(Lister::Session, vec![]);
    assert_eq!(facts(&heard), [(Fact::Watching, false)]);
    all.here(Lister::Logind, vec![]);
    assert_eq!(facts(&heard), [(Fact::Awake, false)]);
}

#[test]
fn a_bare_fact_counts_only_where_nobody_tells_reasons() {
    let (tell, heard) = ear();
    let mut all = Inhibitors::new(&tell, true, None);
    all.here(Lister::Power, vec![Held::somebody()]);
    all.here(Lister::Kde, vec![]);
    all.missing(Lister::Session);
    all.missing(Lister::Logind);
    assert_eq!(facts(&heard), []);
    all.missing(Lister::Kde);
    let somebody = Says::Awake { programs: vec![String::new()], unread: None };
    assert_eq!(last_report(&heard).says, somebody.into());
    assert_eq!(facts(&heard), [(Fact::Awake, true)]);
}

#[test]
fn what_is_lost_is_not_held_on_to() {
    let (tell, heard) = ear();
    let mut all = Inhibitors::new(&tell, true, None);
    for lister in [Lister::Kde, Lister::Power, Lister::Logind] {
        all.missing(lister);
    }
    all.here(Lister::Session, held("vlc", Purpose::Film));
    facts(&heard);
    all.failed(Lister::Session, Cause::NoAnswer);
    assert_eq!(last_report(&heard), awake_failed(Lister::Session, Cause::NoAnswer));
    assert_eq!(facts(&heard), [(Fact::Awake, false), (Fact::Watching, false)]);
    all.missing(Lister::Session);
    assert_eq!(last_report(&heard).state, PartState::NotHere);
}

#[test]
fn only_the_wanted_senses_are_told() {
    let (tell, heard) = ear();
    let presenting = RefCell::new(Presenting::new(&tell, &[ScreenSource::Capture]));
    let mut all = Inhibitors::new(&tell, false, Some(&presenting));
    all.missing(Lister::Kde);
    all.here(Lister::Session, held("chromium", Purpose::Capture));
    let parts: Vec<PartId> = heard
        .lock()
        .unwrap()
        .iter()
        .filter_map(|signal| {
            let Signal::Part(report) = signal else { return None };
            Some(report.part)
        })
        .collect();
    assert_eq!(parts, [Sense::Presenting.into()]);
    assert_eq!(facts(&heard), [(Fact::Presenting, true)]);
    all.missing(Lister::Session);
    assert_eq!(facts(&heard), [(Fact::Presenting, false)]);
}
