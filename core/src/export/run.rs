//! A whole run as one JSON object: parameters, figures, and the steps of the wall and of each profile.
//!
//! ```text
//! {"parameters": {…}, "figures": {…},
//!  "steps": [{"from_day": 1, "to_day": 2, "from_date": null, "to_date": null, "ice_per_day": 1755,
//!             "cost_per_day": 3334500, "cost_until": 6669000}, …],
//!  "profiles": [{"profile": 1, …, "steps": […]}, …]}
//! ```
//! The keys are those of the results as CSV. One step a line, without blanks.

use super::figures::{Figures, OfProfile};
use super::walk::{Step, Walk, scopes};
use crate::ledger::Ledger;
use crate::output::{self, print, written};
use crate::units::Day;

/// Writes a run.
#[derive(Clone, Debug, Default)]
pub struct RunJson {
    walk: Walk,
    at: At,
}

/// What comes next.
#[derive(Clone, Copy, Debug, Default)]
enum At {
    #[default]
    Head,
    /// A step of a scope, 0 being the wall; whether it is the first.
    Step {
        scope: usize,
        first: bool,
    },
    Done,
}

impl RunJson {
    /// The next piece, longer than `bytes` by a step or a profile's figures at most; none at the end.
    pub fn piece(&mut self, ledger: &Ledger, bytes: usize) -> Option<String> {
        let mut text = String::with_capacity(bytes.saturating_add(512));
        while text.len() < bytes.max(1) {
            match self.at {
                At::Head => self.head(ledger, &mut text),
                At::Step { scope, first } => self.step(ledger, scope, first, &mut text),
                At::Done => break,
            }
        }
        (!text.is_empty()).then_some(text)
    }

    fn head(&mut self, ledger: &Ledger, text: &mut String) {
        let parameters = output::parameters(ledger.config());
        let figures = written(&Figures::of(ledger));
        print(text, format_args!("{{\"parameters\":{{{parameters}}},\n\"figures\":{figures},\n\"steps\":["));
        self.at = At::Step { scope: 0, first: true };
    }

    fn step(&mut self, ledger: &Ledger, scope: usize, first: bool, text: &mut String) {
        if let Some(step) = self.walk.next_of(ledger, scope) {
            text.push_str(if first { "\n" } else { ",\n" });
            print_step(ledger, step, text);
            self.at = At::Step { scope, first: false };
            return;
        }
        // The end of a scope: the wall's steps stand beside the profiles, a profile's within it.
        text.push_str(if scope == 0 { "],\n\"profiles\":[" } else { "]}" });
        if scope + 1 == scopes(ledger) {
            text.push_str("]}\n");
            self.at = At::Done;
            return;
        }
        let figures = OfProfile::of(ledger, scope).map(|profile| written(&profile)).unwrap_or_default();
        let figures = figures.strip_suffix('}').unwrap_or_default();
        let comma = if scope == 0 { "" } else { "," };
        print(text, format_args!("{comma}\n{figures},\"steps\":["));
        self.at = At::Step { scope: scope + 1, first: true };
    }
}

fn print_step(ledger: &Ledger, step: Step, text: &mut String) {
    let Step { run, before } = step;
    let on =
        |day| ledger.date_of(Day::new(day)).map_or_else(|| "null".to_owned(), |date| format!("\"{date}\""));
    let (ice, cost) = (ledger.to_ice(run.feet), ledger.to_cost(run.feet));
    let until = ledger.to_cost(before + run.feet * run.days);
    print(
        text,
        format_args!(
            "{{\"from_day\":{},\"to_day\":{},\"from_date\":{},\"to_date\":{},\"ice_per_day\":{ice},\"cost_per_day\":{cost},\"cost_until\":{until}}}",
            run.first,
            run.last(),
            on(run.first),
            on(run.last()),
        ),
    );
}
