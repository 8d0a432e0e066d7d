//! Goals alone and together, against a scan of every crew count by the slow simulator.

use super::{Slow, all_slow, any_config, any_dispatch, config, long_wall};
use icewall_core::config::{Config, Dispatch, Key, Wall};
use icewall_core::control::{CancelToken, Unwatched};
use icewall_core::planner::{Answer, Binding, Budget, Goal, Goals, Plan, Planner};
use icewall_core::units::{CubicYards, Day, Fraction, GoldDragons};
use proptest::prelude::*;

fn best(config: &Config, goals: &Goals) -> Answer {
    Planner::new(config, Dispatch::FileOrder).best(goals, &Unwatched).expect("nobody cancels")
}

fn share(numerator: u64, denominator: u64) -> Fraction {
    Fraction { numerator, denominator }
}

/// The crews and finish day of a plan.
fn brief(plan: &Plan) -> (u32, u64) {
    (plan.step.crews, plan.step.finish.get())
}

#[test]
fn a_finish_day_takes_the_fewest_crews_and_one_fewer_would_be_late() {
    let goals = Goals { finish_by: Some(Day::new(26)), ..Goals::default() };
    let Answer::Possible { plan, binding: Binding::Goals { instead, broken } } =
        best(&Config::default(), &goals)
    else {
        panic!("it is possible");
    };
    assert_eq!((brief(&plan), brief(&instead), broken), ((4, 26), (3, 31), vec![Goal::FinishBy]));
}

#[test]
fn without_a_finish_day_the_earliest_within_the_ice() {
    let goals = Goals { ice_a_day: Some(CubicYards::new(1000)), ..Goals::default() };
    let Answer::Possible { plan, binding: Binding::Goals { instead, broken } } =
        best(&Config::default(), &goals)
    else {
        panic!("it is possible");
    };
    // 5 crews use 975 yards a day.
    assert_eq!((brief(&plan), brief(&instead), broken), ((5, 23), (6, 21), vec![Goal::IceADay]));
}

#[test]
fn a_budget_holds_crews_back() {
    let budget = Budget { most: GoldDragons::new(7_410_000), until: Day::new(5) };
    let goals = Goals { budget: Some(budget), ..Goals::default() };
    let Answer::Possible { plan, binding: Binding::Goals { broken, .. } } = best(&Config::default(), &goals)
    else {
        panic!("it is possible");
    };
    assert_eq!((brief(&plan), plan.cost_until), ((4, 26), Some(GoldDragons::new(7_410_000))));
    assert_eq!(broken, [Goal::Budget]);
}

#[test]
fn what_binds_without_any_goal_is_the_longest_section_or_the_first_crew() {
    let Answer::Possible { plan, binding } = best(&Config::default(), &Goals::default()) else {
        panic!("it is possible");
    };
    assert_eq!((brief(&plan), binding), ((9, 13), Binding::LongestSection));
    let late = Goals { finish_by: Some(Day::new(87)), ..Goals::default() };
    let Answer::Possible { plan, binding } = best(&Config::default(), &late) else {
        panic!("it is possible");
    };
    assert_eq!((brief(&plan), binding), ((1, 87), Binding::OneCrew));
}

#[test]
fn goals_that_exclude_each_other_say_what_would_be_possible() {
    let goals =
        Goals { finish_by: Some(Day::new(13)), ice_a_day: Some(CubicYards::new(1000)), ..Goals::default() };
    let Answer::Impossible { alone, instead } = best(&Config::default(), &goals) else {
        panic!("it is impossible");
    };
    let told = |list: &[icewall_core::planner::Relaxed]| {
        list.iter().map(|r| (r.goal, brief(&r.plan), r.plan.step.peak.get())).collect::<Vec<_>>()
    };
    assert_eq!(told(&alone), [(Goal::FinishBy, (9, 13), 1755), (Goal::IceADay, (1, 87), 195)]);
    assert_eq!(told(&instead), [(Goal::FinishBy, (5, 23), 975), (Goal::IceADay, (9, 13), 1755)]);
}

#[test]
fn a_finish_before_the_longest_section_is_out_of_reach_by_itself() {
    let goals = Goals { finish_by: Some(Day::new(12)), utilisation: Some(share(1, 2)), ..Goals::default() };
    let Answer::Impossible { alone, instead } = best(&Config::default(), &goals) else {
        panic!("it is impossible");
    };
    assert_eq!(brief(&alone[0].plan), (9, 13));
    // Leaving the utilisation aside does not help.
    assert_eq!(instead.iter().map(|r| r.goal).collect::<Vec<_>>(), [Goal::FinishBy]);
}

#[test]
fn on_a_wall_that_starts_finished_every_goal_is_met() {
    let wall = Wall::from_profiles(&[vec![30]]).expect("a wall");
    let goals = Goals {
        finish_by: Some(Day::new(0)),
        ice_a_day: Some(CubicYards::new(0)),
        budget: Some(Budget { most: GoldDragons::new(0), until: Day::new(9) }),
        utilisation: Some(share(1, 1)),
    };
    let answer = best(&config(&[], wall.clone()), &goals);
    assert!(matches!(answer, Answer::Possible { plan, binding: Binding::OneCrew } if brief(&plan) == (1, 0)));
    let answer = best(&config(&[], wall), &Goals { finish_by: None, ..goals });
    assert!(matches!(answer, Answer::Possible { binding: Binding::LongestSection, .. }));
}

#[test]
fn odd_shares_are_no_trouble() {
    for (utilisation, possible) in
        [(share(0, 5), true), (share(2, 1), false), (share(1, 0), false), (share(0, 0), true)]
    {
        let answer = best(&Config::default(), &Goals { utilisation: Some(utilisation), ..Goals::default() });
        assert_eq!(matches!(answer, Answer::Possible { .. }), possible, "{utilisation:?}");
    }
}

#[test]
fn a_search_that_is_called_off_ends() {
    let token = CancelToken::default();
    token.cancel();
    let planner = Planner::new(&Config::default(), Dispatch::FileOrder);
    assert!(planner.best(&Goals::default(), &token).is_err());
}

#[test]
fn a_hundred_thousand_sections_with_short_days_are_searched_to_the_end() {
    let config = long_wall(100_000, 30, "7", 3);
    let planner = Planner::new(&config, Dispatch::LongestFirst);
    let goals = Goals {
        ice_a_day: Some(CubicYards::new(195 * 100_000)),
        utilisation: Some(share(9, 10)),
        ..Goals::default()
    };
    let Answer::Possible { plan, .. } = planner.best(&goals, &Unwatched).expect("nobody cancels") else {
        panic!("it is possible");
    };
    assert!(plan.step.peak.get() <= 195 * 100_000);
    // No crew count up to 25,000 is better; more use more ice on day 1 than is allowed.
    let counts: Vec<u32> = (10_000..25_000).step_by(7).collect();
    for step in planner.steps(&counts, &Unwatched).expect("nobody cancels") {
        let plan_of = Plan { step, cost_until: None };
        let better = (step.finish, step.crews) < (plan.step.finish, plan.step.crews);
        assert!(!better || !goals.broken_by(&plan_of).is_empty(), "{} crews", step.crews);
    }
}

/// The figures of goals as feet, so that the slow side knows nothing of the planner's sums.
struct Wanted {
    finish: Option<u64>,
    feet_a_day: Option<u64>,
    feet_until: Option<(u64, u64)>,
    share: Option<(u64, u64)>,
}

impl Wanted {
    fn goals(&self, config: &Config) -> Goals {
        let ice = config.parameters().ice_per_foot();
        let cost = ice * config.parameters().cost_per_yard();
        Goals {
            finish_by: self.finish.map(Day::new),
            // A yard and a coin short of the next foot.
            ice_a_day: self.feet_a_day.map(|feet| CubicYards::new(feet * ice + ice - 1)),
            budget: self.feet_until.map(|(feet, day)| Budget {
                most: GoldDragons::new(feet * cost + cost - 1),
                until: Day::new(day),
            }),
            utilisation: self.share.map(|(of, whole)| share(of, whole)),
        }
    }

    fn breaks(&self, slow: &Slow) -> Vec<Goal> {
        let crew_days = u64::from(slow.crews) * slow.finish;
        let broken = [
            (Goal::FinishBy, self.finish.is_some_and(|day| slow.finish > day)),
            (Goal::IceADay, self.feet_a_day.is_some_and(|feet| slow.peak() > feet)),
            (Goal::Budget, self.feet_until.is_some_and(|(feet, day)| slow.until(day) > feet)),
            (
                Goal::Utilisation,
                self.share.is_some_and(|(of, whole)| slow.crew_days * whole < of * crew_days),
            ),
        ];
        broken.into_iter().filter_map(|(goal, broken)| broken.then_some(goal)).collect()
    }

    fn without(&self, goal: Goal) -> Self {
        Self {
            finish: self.finish.filter(|_| goal != Goal::FinishBy),
            feet_a_day: self.feet_a_day.filter(|_| goal != Goal::IceADay),
            feet_until: self.feet_until.filter(|_| goal != Goal::Budget),
            share: self.share.filter(|_| goal != Goal::Utilisation),
        }
    }

    fn best<'a>(&self, all: &'a [Slow]) -> Option<&'a Slow> {
        let mut meeting = all.iter().filter(|slow| self.breaks(slow).is_empty());
        match self.finish {
            Some(_) => meeting.next(),
            None => meeting.min_by_key(|slow| (slow.finish, slow.crews)),
        }
    }

    /// The crews with the best figure of a goal among those that meet these.
    fn nearest(&self, goal: Goal, all: &[Slow]) -> Option<u32> {
        let meeting = all.iter().filter(|slow| self.breaks(slow).is_empty());
        let figure = |slow: &&Slow| match goal {
            Goal::FinishBy => slow.finish,
            Goal::IceADay => slow.peak(),
            // Fewer crews never spend more until a day.
            Goal::Budget => 0,
            Goal::Utilisation => u64::from(slow.crews) * slow.finish,
        };
        meeting.min_by_key(|slow| (figure(slow), slow.crews)).map(|slow| slow.crews)
    }
}

prop_compose! {
    fn any_wanted()(
        finish in prop::option::of(1u64..60),
        feet_a_day in prop::option::of(0u64..60),
        feet_until in prop::option::of((0u64..150, 0u64..40)),
        share in prop::option::of((1u64..=20).prop_flat_map(|whole| (1..=whole, Just(whole)))),
    ) -> Wanted {
        Wanted { finish, feet_a_day, feet_until, share }
    }
}

impl std::fmt::Debug for Wanted {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:?} {:?} {:?} {:?}", self.finish, self.feet_a_day, self.feet_until, self.share)
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1500, ..ProptestConfig::default() })]

    #[test]
    fn the_answer_is_that_of_a_scan_of_every_crew_count(
        config in any_config(), dispatch in any_dispatch(), wanted in any_wanted(),
    ) {
        let all = all_slow(&config, dispatch);
        let goals = wanted.goals(&config);
        let answer = Planner::new(&config, dispatch).best(&goals, &Unwatched).expect("nobody cancels");
        let expected = wanted.best(&all);
        match answer {
            Answer::Possible { plan, binding } => {
                prop_assert_eq!(Some(brief(&plan)), expected.map(|slow| (slow.crews, slow.finish)));
                match binding {
                    Binding::OneCrew => prop_assert!(wanted.finish.is_some() && plan.step.crews == 1),
                    Binding::LongestSection => {
                        prop_assert_eq!(Some(plan.step.finish.get()), all.last().map(|slow| slow.finish));
                    }
                    Binding::Goals { instead, broken } => {
                        let slow = &all[instead.step.crews as usize - 1];
                        prop_assert!(!broken.is_empty());
                        prop_assert_eq!(broken, wanted.breaks(slow));
                        if wanted.finish.is_some() {
                            prop_assert_eq!(instead.step.crews + 1, plan.step.crews);
                        } else {
                            let earlier = all.iter().find(|slow| slow.finish < plan.step.finish.get());
                            prop_assert_eq!(Some(instead.step.crews), earlier.map(|slow| slow.crews));
                        }
                    }
                }
            }
            Answer::Impossible { alone, instead } => {
                prop_assert!(expected.is_none());
                for goal in goals.asked() {
                    let found = |list: &[icewall_core::planner::Relaxed]| {
                        list.iter().find(|r| r.goal == goal).map(|r| r.plan.step.crews)
                    };
                    let none = Wanted { finish: None, feet_a_day: None, feet_until: None, share: None };
                    prop_assert_eq!(found(&alone), none.nearest(goal, &all), "{:?} alone", goal);
                    prop_assert_eq!(found(&instead), wanted.without(goal).nearest(goal, &all), "{:?}", goal);
                }
            }
        }
    }
}

#[test]
fn wages_do_not_count_towards_the_budget() {
    let wages = config(&[(Key::CrewWage, "1000")], Wall::default());
    let budget = Budget { most: GoldDragons::new(7_410_000), until: Day::new(5) };
    let goals = Goals { budget: Some(budget), ..Goals::default() };
    let Answer::Possible { plan, .. } = best(&wages, &goals) else { panic!("it is possible") };
    assert_eq!(brief(&plan), (4, 26));
}
