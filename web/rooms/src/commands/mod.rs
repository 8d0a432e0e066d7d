//! The palette of commands (Ctrl+K) and the sheet of keys (`?`). Not for what a command does elsewhere in
//! the page: it is wished for.

mod found;
mod keys;
mod palette;
mod rank;

use leptos::prelude::*;

use crate::browser::keys::{Key, listen};
use keys::Keys;
use palette::Palette;

/// Both, closed until their key is pressed.
#[component]
pub(crate) fn Commands() -> impl IntoView {
    let (palette, sheet) = (RwSignal::new(0_u32), RwSignal::new(0_u32));
    listen(&[Key::Commands, Key::Help], move |key| {
        let opened = if key == Key::Commands { palette } else { sheet };
        opened.try_update(|times| *times += 1);
    });
    let help = move || sheet.update(|times| *times += 1);
    view! {
        <Palette opened=palette help />
        <Keys opened=sheet />
    }
    .into_any()
}
