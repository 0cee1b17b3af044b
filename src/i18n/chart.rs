//! Words of charts: units, titles, summaries.
