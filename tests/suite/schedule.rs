//! What a schedule says beside who builds where: days without work, runs of equal days, and how far its making is.
//! That the days are the right ones is held against the slow simulator (properties).

use icewall_core::config::{Config, Key};
use icewall_core::control::{Cancelled, Watch};
use icewall_core::schedule::Schedule;
use icewall_core::units::Day;
use icewall_suite::{even_wall, heights, parameters, simulate};
use std::sync::Mutex;

#[test]
fn nobody_is_at_work_on_day_0_or_after_the_last() {
    for crews in ["1", "3", "40"] {
        let ledger = simulate(parameters(&[(Key::NumTeams, crews)]), even_wall(2, 20, heights(40, 30, 3)));
        let schedule = ledger.schedule();
        assert_eq!(schedule.crews_at_work(Day::new(0)), 0, "{crews} crews");
        assert_ne!(schedule.crews_at_work(Day::new(1)), 0, "{crews} crews");
        assert_ne!(schedule.crews_at_work(Day::new(schedule.makespan())), 0, "{crews} crews");
        assert_eq!(schedule.crews_at_work(Day::new(schedule.makespan() + 1)), 0, "{crews} crews");
    }
}

#[test]
fn runs_of_days_follow_each_other_and_none_is_empty() {
    for crews in ["1", "3", "40"] {
        let ledger = simulate(parameters(&[(Key::NumTeams, crews)]), even_wall(1, 40, heights(40, 30, 3)));
        let mut next = 1;
        for (first, days, at_work) in ledger.schedule().crews_by_day() {
            assert!(first == next && days > 0, "{days} days from day {first}, {crews} crews");
            assert!(
                (first..first + days).all(|day| ledger.schedule().crews_at_work(Day::new(day)) == at_work)
            );
            next = first + days;
        }
        assert_eq!(next, ledger.schedule().makespan() + 1);
    }
}

/// Notes every step that it is told.
#[derive(Default)]
struct Steps(Mutex<Vec<(u64, u64)>>);

impl Watch for Steps {
    fn step(&self, done: u64, total: u64) -> Result<(), Cancelled> {
        self.0.lock().expect("no step panics").push((done, total));
        Ok(())
    }
}

#[test]
fn progress_rises_to_the_whole_in_every_order() {
    for order in ["file_order", "longest_first", "shortest_first", "round_robin"] {
        let parameters = parameters(&[(Key::NumTeams, "7"), (Key::Dispatch, order)]);
        // The longest list that is not empty: no section starts finished.
        let config = Config::new(parameters, even_wall(50, 1000, heights(50_000, 29, 5))).expect("a wall");
        let steps = Steps::default();
        Schedule::new(&config, &steps).expect("nobody cancels");
        let steps = steps.0.into_inner().expect("no step panics");
        assert!(
            steps.len() > 2 && steps.is_sorted_by(|before, after| before.0 < after.0),
            "{order}: {steps:?}"
        );
        assert!(steps.iter().all(|&(done, total)| done <= total && total == 50_000), "{order}: {steps:?}");
        assert_eq!(steps.last(), Some(&(50_000, 50_000)), "{order}");
    }
}
