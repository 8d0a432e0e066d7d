//! Undo and redo over the wall and the parameters alike.
//!
//! What is done in one go (a word typed, a slider moved) is one step. Steps are whole states, so
//! nothing can be put together wrongly; the oldest are forgotten when they get too many or too large.

use leptos::prelude::*;

use super::{Fields, Source, State};
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
}

impl Snapshot {
    fn bytes(&self) -> usize {
        if let Source::Text(text) = &self.source { text.len() } else { 0 }
    }

    fn same_wall(&self, other: &Self) -> bool {
        self.source == other.source
            && self.held.as_ref().zip(other.held.as_ref()).is_none_or(|(a, b)| a.is(b))
    }

    fn is(&self, other: &Self) -> bool {
        self.fields == other.fields && self.same_wall(other)
    }
}

/// The states, in the order in which they came, and which of them is the present.
#[derive(Debug, Default)]
pub(super) struct History {
    steps: Vec<Snapshot>,
    present: usize,
    /// When the present was last changed, and whether it was the wall that changed.
    last: (f64, bool),
    /// Counted up when the wall was replaced as a whole.
    edition: u32,
}

impl History {
    /// Takes the present state down; the same state once more is nothing new.
    fn take(&mut self, now: Snapshot, time: f64, edition: u32) {
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
            && time - self.last.0 < PAUSE_MS
            && self.last.1 == wall
            && self.edition == edition;
        self.last = (time, wall);
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

    /// Goes back (or on) by a step; gives the state that is the present then.
    fn go(&mut self, back: bool) -> Option<Snapshot> {
        let to = if back { self.present.checked_sub(1)? } else { self.present + 1 };
        let state = self.steps.get(to)?.clone();
        self.present = to;
        // What is done next is a step of its own.
        self.last.0 = f64::NEG_INFINITY;
        Some(state)
    }

    /// Whether there is a step back, and one on.
    fn can(&self) -> (bool, bool) {
        (self.present > 0, self.present + 1 < self.steps.len())
    }
}

/// Takes every state down from now on.
pub(super) fn start(state: State) {
    Effect::new(move |_| {
        let now =
            Snapshot { source: state.source.get(), held: state.held.get_value(), fields: state.fields.get() };
        let edition = state.edition.get();
        state.history.try_update_value(|history| {
            history.take(now, clock::now(), edition);
            state.can.try_set(history.can());
        });
    });
}

impl State {
    /// Takes the last step back.
    pub(crate) fn undo(self) {
        self.go(true);
    }

    /// Does again what was taken back.
    pub(crate) fn redo(self) {
        self.go(false);
    }

    /// Begins anew: what is shown next is the first step.
    pub(super) fn forget_steps(self) {
        self.history.try_set_value(History::default());
    }

    fn go(self, back: bool) {
        let reached =
            self.history.try_update_value(|history| history.go(back).map(|state| (state, history.can())));
        let Some(Some((reached, can))) = reached else { return };
        self.can.try_set(can);
        self.held.try_update_value(|held| *held = reached.held);
        self.source.try_set(reached.source);
        self.fields.try_set(reached.fields);
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

    fn state(text: &str, pool: &str) -> Snapshot {
        let fields = Fields::from_settings(&[("num_teams".to_owned(), pool.to_owned())]);
        Snapshot { source: Source::Text(text.to_owned()), held: None, fields }
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
            history.take(state(text, pool), *time, 0);
        }
        history
    }

    /// What [`text`] gives for such a state.
    fn pair(of: &str, pool: &str) -> Option<(String, String)> {
        text(Some(state(of, pool)))
    }

    #[test]
    fn a_word_typed_in_one_go_is_one_step() {
        let mut history =
            history(&[(0.0, "", "4"), (9000.0, "2", "4"), (9100.0, "21", "4"), (20_000.0, "21 2", "4")]);
        assert_eq!(text(history.go(true)), pair("21", "4"));
        assert_eq!(text(history.go(true)), pair("", "4"));
        assert_eq!(text(history.go(true)), None);
        assert_eq!(text(history.go(false)), pair("21", "4"));
        assert_eq!(history.can(), (true, true));
    }

    #[test]
    fn a_parameter_is_a_step_of_its_own_even_at_once() {
        let mut history =
            history(&[(0.0, "", "4"), (9000.0, "2", "4"), (9001.0, "2", "5"), (9002.0, "2", "6")]);
        assert_eq!(text(history.go(true)), pair("2", "4"));
        assert_eq!(text(history.go(true)), pair("", "4"));
    }

    #[test]
    fn what_was_taken_back_is_gone_when_something_else_is_done() {
        let mut history = history(&[(0.0, "a", "4"), (9000.0, "b", "4")]);
        history.go(true);
        history.take(state("c", "4"), 9001.0, 0);
        assert_eq!(history.can(), (true, false));
        assert_eq!(text(history.go(true)), pair("a", "4"));
    }

    #[test]
    fn the_same_state_is_no_step_and_the_first_one_is_never_typed_over() {
        let mut history = history(&[(0.0, "a", "4"), (1.0, "a", "4"), (2.0, "ab", "4")]);
        assert_eq!(history.can(), (true, false));
        assert_eq!(text(history.go(true)), pair("a", "4"));
    }

    #[test]
    fn two_hundred_steps_can_be_taken_back_and_no_more_than_fit_are_kept() {
        let mut history = History::default();
        for step in 0..200_u32 {
            history.take(state(&step.to_string(), "4"), f64::from(step) * 1000.0, 0);
        }
        for step in (0..199_u32).rev() {
            assert_eq!(text(history.go(true)), pair(&step.to_string(), "4"));
        }
        let mut history = History::default();
        for step in 0..1000_u32 {
            history.take(state(&step.to_string(), "4"), f64::from(step) * 1000.0, 0);
        }
        assert_eq!(history.steps.len(), STEPS_MOST);
        let large = "7 ".repeat(BYTES_MOST / 4);
        for step in 0..4 {
            history.take(state(&format!("{large}{step}"), "4"), 1e9 + f64::from(step) * 1000.0, 0);
        }
        assert_eq!(history.steps.len(), 2, "the present and one before it always stay");
    }
}
