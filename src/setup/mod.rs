//! The first questions as values: what is asked, what counts now, and what the answers change. PURE. Owns which questions
//! there are and which setting each is for; never asks (the terminal and the window do) and never writes.

mod answer;

pub use answer::{Answer, read};

use crate::engine::rules::Fit;
use crate::library::RedFlags;
use crate::settings::keys;
use crate::text::setup::{self as text, Choice};
use std::collections::BTreeSet;

/// The questions with their answers so far.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Setup {
    /// In the order in which they are asked.
    pub questions: Vec<Question>,
}

/// One question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Question {
    /// What it is about.
    pub about: About,
    /// What is asked.
    pub ask: String,
    /// What the answer does.
    pub note: String,
    /// What is to be read beside it: a title and a text.
    pub notice: Option<(String, String)>,
    /// What can be chosen.
    pub choices: Vec<Choice>,
    /// What counts now, by place in `choices`.
    pub now: BTreeSet<usize>,
    /// What is to count.
    pub chosen: BTreeSet<usize>,
}

/// A setting that an answer changes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// Which.
    pub key: &'static str,
    /// Its new value in plain words, as the settings take it.
    pub value: String,
    /// The same for a person.
    pub said: String,
}

/// What a question is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum About {
    /// What is at hand.
    Equipment,
    /// Whether the person can stand.
    Standing,
    /// Whether others see them.
    Office,
    /// What to leave alone.
    Avoid,
    /// Whether somebody qualified has looked. The answer is for the moment alone.
    Looked,
}

impl About {
    /// The setting; none for what is not kept.
    #[must_use]
    pub const fn key(self) -> Option<&'static str> {
        match self {
            About::Equipment => Some(keys::EXERCISE_EQUIPMENT.name()),
            About::Standing => Some(keys::EXERCISE_SEATED_ONLY.name()),
            About::Office => Some(keys::EXERCISE_OPEN_OFFICE.name()),
            About::Avoid => Some(keys::EXERCISE_AVOID.name()),
            About::Looked => None,
        }
    }

    /// Whether any number can be chosen, none too; otherwise it is one.
    #[must_use]
    pub const fn many(self) -> bool {
        match self {
            About::Equipment | About::Avoid => true,
            About::Standing | About::Office | About::Looked => false,
        }
    }
}

impl Setup {
    /// The questions for a person for whom this counts now.
    #[must_use]
    pub fn new(fit: &Fit, flags: &RedFlags) -> Self {
        let yes = |yes: bool| BTreeSet::from([usize::from(!yes)]);
        let question = |about, (ask, note), choices, now: BTreeSet<usize>| Question {
            about,
            ask,
            note,
            notice: None,
            choices,
            chosen: now.clone(),
            now,
        };
        let looked = (flags.first_run.clone(), text::looked_note());
        let mut questions = vec![
            question(
                About::Equipment,
                text::ask_equipment(),
                text::equipment(),
                places(&text::equipment(), &fit.equipment),
            ),
            question(About::Standing, text::ask_standing(), text::yes_no(), yes(!fit.seated_only)),
            question(About::Office, text::ask_office(), text::yes_no(), yes(fit.open_office)),
            question(About::Avoid, text::ask_avoid(), text::avoid(), places(&text::avoid(), &fit.avoid)),
            question(About::Looked, looked, text::looked(), BTreeSet::new()),
        ];
        if let Some(last) = questions.last_mut() {
            last.notice =
                Some((flags.notice_title.clone(), flags.notice.split_whitespace().collect::<Vec<_>>().join(" ")));
        }
        Self { questions }
    }

    /// What the answers change. What stays as it is is not there.
    #[must_use]
    pub fn changes(&self) -> Vec<Change> {
        let changed = self.questions.iter().filter(|question| question.chosen != question.now);
        let change = |question: &Question| {
            let key = question.about.key()?;
            let labels: Vec<&str> = question.picked().map(|(_, label)| label.as_str()).collect();
            let said = text::changed(question.ask.as_str(), &labels);
            Some(Change { key, value: question.value(), said })
        };
        changed.filter_map(change).collect()
    }

    /// What is to be said to the person because of an answer that is not kept.
    #[must_use]
    pub fn notice(&self) -> Option<String> {
        let looked = self.questions.iter().find(|question| question.about == About::Looked)?;
        looked.words().any(|word| word == "no" || word == "not sure").then(text::worth_a_look)
    }
}

impl Question {
    /// Chooses one, or lets it go where any number can be chosen.
    pub fn choose(&mut self, place: usize) {
        if !self.about.many() {
            self.chosen = BTreeSet::from([place]);
        } else if !self.chosen.remove(&place) {
            self.chosen.insert(place);
        }
    }

    /// What is chosen.
    fn picked(&self) -> impl Iterator<Item = &Choice> {
        self.chosen.iter().filter_map(|place| self.choices.get(*place))
    }

    /// The words of what is chosen.
    fn words(&self) -> impl Iterator<Item = &'static str> + '_ {
        self.picked().map(|(word, _)| *word)
    }

    /// The setting's value in plain words.
    fn value(&self) -> String {
        let yes = self.words().any(|word| word == "yes");
        match self.about {
            About::Equipment | About::Avoid => self.words().collect::<Vec<_>>().join(","),
            About::Standing => (!yes).to_string(),
            About::Office => yes.to_string(),
            About::Looked => String::new(),
        }
    }
}

fn places(choices: &[Choice], words: &[String]) -> BTreeSet<usize> {
    let chosen = |(_, (word, _)): &(usize, &Choice)| words.iter().any(|chosen| chosen == word);
    choices.iter().enumerate().filter(chosen).map(|(place, _)| place).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{library, settings};

    fn setup(text: &str) -> Setup {
        Setup::new(&settings::parse(text).0.rules.fit, &library::red_flags("en"))
    }

    /// The settings after the changes.
    fn changed(setup: &Setup, text: &str) -> String {
        let set =
            |text: String, change: &Change| settings::set(&text, change.key, &change.value).expect("fits its key");
        setup.changes().iter().fold(text.to_owned(), set)
    }

    #[test]
    fn it_begins_with_what_counts_now_and_changes_nothing_by_itself() {
        let text = "exercise.avoid = [\"knee\", \"neck\"]\nexercise.open_office = true\nexercise.equipment = []\n";
        for text in ["", text] {
            let setup = setup(text);
            assert_eq!(changed(&setup, text), text);
            assert_eq!(setup.notice(), None);
        }
        let setup = setup(text);
        let marked = |about| setup.questions.iter().find(|q| q.about == about).map(|q| q.words().collect::<Vec<_>>());
        assert_eq!(marked(About::Avoid), Some(vec!["neck", "knee"]));
        assert_eq!(marked(About::Office), Some(vec!["yes"]));
        assert_eq!(marked(About::Standing), Some(vec!["yes"]));
        assert_eq!(marked(About::Equipment), Some(vec![]));
        assert_eq!(marked(About::Looked), Some(vec![]));
    }

    #[test]
    fn every_answer_becomes_a_setting_and_a_second_time_begins_with_it() {
        let mut first = setup("");
        for question in &mut first.questions {
            question.choose(1);
        }
        let text = changed(&first, "# mine\ngoal = 70\n");
        let fit = settings::parse(&text).0.rules.fit;
        assert_eq!(fit.equipment, ["chair"]);
        assert_eq!(fit.avoid, ["shoulder"]);
        assert!(fit.seated_only && !fit.open_office);
        assert!(text.starts_with("# mine\ngoal = 70\n"));
        assert_eq!(first.notice(), Some(text::worth_a_look()));
        let said: Vec<String> = first.changes().into_iter().map(|change| change.said).collect();
        assert!(said[0].starts_with("What is at hand") && said[0].contains("A chair that stands firmly"), "{said:?}");
        assert!(!text.contains("looked"));
        let again = setup(&text);
        assert_eq!(again.changes(), []);
        for (before, now) in first.questions.iter().zip(&again.questions).take(4) {
            assert_eq!(before.chosen, now.now);
        }
    }

    #[test]
    fn every_word_fits_its_setting() {
        let mut all = setup("");
        for question in all.questions.iter_mut().filter(|question| question.about.many()) {
            question.chosen = (0..question.choices.len()).collect();
        }
        let fit = settings::parse(&changed(&all, "")).0.rules.fit;
        assert_eq!((fit.equipment.len(), fit.avoid.len()), (4, 18));
    }

    #[test]
    fn the_last_question_stands_beside_its_notice() {
        let all = setup("");
        let last = all.questions.last().expect("questions");
        let (title, notice) = last.notice.clone().expect("a notice");
        assert!(title.contains("not medical advice") && notice.contains("does not examine you"));
        assert!(last.ask.ends_with("Has someone qualified looked at yours?"));
        for (place, said) in [(0, false), (1, true), (2, true), (3, false)] {
            let mut setup = all.clone();
            setup.questions[4].choose(place);
            assert_eq!(setup.notice().is_some(), said);
            assert_eq!(setup.changes(), []);
        }
    }
}
