//! The tables against the law as it was reviewed.

use jiff::civil::date;

use super::*;
use crate::domain::{ControllerKind, RecognisedInterest};

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
    assert_eq!(numbers, (1..=41).collect::<Vec<_>>());
    let in_part = |part| law.paragraphs.iter().filter(|paragraph| paragraph.part == part).count();
    assert_eq!([1, 2, 3, 4].map(in_part), [4, 24, 9, 4]);
    let conditions: Vec<i64> = law.paragraphs.iter().filter(|one| one.condition).map(|one| one.number).collect();
    assert_eq!(conditions, (1..=4).chain(6..=37).collect::<Vec<_>>());
    let tested = law.paragraphs.iter().filter(|paragraph| paragraph.public_interest_test);
    let tested: Vec<i64> = tested.map(|paragraph| paragraph.number).collect();
    assert_eq!(tested, [6, 10, 11, 12, 13, 16, 17, 18, 19, 20, 28]);
    let policy = |answer: &str| {
        let rows = law.paragraphs.iter().filter(|paragraph| paragraph.condition && paragraph.policy_document == answer);
        rows.map(|paragraph| paragraph.number).collect::<Vec<_>>()
    };
    assert_eq!(policy("no"), [2, 3, 4, 13, 29, 30, 31, 32, 33, 34]);
    assert_eq!(policy("yes"), [1].into_iter().chain(6..=12).chain(14..=28).chain([35]).collect::<Vec<_>>());
    let excepted = law.paragraphs.iter().filter(|paragraph| paragraph.policy_document_exception.is_some());
    assert_eq!(excepted.map(|paragraph| paragraph.number).collect::<Vec<_>>(), [10, 27]);
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

/// Each change of 2025 and 2026, by its day, as the review lists them.
#[test]
fn what_the_act_of_2025_changed_holds_from_the_days_on_which_it_was_put_into_force() {
    let law = Law::load();
    let on = |day| law.commencements().iter().filter(|row| row.from == day).count();
    let days = [date(2024, 1, 1), date(2025, 8, 20), date(2025, 9, 5), date(2025, 11, 17)];
    assert_eq!(days.map(on), [1, 1, 1, 1]);
    assert_eq!([date(2026, 2, 5), date(2026, 6, 19), date(2026, 9, 30)].map(on), [11, 2, 1]);
    assert_eq!(law.commencements().len(), 18);
    // Every other row that comes of that Act begins, or ends, with one of those days.
    let begins = |day: Date| law.commencements().iter().any(|row| row.from == day);
    let check = |source: &str, from: Date, until: Option<Date>| {
        let of_the_act = source.contains("Data (Use and Access) Act 2025") || source.contains("SI 2026/");
        let ends = until.and_then(|until| until.tomorrow().ok()).is_some_and(begins);
        // Rights and duties that are older, of which the Act changed a part.
        let is_older = from == date(2018, 5, 25) && until.is_none();
        assert!(!of_the_act || begins(from) || ends || is_older, "{source}: {from}");
    };
    law.bases.iter().for_each(|row| check(&row.source, row.from, None));
    law.rights.iter().for_each(|row| check(&row.source, row.from, row.until));
    law.regulators.iter().for_each(|row| check(&row.source, row.from, row.until));
    law.duties.iter().for_each(|row| check(&row.source, row.from, row.until));
    law.exemptions.iter().for_each(|row| check(&row.source, row.from, row.until));
    law.limits.iter().for_each(|row| check(&row.source, row.from, row.until));
    law.grounds.iter().for_each(|row| check(&row.source, row.from, None));
    law.stale.stale.iter().for_each(|row| check(&row.source, row.since, None));
}

/// The list of Articles 13 and 14, point by point.
#[test]
fn a_notice_has_to_tell_what_articles_13_and_14_list() {
    let law = Law::load();
    let points = |of: fn(&Duty) -> &Option<String>| law.duties.iter().filter_map(|duty| of(duty).as_deref()).collect();
    let thirteen: Vec<&str> = points(|duty| &duty.article_13);
    let fourteen: Vec<&str> = points(|duty| &duty.article_14);
    let expected = "1(a) 1(a) 1(b) 1(c) 1(c) 1(d) 1(c) 1(e) 1(f) 2(a) 2(b) 2(c) 2(ca) 2(d) 2(e) 2(f) 3";
    assert_eq!(thirteen, under("13", expected).chain(["26(2)".to_owned()]).collect::<Vec<_>>());
    let expected = "1(a) 1(a) 1(b) 1(c) 1(c) 2(b) 1(c) 1(d) 1(e) 1(f) 2(a) 2(c) 2(d) 2(da) 2(e) 2(g) 2(f) 4";
    assert_eq!(fourteen, under("14", expected).chain(["26(2)".to_owned()]).collect::<Vec<_>>());
    let new =
        |day: Date| law.duties(day).filter(|duty| duty.from == day).map(|duty| duty.id.as_str()).collect::<Vec<_>>();
    assert_eq!(new(date(2026, 2, 5)), ["recognised-interest"]);
    assert_eq!(new(date(2026, 6, 19)), ["complaint-to-controller"]);
}

/// Points as they are cited: "1(a)" of Article 13 is "13(1)(a)".
fn under<'a>(article: &'a str, points: &'a str) -> impl Iterator<Item = String> + 'a {
    points.split(' ').map(move |point| {
        let (paragraph, rest) = point.split_at(1);
        format!("{article}({paragraph}){rest}")
    })
}

#[test]
fn exemptions_changed_with_the_act_of_2025() {
    let law = Law::load();
    let on = |day| {
        let rows = law.exemptions.iter().filter(|row| holds(row.from, row.until, day));
        rows.map(|row| row.provision.as_str()).collect::<Vec<_>>()
    };
    assert_eq!(on(date(2026, 2, 4)), ["13(4)", "14(5)(a)", "14(5)(b)", "14(5)(c)", "14(5)(d)"]);
    assert_eq!(on(date(2026, 2, 5)), ["13(4)", "13(5)", "14(5)(a)", "14(5)(c)", "14(5)(d)", "14(5)(e)", "14(5)(f)"]);
}

#[test]
fn time_limits_stand_in_another_article_since_the_act_of_2025() {
    let law = Law::load();
    let article = |day| law.limit("time", day).map(|row| row.article.as_str());
    assert_eq!(article(date(2026, 2, 4)), Some("UK GDPR Article 12(3)"));
    assert_eq!(article(date(2026, 2, 5)), Some("UK GDPR Article 12A"));
    assert!(law.limit("search", date(2023, 12, 31)).is_none() && law.limit("search", date(2024, 1, 1)).is_some());
    assert!(law.limits.iter().all(|row| law.rights.iter().any(|right| right.id == row.right)));
}

#[test]
fn bases_differ_in_what_they_ask_of_a_notice() {
    let law = Law::load();
    let points =
        |of: fn(&Basis) -> bool| law.bases.iter().filter(|row| of(row)).map(|row| row.point.as_str()).collect();
    let (barred, by_law, required): (Vec<_>, Vec<_>, Vec<_>) =
        (points(|row| !row.public_tasks), points(|row| row.names_law), points(|row| row.requirement));
    assert_eq!((barred, by_law, required), (vec!["ea", "f"], vec!["c", "e"], vec!["b", "c"]));
}

#[test]
fn every_kind_of_body_and_every_condition_of_annex_1_has_its_row() {
    let law = Law::load();
    let bodies: Vec<&str> = law.bodies.iter().map(|body| body.id.as_str()).collect();
    assert_eq!(bodies, ControllerKind::NAMES);
    let authorities = law.bodies.iter().filter(|body| body.public_authority == PublicAuthority::Yes);
    assert_eq!(authorities.map(|body| body.id.as_str()).collect::<Vec<_>>(), ["principal-council"]);
    assert_eq!(law.public_authority(ControllerKind::Parish), PublicAuthority::No);
    let interests: Vec<(&str, &str)> =
        law.interests.iter().map(|one| (one.id.as_str(), one.paragraphs.as_str())).collect();
    assert_eq!(interests.iter().map(|(id, _)| *id).collect::<Vec<_>>(), RecognisedInterest::NAMES);
    assert_eq!(
        interests.iter().map(|(_, paragraphs)| *paragraphs).collect::<Vec<_>>(),
        ["1", "2", "3 and 4", "5", "6"]
    );
}
