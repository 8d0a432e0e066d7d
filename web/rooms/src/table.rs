//! The box that a table stands in: it has a name and scrolls by itself, by keyboard too. Not for what stands in the
//! table.

use leptos::prelude::*;

use crate::why::{Column, pressed};

/// A table in its box. Its rows are the children.
#[component]
pub(crate) fn TableBox(
    /// What the box is called.
    #[prop(into)]
    label: Signal<String>,
    /// A class of the box, beside its own.
    #[prop(optional)]
    class: &'static str,
    /// A class of the table.
    #[prop(optional)]
    of: &'static str,
    /// What the table is, where its name leaves that open.
    #[prop(optional)]
    caption: &'static str,
    /// The column whose figures can be asked about.
    #[prop(optional)]
    asked: Option<Column>,
    /// The heads of the columns.
    heads: AnyView,
    children: Children,
) -> impl IntoView {
    view! {
        <div class=["table-box ", class].concat() tabindex="0" role="region" aria-label=label>
            <table class=of>
                {(!caption.is_empty()).then(|| view! { <caption>{caption}</caption> })}
                <thead>
                    <tr>{heads}</tr>
                </thead>
                <tbody on:keydown=move |event| pressed(&event) on:focusout=move |_| if let Some(asked) = asked { asked.left() }>
                    {children()}
                </tbody>
            </table>
        </div>
    }
    .into_any()
}

/// The heads of columns that only say what stands in them.
pub(crate) fn heads<const N: usize>(words: [&'static str; N]) -> AnyView {
    words.map(|head| view! { <th scope="col">{head}</th> }).collect_view().into_any()
}
