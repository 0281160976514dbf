//! Plays a scenario through the real engine. Owns the order of things on one instant (inputs, then what falls due, then
//! expectations); never decides what ought to happen.

use super::inputs;
use super::line::{Act, ScenarioLine, When};
use super::options::{Findings, Options};
use super::parse;
use super::print::{self, Printed};
use super::seen;
use super::trouble::{Trouble, Wrong};
use super::world::World;
use crate::engine::effect::Effect;
use crate::engine::event::{Event, Meet, Pause, Request};
use crate::engine::{Engine, Memory};
use crate::settings;
use chrono::{NaiveDateTime, NaiveTime, SubsecRound};
use std::time::Duration;

/// Plays a scenario from beginning to end.
///
/// # Errors
/// The text is no scenario: the line and why.
pub fn simulate(text: &str, options: Options<'_>) -> Result<Findings, Wrong> {
    let scenario = parse::scenario(text)?;
    let dies = scenario.lines.iter().any(|l| l.act == Act::Kill);
    let world = World::new(scenario.start.to_utc(), scenario.zone.clone());
    let mut player = Player {
        options,
        world,
        engine: None,
        begun: false,
        dies,
        saved: None,
        second: Vec::new(),
        loud: 0,
        report: Findings::default(),
    };
    for line in &scenario.lines {
        player.play(line).map_err(|why| Wrong { line: line.number, why })?;
    }
    Ok(player.report)
}

pub(super) struct Player<'a> {
    options: Options<'a>,
    pub(super) world: World,
    engine: Option<Engine>,
    begun: bool,
    /// The process will be killed: what is on disk must be known at each step.
    dies: bool,
    saved: Option<Memory>,
    /// All effects of the current second.
    pub(super) second: Vec<Printed>,
    /// Prompts, nudges and the like since the line before.
    pub(super) loud: usize,
    pub(super) report: Findings,
}

impl Player<'_> {
    fn play(&mut self, line: &ScenarioLine) -> Result<(), Trouble> {
        if let (Act::Settings(pairs), When::Same, false) = (&line.act, line.when, self.begun) {
            self.change_settings(pairs)?;
            return Ok(());
        }
        if !self.begun {
            self.begun = true;
            self.run_process();
        }
        let expects = matches!(line.act, Act::Expect(_) | Act::ExpectNothing);
        let target = match line.when {
            When::Same => Some(self.world.elapsed),
            When::After(span) => Some(self.world.elapsed + span),
            When::At { days, time } => self.world.when(days, time),
        };
        let target = target.ok_or(Trouble::Backwards)?;
        self.pass(target, expects);
        if let Act::Expect(words) = &line.act {
            self.expect(line.number, words);
        } else if line.act == Act::ExpectNothing {
            self.expect_nothing(line.number);
        } else {
            self.act(&line.act)?;
        }
        self.loud = 0;
        Ok(())
    }

    /// Lets time pass, with everything that falls due before `target`; on it too, if so asked.
    fn pass(&mut self, target: Duration, inclusive: bool) {
        loop {
            let awake = self.engine.as_ref().filter(|_| !self.world.sleeping);
            let wake = awake.and_then(Engine::next_wake).map(|w| w.at);
            // The wall clock jumps there although nobody steps it, and the app that runs wakes for that too.
            let change = awake.and(self.world.offset_changes(target));
            let next = [wake, change].into_iter().flatten().min();
            let Some(at) = next.filter(|at| *at < target || (inclusive && *at == target)) else { break };
            self.world.pass(at);
            self.tell(Event::Tick);
        }
        self.world.pass(target);
    }

    fn tell(&mut self, event: Event) {
        let now = self.world.now();
        let lines = inputs::input_lines(&event, &now);
        if let Some(engine) = &mut self.engine {
            let effects = engine.handle(now, event);
            self.take(&lines, effects);
        }
    }

    /// Keeps and prints what a step led to.
    fn take(&mut self, lines: &[String], effects: Vec<Effect>) {
        let at = self.world.now().local;
        let (mut records, mut printed, mut save) = (Vec::new(), Vec::new(), false);
        for effect in effects {
            match effect {
                Effect::Decided(decision) => {
                    self.loud += usize::from(print::loud(&decision.what));
                    let one = print::decision(&decision);
                    if print::public(&decision.what) {
                        (self.options.print)(&one);
                    }
                    printed.push(one.clone());
                    self.note(one);
                }
                Effect::Tray(view) => {
                    let one = print::tray(at, &view);
                    if self.options.tray {
                        (self.options.print)(&one);
                    }
                    self.note(one);
                }
                Effect::Record(record) => records.push(record),
                Effect::Save => save = true,
                Effect::Guide(view) => self.note(seen::guide(at, view.as_ref())),
                Effect::Show(notice) => self.note(seen::notice(at, &notice, &self.options.content)),
                Effect::Withdraw | Effect::Watch(_) | Effect::Refused(_) => {}
            }
        }
        (self.options.keep)(&at, &records, lines, &printed);
        if save && self.dies {
            self.saved = self.engine.as_ref().map(Engine::memory);
        }
    }

    fn note(&mut self, printed: Printed) {
        let second = printed.at.trunc_subsecs(0);
        self.second.retain(|p| p.at.trunc_subsecs(0) == second);
        self.second.push(printed);
    }

    #[expect(clippy::wildcard_enum_match_arm, reason = "everything else is a change of the world")]
    fn act(&mut self, act: &Act) -> Result<(), Trouble> {
        let event = match act {
            Act::Settings(pairs) => Some(Event::Rules(Box::new(self.change_settings(pairs)?.rules))),
            Act::Meeting { days, from, to, mark } => Some(self.world.meeting(*days, (*from, *to), *mark)?),
            Act::PauseUntil(time) => Some(Event::Ask(Request::Pause(Pause::Until(self.next(*time))))),
            Act::MeetUntil(time) => Some(Event::Ask(Request::Meet(Meet::Until(self.next(*time))))),
            Act::Kill | Act::Quit | Act::Run => {
                self.process(act);
                None
            }
            Act::HangUp => {
                for device in std::mem::take(&mut self.world.calls).into_keys() {
                    self.tell(Event::Call { device, on: false, program: None });
                }
                None
            }
            Act::Sleep { announced } => {
                if *announced {
                    self.tell(Event::Sleeping(true));
                }
                self.world.sleeping = true;
                None
            }
            other => Some(self.world.change(other)),
        };
        if let Some(event) = event {
            self.tell(event);
        }
        Ok(())
    }

    /// The process dies, ends or starts.
    fn process(&mut self, act: &Act) {
        if *act == Act::Quit {
            self.tell(Event::Quit);
            self.saved = self.engine.as_ref().map(Engine::memory).or(self.saved.take());
        }
        if *act == Act::Run {
            if self.engine.is_none() {
                self.run_process();
            }
        } else {
            self.engine = None;
        }
    }

    /// When the wall clock next shows this time.
    fn next(&self, time: NaiveTime) -> NaiveDateTime {
        let now = self.world.now().local.naive_local();
        let today = now.date().and_time(time);
        if today > now { today } else { today + chrono::Days::new(1) }
    }

    fn change_settings(&mut self, pairs: &[(String, String)]) -> Result<settings::Settings, Trouble> {
        for (key, value) in pairs {
            self.options.settings = settings::set(&self.options.settings, key, value).map_err(Trouble::Settings)?;
        }
        let (settings, problems) = settings::parse(&self.options.settings);
        problems.into_iter().next().map_or(Ok(settings), |problem| Err(Trouble::Settings(problem)))
    }

    /// A process starts from what is on disk, and its senses report.
    fn run_process(&mut self) {
        let rules = settings::parse(&self.options.settings).0.rules;
        let (content, past, first) = (self.options.content.clone(), self.saved.take(), self.options.first_id);
        let known = past.is_some();
        let (engine, effects) = Engine::start(rules, content, past, first, self.world.now());
        self.engine = Some(engine);
        self.take(&["run".to_owned()], effects);
        let reports = self.world.reports();
        // On a first start the day's own lines say what the senses see. On a later one they report what is there, as
        // they do in life.
        for event in reports.into_iter().filter(|e| known || matches!(e, Event::Zone(_))) {
            self.tell(event);
        }
    }
}
