//! The number of crews that meets some goals best, in the protocol's words.

use icewall_answers::progress::Phase;
use icewall_core::ledger::Ledger;
use icewall_core::planner::{self, Answer, Goals, Planner, Relaxed, TypedGoals};
use icewall_core::units::GoldDragons;
use icewall_protocol::workshop::{
    Best, Binding, Goal, GoalField, GoalPlan, GoalsMade, GoalsTyped, Made, Unmet,
};

use crate::plan::step;

/// A search is told as a whole.
const WHOLE: Phase = Phase { from: 0, to: 1000 };

/// What came of the goals, with the order in force.
pub(crate) fn goals(ledger: &Ledger, typed: &GoalsTyped) -> Made {
    let parameters = ledger.config().parameters();
    let goals = match Goals::read(&of_core(typed), parameters.start_date()) {
        Ok(goals) => goals,
        Err(wrong) => {
            let told = wrong.into_iter().map(|(at, why)| (field(at), why.to_string()));
            return Made::Goals(GoalsMade::Wrong(told.collect()));
        }
    };
    let planner = Planner::new(ledger.config(), parameters.dispatch());
    let Ok(answer) = planner.best(&goals, &WHOLE) else { return Made::Nothing };
    Made::Goals(told(ledger, answer))
}

fn told(ledger: &Ledger, answer: Answer) -> GoalsMade {
    match answer {
        Answer::Possible { plan: best, binding } => {
            let binding = match binding {
                planner::Binding::OneCrew => Binding::OneCrew,
                planner::Binding::LongestSection => Binding::LongestSection,
                planner::Binding::Goals { instead, broken } => Binding::Goals {
                    instead: plan(ledger, &instead),
                    broken: broken.into_iter().map(kind).collect(),
                },
            };
            GoalsMade::Possible(Box::new(Best { plan: plan(ledger, &best), binding }))
        }
        Answer::Impossible { alone, instead } => {
            let of = |list: &[Relaxed], goal| {
                list.iter().find(|relaxed| relaxed.goal == goal).map(|relaxed| plan(ledger, &relaxed.plan))
            };
            let unmet = |nearest: &Relaxed| Unmet {
                goal: kind(nearest.goal),
                alone: of(&alone, nearest.goal),
                instead: of(&instead, nearest.goal),
            };
            GoalsMade::Impossible(alone.iter().map(unmet).collect())
        }
    }
}

fn plan(ledger: &Ledger, plan: &planner::Plan) -> GoalPlan {
    GoalPlan {
        step: step(&plan.step),
        finish_date: ledger.date_of(plan.step.finish).map(|date| date.to_string()),
        cost_until: plan.cost_until.map(GoldDragons::get),
    }
}

fn of_core(typed: &GoalsTyped) -> TypedGoals<'_> {
    TypedGoals {
        finish_by: &typed.finish_by,
        ice_a_day: &typed.ice_a_day,
        budget: &typed.budget,
        budget_until: &typed.budget_until,
        utilisation: &typed.utilisation,
    }
}

fn field(field: planner::GoalField) -> GoalField {
    match field {
        planner::GoalField::FinishBy => GoalField::FinishBy,
        planner::GoalField::IceADay => GoalField::IceADay,
        planner::GoalField::Budget => GoalField::Budget,
        planner::GoalField::BudgetUntil => GoalField::BudgetUntil,
        planner::GoalField::Utilisation => GoalField::Utilisation,
    }
}

fn kind(goal: planner::Goal) -> Goal {
    match goal {
        planner::Goal::FinishBy => Goal::FinishBy,
        planner::Goal::IceADay => Goal::IceADay,
        planner::Goal::Budget => Goal::Budget,
        planner::Goal::Utilisation => Goal::Utilisation,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use icewall_core::config::Config;
    use icewall_core::control::Unwatched;

    fn of_example(typed: &GoalsTyped) -> GoalsMade {
        let ledger = Ledger::new(Config::default(), &Unwatched).expect("not called off");
        let Made::Goals(made) = goals(&ledger, typed) else { panic!("goals") };
        made
    }

    #[test]
    fn the_fewest_crews_and_what_one_fewer_would_break() {
        let made = of_example(&GoalsTyped { finish_by: "26".to_owned(), ..GoalsTyped::default() });
        let GoalsMade::Possible(best) = made else { panic!("it is possible") };
        let Best { plan, binding: Binding::Goals { instead, broken } } = *best else {
            panic!("a goal binds")
        };
        assert_eq!((plan.step.crews, instead.step.crews, broken), (4, 3, vec![Goal::FinishBy]));
    }

    #[test]
    fn what_would_be_possible_and_what_is_wrong() {
        let typed =
            GoalsTyped { finish_by: "13".to_owned(), ice_a_day: "1000".to_owned(), ..GoalsTyped::default() };
        let GoalsMade::Impossible(unmet) = of_example(&typed) else { panic!("it is impossible") };
        let crews = |plan: &Option<GoalPlan>| plan.as_ref().map(|plan| plan.step.crews);
        let told: Vec<_> = unmet.iter().map(|u| (u.goal, crews(&u.alone), crews(&u.instead))).collect();
        assert_eq!(told, [(Goal::FinishBy, Some(9), Some(5)), (Goal::IceADay, Some(1), Some(9))]);
        let typed = GoalsTyped { budget: "1".to_owned(), ..GoalsTyped::default() };
        let GoalsMade::Wrong(wrong) = of_example(&typed) else { panic!("a field is wrong") };
        assert_eq!(wrong, [(GoalField::BudgetUntil, "It must be a day from 1".to_owned())]);
    }
}
