//! Whose record a dataset is.

use super::Text;

/// The municipality, the board and the year that a dataset is about; from the manifest.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Edition {
    /// The municipality as an organisation, as it writes itself: `Malmö stad`.
    pub municipality: String,
    /// The place: `Malmö`.
    pub place: String,
    /// The board: `Kommunstyrelsen`.
    pub body: Text,
    /// The department that works for the board: `Stadskontoret`.
    pub department: Text,
    pub year: u32,
    /// Whether the year is over, so that the pages may say it; their text never depends on the day of the build.
    pub is_over: bool,
}

impl Edition {
    /// The year whose forecast stands beside the budget.
    pub fn year_before(&self) -> u32 {
        self.year.saturating_sub(1)
    }
}
