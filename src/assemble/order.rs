//! The order of notices in every list: that of the language's alphabet.

use crate::domain::{Language, Notice};
use crate::interpret::Register;

/// The notices of each language, in the order of its alphabet.
#[derive(Debug)]
pub struct Order {
    /// The indices of the notices in the register, by language.
    of_language: Vec<(Language, Vec<usize>)>,
    /// For each notice of the register, its place among those of its language.
    ranks: Vec<usize>,
}

impl Order {
    /// Puts the notices of every language in order.
    pub fn of(register: &Register) -> Self {
        let mut ranks = vec![0; register.notices.len()];
        let sorted = |language: &Language| {
            let of_language = |index: &usize| register.notices[*index].language == *language;
            let mut list: Vec<usize> = (0..register.notices.len()).filter(of_language).collect();
            list.sort_by_key(|index| key(&register.notices[*index]));
            list.iter().enumerate().for_each(|(rank, index)| ranks[*index] = rank);
            (*language, list)
        };
        let of_language = register.config.languages.iter().map(sorted).collect();
        Order { of_language, ranks }
    }

    /// The notices of a language: their indices in the register.
    pub fn of_language(&self, language: Language) -> &[usize] {
        let found = self.of_language.iter().find(|(of, _)| *of == language);
        found.map_or(&[], |(_, list)| list)
    }

    /// The place of a notice among those of its language.
    pub fn rank(&self, notice: usize) -> usize {
        self.ranks[notice]
    }
}

fn key(notice: &Notice) -> (&[u8], &str) {
    (&notice.sort_key, &notice.id)
}
