//! Comma-separated values (RFC 4180) that a spreadsheet takes for text and for nothing else.

/// A table that is being written.
#[derive(Debug, Default)]
pub(crate) struct Csv(String);

impl Csv {
    /// Adds a line.
    pub(crate) fn line<'a>(&mut self, cells: impl IntoIterator<Item = &'a str>) {
        for (number, cell) in cells.into_iter().enumerate() {
            if number > 0 {
                self.0.push(',');
            }
            self.cell(cell);
        }
        self.0.push_str("\r\n");
    }

    /// What a spreadsheet would compute begins with an apostrophe instead, which it takes for text.
    fn cell(&mut self, cell: &str) {
        let is_formula = cell.starts_with(['=', '+', '-', '@', '\t', '\r', '\n']);
        let is_quoted = is_formula || cell.contains([',', '"', '\r', '\n']);
        if is_quoted {
            self.0.push('"');
        }
        if is_formula {
            self.0.push('\'');
        }
        for sign in cell.chars() {
            if sign == '"' {
                self.0.push('"');
            }
            self.0.push(sign);
        }
        if is_quoted {
            self.0.push('"');
        }
    }

    pub(crate) fn done(self) -> String {
        self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(cells: &[&str]) -> String {
        let mut csv = Csv::default();
        csv.line(cells.iter().copied());
        csv.done()
    }

    #[test]
    fn what_needs_quotes_has_them() {
        assert_eq!(written(&["a", "", "b c"]), "a,,b c\r\n");
        assert_eq!(
            written(&["a,b", "say \"hi\"", "two\nlines"]),
            "\"a,b\",\"say \"\"hi\"\"\",\"two\nlines\"\r\n"
        );
    }

    #[test]
    fn no_cell_is_a_formula() {
        for cell in ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1"] {
            assert_eq!(written(&[cell]), format!("\"'{cell}\"\r\n"), "{cell:?}");
        }
        assert_eq!(written(&["a=1", "1-1", "ada@acme.example"]), "a=1,1-1,ada@acme.example\r\n");
        assert_eq!(written(&["=HYPERLINK(\"x\")"]), "\"'=HYPERLINK(\"\"x\"\")\"\r\n");
    }
}
