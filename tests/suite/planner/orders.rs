//! The orders of the list, and the bounds that are published for them.

use super::{any_config, any_dispatch};
use icewall_core::config::{Config, Dispatch};
use icewall_core::control::Unwatched;
use icewall_core::planner::{Planner, compare};
use proptest::prelude::*;

#[test]
fn the_example_takes_7_crews_longest_first_for_what_takes_9_in_file_order() {
    let compared = compare(&Config::default(), 9, &Unwatched, |_| ()).expect("nobody cancels");
    let figures: Vec<_> = compared
        .iter()
        .map(|c| (c.dispatch, c.step.finish.get(), c.step.lower_bound.get(), c.crews_for_same))
        .collect();
    let expected = [
        (Dispatch::FileOrder, 13, 13, Some(9)),
        (Dispatch::LongestFirst, 13, 13, Some(7)),
        (Dispatch::ShortestFirst, 13, 13, Some(9)),
        (Dispatch::RoundRobin, 13, 13, Some(9)),
    ];
    assert_eq!(figures, expected);
}

/// The earliest finish that any assignment of sections to crews has, by trying all.
fn optimum(days: &[u64], loads: &mut Vec<u64>, best: &mut u64) {
    let Some((&first, rest)) = days.split_first() else {
        *best = (*best).min(loads.iter().copied().max().unwrap_or(0));
        return;
    };
    for crew in 0..loads.len() {
        // Crews with equal loads are alike, and a load beyond the best is no better.
        if loads[..crew].contains(&loads[crew]) || loads[crew] + first >= *best {
            continue;
        }
        loads[crew] += first;
        optimum(rest, loads, best);
        loads[crew] -= first;
    }
}

proptest! {
    #[test]
    fn every_order_keeps_grahams_bounds(
        heights in prop::collection::vec(0u16..=30, 1..=9), crews in 1u32..=4, dispatch in any_dispatch(),
    ) {
        let wall = icewall_suite::even_wall(1, u32::try_from(heights.len()).expect("few"), heights.clone());
        let config = super::config(&[], wall);
        let mut days: Vec<u64> = heights.iter().map(|&height| u64::from(30 - height)).collect();
        days.sort_unstable_by(|a, b| b.cmp(a));
        let mut best = days.iter().sum::<u64>() + 1;
        optimum(&days, &mut vec![0; crews as usize], &mut best);
        let k = u64::from(crews);
        let finish = |dispatch| Planner::new(&config, dispatch).step(crews).finish.get();
        prop_assert!(finish(dispatch) >= best);
        // Graham 1966: any order, at most 2 − 1/k times the optimum.
        prop_assert!(finish(dispatch) * k <= best * (2 * k - 1));
        // Graham 1969: longest first, at most 4/3 − 1/(3k) times.
        prop_assert!(finish(Dispatch::LongestFirst) * 3 * k <= best * (4 * k - 1));
    }

    #[test]
    fn crews_for_the_same_finish_are_the_fewest(config in any_config(), crews in 1u32..20) {
        let own = config.parameters().dispatch();
        let finish = Planner::new(&config, own).step(crews).finish;
        let compared = compare(&config, crews, &Unwatched, |_| ()).expect("nobody cancels");
        prop_assert_eq!(compared.iter().map(|c| c.dispatch).collect::<Vec<_>>(), Dispatch::ALL);
        for c in compared {
            let planner = Planner::new(&config, c.dispatch);
            prop_assert_eq!(c.step, planner.step(crews));
            let fewest = (1..=planner.most_crews()).find(|&k| planner.step(k).finish <= finish);
            prop_assert_eq!(c.crews_for_same, fewest);
        }
    }
}
