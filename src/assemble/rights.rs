//! Which rights apply to a notice, and for which of its purposes.
//!
//! Takes the lawful bases of the purposes and the matrix of rights by basis in [`crate::law`].
//! Rights under Part 3 of the Data Protection Act 2018 are told apart: its purposes have no basis
//! of Article 6, and only what its sections 44 to 47 give is said of them.

use jiff::civil::Date;

use crate::domain::{LawfulBasis, Notice, Purpose, Regime};
use crate::exact::exactly;
use crate::law::{Availability, Law, Right, RightGroup};

/// The rights that apply to a notice, in the order of the law's table.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Rights {
    /// Rights that apply whatever the basis is.
    pub always: Vec<RightDue>,
    /// Rights to object, to be set apart from all other information.
    pub objections: Vec<RightDue>,
    /// Rights that depend on why the data is used.
    pub sometimes: Vec<RightDue>,
    /// Whether some purposes fall under Part 3 of the Data Protection Act 2018.
    pub law_enforcement: bool,
}

/// A right, with what it applies to.
#[derive(Debug, PartialEq, Eq)]
pub struct RightDue {
    /// Its id in the law's table.
    pub id: String,
    /// The lawful bases under which it applies here; empty where it does not depend on them.
    pub bases: Vec<LawfulBasis>,
    /// The indices of the purposes to which it applies; empty where it applies to all.
    pub purposes: Vec<usize>,
}

/// The rights that exist on a day, each with the lawful bases that give it: taken from the law once for all notices.
pub struct Matrix<'l>(Vec<(&'l Right, Vec<LawfulBasis>)>);

impl<'l> Matrix<'l> {
    /// The rights as the law stands `today`.
    pub fn of(law: &'l Law, today: Date) -> Self {
        let gives = |right: &Right, basis: LawfulBasis| right.under(law.point(basis)) == Availability::Yes;
        let bases = |right| LawfulBasis::ALL.iter().map(|(_, basis)| *basis).filter(move |basis| gives(right, *basis));
        Matrix(law.rights(today).map(|right| (right, bases(right).collect())).collect())
    }
}

/// Derives the rights of a notice.
pub fn derive(notice: &Notice, matrix: &Matrix<'_>) -> Rights {
    let mut rights = Rights {
        law_enforcement: notice.purposes.iter().any(|purpose| purpose.regime == Regime::LawEnforcement),
        ..Rights::default()
    };
    for (right, bases) in &matrix.0 {
        let unconditional = || RightDue { id: right.id.clone(), bases: Vec::new(), purposes: Vec::new() };
        match right.group {
            RightGroup::Always => rights.always.push(unconditional()),
            RightGroup::Basis => rights.sometimes.extend(due(right, bases, notice)),
            RightGroup::Objection if right.id == "object-direct-marketing" => {
                rights.objections.extend(direct_marketing(right, notice));
            }
            RightGroup::Objection => rights.objections.extend(due(right, bases, notice)),
            RightGroup::Decisions if may_decide(notice) => rights.sometimes.push(unconditional()),
            RightGroup::Decisions | RightGroup::Complaint => {}
        }
    }
    let Rights { always, objections, sometimes, law_enforcement } = rights;
    Rights { always: exactly(always), objections: exactly(objections), sometimes: exactly(sometimes), law_enforcement }
}

/// Adds the bases of a purpose under which a right applies, and says whether there is any.
fn add_bases_due(bases: &mut Vec<LawfulBasis>, right: &Right, giving: &[LawfulBasis], purpose: &Purpose) -> bool {
    let before = bases.len();
    bases.extend(purpose.lawful_basis.iter().map(|basis| basis.value).filter(|basis| giving.contains(basis)));
    // Explicit consent to special category data can be withdrawn as well (Articles 7(3) and 9(2)(a)).
    let explicit = || purpose.special_category_condition.iter().any(|condition| condition.value == 'a');
    if right.id == "withdraw-consent" && bases.len() == before && explicit() {
        bases.push(LawfulBasis::Consent);
    }
    bases.len() > before
}

/// The right with its bases and purposes, if any purpose gives it.
fn due(right: &Right, giving: &[LawfulBasis], notice: &Notice) -> Option<RightDue> {
    let mut bases: Vec<LawfulBasis> = Vec::new();
    let mut purposes = Vec::new();
    for (index, purpose) in notice.purposes.iter().enumerate() {
        if add_bases_due(&mut bases, right, giving, purpose) {
            purposes.push(index);
        }
    }
    if purposes.is_empty() {
        return None;
    }
    bases.sort_unstable();
    bases.dedup();
    // With a single purpose, or where all give the right, the bases say enough.
    if purposes.len() == notice.purposes.len() {
        purposes.clear();
    }
    Some(RightDue { id: right.id.clone(), bases: exactly(bases), purposes: exactly(purposes) })
}

/// Objection to direct marketing: whatever the basis, for the purposes that are direct marketing.
fn direct_marketing(right: &Right, notice: &Notice) -> Option<RightDue> {
    let purposes: Vec<usize> = notice
        .purposes
        .iter()
        .enumerate()
        .filter(|(_, purpose)| purpose.direct_marketing)
        .map(|(index, _)| index)
        .collect();
    (!purposes.is_empty()).then(|| RightDue { id: right.id.clone(), bases: Vec::new(), purposes })
}

/// Whether a computer may decide alone: yes, unless the notice says that none does.
fn may_decide(notice: &Notice) -> bool {
    notice.automated_decisions.as_ref().and_then(|automated| automated.exists) != Some(false)
}
