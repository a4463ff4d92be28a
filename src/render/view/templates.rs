//! Which template sees which view under which name: a table. What is rendered is held against it in every test.

use super::described::{Described, Holds};
use super::{
    AToZView, AccessibilityView, AutomatedDecisionsOverview, AutomatedView, CategoriesView, CategoryView,
    ChangesOverview, ChangesView, ComplaintsView, ConditionsView, CookiesView, FrameView, GeneralView, GlanceView,
    HomeView, LawfulBasesOverview, NoticeView, PageView, PersonalDataView, PurposesView, RecipientsOverview,
    RecipientsView, RedirectView, RetentionOverview, RetentionView, ReviewsOverview, RightsView, SiteView, TextView,
    TransfersOverview, TransfersView, WhoView,
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
    /// What it is of a page.
    pub part: PagePart,
}

/// What a template prints of a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PagePart {
    /// All of it.
    Whole,
    /// What stands around it, the same on all pages of a language.
    Frame,
    /// What stands below the heading of a section.
    Section,
}

const fn page<T: Described>(file: &'static str, name: &'static str, about: &'static str) -> TemplateView {
    TemplateView { file, about, own: Some((name, T::HOLDS)), part: PagePart::Whole }
}

const fn bare(file: &'static str, about: &'static str) -> TemplateView {
    TemplateView { file, about, own: None, part: PagePart::Whole }
}

const fn section<T: Described>(file: &'static str, about: &'static str) -> TemplateView {
    TemplateView { file, about, own: Some(("data", T::HOLDS)), part: PagePart::Section }
}

const fn frame(file: &'static str, own: Option<(&'static str, Holds)>, about: &'static str) -> TemplateView {
    TemplateView { file, about, own, part: PagePart::Frame }
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
    frame("frame/search.html", Some(("large", Holds::Truth)), "the search box, small for the header or large"),
    frame("frame/navigation.html", None, "the links of the header"),
    frame("frame/footer.html", None, "the links at the foot of the page, and who publishes it"),
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
        let around: &[_] = match self.part {
            PagePart::Whole => &[("page", PageView::HOLDS), ("frame", FrameView::HOLDS)],
            PagePart::Section => &[("level", Holds::Number)],
            PagePart::Frame => &[],
        };
        self.own.into_iter().chain(around.iter().copied()).chain([("site", SiteView::HOLDS)]).collect()
    }
}

/// The template of a file.
pub fn template(file: &str) -> Option<&'static TemplateView> {
    TEMPLATES.iter().find(|template| template.file == file)
}
