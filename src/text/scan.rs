//! Where bytes of some kind stand: the next one, for texts in which there is seldom one, or all of a block.

use memchr::memchr_iter;

/// How many bytes are looked at in one go.
const BLOCK: usize = 16;

/// The place of the first byte that is wanted. Whole blocks without one are passed over at once: processors do so in a few
/// steps where the question is some comparisons, joined by `|` and not by `||`.
#[inline]
pub fn find_byte(text: &str, is_wanted: impl Fn(u8) -> bool) -> Option<usize> {
    let bytes = text.as_bytes();
    let (blocks, _) = bytes.as_chunks::<BLOCK>();
    let is_clean = |block: &[u8; BLOCK]| !block.iter().fold(false, |has, byte| has | is_wanted(*byte));
    let clean = blocks.iter().take_while(|block| is_clean(block)).count();
    // What is left after the last whole block is looked at together with its end.
    if clean == blocks.len() && bytes.last_chunk().is_some_and(is_clean) {
        return None;
    }
    let passed = clean * BLOCK;
    bytes[passed..].iter().position(|byte| is_wanted(*byte)).map(|place| passed + place)
}

/// Which bytes of a block are wanted: a bit for each, the lowest one for the first byte. The question is put as for
/// [`find_byte`].
#[inline]
pub fn bits(block: &[u8; 64], is_wanted: impl Fn(u8) -> bool) -> u64 {
    // Multiplied by this, the lowest bits of eight bytes stand beside each other in the highest byte.
    const GATHER: u64 = 0x0102_0408_1020_4080;
    let wanted = block.map(|byte| u8::from(is_wanted(byte)));
    let (eights, _) = wanted.as_chunks();
    let gathered = |eight: &[u8; 8]| u64::from_le_bytes(*eight).wrapping_mul(GATHER) >> 56;
    eights.iter().rev().fold(0, |bits, eight| bits << 8 | gathered(eight))
}

/// Where a mark and another right behind it first stand in a text.
pub fn find_pair(text: &str, [first, second]: [u8; 2]) -> Option<usize> {
    let bytes = text.as_bytes();
    memchr_iter(first, bytes).find(|at| bytes.get(at + 1) == Some(&second))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_byte_that_is_wanted_is_a_bit() {
        for (first, second) in (0..64).flat_map(|first| (0..64).map(move |second| (first, second))) {
            let mut block = [b'x'; 64];
            (block[first], block[second]) = (b'<', b'<');
            assert_eq!(bits(&block, |byte| byte == b'<'), 1 << first | 1 << second);
        }
    }

    #[test]
    fn the_first_one_is_found_wherever_it_stands() {
        for length in 0..50 {
            let clean = "x".repeat(length);
            assert_eq!(find_byte(&clean, |byte| byte == b'<'), None);
            for place in 0..length {
                let text = format!("{}<{}", &clean[..place], "<x".repeat(length));
                assert_eq!(find_byte(&text, |byte| byte == b'<'), Some(place), "{text}");
            }
        }
    }
}
