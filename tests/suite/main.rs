//! Black-box tests of the core: the model's example, the judged cases, its rules as properties,
//! its limits, the REST interface.

mod cases;
mod example;
mod limits;
mod log;
mod properties;
mod routes;
mod views;
