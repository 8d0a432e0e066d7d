//! The days that matter, against the feet of each day.

use icewall_core::control::{CancelToken, Cancelled, Unwatched};
use icewall_core::ledger::Scope;
use icewall_core::units::Day;
use icewall_core::views::milestones::{Column, Milestones, order};
use proptest::prelude::*;

use super::any_built;

/// By number of day, from 1.
fn day_where(feet: &[u64], is: impl Fn(u64, u64) -> bool) -> Option<u64> {
    let mut until = 0;
    (1..)
        .zip(feet)
        .find(|&(_, &feet)| {
            until += feet;
            is(feet, until)
        })
        .map(|(day, _)| day)
}

proptest! {
    #[test]
    fn milestones_are_those_of_the_feet_by_day(built in any_built(), on in 0u64..80) {
        let days = usize::try_from(built.seen.makespan).expect("small");
        let wall: Vec<u64> = (0..days).map(|day| built.seen.feet.iter().map(|feet| feet[day]).sum()).collect();
        let profiles = built.seen.feet.iter().enumerate();
        let scopes = profiles.map(|(profile, feet)| (Scope::Profile(profile), feet)).chain([(Scope::Wall, &wall)]);
        for (scope, feet) in scopes {
            let found = Milestones::new(&built.ledger, scope, Day::new(on)).expect("a scope");
            let whole: u64 = feet.iter().sum();
            let most = feet.iter().copied().max().unwrap_or(0);
            prop_assert_eq!(found.feet.get(), whole);
            prop_assert_eq!(found.ice.get(), whole * 195);
            prop_assert_eq!(found.cost.get(), whole * 195 * 1900);
            prop_assert_eq!(found.peak_ice.get(), most * 195);
            prop_assert_eq!(found.first.map(Day::get), day_where(feet, |feet, _| feet > 0));
            let last = (1u64..).zip(feet).filter(|(_, feet)| **feet > 0).map(|(day, _)| day).last();
            prop_assert_eq!(found.last.map(Day::get), last);
            prop_assert_eq!(found.peak.map(Day::get), day_where(feet, |feet, _| feet > 0 && feet == most));
            let until: u64 = (1..=on).zip(feet).map(|(_, feet)| feet).sum();
            let other = Milestones::new(&built.ledger, scope, Day::new(on / 2)).expect("a scope");
            prop_assert_eq!(other.on(&built.ledger, scope, Day::new(on)), found);
            prop_assert_eq!(u64::from(found.done), (until * 1000).checked_div(whole).unwrap_or(1000));
            for (quarter, day) in (1..).zip(found.quarters) {
                let expected = day_where(feet, |_, until| until * 4 >= whole * quarter);
                prop_assert_eq!(day.map(Day::get), expected.filter(|_| whole > 0), "{} of {:?}", quarter, scope);
            }
        }
    }

    #[test]
    fn an_order_is_the_plain_one_by_each_column(built in any_built(), on in 0u64..80) {
        let day = Day::new(on);
        let profiles = built.config.wall().profiles();
        let rows: Vec<Milestones> = (0..profiles)
            .map(|p| Milestones::new(&built.ledger, Scope::Profile(p), day).expect("a profile")).collect();
        let columns = [
            Column::Profile, Column::Sections, Column::First, Column::Last, Column::Peak, Column::PeakIce,
            Column::Feet, Column::Done(day), Column::Quarter(0), Column::Quarter(3),
        ];
        for column in columns {
            let key = |profile: usize| {
                let row = &rows[profile];
                match column {
                    Column::Profile => Some(profile as u64),
                    Column::Sections => Some(u64::from(row.sections)),
                    Column::First => row.first.map(Day::get),
                    Column::Last => row.last.map(Day::get),
                    Column::Peak => row.peak.map(Day::get),
                    Column::PeakIce => Some(row.peak_ice.get()),
                    Column::Feet => Some(row.feet.get()),
                    Column::Done(_) => Some(u64::from(row.done)),
                    Column::Quarter(quarter) => row.quarters[quarter].map(Day::get),
                }
            };
            for greatest_first in [false, true] {
                let mut expected: Vec<usize> = (0..profiles).collect();
                // The plain sort keeps those alike in wall order.
                expected.sort_by(|&a, &b| match (key(a), key(b)) {
                    (Some(a), Some(b)) => if greatest_first { b.cmp(&a) } else { a.cmp(&b) },
                    (a, b) => a.is_none().cmp(&b.is_none()),
                });
                let found = order(&built.ledger, column, greatest_first, &Unwatched).expect("nobody cancels");
                let found: Vec<usize> = found.into_iter().map(|profile| profile as usize).collect();
                prop_assert_eq!(found, expected, "{:?} {}", column, greatest_first);
            }
        }
    }
}

#[test]
fn an_order_can_be_called_off() {
    let (ledger, _) = super::large(&[], 1000, 10);
    let token = CancelToken::default();
    token.cancel();
    assert_eq!(order(&ledger, Column::Peak, false, &token), Err(Cancelled));
}
