//! The core's REST router as the service worker calls it, and a page that has none. Single-threaded:
//! it answers one request at a time and has no pool.
//!
//! `transport` is the only module that knows JavaScript values, `desk` keeps the wall that is asked
//! about. What a route answers is the core's to say, and `static/api.js` decides when the wall is read.

mod desk;
mod transport;
