//! The standard sections of a notice, in the order in which they stand on the page.

/// A section that every notice may have and whose id, meaning and place are fixed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[allow(missing_docs)] // the names are the ids, and what each holds is said in docs/authoring.md
pub enum StandardSection {
    AtAGlance,
    WhoWeAre,
    PersonalData,
    Purposes,
    SpecialCategory,
    CriminalOffences,
    Recipients,
    Transfers,
    Retention,
    AutomatedDecisions,
    YourRights,
    Complaints,
    Cookies,
    Changes,
}

impl StandardSection {
    /// All of them, in the order of the page.
    pub const ALL: [StandardSection; 14] = [
        StandardSection::AtAGlance,
        StandardSection::WhoWeAre,
        StandardSection::PersonalData,
        StandardSection::Purposes,
        StandardSection::SpecialCategory,
        StandardSection::CriminalOffences,
        StandardSection::Recipients,
        StandardSection::Transfers,
        StandardSection::Retention,
        StandardSection::AutomatedDecisions,
        StandardSection::YourRights,
        StandardSection::Complaints,
        StandardSection::Cookies,
        StandardSection::Changes,
    ];

    /// The id: the anchor on the page, and the name of a general section that joins it.
    pub fn id(self) -> &'static str {
        match self {
            StandardSection::AtAGlance => "at-a-glance",
            StandardSection::WhoWeAre => "who-we-are",
            StandardSection::PersonalData => "personal-data",
            StandardSection::Purposes => "purposes",
            StandardSection::SpecialCategory => "special-category",
            StandardSection::CriminalOffences => "criminal-offences",
            StandardSection::Recipients => "recipients",
            StandardSection::Transfers => "transfers",
            StandardSection::Retention => "retention",
            StandardSection::AutomatedDecisions => "automated-decisions",
            StandardSection::YourRights => "your-rights",
            StandardSection::Complaints => "complaints",
            StandardSection::Cookies => "cookies",
            StandardSection::Changes => "changes",
        }
    }

    /// The section of an id.
    pub fn from_id(id: &str) -> Option<StandardSection> {
        StandardSection::ALL.into_iter().find(|section| section.id() == id)
    }
}
