//! Which template sees which view under which name: a table. What is rendered is held against it in every test.

use super::described::{Described, Holds};
use super::{
    AToZView, AccessibilityView, AutomatedDecisionsOverview, AutomatedView, CategoriesView, CategoryView,
    ChangesOverview, ChangesView, ComplaintsView, ConditionsView, CookiesView, GeneralView, GlanceView, HomeView,
    LawfulBasesOverview, NoticeView, PageView, PersonalDataView, PurposesView, RecipientsOverview, RecipientsView,
    RedirectView, RetentionOverview, RetentionView, ReviewsOverview, RightsView, SiteView, TextView, TransfersOverview,
    TransfersView, WhoView,
};

/// A template of a theme, and what it is given of its own.
#[derive(Clone, Copy, Debug)]
pub struct TemplateView {
    /// Its file, below the folder of the theme.
    pub file: &'static str,
    /// What it prints.
    pub about: &'static str,
    /// The name and the type of what it alone sees; none if it sees what all pages do.
    pub own: Option<(&'static str, Holds)>,
    /// Whether it is a whole page. Others print a section of one.
    pub is_page: bool,
}

const fn page<T: Described>(file: &'static str, name: &'static str, about: &'static str) -> TemplateView {
    TemplateView { file, about, own: Some((name, T::HOLDS)), is_page: true }
}

const fn bare(file: &'static str, about: &'static str) -> TemplateView {
    TemplateView { file, about, own: None, is_page: true }
}

const fn section<T: Described>(file: &'static str, about: &'static str) -> TemplateView {
    TemplateView { file, about, own: Some(("data", T::HOLDS)), is_page: false }
}

const fn overview<T: Described>(file: &'static str, about: &'static str) -> TemplateView {
    page::<T>(file, "overview", about)
}

/// Every template that is rendered. Those that only others use, such as `base.html`, see what these see.
pub static TEMPLATES: &[TemplateView] = &[
    page::<HomeView>("home.html", "home", "the home page"),
    page::<NoticeView>("notice.html", "notice", "the privacy notice of a service"),
    page::<AToZView>("a-to-z.html", "a_to_z", "the A to Z of notices"),
    page::<CategoriesView>("categories.html", "categories", "the list of categories"),
    page::<CategoryView>("category.html", "category", "a category with its notices"),
    page::<GeneralView>("general.html", "general", "the general notice"),
    page::<TextView>("text.html", "text", "a free page, or a general section on a page of its own"),
    page::<AccessibilityView>("accessibility.html", "statement", "the accessibility statement of the settings"),
    bare("search.html", "the page of search results"),
    bare("not-found.html", "the page for addresses that do not exist"),
    page::<RedirectView>("redirect.html", "redirect", "an old address, which leads to the new one"),
    overview::<RecipientsOverview>("overviews/recipients.html", "everybody with whom services share data"),
    overview::<RetentionOverview>("overviews/retention.html", "how long each kind of record is kept"),
    overview::<LawfulBasesOverview>("overviews/lawful-bases.html", "what makes the use of data lawful"),
    overview::<AutomatedDecisionsOverview>("overviews/automated-decisions.html", "decisions made by computer"),
    overview::<TransfersOverview>("overviews/transfers.html", "data that leaves the UK"),
    overview::<ChangesOverview>("overviews/changes.html", "what has changed in notices"),
    overview::<ReviewsOverview>("overviews/reviews.html", "when notices are looked at again"),
    section::<GlanceView>("sections/at-a-glance.html", "the notice in a minute"),
    section::<WhoView>("sections/who-we-are.html", "the controller and how to reach it"),
    section::<PersonalDataView>("sections/personal-data.html", "what is collected"),
    section::<PurposesView>("sections/purposes.html", "why data is used, and what makes that lawful"),
    section::<ConditionsView>("sections/special-category.html", "what allows the use of special category data"),
    section::<ConditionsView>("sections/criminal-offences.html", "what allows the use of criminal offence data"),
    section::<RecipientsView>("sections/recipients.html", "who data is shared with"),
    section::<TransfersView>("sections/transfers.html", "where data goes outside the UK"),
    section::<RetentionView>("sections/retention.html", "how long data is kept"),
    section::<AutomatedView>("sections/automated-decisions.html", "whether a computer decides alone"),
    section::<RightsView>("sections/your-rights.html", "the rights that apply"),
    section::<ComplaintsView>("sections/complaints.html", "how to complain"),
    section::<CookiesView>("sections/cookies.html", "the cookies that are set"),
    section::<ChangesView>("sections/changes.html", "what has changed in the notice"),
];

impl TemplateView {
    /// Every value that the template sees but the strings, `t`: name and type.
    pub fn sees(&self) -> Vec<(&'static str, Holds)> {
        let around = if self.is_page { ("page", PageView::HOLDS) } else { ("level", Holds::Number) };
        self.own.into_iter().chain([around, ("site", SiteView::HOLDS)]).collect()
    }
}

/// The template of a file.
pub fn template(file: &str) -> Option<&'static TemplateView> {
    TEMPLATES.iter().find(|template| template.file == file)
}
