//! What a ledger says beside the feet of each day: profiles in all, heights, runs of days, wages, what it holds in
//! memory, and how far its making is; and that without curves it says the same.

use icewall_core::config::{Config, Key, Wall};
use icewall_core::control::{Cancelled, Unwatched, Watch};
use icewall_core::ledger::{Ledger, Run, Scope};
use icewall_core::units::Day;
use icewall_suite::{even_wall, heights, parameters, simulate, slow};
use proptest::prelude::*;
use std::sync::Mutex;

use crate::properties::any_config;

fn example(values: &[(Key, &str)]) -> Ledger {
    simulate(parameters(values), Config::default().wall().clone())
}

fn runs(ledger: &Ledger, scope: Scope) -> Vec<Run> {
    let mut runs = Vec::new();
    ledger.runs(scope, &mut |run| runs.push(run));
    runs
}

fn scopes(ledger: &Ledger) -> impl Iterator<Item = Scope> {
    (0..ledger.config().wall().profiles()).map(Scope::Profile).chain([Scope::Wall])
}

fn undrawn(ledger: &Ledger) -> Ledger {
    Ledger::undrawn(ledger.config().clone(), &Unwatched).expect("nobody cancels")
}

#[test]
fn wages_are_paid_to_every_crew_on_every_day() {
    let ledger = example(&[(Key::NumTeams, "2"), (Key::CrewWage, "100"), (Key::OverheadPerDay, "7")]);
    assert_eq!(ledger.wages().get(), (2 * 100 + 7) * 48);
}

#[test]
fn a_section_has_its_start_height_on_day_0_and_one_that_is_not_there_has_none() {
    let ledger = example(&[]);
    let height = |section, day| ledger.height_on(section, Day::new(day)).get();
    assert_eq!([0, 1, 9, 10].map(|day| height(0, day)), [21, 22, 30, 30]);
    assert_eq!(height(9, 5), 0);
}

#[test]
fn a_profile_that_is_not_there_has_no_figures_and_no_feet() {
    let ledger = example(&[]);
    assert_eq!(ledger.profile(3), None);
    assert_eq!(ledger.feet_until(Scope::Profile(3), Day::new(5)).get(), 0);
    assert_eq!(runs(&ledger, Scope::Profile(3)), []);
}

#[test]
fn the_most_feet_of_a_day() {
    let ledger = example(&[]);
    assert_eq!(scopes(&ledger).map(|scope| ledger.most_feet(scope).get()).collect::<Vec<_>>(), [3, 1, 5, 9]);
}

#[test]
fn the_peak_is_the_first_of_equal_ones() {
    // Three feet, one, three.
    let ledger = simulate(
        parameters(&[(Key::NumTeams, "1"), (Key::BuildRate, "3")]),
        even_wall(1, 3, vec![27, 29, 27]),
    );
    assert_eq!(ledger.peak(), Some(Run { first: 1, days: 1, feet: 3 }));
    assert_eq!(undrawn(&ledger).peak(), ledger.peak());
}

#[test]
fn curves_take_two_numbers_a_step() {
    let steps = |ledger: &Ledger, scope| (runs(ledger, scope).len() + 1) * 2 * size_of::<u64>();
    let small = example(&[]);
    assert_eq!(small.bytes(), undrawn(&small).bytes() + steps(&small, Scope::Wall));

    let large = simulate(parameters(&[]), even_wall(2, 600, heights(1200, 30, 1)));
    // A profile's own has its number and its two lists beside them.
    let profiles = 2 * (size_of::<u64>() + 2 * size_of::<Vec<u64>>());
    let curves = scopes(&large).map(|scope| steps(&large, scope)).sum::<usize>();
    assert_eq!(large.bytes(), undrawn(&large).bytes() + curves + profiles);
}

#[test]
fn without_curves_it_holds_heights_ends_and_start_days() {
    let bytes = |lengths: &[u16], crews: &str, height: u16| {
        let profiles: Vec<Vec<u16>> = lengths.iter().map(|&long| vec![height; usize::from(long)]).collect();
        let wall = Wall::from_profiles(&profiles).expect("a wall");
        let values = [(Key::NumTeams, crews), (Key::TargetHeight, "1000")];
        undrawn(&simulate(parameters(&values), wall)).bytes()
    };
    assert_eq!(bytes(&[10; 30], "", 999), 300 * 2, "where all begin on day 1, and profiles are equally long");
    assert_eq!(bytes(&[100, 150, 50], "", 999), 300 * 2 + 3 * 4, "an end for each profile");
    assert_eq!(bytes(&[10; 30], "7", 999), 300 * (2 + 2), "two bytes for a start day");
    assert_eq!(bytes(&[10; 30], "1", 0), 300 * (2 + 4), "four where there are more than 65,535 days");
}

/// Notes how far it is told that the making is, and lets so many steps pass.
struct Notes {
    told: Mutex<Vec<(u64, u64)>>,
    pass: usize,
}

impl Watch for Notes {
    fn step(&self, done: u64, of: u64) -> Result<(), Cancelled> {
        let mut told = self.told.lock().expect("nobody panicked");
        told.push((done, of));
        if told.len() > self.pass { Err(Cancelled) } else { Ok(()) }
    }
}

#[test]
fn progress_goes_from_the_first_half_to_the_whole() {
    let config =
        || Config::new(parameters(&[]), even_wall(150, 300, heights(45_000, 30, 2))).expect("a wall");
    let notes = Notes { told: Mutex::new(Vec::new()), pass: usize::MAX };
    Ledger::new(config(), &notes).expect("nobody cancels");
    let told = notes.told.into_inner().expect("nobody panicked");
    let rises = |before: &(u64, u64), after: &(u64, u64)| before.0 * after.1 <= after.0 * before.1;
    assert!(told.is_sorted_by(rises), "{told:?}");
    // 64 profiles at a time, in the second half.
    assert!(told.ends_with(&[(150 + 64, 300), (150 + 128, 300), (300, 300)]), "{told:?}");

    let notes = Notes { told: Mutex::new(Vec::new()), pass: told.len() - 1 };
    assert!(Ledger::new(config(), &notes).is_err(), "it can be called off at the last step");
}

proptest! {
    #[test]
    fn profiles_in_all_are_those_of_the_slow_simulator(config in any_config()) {
        let (ledger, seen) = (simulate(config.parameters().clone(), config.wall().clone()), slow::build(&config));
        for (profile, days) in seen.feet.iter().enumerate() {
            let figures = ledger.profile(profile).expect("a profile");
            let sections = config.wall().profile(profile);
            prop_assert_eq!(figures.sections as usize, sections.len());
            let start = config.wall().heights()[sections].iter().map(|&height| u64::from(height)).sum::<u64>();
            prop_assert_eq!(figures.start.get(), start);
            prop_assert_eq!(figures.feet.get(), days.iter().sum::<u64>());
            let day = |at: Option<usize>| at.map(|at| Day::new(at as u64 + 1));
            prop_assert_eq!(figures.first_day, day(days.iter().position(|&feet| feet > 0)));
            prop_assert_eq!(figures.last_day, day(days.iter().rposition(|&feet| feet > 0)));
        }
    }

    #[test]
    fn runs_follow_one_another_each_unlike_the_one_before(config in any_config()) {
        let ledger = simulate(config.parameters().clone(), config.wall().clone());
        for scope in scopes(&ledger) {
            let runs = runs(&ledger, scope);
            for pair in runs.windows(2) {
                prop_assert_eq!(pair[0].last() + 1, pair[1].first);
                prop_assert_ne!(pair[0].feet, pair[1].feet);
            }
            for run in &runs {
                for day in [run.first, run.last()] {
                    prop_assert_eq!(ledger.feet_on(scope, Day::new(day)).get(), run.feet);
                }
            }
            let feet = runs.iter().map(|run| run.days * run.feet).sum::<u64>();
            prop_assert_eq!(feet, ledger.feet_until(scope, Day::new(1 << 53)).get());
        }
    }

    #[test]
    fn without_curves_every_figure_is_the_same(
        seed in 1u32.., (profiles, sections) in prop::sample::select(vec![(4, 20), (2, 300)]), crews in 0u32..40,
        rate in 1u16..9, dispatch in prop::sample::select(vec!["file_order", "round_robin", "longest_first"]),
    ) {
        let (crews, rate) = (if crews == 0 { String::new() } else { crews.to_string() }, rate.to_string());
        let values = [(Key::NumTeams, crews.as_str()), (Key::BuildRate, &rate), (Key::Dispatch, dispatch)];
        let wall = even_wall(profiles, sections, heights((profiles * sections) as usize, 30, seed));
        let drawn = simulate(parameters(&values), wall);
        let bare = undrawn(&drawn);
        prop_assert_eq!(drawn.peak(), bare.peak());
        for scope in scopes(&drawn) {
            prop_assert_eq!(runs(&drawn, scope), runs(&bare, scope));
            for day in (0..=drawn.schedule().makespan() + 2).map(Day::new) {
                prop_assert_eq!(drawn.feet_until(scope, day), bare.feet_until(scope, day));
            }
        }
        let of_all = |ledger: &Ledger| {
            let mut all = Vec::new();
            ledger.runs_of(0..ledger.config().wall().profiles(), &mut |profile, run| all.push((profile, run)));
            all
        };
        let one_by_one: Vec<_> = (0..profiles as usize)
            .flat_map(|profile| runs(&bare, Scope::Profile(profile)).into_iter().map(move |run| (profile, run)))
            .collect();
        prop_assert_eq!(of_all(&drawn), one_by_one.clone());
        prop_assert_eq!(of_all(&bare), one_by_one);
    }
}
