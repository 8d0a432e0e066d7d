//! Black-box tests of the core: the model's example, the judged cases, its rules as properties,
//! its limits, the REST interface, what goes out and comes in again, the planner, the risk.

mod cases;
mod example;
mod exports;
mod formats;
mod ledger;
mod limits;
mod log;
mod planner;
mod properties;
mod risk;
mod routes;
mod schedule;
mod views;
