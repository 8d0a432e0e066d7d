//! The days that matter, of the whole wall and of each profile, and profiles in order by any of them.

use std::ops::Range;

use crate::control::{Cancelled, Watch};
use crate::gather::in_order;
use crate::ledger::{Ledger, Run, Scope};
use crate::units::{CubicYards, Day, Feet, GoldDragons};

/// Profiles that are looked at as one piece of work.
const PIECE: usize = 256;
/// Pieces between two looks at the watch.
const GROUP: usize = 64;

/// The days that matter of a profile or of the wall. Days are none where there is nothing to build.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Milestones {
    /// How many sections there are.
    pub sections: u32,
    /// The first day on which a foot is added.
    pub first: Option<Day>,
    /// The last.
    pub last: Option<Day>,
    /// The day that sees the most feet, the first of such.
    pub peak: Option<Day>,
    /// Ice on that day.
    pub peak_ice: CubicYards,
    /// Feet to build.
    pub feet: Feet,
    /// Ice for all of them.
    pub ice: CubicYards,
    /// Their cost.
    pub cost: GoldDragons,
    /// Feet that stand at the end of the day that was asked for, in per mille of those to build,
    /// rounded down: 1000 means all of them. 1000 as well where there is nothing to build.
    pub done: u32,
    /// The days at whose end 25, 50, 75 and 100 % of the feet to build stand, or more for the first
    /// time.
    pub quarters: [Option<Day>; 4],
}

/// What profiles are put in order by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Column {
    /// Their number.
    Profile,
    /// [`Milestones::sections`].
    Sections,
    /// [`Milestones::first`].
    First,
    /// [`Milestones::last`].
    Last,
    /// [`Milestones::peak`].
    Peak,
    /// [`Milestones::peak_ice`].
    PeakIce,
    /// [`Milestones::feet`]; by ice and by cost is the same order.
    Feet,
    /// [`Milestones::done`] on a day.
    Done(Day),
    /// One of [`Milestones::quarters`], by its index.
    Quarter(usize),
}

impl Milestones {
    /// Those of a scope, and what is done on a day; none where the wall has no such profile.
    pub fn new(ledger: &Ledger, scope: Scope, day: Day) -> Option<Self> {
        let (sections, feet) = match scope {
            Scope::Wall => (u32::try_from(ledger.config().wall().heights().len()).ok()?, ledger.feet()),
            Scope::Profile(profile) => {
                let figures = ledger.profile(profile)?;
                (figures.sections, figures.feet)
            }
        };
        let mut course = Course::new(feet);
        ledger.runs(scope, &mut |run| course.add(run));
        Some(Self {
            sections,
            first: course.first,
            last: course.last,
            peak: course.peak.map(|run| Day::new(run.first)),
            peak_ice: ledger.to_ice(course.peak.map_or(0, |run| run.feet)),
            feet,
            ice: ledger.to_ice(feet.get()),
            cost: ledger.to_cost(feet.get()),
            done: permille(ledger.feet_until(scope, day), feet),
            quarters: course.quarters,
        })
    }

    /// The same with what is done on another day, without a look at every day of the scope again.
    #[must_use]
    pub fn on(self, ledger: &Ledger, scope: Scope, day: Day) -> Self {
        Self { done: permille(ledger.feet_until(scope, day), self.feet), ..self }
    }
}

/// Per mille rounded down; all of nothing.
fn permille(part: Feet, whole: Feet) -> u32 {
    // At most 10^10 feet, times 1000.
    (part.get() * 1000).checked_div(whole.get()).and_then(|done| u32::try_from(done).ok()).unwrap_or(1000)
}

/// What the runs of a scope come to, one after the other.
#[derive(Clone, Copy, Debug)]
struct Course {
    whole: u64,
    feet: u64,
    first: Option<Day>,
    last: Option<Day>,
    peak: Option<Run>,
    quarters: [Option<Day>; 4],
}

impl Course {
    fn new(whole: Feet) -> Self {
        Self { whole: whole.get(), feet: 0, first: None, last: None, peak: None, quarters: [None; 4] }
    }

    fn add(&mut self, run: Run) {
        if run.feet == 0 {
            return;
        }
        self.first = self.first.or(Some(Day::new(run.first)));
        self.last = Some(Day::new(run.last()));
        if self.peak.is_none_or(|peak| run.feet > peak.feet) {
            self.peak = Some(run);
        }
        for (quarter, day) in (1..).zip(&mut self.quarters) {
            let needed = (self.whole * quarter).div_ceil(4);
            if day.is_none() && self.feet + run.feet * run.days >= needed {
                *day = Some(Day::new(
                    run.first - 1 + needed.saturating_sub(self.feet).div_ceil(run.feet).max(1),
                ));
            }
        }
        self.feet += run.feet * run.days;
    }
}

/// All profiles (indices from 0) in order by a column, the least first or the greatest. Profiles that
/// have no such day come last either way; those alike stand in wall order. It holds 4 bytes a
/// profile, and 16 more while it sorts.
///
/// # Errors
/// [`Cancelled`] when `watch` says so.
pub fn order(
    ledger: &Ledger,
    column: Column,
    greatest_first: bool,
    watch: &dyn Watch,
) -> Result<Vec<u32>, Cancelled> {
    let profiles = ledger.config().wall().profiles();
    // Places and profiles side by side: a sort that looks each place up elsewhere takes three times as long.
    let mut places: Vec<(u64, u32)> = Vec::with_capacity(profiles);
    while places.len() < profiles {
        let from = places.len();
        let pieces = in_order(GROUP.min((profiles - from).div_ceil(PIECE)), |piece| {
            let from = from + piece * PIECE;
            keys_of(ledger, column, from..(from + PIECE).min(profiles))
        });
        let place = |key: Option<u64>| match key {
            None => u64::MAX,
            Some(key) if greatest_first => u64::MAX - 1 - key,
            Some(key) => key,
        };
        places.extend((0..).skip(from).zip(pieces.into_iter().flatten()).map(|(at, key)| (place(key), at)));
        watch.step(places.len() as u64, profiles as u64)?;
    }
    places.sort_unstable();
    Ok(places.into_iter().map(|(_, profile)| profile).collect())
}

/// What some profiles are put in order by.
fn keys_of(ledger: &Ledger, column: Column, profiles: Range<usize>) -> Vec<Option<u64>> {
    let figures = |profile| ledger.profile(profile);
    let of_figures = |profile: usize| match column {
        Column::Profile => Some(profile as u64),
        Column::Sections => figures(profile).map(|figures| u64::from(figures.sections)),
        Column::First => figures(profile)?.first_day.map(Day::get),
        Column::Last => figures(profile)?.last_day.map(Day::get),
        Column::Feet => figures(profile).map(|figures| figures.feet.get()),
        Column::Done(day) => {
            Some(u64::from(permille(ledger.feet_until(Scope::Profile(profile), day), figures(profile)?.feet)))
        }
        Column::Peak | Column::PeakIce | Column::Quarter(_) => None,
    };
    let of_course = |course: &Course| match column {
        Column::Peak => course.peak.map(|run| run.first),
        Column::PeakIce => Some(course.peak.map_or(0, |run| run.feet)),
        Column::Quarter(quarter) => course.quarters.get(quarter).copied().flatten().map(Day::get),
        _ => None,
    };
    if !matches!(column, Column::Peak | Column::PeakIce | Column::Quarter(_)) {
        return profiles.map(of_figures).collect();
    }
    let feet = |profile| figures(profile).map(|figures| figures.feet).unwrap_or_default();
    let mut courses: Vec<Course> = profiles.clone().map(|profile| Course::new(feet(profile))).collect();
    ledger.runs_of(profiles.clone(), &mut |profile, run| {
        if let Some(course) = courses.get_mut(profile - profiles.start) {
            course.add(run);
        }
    });
    courses.iter().map(of_course).collect()
}
