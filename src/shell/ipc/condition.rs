//! How things are, as a command hears it: the engine's status and what the shell knows besides. Owns that form, as values
//! and as JSON; each side says it in a language of its own.

use crate::engine::ahead::NextMeeting;
use crate::engine::event::Sense;
use crate::engine::status::Status;
use crate::engine::view::{MenuAction, TrayView};
use crate::ledger::LedgerError;
use crate::ledger::aside::Aside;
use crate::text::attention::{self, Instead};
use crate::text::{cli, ledger, menu};
use serde::{Deserialize, Serialize};

/// How things are.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Condition {
    /// By the engine.
    pub status: Status,
    /// What the person should know of until it is put right.
    pub attention: Vec<Attention>,
    /// Why what was answered last is not in the record yet, if it is not.
    pub not_recorded: Option<LedgerError>,
}

/// How things are, with what can be done now.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct FullCondition {
    /// How things are.
    pub condition: Condition,
    /// The tray as the engine wants it, with its menu; none where nothing was drawn yet.
    pub tray: Option<TrayView>,
    /// The next meeting.
    pub meeting: Option<NextMeeting>,
}

/// What `unhunch status --json` prints.
#[derive(Debug, Serialize)]
pub(crate) struct ConditionJson {
    #[serde(flatten)]
    status: Status<String>,
    /// A line each.
    attention: Vec<String>,
    not_recorded: Option<String>,
}

impl Condition {
    /// The same in words, for a program.
    pub(crate) fn json(&self) -> ConditionJson {
        ConditionJson {
            status: self.status.told(menu::line),
            attention: self.lines(),
            not_recorded: self.not_recorded.as_ref().map(ledger::error),
        }
    }

    /// The same in words, for a person.
    pub(crate) fn sentence(&self) -> String {
        cli::status(&self.status, self.lines())
    }

    fn lines(&self) -> Vec<String> {
        self.attention.iter().map(Attention::line).collect()
    }
}

/// Something that needs the person's attention until it is put right.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Attention {
    /// What was answered is not in the record, and why.
    NotRecorded(LedgerError),
    /// Files of the record were set aside.
    SetAside(Vec<Aside>),
    /// Lines of the settings do not count.
    Settings {
        /// Which; 0 for a problem that no single line is to blame for.
        lines: Vec<usize>,
        /// How many more.
        more: usize,
    },
    /// The settings file as a whole does not count; what does.
    NoSettings(Instead),
    /// So many entries of the person's own library files are left out.
    Library(usize),
    /// Nothing shows notifications.
    NoNotifications,
    /// Nothing shows the icon.
    NoIcon,
    /// These senses are there and do not answer.
    Silent(Vec<Sense>),
    /// The welcome closed before anybody was there.
    Welcome,
}

impl Attention {
    /// One short line, for tooltip, menu and status.
    pub(crate) fn line(&self) -> String {
        self.texts().0
    }

    /// The sentence of its one notification: a title, and what to do after a line break; nothing where that is told in
    /// another way.
    pub(crate) fn told(&self) -> String {
        self.texts().1
    }

    /// What choosing its line does, if anything.
    pub(crate) fn action(&self) -> Option<MenuAction> {
        match self {
            Self::SetAside(_) => Some(MenuAction::Seen),
            Self::Settings { .. } | Self::NoSettings(_) | Self::NoNotifications | Self::Silent(_) => {
                Some(MenuAction::Settings)
            }
            Self::Welcome => Some(MenuAction::Welcome),
            Self::NotRecorded(_) | Self::Library(_) | Self::NoIcon => None,
        }
    }

    /// Both.
    pub(crate) fn texts(&self) -> (String, String) {
        match self {
            Self::NotRecorded(why) => ledger::waits(why),
            Self::SetAside(all) => ledger::set_aside(all),
            Self::Settings { lines, more } => attention::settings(lines, *more),
            Self::NoSettings(instead) => attention::no_settings(*instead),
            Self::Library(entries) => attention::library(*entries),
            Self::NoNotifications => (attention::no_notifications(), String::new()),
            Self::NoIcon => (attention::no_icon(), String::new()),
            Self::Silent(senses) => (attention::silent(senses), String::new()),
            Self::Welcome => (attention::welcome(), String::new()),
        }
    }
}
