//! The browser, wrapped: the only place beside the engine's client that names `web_sys`.
//!
//! Each module is one thing a browser offers; none knows the state or a component.

pub(crate) mod address;
pub(crate) mod canvas;
pub(crate) mod clock;
pub(crate) mod drop;
pub(crate) mod files;
pub(crate) mod keys;
pub(crate) mod locale;
pub(crate) mod root;
pub(crate) mod screen;
pub(crate) mod service_worker;
pub(crate) mod store;
pub(crate) mod textarea;
pub(crate) mod theme;
pub(crate) mod uplot;
