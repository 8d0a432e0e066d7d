//! The names of the walls to begin with: what the page's menu and the commands call them. Not for the walls.

/// Each example's key and what the visitor reads, the first one being what a first visit shows.
pub const EXAMPLES: [(&str, &str); 5] = [
    ("example", "The example, 3 profiles"),
    ("long", "One profile of 2,000 sections"),
    ("forty", "40 profiles"),
    ("finished", "All finished"),
    ("faulty", "One with faults"),
];
