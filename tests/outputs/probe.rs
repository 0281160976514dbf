//! A process with the tray and the notifications and nothing else: orders come as lines, answers go out as lines. For
//! the tests beside it and for measuring what the outputs cost.

use std::io::{BufRead, Write};
use std::path::PathBuf;
use std::sync::Arc;
use std::time::{Duration, SystemTime};
use unhunch::engine::event::{Action, Pause, Request};
use unhunch::engine::notice::{NoticeKind, Wording};
use unhunch::engine::view::TrayText;
use unhunch::engine::view::{MenuAction, MenuItem, TrayState};
use unhunch::outputs::{Answer, Outputs, Picture};
use unhunch::text::outputs::how_to_answer;
use unhunch::text::parts::ReportText;

const NUDGE: [(Action, &str); 2] = [(Action::Shifted, "Shifted"), (Action::Fine, "Already fine")];
const CHECK_IN: [(Action, &str); 3] = [(Action::Loose, "Loose"), (Action::Tight, "Tight"), (Action::Sore, "Sore")];
const ASKS: &str = "How do neck, shoulders and back feel?|Only for your own record.";

fn say(line: &str) {
    let mut out = std::io::stdout().lock();
    // A reader that went away ends the test, and this process with it.
    let _ = writeln!(out, "{line}").and_then(|()| out.flush());
}

fn menu(state: TrayState, at: &str) -> Vec<MenuItem<String>> {
    let ask = |text: &str, request| MenuItem::Item(text.to_owned(), MenuAction::Ask(request));
    let pause = |minutes: u64| Request::Pause(Pause::For(Duration::from_secs(minutes * 60)));
    let mut menu = vec![
        MenuItem::Label(format!("Next break at {at}")),
        MenuItem::Separator,
        ask("Start break now", Request::Start),
    ];
    if state == TrayState::Due {
        menu.extend([ask("Snooze", Request::Snooze), ask("Skip", Request::Skip)]);
    }
    if state == TrayState::Paused {
        menu.push(ask("Resume", Request::Resume));
    } else {
        menu.push(MenuItem::Submenu(
            "Pause".to_owned(),
            vec![ask("15 minutes", pause(15)), ask("30 minutes", pause(30)), ask("60 minutes", pause(60))],
        ));
    }
    menu.extend([
        MenuItem::Separator,
        MenuItem::Label("4 of 6 taken today".to_owned()),
        MenuItem::Item("Review".to_owned(), MenuAction::Review),
        MenuItem::Item("Settings & more_less".to_owned(), MenuAction::Settings),
        MenuItem::Item("Why?".to_owned(), MenuAction::Why),
        MenuItem::Separator,
        MenuItem::Item("Quit".to_owned(), MenuAction::Quit),
    ]);
    menu
}

fn view(state: &str, progress: &str, at: &str) -> TrayText {
    let state = TrayState::ALL.into_iter().find(|known| known.token() == state).unwrap_or(TrayState::Counting);
    TrayText {
        state,
        progress: progress.parse().unwrap_or(0),
        tooltip: format!("Next break at {at}\nmovement, 3 min"),
        menu: menu(state, at),
    }
}

fn notice(kind: NoticeKind, actions: &[(Action, &str)], text: &str) -> Wording {
    let (title, body) = text.split_once('|').unwrap_or((text, "Stand up, roll both shoulders back, slowly.\n3 min"));
    Wording {
        kind,
        title: title.to_owned(),
        body: body.to_owned(),
        actions: actions.iter().map(|(action, label)| (*action, (*label).to_owned())).collect(),
        picture: None,
        lasts: None,
    }
}

fn main() {
    let remembered = std::env::args_os().nth(1).map_or_else(std::env::temp_dir, PathBuf::from);
    let picture = std::env::args_os().nth(2).map(PathBuf::from);
    let icon = PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/icons/unhunch.svg"));
    let picture = picture.map(|file| Picture { file, icon });
    let tell = Arc::new(|answer: Answer| match answer {
        Answer::Part(report) => {
            say(&format!("part {}", serde_json::to_string(&ReportText::from(&report)).unwrap_or_default()));
        }
        Answer::Click(_)
        | Answer::Dismissed(_)
        | Answer::Notifications { .. }
        | Answer::Menu(_)
        | Answer::TrayClicked
        | Answer::Asked(..)
        | Answer::PutTray => say(&format!("{answer:?}")),
    });
    let Ok(mut outputs) = Outputs::start(tell, how_to_answer, remembered) else { return say("no threads") };
    let buttons = [(Action::Start, "Start"), (Action::Snooze, "Snooze 5 min"), (Action::Skip, "Skip")];
    for line in std::io::stdin().lock().lines().map_while(Result::ok) {
        let (word, rest) = line.split_once(' ').unwrap_or((&line, ""));
        let mut rest_words = rest.split(' ');
        let mut next = || rest_words.next().unwrap_or_default();
        #[expect(clippy::disallowed_methods, reason = "measures whether a call blocks")]
        let before = SystemTime::now();
        match word {
            "tray" => outputs.tray(view(next(), next(), next())),
            "prompt" => outputs.show(notice(NoticeKind::Prompt, &buttons, rest), None),
            "pictured" => outputs.show(notice(NoticeKind::Prompt, &buttons, rest), picture.clone()),
            "step" => outputs.show(notice(NoticeKind::Guide, &[(Action::Done, "Done")], rest), picture.clone()),
            "guide" => outputs.show(notice(NoticeKind::Guide, &[(Action::Done, "Done")], rest), None),
            "nudge" => outputs.show(notice(NoticeKind::Nudge, &NUDGE, &format!("Unhunch|{rest}")), None),
            "check-in" => outputs.show(notice(NoticeKind::CheckIn, &CHECK_IN, ASKS), None),
            "word" => outputs.show(notice(NoticeKind::Info, &[], rest), None),
            "withdraw" => outputs.withdraw(),
            "finish" => outputs.finish(Duration::from_secs(2)),
            _ => break,
        }
        say(&format!("took {} {}", before.elapsed().unwrap_or_default().as_micros(), word));
    }
}
