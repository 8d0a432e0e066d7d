//! Goals as somebody types them into fields.
//!
//! Not here: what a field may hold in general, what the goals mean.

use super::{Budget, Goals};
use crate::calendar::Date;
use crate::typed::{Wrong, day, percent, whole};
use crate::units::{AMOUNT_MOST, CubicYards, GoldDragons};

/// What stands in the fields; blank: not asked for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct TypedGoals<'a> {
    /// A day or, with a start date, its date.
    pub finish_by: &'a str,
    /// Cubic yards.
    pub ice_a_day: &'a str,
    /// Gold Dragons. Goes with its day.
    pub budget: &'a str,
    /// A day or a date.
    pub budget_until: &'a str,
    /// Percent.
    pub utilisation: &'a str,
}

/// A field of the goals.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum GoalField {
    /// [`TypedGoals::finish_by`]
    FinishBy,
    /// [`TypedGoals::ice_a_day`]
    IceADay,
    /// [`TypedGoals::budget`]
    Budget,
    /// [`TypedGoals::budget_until`]
    BudgetUntil,
    /// [`TypedGoals::utilisation`]
    Utilisation,
}

impl Goals {
    /// Reads the fields; `start` is the date of day 1, where it has one.
    ///
    /// # Errors
    /// Every field that holds something else than it may. A budget without a day, and a day without a budget,
    /// lack the other.
    pub fn read(typed: &TypedGoals<'_>, start: Option<Date>) -> Result<Self, Vec<(GoalField, Wrong)>> {
        let mut wrong = Vec::new();
        let day_of = |text: &str| day(text, start);
        let amount = |text: &str| whole(text, 0, AMOUNT_MOST);
        let finish_by = asked(GoalField::FinishBy, typed.finish_by, day_of, &mut wrong);
        let ice_a_day = asked(GoalField::IceADay, typed.ice_a_day, amount, &mut wrong);
        let utilisation = asked(GoalField::Utilisation, typed.utilisation, percent, &mut wrong);
        let budget = if is_blank(typed.budget) && is_blank(typed.budget_until) {
            None
        } else {
            let most = noted(GoalField::Budget, amount(typed.budget), &mut wrong);
            most.zip(noted(GoalField::BudgetUntil, day_of(typed.budget_until), &mut wrong))
        };
        let goals = Self {
            finish_by,
            ice_a_day: ice_a_day.map(CubicYards::new),
            budget: budget.map(|(most, until)| Budget { most: GoldDragons::new(most), until }),
            utilisation,
        };
        if wrong.is_empty() { Ok(goals) } else { Err(wrong) }
    }
}

fn is_blank(text: &str) -> bool {
    text.trim().is_empty()
}

/// What a field asks for, where anything stands in it.
fn asked<T>(
    field: GoalField,
    text: &str,
    read: impl Fn(&str) -> Result<T, Wrong>,
    wrong: &mut Vec<(GoalField, Wrong)>,
) -> Option<T> {
    if is_blank(text) { None } else { noted(field, read(text), wrong) }
}

/// What was read; what is wrong with it is noted.
fn noted<T>(field: GoalField, read: Result<T, Wrong>, wrong: &mut Vec<(GoalField, Wrong)>) -> Option<T> {
    read.map_err(|why| wrong.push((field, why))).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::units::{Day, Fraction};

    #[test]
    fn blank_fields_ask_for_nothing() {
        let typed = TypedGoals { finish_by: "  ", ..TypedGoals::default() };
        assert_eq!(Goals::read(&typed, None), Ok(Goals::default()));
    }

    #[test]
    fn all_goals_at_once() {
        let typed = TypedGoals {
            finish_by: "2024-09-05",
            ice_a_day: "1000",
            budget: "7410000",
            budget_until: "5",
            utilisation: "79.5 %",
        };
        let goals = Goals {
            finish_by: Some(Day::new(26)),
            ice_a_day: Some(CubicYards::new(1000)),
            budget: Some(Budget { most: GoldDragons::new(7_410_000), until: Day::new(5) }),
            utilisation: Some(Fraction { numerator: 795, denominator: 1000 }),
        };
        assert_eq!(Goals::read(&typed, Date::parse("2024-08-11")), Ok(goals));
    }

    #[test]
    fn every_wrong_field_is_told() {
        let wrong = |typed| {
            let wrong = Goals::read(&typed, None).expect_err("something is wrong");
            wrong.into_iter().map(|(field, _)| field).collect::<Vec<_>>()
        };
        let typed = TypedGoals {
            finish_by: "0",
            ice_a_day: "1,000",
            budget: "1",
            utilisation: "101",
            budget_until: "",
        };
        assert_eq!(
            wrong(typed),
            [GoalField::FinishBy, GoalField::IceADay, GoalField::Utilisation, GoalField::BudgetUntil]
        );
        assert_eq!(wrong(TypedGoals { budget_until: "9", ..TypedGoals::default() }), [GoalField::Budget]);
    }
}
