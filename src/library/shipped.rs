//! Shipped entries: facts out of a file of `config/`, with the texts of the same id out of `config/lang/TAG/`. Owns how the
//! two are found, and the places of what does not meet; knows no field's meaning.
//!
//! They are read one at a time: a whole file as a tree would take many times its size in memory.

use super::form::Form;
use super::laid::{self, Apart, How};
use super::languages::{self, File};
use super::problem::{Because, Problem, Wrong};
use crate::plain::line_ends;
use serde::de::DeserializeOwned;
use std::collections::BTreeMap;
use toml::Spanned;
use toml::de::{DeTable, DeValue, ValueDeserializer};

/// The facts of a file, and its texts: English, then what is laid over it.
pub(super) struct Shipped {
    facts: File,
    texts: Vec<File>,
}

/// One table of a file.
#[derive(Clone, Copy)]
struct Piece {
    file: File,
    /// Its brackets and what stands in them.
    head: &'static str,
    body: &'static str,
    /// Where the body begins in the file.
    at: usize,
}

impl Piece {
    fn table(&self, problems: &mut Vec<Problem>) -> DeTable<'static> {
        let mut broken = |error: &toml::de::Error| {
            let byte = error.span().map_or(0, |span| span.start);
            problems.push(self.problem(byte, Wrong::NotToml(error.message().to_owned())));
            DeTable::new()
        };
        DeTable::parse(self.body).map_or_else(|error| broken(&error), Spanned::into_inner)
    }

    fn name(&self) -> &'static str {
        self.head.trim_matches(['[', ']'])
    }

    /// What is wrong at a byte of the body.
    fn problem(&self, byte: usize, wrong: Wrong) -> Problem {
        self.on_the_line_of(self.at + byte, wrong)
    }

    /// What is wrong with all of it: told at its brackets.
    fn wholly(&self, wrong: Wrong) -> Problem {
        self.on_the_line_of(self.at.saturating_sub(1), wrong)
    }

    fn on_the_line_of(&self, byte: usize, wrong: Wrong) -> Problem {
        Problem { file: self.file.place.to_owned(), line: 1 + line_ends(self.file.text, 0..byte), wrong }
    }
}

/// The tables of a file, each from its brackets to the next.
fn pieces(file: File) -> impl Iterator<Item = Piece> {
    let starts = file.text.match_indices("\n[").map(|(at, _)| at + 1);
    let ends = starts.clone().skip(1).chain([file.text.len()]);
    starts.zip(ends).filter_map(move |(from, to)| {
        let (head, body) = file.text.get(from..to)?.split_once('\n')?;
        Some(Piece { file, head, body, at: from + head.len() + 1 })
    })
}

/// The texts of a list by their ids.
fn by_id(file: File, list: &str) -> BTreeMap<&'static str, Piece> {
    pieces(file).filter_map(|piece| Some((piece.name().strip_prefix(list)?.strip_prefix('.')?, piece))).collect()
}

impl Shipped {
    /// Facts with the texts that count for a language.
    pub(super) fn of(facts: File, tag: &str) -> Self {
        Self { facts, texts: languages::texts(tag, facts.name) }
    }

    /// The entries of a list in their facts' order. What does not meet is a problem: that text is left out, and an entry
    /// that lacks one.
    pub(super) fn each<T: Form>(&self, problems: &mut Vec<Problem>, mut take: impl FnMut(T)) {
        let head = format!("[[{}]]", T::LIST);
        let mut texts: Vec<_> = self.texts.iter().map(|file| by_id(*file, T::LIST)).collect();
        for piece in pieces(self.facts).filter(|piece| piece.head == head) {
            let facts = piece.table(problems);
            let own: Vec<Piece> = texts.iter_mut().filter_map(|all| all.remove(id(&facts))).collect();
            self.entry(&piece, facts, &own, problems).into_iter().for_each(&mut take);
        }
        problems.extend(texts.iter().flat_map(BTreeMap::values).map(|piece| self.no_facts(piece)));
    }

    fn entry<T: Form>(
        &self,
        piece: &Piece,
        mut facts: DeTable<'static>,
        own: &[Piece],
        problems: &mut Vec<Problem>,
    ) -> Option<T> {
        let id = id(&facts).to_owned();
        let texts = self.laid_over(&id, own, problems);
        let apart = laid::into_facts(&mut facts, texts, T::TEXTS, T::MARKED);
        let whole = apart.iter().all(|one| one.how != How::NoText);
        problems.extend(apart.into_iter().map(|one| match (one.at, own.first()) {
            (Some(at), Some(texts)) => texts.problem(at, self.apart(&id, one)),
            _ => piece.wholly(self.apart(&id, one)),
        }));
        let value = ValueDeserializer::from(Spanned::new(0..0, DeValue::Table(facts)));
        let read = || T::deserialize(value).map_err(|error| Because::Form(error.message().to_owned()));
        match whole.then(|| read().and_then(|entry| entry.check().map(|()| entry)))? {
            Ok(entry) => Some(entry),
            Err(because) => {
                problems.push(piece.wholly(Wrong::Entry { id: Some(id), because }));
                None
            }
        }
    }

    /// The texts of one entry: English, and over it what the language has.
    fn laid_over(&self, id: &str, own: &[Piece], problems: &mut Vec<Problem>) -> DeTable<'static> {
        let Some((english, others)) = own.split_first() else { return DeTable::new() };
        let mut all = english.table(problems);
        for piece in others {
            let apart = laid::over(&mut all, piece.table(problems), "");
            problems.extend(apart.into_iter().map(|one| piece.problem(one.at.unwrap_or(0), self.apart(id, one))));
        }
        all
    }

    fn apart(&self, id: &str, Apart { text, how, .. }: Apart) -> Wrong {
        let other =
            if how == How::NoText { self.texts.first().map_or("", |file| file.place) } else { self.facts.place };
        Wrong::Apart { id: id.to_owned(), text, how, other: other.into() }
    }

    /// Tables of texts that belong to none of these lists.
    pub(super) fn strange(&self, lists: &[&str], problems: &mut Vec<Problem>) {
        let known = |piece: &Piece| piece.name().split_once('.').is_some_and(|(list, _)| lists.contains(&list));
        let strange = self.texts.iter().flat_map(|file| pieces(*file)).filter(|piece| !known(piece));
        problems.extend(strange.map(|piece| self.no_facts(&piece)));
    }

    fn no_facts(&self, texts: &Piece) -> Problem {
        texts.wholly(Wrong::NoFacts { id: texts.name().into(), facts: self.facts.place.into() })
    }

    /// The texts that stand before all tables.
    pub(super) fn above<T: DeserializeOwned + Default>(&self, problems: &mut Vec<Problem>) -> T {
        let above = |file: &File| {
            let body = file.text.split_once("\n[").map_or(file.text, |(above, _)| above);
            Piece { file: *file, head: "", body, at: 0 }
        };
        let own: Vec<Piece> = self.texts.iter().map(above).collect();
        let all = self.laid_over("", &own, problems);
        T::deserialize(ValueDeserializer::from(Spanned::new(0..0, DeValue::Table(all)))).unwrap_or_else(|error| {
            let wrong = Wrong::Entry { id: None, because: Because::Form(error.message().to_owned()) };
            problems.extend(own.first().map(|english| english.wholly(wrong)));
            T::default()
        })
    }
}

fn id<'t>(facts: &'t DeTable<'_>) -> &'t str {
    facts.get("id").and_then(|id| id.get_ref().as_str()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::content::Nudge;

    #[test]
    fn what_does_not_meet_is_one_problem_with_its_place_and_the_rest_counts() {
        let file = |place, text| File { name: "nudges.toml", place, text };
        let facts = "schema = 1\n[[nudge]]\nid = 'a'\nkind = 'eyes'\n\n[[nudge]]\nid = 'b'\nkind = 'eyes'\n";
        let shipped = Shipped {
            facts: file("config/nudges.toml", facts),
            texts: vec![
                file(
                    "config/lang/en/nudges.toml",
                    "\n[nudge.a]\ntext = 'A.'\nkind = 'posture'\n\n[nudge.c]\ntext = 'C.'\n",
                ),
                file("config/lang/de/nudges.toml", "\n[nudge.a]\ntext = 'Ä.'\nnick = 'x'\n\n[plan.a]\ntext = 'P.'\n"),
            ],
        };
        let (mut problems, mut all) = (Vec::new(), Vec::new());
        shipped.each::<Nudge>(&mut problems, |nudge| all.push((nudge.id, nudge.text)));
        shipped.strange(&["nudge"], &mut problems);
        assert_eq!(all, [("a".to_owned(), "Ä.".to_owned())]);
        let told: Vec<(String, Wrong)> =
            problems.into_iter().map(|p| (format!("{}:{}", p.file, p.line), p.wrong)).collect();
        let facts = "config/nudges.toml";
        let apart = |id: &str, text: &str, how, other: &'static str| Wrong::Apart {
            id: id.into(),
            text: text.into(),
            how,
            other: other.into(),
        };
        let expected = [
            ("config/lang/de/nudges.toml:4", apart("a", "nick", How::NoFact, facts)),
            ("config/lang/en/nudges.toml:4", apart("a", "kind", How::NoFact, facts)),
            ("config/nudges.toml:6", apart("b", "text", How::NoText, "config/lang/en/nudges.toml")),
            ("config/lang/en/nudges.toml:6", Wrong::NoFacts { id: "nudge.c".into(), facts: facts.into() }),
            ("config/lang/de/nudges.toml:6", Wrong::NoFacts { id: "plan.a".into(), facts: facts.into() }),
        ];
        assert_eq!(told, expected.map(|(place, wrong)| (place.to_owned(), wrong)));
    }
}
