//! Charts as SVG: shapes ([`svg`]) and the plot that they stand in ([`plot`]). Pure, but for words in the reader's
//! locale. Not for putting them on the page, and not for what a chart shows.

pub(crate) mod plot;
pub(crate) mod svg;
