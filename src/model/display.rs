//! How amounts are shown, chosen by the reader.

/// The unit that amounts are shown in. A table without a unit is shown as printed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum DisplayUnit {
    /// Thousands of kronor, as the source prints.
    #[default]
    Tkr,
    /// Millions of kronor with one decimal.
    Mkr,
    /// Per cent of a whole, with one decimal. What has no whole is shown as printed.
    Share,
}

/// How much of a table is shown: every line, or the sums with the lines that no sum holds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Level {
    #[default]
    Lines,
    Totals,
}

/// The order of rows that have no order of their own, such as budget areas.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum RowOrder {
    /// Largest first.
    #[default]
    Size,
    /// As the source prints them.
    Printed,
}
