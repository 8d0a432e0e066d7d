//! Black-box tests of the core: the model's example, the judged cases, its rules as properties,
//! its limits, the REST interface, the planner, the risk.

mod cases;
mod example;
mod limits;
mod log;
mod planner;
mod properties;
mod risk;
mod routes;
mod views;
