//! The tables against the law as it was reviewed.

use jiff::civil::date;

use super::*;

/// The review's matrix of rights by lawful basis, one line a right: (a) (b) (c) (d) (e) (ea) (f).
const MATRIX: [(&str, [Availability; 7]); 12] = {
    use Availability::{Absolute as A, Banned as B, Conditional as C, No as N, Yes as Y};
    [
        ("informed", [Y, Y, Y, Y, Y, Y, Y]),
        ("access", [Y, Y, Y, Y, Y, Y, Y]),
        ("rectification", [Y, Y, Y, Y, Y, Y, Y]),
        ("restriction", [C, C, C, C, C, C, C]),
        ("erasure", [Y, Y, N, Y, N, Y, Y]),
        ("portability", [Y, Y, N, N, N, N, N]),
        ("object", [N, N, N, N, Y, Y, Y]),
        ("object-direct-marketing", [A, A, A, A, A, A, A]),
        ("withdraw-consent", [Y, N, N, N, N, N, N]),
        ("automated-decisions", [C, C, C, C, C, B, C]),
        ("complain-to-controller", [Y, Y, Y, Y, Y, Y, Y]),
        ("complain-to-regulator", [Y, Y, Y, Y, Y, Y, Y]),
    ]
};

#[test]
fn rights_matrix_is_the_reviewed_one_cell_by_cell() {
    let law = Law::load();
    let table: Vec<&Right> = law.rights(date(2026, 11, 21)).collect();
    assert_eq!(table.len(), MATRIX.len());
    for (right, (id, cells)) in table.iter().zip(MATRIX) {
        assert_eq!(right.id, id);
        for (point, cell) in ["a", "b", "c", "d", "e", "ea", "f"].into_iter().zip(cells) {
            assert_eq!(right.under(point), cell, "{id} under ({point})");
        }
        assert_eq!(right.bases.len(), 7, "{id} has a cell for each basis and no other");
    }
}

#[test]
fn the_law_of_a_day_is_that_of_its_rows() {
    let law = Law::load();
    let ids = |day| law.rights(day).map(|right| right.id.as_str()).collect::<Vec<_>>();
    assert!(!ids(date(2026, 6, 18)).contains(&"complain-to-controller"));
    assert!(ids(date(2026, 6, 19)).contains(&"complain-to-controller"));
    assert_eq!(law.bases(date(2026, 2, 4)).count(), 6);
    assert_eq!(law.bases(date(2026, 2, 5)).count(), 7);
    let regulator = |day| law.regulator(day).name.get(Language::En);
    assert_eq!(regulator(date(2026, 9, 29)), "Information Commissioner");
    assert_eq!(regulator(date(2026, 9, 30)), "Information Commission");
}

#[test]
fn every_basis_has_its_row_and_every_stale_word_its_replacement() {
    let law = Law::load();
    assert!(law.stale.stale.iter().all(|row| !row.words.is_empty() && row.instead.ends_with('.')));
    for basis in LawfulBasis::NAMES {
        assert!(law.bases.iter().any(|row| row.id == *basis), "{basis}");
    }
}

#[test]
fn what_has_ended_gives_way_to_what_follows_it() {
    let law = Law::load();
    let decisions = |day| {
        let rows: Vec<&Right> = law.rights(day).filter(|right| right.id == "automated-decisions").collect();
        assert_eq!(rows.len(), 1, "{day}");
        (rows[0].article.as_str(), rows[0].under("ea"))
    };
    assert_eq!(decisions(date(2026, 2, 4)), ("22", Availability::No));
    assert_eq!(decisions(date(2026, 2, 5)), ("22A–22D", Availability::Banned));
    let ends: Vec<_> = law.regulators.iter().map(|row| row.until).collect();
    assert_eq!(ends, [Some(date(2026, 9, 29)), None]);
}

#[test]
fn articles_are_written_without_words_of_a_language() {
    let law = Law::load();
    for right in &law.rights {
        assert!(!right.article.contains(' '), "{}: {}", right.id, right.article);
    }
}

#[test]
fn schedule_1_is_whole() {
    let law = Law::load();
    let numbers: Vec<i64> = law.paragraphs.iter().map(|paragraph| paragraph.number).collect();
    assert_eq!(numbers, (1..=37).collect::<Vec<_>>());
    let policy = |answer: &str| {
        let rows = law.paragraphs.iter().filter(|paragraph| paragraph.condition && paragraph.policy_document == answer);
        rows.map(|paragraph| paragraph.number).collect::<Vec<_>>()
    };
    assert_eq!(policy("no"), [2, 3, 4, 13, 29, 30, 31, 32, 33, 34]);
    assert_eq!(policy("yes").len(), 1 + 7 + 15 + 1);
    for condition in &law.conditions {
        assert!(condition.schedule_1.iter().all(|number| law.paragraph(*number).is_some()));
    }
}

#[test]
fn a_destination_is_known_by_its_parts() {
    let law = Law::load();
    let approved = |destination, day| {
        law.places(destination).iter().map(|place| place.map(|place| place.is_approved(day))).collect::<Vec<_>>()
    };
    let today = date(2026, 11, 21);
    assert_eq!(approved("Ireland and the Netherlands", today), [Some(true), Some(true)]);
    assert_eq!(approved("the USA (companies on the data bridge), India", today), [Some(true), Some(false)]);
    assert_eq!(approved("United States", date(2023, 10, 11)), [Some(false)]);
    assert_eq!(approved("Isle of Man / Atlantis", today), [Some(true), None]);
    assert_eq!(approved("Indianapolis", today), [None]);
}

#[test]
fn words_are_stale_from_their_day_on() {
    let law = Law::load();
    let stale = |day| {
        let rows = law.stale().on(StaleTopic::Regulator, day).chain(law.stale().on(StaleTopic::Law, day));
        rows.flat_map(|row| &row.words).map(String::as_str).collect::<Vec<_>>()
    };
    for (words, day) in [("Information Commissioner", date(2026, 9, 30)), ("Article 22", date(2026, 2, 5))] {
        assert!(stale(day).contains(&words) && !stale(day.yesterday().unwrap()).contains(&words), "{words}");
    }
}

#[test]
fn every_kind_of_cookie_has_a_ground() {
    let law = Law::load();
    let grounds: Vec<&CookieGround> = law.cookie_grounds(date(2026, 2, 5)).collect();
    assert_eq!(grounds.iter().map(|ground| ground.paragraph).collect::<Vec<_>>(), [2, 3, 4, 5, 6, 7]);
    for kind in crate::domain::CookieKind::NAMES {
        assert!(grounds.iter().any(|ground| ground.kinds.iter().any(|known| known == kind)), "{kind}");
    }
    assert_eq!(law.cookie_grounds(date(2026, 2, 4)).count(), 0);
}

#[test]
fn separate_work_belongs_to_a_kind_of_controller() {
    let law = Law::load();
    for work in law.separate_work() {
        assert!(work.kind().is_some(), "{}", work.controller);
        let for_purposes = work.purposes.len() + work.legislation.len() + work.schedule_1.len();
        assert!(!work.titles.is_empty() && for_purposes > 0, "{} gives nothing away", work.controller);
    }
}

#[test]
fn numbers_of_the_fee_register_are_known_by_their_form() {
    let law = Law::load();
    for number in ["Z5124889", "ZA185613", "ZB528540", "ZC224111", "Z123456X"] {
        assert!(law.is_registration_number(number), "{number}");
    }
    for other in ["", "Z512488", "Z51248890", "A5124889", "ZAB12345", "za185613", "Z512488Ẑ"] {
        assert!(!law.is_registration_number(other), "{other}");
    }
}
