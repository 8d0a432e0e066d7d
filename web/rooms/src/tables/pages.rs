//! Paging: which rows a table shows. Not for fetching or drawing them.

/// How many rows a page holds.
pub(crate) const PAGE: u64 = 25;

/// A page of a table of `total` rows, which are numbered from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Page {
    /// The first row on the page; 1 for a table without rows.
    pub(crate) first: u64,
    /// How many rows there are in all.
    pub(crate) total: u64,
}

impl Page {
    /// The page that holds a row, or the nearest one that there is.
    pub(crate) fn holding(row: u64, total: u64) -> Self {
        let row = row.clamp(1, total.max(1));
        Self { first: (row - 1) / PAGE * PAGE + 1, total }
    }

    /// The last row on the page; 0 for a table without rows.
    pub(crate) fn last(self) -> u64 {
        (self.first + PAGE - 1).min(self.total)
    }

    /// How many rows stand on the page.
    pub(crate) fn rows(self) -> u64 {
        self.last().saturating_sub(self.first - 1)
    }

    /// Whether there is a page before this one.
    pub(crate) fn has_previous(self) -> bool {
        self.first > 1
    }

    /// Whether there is a page after this one.
    pub(crate) fn has_next(self) -> bool {
        self.last() < self.total
    }

    /// Whether all rows fit on one page.
    pub(crate) fn is_only(self) -> bool {
        !self.has_previous() && !self.has_next()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_is_on_its_page() {
        assert_eq!(Page::holding(25, 100).first, 1);
        assert_eq!(Page::holding(26, 100).first, 26);
        assert_eq!(Page::holding(0, 100).first, 1);
        assert_eq!(Page::holding(1000, 60).first, 51, "past the end it is the last page");
    }

    #[test]
    fn the_last_page_may_be_short() {
        let page = Page::holding(60, 60);
        assert_eq!((page.first, page.last(), page.rows()), (51, 60, 10));
        assert!(page.has_previous() && !page.has_next());
    }

    #[test]
    fn no_rows_no_pages() {
        let page = Page::holding(1, 0);
        assert_eq!((page.first, page.last(), page.rows()), (1, 0, 0));
        assert!(page.is_only());
    }
}
