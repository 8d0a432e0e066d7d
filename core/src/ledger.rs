//! Feet, ice and cost by profile and day: the one source of every figure shown.
//!
//! A curve is kept as steps: the days on which the feet a day change, each with the feet until
//! then, so a day is answered by binary search. What a curve would cost more memory than it
//! saves is summed from the schedule instead: a small profile, and a curve that changes more
//! often than once in four sections (few crews and a build rate that leaves short last days).
//! With that, a ledger and its schedule hold at most 16 bytes a section on large walls.
//!
//! Whoever asks for a few figures only does without curves ([`Ledger::undrawn`]): drawing them takes
//! longer than summing those few.
//!
//! Not here: who builds (the work log), columns for charts (the series).

mod curve;
mod sweep;

use std::ops::Range;

use crate::calendar::Date;
use crate::config::Config;
use crate::control::{Cancelled, Part, Watch};
use crate::gather::in_order;
use crate::schedule::Schedule;
use crate::units::{CubicYards, Day, Feet, GoldDragons};

use curve::Curve;
pub use curve::Run;
use sweep::Sweep;

/// Profiles of so few sections are summed section by section: that is as quick as a search.
const SUMMED: usize = 256;
/// The wall's own curve may always have so many steps.
const WALL_STEPS: usize = 4096;
/// How many profiles are drawn between two looks at the watch.
const GROUP: usize = 64;

/// What is asked about: the whole wall or one profile (index from 0).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Scope {
    /// All profiles together.
    Wall,
    /// One profile, by its index from 0.
    Profile(usize),
}

/// A simulated wall: its configuration, its schedule and every figure.
#[derive(Clone, Debug)]
pub struct Ledger {
    config: Config,
    schedule: Schedule,
    wall: Option<Curve>,
    /// Whether the curves were drawn, and the peak with them.
    drawn: bool,
    peak: Option<Run>,
    /// The curves of the profiles that are large enough, by profile index, ascending.
    profiles: Vec<(u32, Curve)>,
}

/// What one profile takes in all.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ProfileFigures {
    /// Sections of the profile.
    pub sections: u32,
    /// Start heights added up.
    pub start: Feet,
    /// Feet to build.
    pub feet: Feet,
    /// First day on which a foot is added.
    pub first_day: Option<Day>,
    /// Last day on which a foot is added.
    pub last_day: Option<Day>,
}

impl Ledger {
    /// Simulates a wall.
    ///
    /// # Errors
    /// [`Cancelled`] when `watch` says so.
    pub fn new(config: Config, watch: &dyn Watch) -> Result<Self, Cancelled> {
        let half = |index| Part { whole: watch, index, of: 2 };
        let mut ledger = Self::undrawn(config, &half(0))?;
        let budget = WALL_STEPS.max(ledger.config.wall().heights().len() / 4);
        (ledger.wall, ledger.peak) = ledger.draw(Scope::Wall, budget);
        ledger.drawn = true;
        ledger.profiles = ledger.draw_profiles(&half(1))?;
        Ok(ledger)
    }

    /// Simulates a wall without drawing its curves: the same figures, each summed section by section
    /// when it is asked for.
    ///
    /// # Errors
    /// [`Cancelled`] when `watch` says so.
    pub fn undrawn(config: Config, watch: &dyn Watch) -> Result<Self, Cancelled> {
        let schedule = Schedule::new(&config, watch)?;
        Ok(Self { config, schedule, wall: None, drawn: false, peak: None, profiles: Vec::new() })
    }

    /// What was simulated.
    pub fn config(&self) -> &Config {
        &self.config
    }

    /// Who builds where, when.
    pub fn schedule(&self) -> &Schedule {
        &self.schedule
    }

    /// Feet to build in all.
    pub fn feet(&self) -> Feet {
        Feet::new(self.schedule.workload().feet)
    }

    /// Ice in all.
    pub fn ice(&self) -> CubicYards {
        self.to_ice(self.feet().get())
    }

    /// Cost in all, wages not among it.
    pub fn cost(&self) -> GoldDragons {
        self.to_cost(self.feet().get())
    }

    /// Wages and overhead until the finish, beside the cost.
    pub fn wages(&self) -> GoldDragons {
        let a_day = self.config.parameters().wages_a_day(self.schedule.crews());
        GoldDragons::new(a_day * self.schedule.makespan())
    }

    /// The date of a day; none where the wall has no start date, or the calendar has not that day.
    pub fn date_of(&self, day: Day) -> Option<Date> {
        self.config.parameters().date_of(day)
    }

    /// The most feet on one day, and the first days in a row that see as many.
    pub fn peak(&self) -> Option<Run> {
        if self.drawn { self.peak } else { self.draw(Scope::Wall, 0).1 }
    }

    /// Feet added until the end of a day; 0 on day 0, the total after the last.
    pub fn feet_until(&self, scope: Scope, day: Day) -> Feet {
        Feet::new(match self.curve(scope) {
            Some(curve) => curve.until(day.get()),
            None => self.summed(scope, day.get()),
        })
    }

    /// Feet added on a day; 0 on day 0 and after the last.
    pub fn feet_on(&self, scope: Scope, day: Day) -> Feet {
        let before = Day::new(day.get().saturating_sub(1));
        Feet::new(self.feet_until(scope, day).get() - self.feet_until(scope, before).get())
    }

    /// Ice used on a day.
    pub fn ice_on(&self, scope: Scope, day: Day) -> CubicYards {
        self.to_ice(self.feet_on(scope, day).get())
    }

    /// Cost of a day alone.
    pub fn cost_on(&self, scope: Scope, day: Day) -> GoldDragons {
        self.to_cost(self.feet_on(scope, day).get())
    }

    /// Cost until the end of a day.
    pub fn cost_until(&self, scope: Scope, day: Day) -> GoldDragons {
        self.to_cost(self.feet_until(scope, day).get())
    }

    /// The ice that so many feet take: rule 3 of the model. Exact for every amount of feet of
    /// this wall, as its configuration holds totals below 2^53.
    pub fn to_ice(&self, feet: u64) -> CubicYards {
        CubicYards::new(self.config.parameters().ice_of(feet))
    }

    /// The cost of so many feet: rule 3 of the model.
    pub fn to_cost(&self, feet: u64) -> GoldDragons {
        GoldDragons::new(self.config.parameters().cost_of(feet))
    }

    /// The height of a section (index from 0, wall order) at the end of a day, the start height on
    /// day 0; 0 for a section that the wall has not.
    pub fn height_on(&self, section: usize, day: Day) -> Feet {
        let start = self.config.wall().heights().get(section);
        Feet::new(start.map_or(0, |&start| self.schedule.height_on(section, start, day.get()).into()))
    }

    /// What a profile (index from 0) takes in all; none where the wall has no such profile.
    pub fn profile(&self, profile: usize) -> Option<ProfileFigures> {
        let (wall, effort) = (self.config.wall(), self.schedule.effort());
        if profile >= wall.profiles() {
            return None;
        }
        let (mut start, mut feet, mut days) = (0, 0, None::<(u64, u64)>);
        let range = wall.profile(profile);
        let sections = u32::try_from(range.len()).unwrap_or(u32::MAX);
        for (section, &height) in range.clone().zip(&wall.heights()[range]) {
            start += u64::from(height);
            feet += u64::from(effort.feet(height));
            if effort.days(height) > 0 {
                let first = self.schedule.start(section);
                let last = first + u64::from(effort.days(height)) - 1;
                days = Some(days.map_or((first, last), |(a, b)| (a.min(first), b.max(last))));
            }
        }
        Some(ProfileFigures {
            sections,
            start: Feet::new(start),
            feet: Feet::new(feet),
            first_day: days.map(|(first, _)| Day::new(first)),
            last_day: days.map(|(_, last)| Day::new(last)),
        })
    }

    /// Visits the days from the first with work to the last, as runs of equal feet a day, one
    /// after the other without a gap.
    pub fn runs(&self, scope: Scope, visit: &mut dyn FnMut(Run)) {
        match self.curve(scope) {
            Some(curve) => curve.runs().for_each(visit),
            None => self.sweep(scope, visit),
        }
    }

    /// Visits the runs of these profiles (indices from 0), each with its profile's index and each
    /// profile's as [`Ledger::runs`] does.
    pub fn runs_of(&self, profiles: Range<usize>, visit: &mut dyn FnMut(usize, Run)) {
        let mut sweep = Sweep::new(self.schedule.effort());
        for profile in profiles {
            let visit = &mut |run| visit(profile, run);
            match self.curve(Scope::Profile(profile)) {
                Some(curve) => curve.runs().for_each(visit),
                None => self.sweep_sections(&mut sweep, self.sections(Scope::Profile(profile)), visit),
            }
        }
    }

    /// The most feet on one day of a scope.
    pub fn most_feet(&self, scope: Scope) -> Feet {
        let mut most = 0;
        self.runs(scope, &mut |run| most = most.max(run.feet));
        Feet::new(most)
    }

    /// Bytes held: heights, start days and steps.
    pub fn bytes(&self) -> usize {
        let wall = self.config.wall();
        let curves = self.profiles.iter().map(|(_, curve)| curve.bytes() + size_of::<(u32, Curve)>());
        wall.bytes()
            + self.schedule.bytes()
            + self.wall.as_ref().map_or(0, Curve::bytes)
            + curves.sum::<usize>()
    }

    fn curve(&self, scope: Scope) -> Option<&Curve> {
        match scope {
            Scope::Wall => self.wall.as_ref(),
            Scope::Profile(profile) => {
                let at = self.profiles.binary_search_by_key(&profile, |&(p, _)| p as usize).ok()?;
                self.profiles.get(at).map(|(_, curve)| curve)
            }
        }
    }

    /// One scope's curve, none where it has more steps than `budget`, and its peak.
    fn draw(&self, scope: Scope, budget: usize) -> (Option<Curve>, Option<Run>) {
        let mut curve = Some(Curve::default());
        let mut peak = None::<Run>;
        self.sweep(scope, &mut |run| {
            if let Some(kept) = &mut curve {
                kept.push(run);
                if kept.steps() > budget {
                    curve = None;
                }
            }
            if peak.is_none_or(|peak| run.feet > peak.feet) {
                peak = Some(run);
            }
        });
        if let Some(kept) = &mut curve {
            kept.finish();
        }
        (curve, peak)
    }

    /// The curves of the profiles worth one. Profiles are independent once the schedule stands.
    fn draw_profiles(&self, watch: &dyn Watch) -> Result<Vec<(u32, Curve)>, Cancelled> {
        let wall = self.config.wall();
        let large: Vec<usize> = (0..wall.profiles()).filter(|&p| wall.profile(p).len() > SUMMED).collect();
        let mut curves = Vec::new();
        for (done, group) in large.chunks(GROUP).enumerate() {
            let drawn = in_order(group.len(), |i| {
                let profile = *group.get(i)?;
                let (curve, _) = self.draw(Scope::Profile(profile), wall.profile(profile).len() / 4);
                Some((u32::try_from(profile).ok()?, curve?))
            });
            curves.extend(drawn.into_iter().flatten());
            watch.step((done * GROUP + group.len()) as u64, large.len() as u64)?;
        }
        Ok(curves)
    }

    /// The runs of a scope, from its sections.
    fn sweep(&self, scope: Scope, visit: &mut dyn FnMut(Run)) {
        if scope == Scope::Wall && self.schedule.workload().even {
            return self.plateau_and_tail(visit);
        }
        self.sweep_sections(&mut Sweep::new(self.schedule.effort()), self.sections(scope), visit);
    }

    fn sweep_sections(&self, sweep: &mut Sweep<'_>, sections: Range<usize>, visit: &mut dyn FnMut(Run)) {
        let (wall, schedule) = (self.config.wall(), &self.schedule);
        let whole = sections.len() == wall.heights().len();
        let heights = wall.heights().get(sections.clone()).unwrap_or_default();
        let by_wall = sections.zip(heights).map(|(section, &height)| (schedule.start(section), height));
        if schedule.in_wall_order(self.config.parameters(), whole) {
            sweep.pass(by_wall, visit);
        } else {
            let mut by_start: Vec<(u64, u16)> = by_wall.collect();
            by_start.sort_unstable();
            sweep.pass(by_start.into_iter(), visit);
        }
    }

    /// The wall's runs where every day of work is a full one: each crew adds the build rate.
    fn plateau_and_tail(&self, visit: &mut dyn FnMut(Run)) {
        let rate = u64::from(self.schedule.effort().rate());
        let mut open = None::<Run>;
        for (first, days, crews) in self.schedule.crews_by_day() {
            let feet = rate * u64::from(crews);
            match &mut open {
                Some(run) if run.feet == feet => run.days += days,
                _ => {
                    let run = Run { first, days, feet };
                    open.replace(run).into_iter().for_each(&mut *visit);
                }
            }
        }
        open.into_iter().for_each(visit);
    }

    /// Feet until a day, added up section by section.
    fn summed(&self, scope: Scope, day: u64) -> u64 {
        let (effort, heights) = (self.schedule.effort(), self.config.wall().heights());
        let sections = self.sections(scope);
        sections
            .clone()
            .zip(heights.get(sections).unwrap_or_default())
            .map(|(section, &height)| {
                let days = (day + 1).saturating_sub(self.schedule.start(section));
                (days * u64::from(effort.rate())).min(u64::from(effort.feet(height)))
            })
            .sum()
    }

    fn sections(&self, scope: Scope) -> Range<usize> {
        match scope {
            Scope::Wall => 0..self.config.wall().heights().len(),
            Scope::Profile(profile) => self.config.wall().profile(profile),
        }
    }
}
