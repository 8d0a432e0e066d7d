//! Undo and redo over the wall and the parameters alike.
//!
//! What is done in one go (a word typed, a slider moved) is one step. Steps are whole states, so
//! nothing can be put together wrongly; the oldest are forgotten when they get too many or too large.

use icewall_protocol::desk::{Step, Steps, WallStep};
use leptos::prelude::*;

use super::edit::edit;
use super::{Fields, Source, State, desk};
use crate::browser::clock;
use crate::browser::files::Held;

/// Steps that are kept at the most.
const STEPS_MOST: usize = 500;
/// Bytes of text that are kept at the most, in all steps together.
const BYTES_MOST: usize = 64 << 20;
/// What follows within so many milliseconds belongs to the same step.
const PAUSE_MS: f64 = 700.0;

/// A state that can be come back to.
#[derive(Clone, Debug)]
struct Snapshot {
    source: Source,
    held: Option<Held>,
    fields: Fields,
    /// Whether it came with a link, and is not the visitor's own.
    is_linked: bool,
    /// When it came to be.
    when: f64,
}

impl Snapshot {
    fn text(&self) -> &str {
        if let Source::Text(text) = &self.source { text } else { "" }
    }

    fn bytes(&self) -> usize {
        self.text().len()
    }

    fn same_wall(&self, other: &Self) -> bool {
        self.source == other.source
            && self.held.as_ref().zip(other.held.as_ref()).is_none_or(|(a, b)| a.is(b))
    }

    fn is(&self, other: &Self) -> bool {
        self.fields == other.fields && self.same_wall(other)
    }

    fn told(&self, before: &Self) -> Step {
        let wall = match &self.source {
            _ if self.same_wall(before) => WallStep::Same,
            Source::File { name, .. } => WallStep::File(name.clone()),
            Source::Text(text) => WallStep::Text(edit(before.text(), text)),
        };
        Step { when: self.when, settings: self.fields.settings(), wall }
    }
}

/// The states, in the order in which they came, and which of them is the present.
#[derive(Debug, Default)]
pub(super) struct History {
    steps: Vec<Snapshot>,
    present: usize,
    /// When the present was last changed by what may go on, and whether it was the wall that changed.
    last: (f64, bool),
    /// Counted up when the wall was replaced as a whole.
    edition: u32,
}

impl History {
    /// Takes the present state down; the same state once more is nothing new.
    fn take(&mut self, now: Snapshot, edition: u32) {
        let Some(present) = self.steps.get(self.present) else {
            self.steps.push(now);
            return;
        };
        if now.is(present) {
            return;
        }
        let wall = !now.same_wall(present);
        let goes_on = self.present > 0
            && self.present + 1 == self.steps.len()
            && now.when - self.last.0 < PAUSE_MS
            && self.last.1 == wall
            && self.edition == edition;
        self.last = (now.when, wall);
        self.edition = edition;
        self.steps.truncate(self.present + usize::from(!goes_on));
        self.steps.push(now);
        self.forget();
        self.present = self.steps.len() - 1;
    }

    fn forget(&mut self) {
        let mut bytes: usize = self.steps.iter().map(Snapshot::bytes).sum();
        let mut first = 0;
        while self.steps.len() - first > STEPS_MOST || (bytes > BYTES_MOST && self.steps.len() - first > 2) {
            bytes -= self.steps[first].bytes();
            first += 1;
        }
        self.steps.drain(..first);
    }

    /// Goes to the state that follows from where the present is; gives it.
    fn go(&mut self, to: impl FnOnce(usize) -> Option<usize>) -> Option<Snapshot> {
        let to = to(self.present)?;
        let state = self.steps.get(to)?.clone();
        self.present = to;
        // What is done next is a step of its own.
        self.last.0 = f64::NEG_INFINITY;
        Some(state)
    }

    /// All states, each beside the one before.
    fn told(&self) -> Steps {
        let before = self.steps.iter().take(1).chain(&self.steps);
        let steps = self.steps.iter().zip(before).map(|(step, before)| step.told(before)).collect();
        Steps { present: u32::try_from(self.present).unwrap_or_default(), steps }
    }

    /// Whether there is a step back, and one on.
    fn can(&self) -> (bool, bool) {
        (self.present > 0, self.present + 1 < self.steps.len())
    }
}

/// Takes every state down from now on.
pub(super) fn start(state: State) {
    Effect::new(move |_| {
        let now = Snapshot {
            source: state.source.get(),
            held: state.held.get_value(),
            fields: state.fields.get(),
            is_linked: state.linked.get_untracked().is_some(),
            when: clock::now(),
        };
        let (edition, is_listed) = (state.edition.get(), state.listed.get());
        let told = state.history.try_update_value(|history| {
            history.take(now, edition);
            state.can.try_set(history.can());
            is_listed.then(|| history.told())
        });
        if let Some(Some(told)) = told {
            desk::tell_steps(&told);
        }
    });
}

impl State {
    /// Takes the last step back.
    pub(crate) fn undo(self) {
        self.go(|present| present.checked_sub(1));
    }

    /// Does again what was taken back.
    pub(crate) fn redo(self) {
        self.go(|present| present.checked_add(1));
    }

    /// Goes to the state of this index.
    pub(super) fn go_to(self, step: u32) {
        self.go(|_| usize::try_from(step).ok());
    }

    /// Begins anew: what is shown next is the first step.
    pub(super) fn forget_steps(self) {
        self.history.try_set_value(History::default());
    }

    /// Makes every state the visitor's own, those included that came with a link.
    pub(super) fn keep_steps(self) {
        self.history.try_update_value(|history| {
            history.steps.iter_mut().for_each(|step| step.is_linked = false);
        });
    }

    fn go(self, to: impl FnOnce(usize) -> Option<usize>) {
        let reached =
            self.history.try_update_value(|history| history.go(to).map(|state| (state, history.can())));
        let Some(Some((reached, can))) = reached else { return };
        self.can.try_set(can);
        self.held.try_update_value(|held| *held = reached.held);
        self.source.try_set(reached.source);
        self.fields.try_set(reached.fields);
        self.linked.try_set(reached.is_linked.then_some(true));
        self.edition.try_update(|edition| *edition += 1);
        // The jump of the edition belongs to this step.
        let edition = self.edition.try_get_untracked().unwrap_or_default();
        self.history.try_update_value(|history| history.edition = edition);
        self.changed.try_set(false);
        self.notice.try_set(None);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(when: f64, text: &str, pool: &str) -> Snapshot {
        let fields = Fields::from_settings(&[("num_teams".to_owned(), pool.to_owned())]);
        Snapshot { source: Source::Text(text.to_owned()), held: None, fields, is_linked: false, when }
    }

    fn back(history: &mut History) -> Option<(String, String)> {
        text(history.go(|present| present.checked_sub(1)))
    }

    fn on(history: &mut History) -> Option<(String, String)> {
        text(history.go(|present| present.checked_add(1)))
    }

    fn text(state: Option<Snapshot>) -> Option<(String, String)> {
        state.map(|state| match state.source {
            Source::Text(text) => (text, state.fields.pool),
            Source::File { name, .. } => (name, state.fields.pool),
        })
    }

    /// A history of (milliseconds, text, pool).
    fn history(states: &[(f64, &str, &str)]) -> History {
        let mut history = History::default();
        for (time, text, pool) in states {
            history.take(at(*time, text, pool), 0);
        }
        history
    }

    /// What [`text`] gives for such a state.
    fn pair(of: &str, pool: &str) -> Option<(String, String)> {
        text(Some(at(0.0, of, pool)))
    }

    #[test]
    fn a_word_typed_in_one_go_is_one_step() {
        let mut history =
            history(&[(0.0, "", "4"), (9000.0, "2", "4"), (9100.0, "21", "4"), (20_000.0, "21 2", "4")]);
        assert_eq!(back(&mut history), pair("21", "4"));
        assert_eq!(back(&mut history), pair("", "4"));
        assert_eq!(back(&mut history), None);
        assert_eq!(on(&mut history), pair("21", "4"));
        assert_eq!(history.can(), (true, true));
    }

    #[test]
    fn a_parameter_is_a_step_of_its_own_even_at_once() {
        let mut history =
            history(&[(0.0, "", "4"), (9000.0, "2", "4"), (9001.0, "2", "5"), (9002.0, "2", "6")]);
        assert_eq!(back(&mut history), pair("2", "4"));
        assert_eq!(back(&mut history), pair("", "4"));
    }

    #[test]
    fn what_was_taken_back_is_gone_when_something_else_is_done() {
        let mut history = history(&[(0.0, "a", "4"), (9000.0, "b", "4")]);
        back(&mut history);
        history.take(at(9001.0, "c", "4"), 0);
        assert_eq!(history.can(), (true, false));
        assert_eq!(back(&mut history), pair("a", "4"));
    }

    #[test]
    fn the_same_state_is_no_step_and_the_first_one_is_never_typed_over() {
        let mut history = history(&[(0.0, "a", "4"), (1.0, "a", "4"), (2.0, "ab", "4")]);
        assert_eq!(history.can(), (true, false));
        assert_eq!(back(&mut history), pair("a", "4"));
    }

    #[test]
    fn every_state_is_told_beside_the_one_before_and_can_be_gone_to() {
        let mut history = history(&[(0.0, "21 25", "4"), (9000.0, "21 26", "4"), (9001.0, "21 26", "5")]);
        let told = history.told();
        let whens: Vec<_> = told.steps.iter().map(|step| step.when).collect();
        assert_eq!((told.present, whens), (2, vec![0.0, 9000.0, 9001.0]));
        assert_eq!((&told.steps[0].wall, &told.steps[2].wall), (&WallStep::Same, &WallStep::Same));
        assert!(matches!(&told.steps[1].wall, WallStep::Text(edit) if edit.after == "21 26"));
        assert_ne!(told.steps[1].settings, told.steps[2].settings);
        assert_eq!(text(history.go(|_| Some(0))), pair("21 25", "4"));
        assert_eq!((history.told().present, history.can()), (0, (false, true)));
        assert_eq!(text(history.go(|_| Some(3))), None);
    }

    #[test]
    fn two_hundred_steps_can_be_taken_back_and_no_more_than_fit_are_kept() {
        let mut history = History::default();
        for step in 0..200_u32 {
            history.take(at(f64::from(step) * 1000.0, &step.to_string(), "4"), 0);
        }
        for step in (0..199_u32).rev() {
            assert_eq!(back(&mut history), pair(&step.to_string(), "4"));
        }
        let mut history = History::default();
        for step in 0..1000_u32 {
            history.take(at(f64::from(step) * 1000.0, &step.to_string(), "4"), 0);
        }
        assert_eq!(history.steps.len(), STEPS_MOST);
        let large = "7 ".repeat(BYTES_MOST / 4);
        for step in 0..4 {
            history.take(at(1e9 + f64::from(step) * 1000.0, &format!("{large}{step}"), "4"), 0);
        }
        assert_eq!(history.steps.len(), 2, "the present and one before it always stay");
    }
}
