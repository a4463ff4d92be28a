//! Floor 0. Values in just the memory that they need, for all that stays as long as the hub does.
//!
//! A list that grows gets room for twice as many values each time, and to shrink it does not help: an allocator leaves it
//! where it is as long as half of its room is used.

/// The same values, with room for no more.
pub fn exactly<T>(values: Vec<T>) -> Vec<T> {
    if values.len() == values.capacity() {
        return values;
    }
    let mut exact = Vec::with_capacity(values.len());
    exact.extend(values);
    exact
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn there_is_room_for_no_more() {
        for length in 0..10 {
            let values: Vec<usize> = (0..length).collect();
            let mut grown = Vec::with_capacity(2 * length);
            grown.extend(values.iter().copied());
            let exact = exactly(grown);
            assert_eq!((exact.capacity(), &exact), (length, &values));
        }
    }
}
