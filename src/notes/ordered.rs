//! Sorting lists and gathering maps, written once for all kinds of items.
//!
//! The standard library writes its sort anew for each kind of item, and gathering a map sorts too: together that was a
//! tenth of what a first visit waits for. Knows nothing of notes.

use std::cmp::Ordering;
use std::collections::BTreeMap;

/// Sorts a list; equal items keep their order.
pub fn sort<T>(list: &mut Vec<T>, compare: impl Fn(&T, &T) -> Ordering) {
    let places = order(list.len(), &|a, b| match (list.get(a), list.get(b)) {
        (Some(a), Some(b)) => compare(a, b),
        _ => Ordering::Equal,
    });
    let mut taken: Vec<Option<T>> = std::mem::take(list).into_iter().map(Some).collect();
    list.extend(places.into_iter().filter_map(|place| taken.get_mut(place)?.take()));
}

/// The positions of so many items in their order, found by insertion: lists of notes are short.
fn order(len: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    let mut order: Vec<usize> = Vec::with_capacity(len);
    for item in 0..len {
        let place = order.partition_point(|other| compare(*other, item) != Ordering::Greater);
        order.insert(place, item);
    }
    order
}

/// A map of pairs; of two with one key the later counts.
pub fn map<K: Ord, V>(pairs: impl IntoIterator<Item = (K, V)>) -> BTreeMap<K, V> {
    let mut map = BTreeMap::new();
    for (key, value) in pairs {
        map.insert(key, value);
    }
    map
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sorting_is_that_of_the_standard_library() {
        let mut seed: u32 = 7;
        for len in [0, 1, 2, 3, 10, 500] {
            let mut list: Vec<(u32, usize)> = (0..len)
                .map(|place| {
                    seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                    (seed >> 28, place)
                })
                .collect();
            let mut wanted = list.clone();
            wanted.sort_by_key(|item| item.0);
            sort(&mut list, |a, b| a.0.cmp(&b.0));
            assert_eq!(list, wanted, "stable, as there");
        }
        assert_eq!(map([("a", 1), ("b", 2), ("a", 3)]), BTreeMap::from([("a", 3), ("b", 2)]));
    }
}
