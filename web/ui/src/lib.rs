//! What the modules of the page share: the browser, wrapped ([`browser`]), figures in words
//! ([`words`]), colours ([`colour`]), amounts as places in a drawing ([`number`]), the arithmetic of charts
//! ([`chart`]), what is read out ([`said`]), the names of the [`examples`], and a promise of one answer
//! ([`answer`]). It knows no state, no component and no message.

pub mod answer;
pub mod browser;
pub mod chart;
pub mod colour;
pub mod examples;
pub mod number;
pub mod rest;
pub mod said;
pub mod window;
pub mod words;
