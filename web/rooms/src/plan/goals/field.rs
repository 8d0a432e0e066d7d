//! The fields of the goals: what each asks for, and what stands in it.

use icewall_protocol::workshop::{GoalField, GoalsMade, GoalsTyped};
use leptos::prelude::*;

use crate::desk::Desk;
use crate::field::{Field, fault_of};

/// What stands in a field.
pub(super) fn text(typed: &GoalsTyped, field: GoalField) -> &str {
    match field {
        GoalField::FinishBy => &typed.finish_by,
        GoalField::IceADay => &typed.ice_a_day,
        GoalField::Budget => &typed.budget,
        GoalField::BudgetUntil => &typed.budget_until,
        GoalField::Utilisation => &typed.utilisation,
    }
}

fn text_mut(typed: &mut GoalsTyped, field: GoalField) -> &mut String {
    match field {
        GoalField::FinishBy => &mut typed.finish_by,
        GoalField::IceADay => &mut typed.ice_a_day,
        GoalField::Budget => &mut typed.budget,
        GoalField::BudgetUntil => &mut typed.budget_until,
        GoalField::Utilisation => &mut typed.utilisation,
    }
}

/// Its id, what it asks for, its unit.
fn words(field: GoalField) -> (&'static str, &'static str, &'static str) {
    match field {
        GoalField::FinishBy => ("goal-by", "Finished by day", ""),
        GoalField::IceADay => ("goal-ice", "Ice on any day, at most", "yd³"),
        GoalField::Budget => ("goal-gold", "Cost, at most", "GD"),
        GoalField::BudgetUntil => ("goal-until", "… until day", ""),
        GoalField::Utilisation => ("goal-busy", "Crews busy, at least", "%"),
    }
}

/// A field.
#[component]
pub(super) fn GoalInput(
    /// Which it is.
    field: GoalField,
    /// What stands in all of them.
    typed: RwSignal<GoalsTyped>,
    /// What came of it.
    made: RwSignal<Option<GoalsMade>>,
) -> impl IntoView {
    let desk = Desk::get();
    let (id, label, unit) = words(field);
    let fault = Memo::new(move |_| {
        made.with(|made| match made {
            Some(GoalsMade::Wrong(wrong)) => fault_of(wrong, &field),
            _ => None,
        })
    });
    let unit = Signal::derive(move || match field {
        GoalField::FinishBy | GoalField::BudgetUntil => desk.or_a_date(),
        _ => unit.to_owned(),
    });
    let value = Signal::derive(move || typed.with(|typed| text(typed, field).to_owned()));
    let on_typed = Callback::new(move |value| typed.update(|typed| *text_mut(typed, field) = value));
    view! { <Field id label unit value typed=on_typed fault /> }
}
