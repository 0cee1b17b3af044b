//! Amounts and units. Values stay whole numbers in the unit that the source prints.

use std::fmt;

/// The unit of a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    /// Thousands of kronor.
    Tkr,
    /// Millions of kronor.
    Mkr,
    /// The source prints no unit.
    Unstated,
}

/// A decimal number as printed: digits with their scale, never a binary fraction.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Decimal {
    /// The number without its decimal point.
    pub digits: i64,
    /// How many of the digits are decimals, at most 9.
    pub scale: u32,
}

impl Decimal {
    /// Reads `494.7`, `-3` or `0.25`; nothing for anything else.
    pub fn parse(text: &str) -> Option<Decimal> {
        let (whole, fraction) = text.split_once('.').unwrap_or((text, ""));
        let digits_ok = |s: &str| s.bytes().all(|b| b.is_ascii_digit());
        let unsigned = whole.strip_prefix('-').unwrap_or(whole);
        if unsigned.is_empty() || !digits_ok(unsigned) || !digits_ok(fraction) || fraction.len() > 9 || text.ends_with('.') {
            return None;
        }
        let digits: i64 = format!("{unsigned}{fraction}").parse().ok()?;
        Some(Decimal { digits: if whole.starts_with('-') { -digits } else { digits }, scale: fraction.len() as u32 })
    }

    /// The same number with `scale` decimals, where that loses nothing or rounds half away from zero.
    pub fn rescaled(self, scale: u32) -> Option<i64> {
        if scale >= self.scale {
            self.digits.checked_mul(10_i64.checked_pow(scale - self.scale)?)
        } else {
            let divisor = 10_i64.checked_pow(self.scale - scale)?;
            let half = divisor / 2 * self.digits.signum();
            Some(self.digits.checked_add(half)? / divisor)
        }
    }
}

impl fmt::Display for Decimal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.scale == 0 {
            return write!(f, "{}", self.digits);
        }
        let sign = if self.digits < 0 { "-" } else { "" };
        let divisor = 10_u64.pow(self.scale);
        let digits = self.digits.unsigned_abs();
        write!(f, "{sign}{}.{:0width$}", digits / divisor, digits % divisor, width = self.scale as usize)
    }
}
