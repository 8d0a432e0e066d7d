//! Finds the plan that meets the goals best.
//!
//! With more crews the finish comes no later and the feet until any day are no fewer, so finish
//! day and budget are searched by halves and leave a range of crew counts. Utilisation and, where
//! last days are short, the peak go up and down within it: there every count is looked at that
//! could still be the answer, in the order of preference.
//!
//! Not here: what the goals are.

use super::pass::Window;
use super::{Answer, Binding, Goal, Goals, Plan, Planner, Relaxed, Step};
use crate::control::{Cancelled, Watch};
use crate::units::{Day, GoldDragons};

/// Passes that a search is taken to need, for the progress: some halvings of up to 2^24 counts.
const PASSES: u64 = 200;

impl Planner {
    /// The best plan for the goals and why there is no better one, or that there is none and what
    /// comes nearest.
    ///
    /// # Errors
    /// [`Cancelled`] when `watch` says so.
    pub fn best(&self, goals: &Goals, watch: &dyn Watch) -> Result<Answer, Cancelled> {
        let mut search = Search::new(self, goals, watch);
        if let Some(plan) = search.best(goals)? {
            return Ok(Answer::Possible { binding: search.binding(goals, &plan)?, plan });
        }
        let (mut alone, mut instead) = (Vec::new(), Vec::new());
        for goal in goals.asked() {
            let relaxed = |plan| Relaxed { goal, plan };
            alone.extend(search.nearest(goal, &Goals::default())?.map(relaxed));
            instead.extend(search.nearest(goal, &goals.without(goal))?.map(relaxed));
        }
        Ok(Answer::Impossible { alone, instead })
    }

    /// The fewest crews that finish by the end of a day; none where no number of crews does.
    ///
    /// # Errors
    /// [`Cancelled`] when `watch` says so.
    pub fn fewest_crews(&self, day: Day, watch: &dyn Watch) -> Result<Option<u32>, Cancelled> {
        Search::new(self, &Goals::default(), watch).fewest(day.get())
    }
}

struct Search<'a> {
    planner: &'a Planner,
    window: Window,
    /// The day of the budget, whether or not a search has the budget among its goals.
    until: Option<u64>,
    passes: u64,
    watch: &'a dyn Watch,
}

impl<'a> Search<'a> {
    fn new(planner: &'a Planner, goals: &Goals, watch: &'a dyn Watch) -> Self {
        let until = goals.budget.map(|budget| budget.until.get());
        Self { planner, window: Window::new(), until, passes: 0, watch }
    }

    fn plan(&mut self, crews: u32) -> Result<Plan, Cancelled> {
        let planner = self.planner;
        let pace = self.window.pass(planner.list(), crews, self.until.unwrap_or(0));
        self.passes += 1;
        self.watch.step(self.passes, PASSES.max(self.passes + 1))?;
        let parameters = planner.parameters();
        let cost = parameters.cost_of(pace.until);
        Ok(Plan {
            step: Step::new(parameters, planner.workload(), crews, pace),
            cost_until: self.until.map(|_| GoldDragons::new(cost)),
        })
    }

    /// The plan that meets all goals: the fewest crews, or without a finish day the earliest.
    fn best(&mut self, goals: &Goals) -> Result<Option<Plan>, Cancelled> {
        match goals.finish_by {
            Some(_) => self.fewest_that_meets(goals),
            None => self.earliest(goals),
        }
    }

    /// The fewest crews that finish by a day, by halves between what the lower bound (Graham 1969)
    /// and the upper (Graham 1966) leave open.
    fn fewest(&mut self, day: u64) -> Result<Option<u32>, Cancelled> {
        let work = self.planner.workload();
        let (most, longest) = (self.planner.most_crews(), u64::from(work.longest));
        if day < longest {
            return Ok(None);
        }
        let clamped = |crews: u64| u32::try_from(crews).unwrap_or(u32::MAX).clamp(1, most);
        let mut low = clamped(work.crew_days.checked_div(day).map_or(1, |_| work.crew_days.div_ceil(day)));
        let enough = (work.crew_days - longest).checked_div(day - longest).map_or(u64::MAX, |c| c + 1);
        let mut high = clamped(enough);
        while low < high {
            let middle = low + (high - low) / 2;
            if self.plan(middle)?.step.finish.get() <= day {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        Ok(Some(low))
    }

    /// Crew counts outside of this range break a goal for certain; none where all do.
    fn range(&mut self, goals: &Goals) -> Result<Option<(u32, u32)>, Cancelled> {
        let planner = self.planner;
        let mut most = planner.most_crews();
        if let Some(ice) = goals.ice_a_day {
            let feet = ice.get() / planner.parameters().ice_per_foot();
            most = most.min(planner.list().crews_on_day_1(feet));
        }
        if let Some(days) = self.crew_days_most(goals) {
            let crews = days.checked_div(u64::from(planner.workload().longest)).unwrap_or(u64::MAX);
            most = most.min(u32::try_from(crews).unwrap_or(u32::MAX));
        }
        let fewest = match goals.finish_by {
            Some(day) => self.fewest(day.get())?,
            None => Some(1),
        };
        let Some(fewest) = fewest else { return Ok(None) };
        if goals.budget.is_some() {
            most = self.most_within_budget(goals, most)?;
        }
        Ok((fewest <= most).then_some((fewest, most)))
    }

    /// The most crews up to `most` that keep to the budget; 0 where one crew does not.
    fn most_within_budget(&mut self, goals: &Goals, most: u32) -> Result<u32, Cancelled> {
        let (mut within, mut beyond) = (0, most + 1);
        while beyond - within > 1 {
            let middle = within + (beyond - within) / 2;
            if goals.is_broken(Goal::Budget, &self.plan(middle)?) {
                beyond = middle;
            } else {
                within = middle;
            }
        }
        Ok(within)
    }

    /// The most crew-days, idle ones among them, that keep to the utilisation.
    fn crew_days_most(&self, goals: &Goals) -> Option<u64> {
        let least = goals.utilisation?;
        let most = u128::from(self.planner.workload().crew_days) * u128::from(least.denominator);
        most.checked_div(u128::from(least.numerator)).map(|days| u64::try_from(days).unwrap_or(u64::MAX))
    }

    fn fewest_that_meets(&mut self, goals: &Goals) -> Result<Option<Plan>, Cancelled> {
        let Some((mut crews, most)) = self.range(goals)? else { return Ok(None) };
        while crews <= most {
            let plan = self.plan(crews)?;
            let broken = goals.broken_by(&plan);
            if broken.is_empty() {
                return Ok(Some(plan));
            }
            let days = if broken.contains(&Goal::Utilisation) { self.crew_days_most(goals) } else { None };
            match self.next_within(crews, days)? {
                Some(next) => crews = next,
                None => break,
            }
        }
        Ok(None)
    }

    /// The next crews that might take no more than so many crew-days: more crews take a finish
    /// that is as much earlier.
    fn next_within(&mut self, crews: u32, days: Option<u64>) -> Result<Option<u32>, Cancelled> {
        let Some(days) = days else { return Ok(Some(crews + 1)) };
        let fewest = self.fewest(days / (u64::from(crews) + 1))?;
        Ok(fewest.map(|fewest| fewest.max(crews + 1)))
    }

    /// From the earliest finish to later ones; for each the fewest crews first, which are also the
    /// best utilised.
    fn earliest(&mut self, goals: &Goals) -> Result<Option<Plan>, Cancelled> {
        let Some((_, mut most)) = self.range(goals)? else { return Ok(None) };
        while most > 0 {
            let finish = self.plan(most)?.step.finish.get();
            let first = self.fewest(finish)?.unwrap_or(most);
            for crews in first..=most {
                let plan = self.plan(crews)?;
                if goals.broken_by(&plan).is_empty() {
                    return Ok(Some(plan));
                }
                if goals.is_broken(Goal::Utilisation, &plan) {
                    break;
                }
            }
            most = first - 1;
            if let Some(days) = self.crew_days_most(goals) {
                most = most.min(u32::try_from(days / (finish + 1)).unwrap_or(u32::MAX));
            }
        }
        Ok(None)
    }

    /// Of the plans that meet the goals, the one with the best figure of another goal.
    fn nearest(&mut self, goal: Goal, others: &Goals) -> Result<Option<Plan>, Cancelled> {
        match goal {
            Goal::FinishBy => self.earliest(others),
            Goal::Budget => self.fewest_that_meets(others),
            Goal::IceADay => self.least_peak(others),
            Goal::Utilisation => self.best_utilised(others),
        }
    }

    fn least_peak(&mut self, goals: &Goals) -> Result<Option<Plan>, Cancelled> {
        let Some(mut best) = self.fewest_that_meets(goals)? else { return Ok(None) };
        let Some((_, most)) = self.range(goals)? else { return Ok(Some(best)) };
        let list = self.planner.list();
        let feet_below =
            |plan: &Plan| (plan.step.peak.get() / self.planner.parameters().ice_per_foot()).saturating_sub(1);
        let mut crews = best.step.crews + 1;
        // The feet of day 1 grow with the crews: beyond, day 1 alone would be no better.
        let mut end = most.min(list.crews_on_day_1(feet_below(&best)));
        while crews <= end {
            let plan = self.plan(crews)?;
            if plan.step.peak < best.step.peak && goals.broken_by(&plan).is_empty() {
                best = plan;
                end = end.min(list.crews_on_day_1(feet_below(&best)));
            }
            crews += 1;
        }
        Ok(Some(best))
    }

    fn best_utilised(&mut self, goals: &Goals) -> Result<Option<Plan>, Cancelled> {
        let Some(mut best) = self.fewest_that_meets(goals)? else { return Ok(None) };
        let Some((_, most)) = self.range(goals)? else { return Ok(Some(best)) };
        let crew_days = |plan: &Plan| u64::from(plan.step.crews) * plan.step.finish.get();
        let mut crews = best.step.crews;
        while let Some(next) = self.next_within(crews, Some(crew_days(&best).saturating_sub(1)))? {
            if next > most {
                break;
            }
            crews = next;
            let plan = self.plan(crews)?;
            if crew_days(&plan) < crew_days(&best) && goals.broken_by(&plan).is_empty() {
                best = plan;
            }
        }
        Ok(Some(best))
    }

    fn binding(&mut self, goals: &Goals, plan: &Plan) -> Result<Binding, Cancelled> {
        let (better, none) = if goals.finish_by.is_some() {
            (plan.step.crews.checked_sub(1).filter(|&crews| crews > 0), Binding::OneCrew)
        } else {
            // No wall is finished by day 0 but one that starts so.
            let earlier = plan.step.finish.get().checked_sub(1);
            (earlier.map_or(Ok(None), |day| self.fewest(day))?, Binding::LongestSection)
        };
        let Some(crews) = better else { return Ok(none) };
        let instead = self.plan(crews)?;
        let broken = goals.broken_by(&instead);
        Ok(Binding::Goals { instead, broken })
    }
}
