//! What goes wrong as the window tells it: in its own words, whatever is wrong and wherever it comes from.

use super::Backend;
use crate::engine::event::{Feeling, Request};
use crate::engine::instance::Outcome;
use crate::engine::view::MenuAction;
use crate::ledger::LedgerError;
use crate::parts::FileProblem;
use crate::review::Period;
use crate::review::extract::ExtractForm;
use crate::settings;
use crate::shell::ipc::Refused;
use crate::shell::paths::Paths;
use crate::shell::rewrite::Unchanged;
use crate::text::{cli, mistakes};
use crate::windows::main::talk::{
    AboutOrder, CalendarsOrder, CalendarsUpdate, DataOrder, DataUpdate, ExercisesOrder, ImportOrder, ImportTicket,
    ImportUpdate, MainOrder, MainUpdate, PartsOrder, ReviewOrder, ReviewUpdate, SettingsChange, SettingsOrder,
    SettingsUpdate, SourceId, SourceText, TodayOrder,
};
use crate::windows::main::updates;
use std::fs;
use std::path::Path;
use std::sync::Arc;

/// No command, no key of the settings' file.
fn is_a_windows(said: &str) -> bool {
    let keys: Vec<String> = settings::show("").into_iter().map(|shown| shown.key).collect();
    let dotted = keys.iter().filter(|key| key.contains('.'));
    !said.contains('`') && !said.contains("unhunch ") && dotted.filter(|key| said.contains(key.as_str())).count() == 0
}

/// Everything that can be ordered where no app runs, but for what starts another program or changes the desktop.
fn orders() -> Vec<MainOrder> {
    let change = |key: &str, value: &str| {
        let all = vec![(key.to_owned(), Some(value.to_owned()))];
        SettingsOrder::Change(SettingsChange { all, said: "Done.".into() }).into()
    };
    let id = || "chin-tuck".to_owned();
    vec![
        change("goal", "900"),
        change("lull.wiat", "3min"),
        change("break.movement.lasts", "90min"),
        CalendarsOrder::Look.into(),
        CalendarsOrder::Add(SourceText("nonsense".into())).into(),
        CalendarsOrder::Add(SourceText("/nonexistent/work.ics".into())).into(),
        CalendarsOrder::Add(SourceText("https://localhost:1/work.ics".into())).into(),
        CalendarsOrder::Test(SourceId(7)).into(),
        CalendarsOrder::Remove(SourceId(7)).into(),
        ExercisesOrder::Look.into(),
        ExercisesOrder::Hide(id()).into(),
        ExercisesOrder::Show(id()).into(),
        DataOrder::TakeOut(ExtractForm::Csv, None).into(),
        DataOrder::Plan(None).into(),
        DataOrder::Delete(None).into(),
        ImportOrder::Read("/nonexistent/historystats".into()).into(),
        ImportOrder::BringIn(vec!["/nonexistent/historystats".into()]).into(),
        ReviewOrder::Look(Period::default()).into(),
        PartsOrder::ShowNotice.into(),
        AboutOrder::Look.into(),
        TodayOrder::Choose(MenuAction::Ask(Request::Start)).into(),
        TodayOrder::Choose(MenuAction::Guide).into(),
        TodayOrder::Choose(MenuAction::Seen).into(),
        TodayOrder::Feel(Feeling::Sore).into(),
        TodayOrder::Story(7).into(),
        TodayOrder::Correct { id: 7, outcome: Outcome::Taken }.into(),
        TodayOrder::LookAgain.into(),
        ImportOrder::TakeBack(ImportTicket(7)).into(),
    ]
}

/// The sentences of an update that say what is wrong.
fn said(update: &MainUpdate) -> Vec<String> {
    if let MainUpdate::Banner(told) = update {
        vec![told.text.clone()]
    } else if let MainUpdate::Data(DataUpdate::Refused(why))
    | MainUpdate::Import(ImportUpdate::Refused(why))
    | MainUpdate::Review(ReviewUpdate::Unread(why))
    | MainUpdate::Calendars(CalendarsUpdate::NotAdded(why) | CalendarsUpdate::Tested { told: why, .. }) =
        update
    {
        vec![why.clone()]
    } else if let MainUpdate::Calendars(CalendarsUpdate::Now(now)) = update {
        now.sources.iter().flat_map(|source| source.told.clone()).collect()
    } else if let MainUpdate::Settings(SettingsUpdate::Now(now)) = update {
        let lost = now.lost.iter().map(|lost| format!("{lost:?}"));
        now.mistakes.iter().map(|mistake| mistake.says.clone()).chain(lost).collect()
    } else {
        Vec::new()
    }
}

/// All that is said of these orders in a home that was made so.
fn told(prepare: impl FnOnce(&Paths)) -> Vec<String> {
    let dir = tempfile::tempdir().expect("a folder");
    let paths = Paths::find(Some(dir.path())).expect("an absolute path");
    fs::create_dir_all(paths.settings_folder()).expect("made");
    prepare(&paths);
    let (window, told) = updates();
    let backend = Backend { paths, window, parts_watch: Arc::default() };
    let mut all = Vec::new();
    for order in orders() {
        backend.take(order);
        all.extend(told.all().flat_map(|update| said(&update)));
    }
    all
}

fn write(file: &Path, text: &str) {
    fs::write(file, text).expect("written");
}

#[test]
fn whatever_goes_wrong_the_window_names_no_command_and_no_key() {
    let fine = told(|_| {});
    let broken = told(|paths| write(&paths.settings, "goal = 70\nnot = [toml"));
    let no_file = told(|paths| fs::create_dir(&paths.settings).expect("made"));
    let no_text = told(|paths| fs::write(&paths.settings, b"goal = 70\n# \xff\n").expect("written"));
    let no_record = told(|paths| write(&paths.ledger, "This is no record."));
    let mistaken = told(|paths| {
        write(&paths.settings, "lull.wiat = 3\nheads_up = \"50min\"\nbreak.eyes.lasts = \"20s\"\n");
    });
    let all = [fine, broken, no_file, no_text, no_record, mistaken];
    for told in &all {
        assert!(told.len() >= 12, "{told:?}");
    }
    assert!(all[1].contains(&mistakes::not_understood()), "{:?}", all[1]);
    for said in all.iter().flatten() {
        assert!(is_a_windows(said), "{said}");
    }
}

#[test]
fn what_keeps_a_change_from_counting_is_said_for_a_window_and_for_the_command_line() {
    let text = "nonsense = 1\nlull.wiat = \"3min\"\nlull.wait = \"long\"\nheads_up = \"50min\"\n\
                break.eyes.lasts = \"20s\"\nbreak.Up.every = \"1h\"\nbreak.movement.lasts = \"90min\"\n";
    let file = Path::new("/home/me/settings.toml");
    let (_, problems) = settings::parse(text);
    let (_, broken) = settings::parse("not = [toml");
    assert!(problems.len() >= 6 && broken.iter().any(settings::Problem::whole), "{problems:?}");
    let of_keys = problems.into_iter().chain(broken).map(|problem| FileProblem::in_settings(file, problem));
    let of_files =
        [FileProblem::NowBroken("/x".into()), FileProblem::KeptBroken { file: "/x".into(), kept: "/y".into() }];
    for problem in of_keys.chain(of_files) {
        let says = crate::parts::Says::Own(crate::parts::own::Says::Problem(problem.clone()));
        let refused = Unchanged::NotTakenUp(file.to_owned(), Box::new(Refused::Settings(says)));
        for why in [Unchanged::File(problem), refused] {
            assert!(is_a_windows(&why.sentence()), "{}", why.sentence());
            assert_ne!(why.sentence(), why.by_command(), "the command line says which line and key");
        }
    }
}

#[test]
fn what_is_said_of_an_app_that_does_not_answer_names_no_command() {
    let talk = [cli::hung_up(), cli::no_answer(), cli::unknown(), cli::no_talk("no room"), cli::busy(), cli::ending()];
    let record = [LedgerError::NoSuchRow(7), LedgerError::StillOpen(7), LedgerError::Damaged("no room".into())];
    for said in talk.into_iter().chain(record.iter().map(crate::text::ledger::error)) {
        assert!(is_a_windows(&said), "{said}");
    }
}
