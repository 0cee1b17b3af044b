//! Cells as files of separated values and as text for the clipboard. Text that a spreadsheet would run is made inert.

/// How a file of separated values is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CsvForm {
    /// Commas and decimal points, plain UTF-8.
    Comma,
    /// Semicolons and, in Swedish, decimal commas, with a mark at the start that spreadsheets read UTF-8 by.
    Semicolon,
}

/// Rows of cells as a file; text cells have been made [`inert`].
pub fn csv(rows: &[Vec<String>], form: CsvForm) -> String {
    let (separator, start) = match form {
        CsvForm::Comma => (',', ""),
        CsvForm::Semicolon => (';', "\u{feff}"),
    };
    let mut out = String::from(start);
    for row in rows {
        for (index, cell) in row.iter().enumerate() {
            if index > 0 {
                out.push(separator);
            }
            if cell.contains([separator, '"', '\n', '\r', '\t']) {
                out.push('"');
                out.push_str(&cell.replace('"', "\"\""));
                out.push('"');
            } else {
                out.push_str(cell);
            }
        }
        out.push_str("\r\n");
    }
    out
}

/// The same cells with tabs between: a spreadsheet takes them as cells.
pub fn tab_separated(rows: &[Vec<String>]) -> String {
    let mut out = String::new();
    for row in rows {
        for (index, cell) in row.iter().enumerate() {
            if index > 0 {
                out.push('\t');
            }
            out.push_str(&cell.replace(['\t', '\n', '\r'], " "));
        }
        out.push('\n');
    }
    out
}

/// Text that a spreadsheet would run as a formula is made inert; numbers never come here.
pub fn inert(cell: &str) -> String {
    if cell.trim_start().starts_with(['=', '+', '-', '@']) || cell.starts_with(['\t', '\r', '\n']) {
        format!("'{cell}")
    } else {
        cell.to_owned()
    }
}
