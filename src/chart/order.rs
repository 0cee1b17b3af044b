//! Sorting, once: each use of the standard library's sort with a type of its own costs four kilobytes of the first visit.

/// The indices of the keys from the smallest to the largest; equal keys keep their order.
pub fn order(keys: &[i64]) -> Vec<usize> {
    let mut out: Vec<(i64, usize)> = keys.iter().enumerate().map(|(index, key)| (*key, index)).collect();
    out.sort_unstable();
    out.into_iter().map(|(_, index)| index).collect()
}

#[cfg(test)]
mod tests {
    use super::order;

    #[test]
    fn equal_keys_keep_their_order() {
        assert_eq!(order(&[3, 1, 3, -2, 1]), [3, 1, 4, 0, 2]);
        assert!(order(&[]).is_empty());
    }
}
