//! Goes over the runs of equal days of the whole wall, then of each profile, with few of them in memory.
//!
//! Not for how they are written down.

use std::collections::VecDeque;

use crate::ledger::{Ledger, Run, Scope};

/// Runs that are held at the most: a wall may have as many as three a section.
const HELD: usize = 1 << 18;
/// Profiles that are looked through in one go, and how many sections such a one has at the most.
const GROUP: usize = 64;
const SMALL: usize = 256;

/// A place among all runs.
#[derive(Clone, Debug, Default)]
pub(super) struct Walk {
    held: VecDeque<(usize, Run)>,
    /// Scopes whose runs have been looked up, the wall being the first.
    loaded: usize,
    /// Where the last of them has more than could be held: the day up to which it was.
    reached: Option<u64>,
    /// The scope that is walked, and its feet so far.
    current: usize,
    feet: u64,
}

/// One run of a scope.
#[derive(Clone, Copy, Debug)]
pub(super) struct Step {
    pub(super) run: Run,
    /// Feet of the scope before the run's first day.
    pub(super) before: u64,
}

/// How many scopes there are: the wall and its profiles.
pub(super) fn scopes(ledger: &Ledger) -> usize {
    ledger.config().wall().profiles() + 1
}

impl Walk {
    /// The next run of a scope (0 the wall, then the profiles, from 1); none after its last. Scopes
    /// are asked for in their order, each to its end.
    pub(super) fn next_of(&mut self, ledger: &Ledger, scope: usize) -> Option<Step> {
        if self.current != scope {
            (self.current, self.feet) = (scope, 0);
        }
        if self.held.is_empty() {
            self.load(ledger, scope);
        }
        let (_, run) = self.held.pop_front_if(|(of, _)| *of == scope)?;
        let before = self.feet;
        self.feet += run.feet * run.days;
        Some(Step { run, before })
    }

    fn load(&mut self, ledger: &Ledger, scope: usize) {
        if let Some(reached) = self.reached.take() {
            self.load_one(ledger, scope, reached);
        } else if self.loaded <= scope {
            let small =
                |scope: &usize| *scope > 0 && ledger.config().wall().profile(*scope - 1).len() <= SMALL;
            let end = scopes(ledger).min(scope + GROUP);
            let group = (scope..end).take_while(small).count();
            if group > 0 {
                let held = &mut self.held;
                ledger.runs_of(scope - 1..scope + group - 1, &mut |profile, run| {
                    held.push_back((profile + 1, run));
                });
            } else {
                self.load_one(ledger, scope, 0);
            }
            self.loaded = scope + group.max(1);
        }
    }

    /// A large scope's runs after a day.
    fn load_one(&mut self, ledger: &Ledger, scope: usize, after: u64) {
        let (held, reached) = (&mut self.held, &mut self.reached);
        ledger.runs(scope.checked_sub(1).map_or(Scope::Wall, Scope::Profile), &mut |run| {
            if run.first > after {
                if held.len() < HELD {
                    held.push_back((scope, run));
                } else if reached.is_none() {
                    *reached = Some(run.first - 1);
                }
            }
        });
    }
}
