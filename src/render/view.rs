//! What templates see: every value of every page, complete. Templates look nothing up.
//!
//! Fields whose names are `html` or end in `_html` are safe HTML, and are printed as they are; everything else is text
//! that the template engine escapes. An absent value is `none`, an absent list is empty. The names
//! and meanings of the fields are a public face: a council's own templates rely on them.

pub mod described;
mod overviews;
pub mod templates;

pub use described::Listed;
use described::views;
pub use overviews::*;

/// HTML that is safe to print as it is. Its fields have names that say so.
pub type Html = String;

views! {
/// A link.
#[derive(Clone, Debug)]
pub struct Link {
    /// Its words.
    pub text: String,
    /// Its address.
    pub href: String,
    /// The tag of the language of the page that it leads to and is called after, for `lang` and `hreflang`; none if that
    /// is the language of the page.
    pub lang: Option<&'static str>,
}

/// The hub, the same for every page of a language: `site`.
#[derive(Clone, Debug)]
pub struct SiteView {
    /// The title of the hub.
    pub title: String,
    /// What the header calls it: the name of the brand, or else the title.
    pub name: String,
    /// The address of the hub's own logo; none if it has none.
    pub logo: Option<String>,
    /// A few words about it.
    pub description_html: Html,
    /// The tag for `lang`: `en-GB`.
    pub lang: &'static str,
    /// The address of the home page.
    pub home: String,
    /// The address of the A to Z.
    pub a_to_z: String,
    /// The address of the list of categories.
    pub categories: String,
    /// The address of the general notice.
    pub general: String,
    /// The address of the search page.
    pub search: String,
    /// The address of the search index.
    pub search_index: String,
    /// The address of the script.
    pub script: String,
    /// The address of the style sheet.
    pub stylesheet: String,
    /// The address of the icon.
    pub icon: String,
    /// The address of the script of overviews.
    pub overview_script: String,
    /// The address of the script that helps readers along: contents list, printing.
    pub reading_script: String,
    /// The council's own website; none if it has not been given.
    pub main_site: Option<Link>,
    /// The name of the default controller.
    pub publisher: String,
    /// The links of the header.
    pub navigation: Vec<Link>,
    /// The links at the foot of the page.
    pub footer: Vec<Link>,
    /// The overviews of all notices, for the foot of the page.
    pub overviews: Vec<Link>,
    /// The content security policy for the meta element.
    pub policy: &'static str,
    /// The feed of what changes in the hub; none if it has none.
    pub feed: Option<Alternate>,
}

/// What stands around every page of a language, rendered once: `frame`.
#[derive(Debug)]
pub struct FrameView {
    /// The search box of the header.
    pub search_html: Html,
    /// The large search box, with room for its results.
    pub large_search_html: Html,
    /// The links of the header.
    pub navigation_html: Html,
    /// The links at the foot of the page, and who publishes it.
    pub footer_html: Html,
}

/// What every page has: `page`.
#[derive(Debug, Default)]
pub struct PageView {
    /// The title of the browser's window, with the name of the hub.
    pub window_title: String,
    /// One sentence for search engines; may be empty.
    pub description: String,
    /// The heading.
    pub title: String,
    /// The whole address, with scheme and host; empty for pages that have none (404, redirects).
    pub canonical: String,
    /// What leads from the page to the root of the hub: `/privacy/`, or `../../` where links are relative.
    pub root: String,
    /// The way from the home page to here, without the page itself.
    pub breadcrumbs: Listed<Link>,
    /// The same as entries of a list.
    pub breadcrumbs_html: Html,
    /// The same page in other languages.
    pub twins: Vec<Twin>,
    /// The sections of the page, for the contents list.
    pub contents: Listed<Link>,
    /// The same as entries of a list.
    pub contents_html: Html,
    /// When what it says was last changed.
    pub last_updated: Option<DateView>,
    /// The same as a sentence; empty if it is not said.
    pub last_updated_html: Html,
    /// Files that say the same as the page, for programs.
    pub alternates: Vec<Alternate>,
    /// The page in the terms of schema.org, to stand in a script element of the type `application/ld+json`; empty for
    /// pages without an address of their own.
    pub structured_html: Html,
}

/// A file that says the same, in another format.
#[derive(Clone, Debug)]
pub struct Alternate {
    /// Its media type.
    pub kind: &'static str,
    /// What it is.
    pub title: String,
    /// Its address.
    pub href: String,
}

/// The same page in another language.
#[derive(Debug)]
pub struct Twin {
    /// The tag for `lang` and `hreflang`.
    pub lang: &'static str,
    /// "Read this page in Welsh", in that language.
    pub text: String,
    /// Its address.
    pub href: String,
    /// Its whole address, with scheme and host.
    pub canonical: String,
}

/// A date for people and for machines.
#[derive(Debug, Clone)]
pub struct DateView {
    /// "1 October 2026"
    pub text: String,
    /// `2026-10-01`
    pub machine: String,
}

/// A notice: `notice` in `notice.html`.
#[derive(Debug)]
pub struct NoticeView {
    /// One sentence about it.
    pub summary: String,
    /// Its category.
    pub category: Option<Link>,
    /// Other names of the service, as one text; none if it has none.
    pub also_known_as: Option<String>,
    /// When it is looked at again.
    pub review_by: Option<DateView>,
    /// The same as a sentence; empty if it is not said.
    pub review_by_html: Html,
    /// The author's words before the first heading.
    pub introduction_html: Html,
    /// Every section, in the order of the page. The first is "At a glance".
    pub sections: Listed<SectionView>,
    /// The first section with its heading.
    pub first_html: Html,
    /// The other sections, each with its heading.
    pub rest_html: Html,
    /// Notices that the author names as related.
    pub related: Listed<Link>,
    /// The same as entries of a list; empty if there are none.
    pub related_html: Html,
    /// Notices that mention this one.
    pub backlinks: Listed<Link>,
    /// The same as entries of a list; empty if there are none.
    pub backlinks_html: Html,
}

/// A section of a page, ready to print.
#[derive(Clone, Debug)]
pub struct SectionView {
    /// The id: its anchor.
    pub id: String,
    /// Its heading.
    pub heading: String,
    /// What stands below the heading.
    pub html: Html,
}

/// `sections/at-a-glance.html`: `data`.
#[derive(Debug)]
pub struct GlanceView {
    /// Who, why, what, shared with, kept for, abroad, computer, object: the rows that have an answer.
    pub rows: Vec<GlanceRow>,
}

/// A question with its short answer.
#[derive(Debug)]
pub struct GlanceRow {
    /// Which question: `who`, `why`, `what`, `shared`, `kept`, `abroad`, `computer` or `object`.
    pub id: &'static str,
    /// The question.
    pub label: String,
    /// The question, as a link to the section with the whole answer where there is one.
    pub label_html: Html,
    /// The answer, several as a list, with the warning and the way to the rest.
    pub answer_html: Html,
    /// The answer, as one or several pieces of HTML.
    pub values_html: Listed<Html>,
    /// Whether there are more than are listed.
    pub more: bool,
    /// The section with the whole answer; none if the answer is whole.
    pub href: Option<String>,
    /// A warning to go with the answer, such as the special categories; none if there is none.
    pub note: Option<String>,
}

/// How to reach somebody. Every part may be none or empty.
#[derive(Debug, Clone, Default)]
pub struct ContactView {
    /// A name or role.
    pub name: Option<String>,
    /// An email address.
    pub email: Option<String>,
    /// A phone number.
    pub phone: Option<String>,
    /// The address for `tel:`.
    pub phone_href: Option<String>,
    /// A web address.
    pub url: Option<String>,
    /// The web address without its scheme.
    pub url_text: Option<String>,
    /// The lines of a postal address.
    pub address: Vec<String>,
    /// When somebody is there.
    pub hours: Option<String>,
}

/// `sections/who-we-are.html`: `data`.
#[derive(Debug)]
pub struct WhoView {
    /// The controller's name.
    pub name: String,
    /// How to reach the controller.
    pub contact: ContactView,
    /// The number in the register of fee payers, with the link to the entry.
    pub registration: Option<Link>,
    /// How to reach the data protection officer.
    pub dpo: Option<ContactView>,
    /// The team that runs the service.
    pub department: Option<String>,
    /// How to reach the service itself.
    pub service: Option<ContactView>,
    /// Joint controllers.
    pub joint: Vec<JointView>,
}

/// A joint controller.
#[derive(Debug)]
pub struct JointView {
    /// Its name.
    pub name: String,
    /// Its website; none if it is not known.
    pub href: Option<String>,
    /// How to reach it.
    pub contact_html: Option<Html>,
    /// Who does what.
    pub arrangement_html: Option<Html>,
}

/// `sections/personal-data.html`: `data`.
#[derive(Debug)]
pub struct PersonalDataView {
    /// Whose data it is.
    pub subjects: Vec<String>,
    /// What is collected, by occasion.
    pub groups: Vec<DataGroupView>,
}

/// Data collected on one occasion.
#[derive(Debug)]
pub struct DataGroupView {
    /// The occasion.
    pub context_html: Option<Html>,
    /// Who it comes from.
    pub sources: Listed<SourceView>,
    /// The items, and who it comes from, as rows of a summary list; empty if neither is said.
    pub summary_html: Html,
    /// The items, as a list; empty if there are none.
    pub items_html: Html,
    /// The special categories among it, as words.
    pub special: Vec<String>,
    /// Whether it is about criminal offences.
    pub offences: bool,
    /// Words after the list.
    pub note_html: Option<Html>,
    /// Everything after the list, a paragraph each; empty if there is nothing.
    pub notes_html: Html,
}

/// Who data comes from.
#[derive(Clone, Debug)]
pub struct SourceView {
    /// Who it is.
    pub name: String,
    /// The notice of another service, or its entry among all organisations; none if there is neither.
    pub href: Option<String>,
    /// The tag of the language of the name, where it is another than that of the page.
    pub lang: Option<&'static str>,
    /// Whether anybody can look it up there, in words; none where it is not said.
    pub access: Option<String>,
}

/// `sections/purposes.html`: `data`.
#[derive(Debug)]
pub struct PurposesView {
    /// The purposes.
    pub purposes: Vec<PurposeView>,
}

/// A purpose with what makes it lawful.
#[derive(Debug)]
pub struct PurposeView {
    /// What is done.
    pub text_html: Html,
    /// The activities, as a list; empty if there are none.
    pub items_html: Html,
    /// The lawful bases.
    pub bases: Listed<BasisView>,
    /// What makes it lawful, and all that goes with it, as rows of a summary list; empty if nothing is said.
    pub summary_html: Html,
    /// Acts and regulations.
    pub legislation_html: Listed<Html>,
    /// Why the basis applies.
    pub explanation_html: Option<Html>,
    /// The legitimate interest.
    pub interest_html: Option<Html>,
    /// The recognised legitimate interest, in words.
    pub recognised: Option<String>,
    /// Why it is no public task.
    pub not_public_task_html: Option<Html>,
    /// How to withdraw consent.
    pub withdraw_html: Option<Html>,
    /// Whether people must give the data, in words.
    pub must: Option<String>,
    /// What happens if they do not.
    pub if_not_html: Option<Html>,
    /// Both together; empty if neither is said.
    pub need_html: Html,
    /// Whether Part 3 of the Data Protection Act 2018 applies.
    pub law_enforcement: bool,
    /// Whether it is direct marketing.
    pub direct_marketing: bool,
}

/// A lawful basis.
#[derive(Debug, Clone)]
pub struct BasisView {
    /// "Public task"
    pub name: String,
    /// "UK GDPR Article 6(1)(e)"
    pub article: String,
    /// What it means, as a sentence.
    pub because: String,
}

/// `sections/special-category.html` and `sections/criminal-offences.html`: `data`.
#[derive(Debug)]
pub struct ConditionsView {
    /// What kind of data it is, as a sentence.
    pub lead: String,
    /// What allows it.
    pub conditions: Vec<ConditionView>,
    /// Where the appropriate policy document is.
    pub policy_html: Option<Html>,
}

/// A condition of Article 9(2), or a paragraph of Schedule 1 for criminal offence data.
#[derive(Debug)]
pub struct ConditionView {
    /// What it means; none for criminal offence data, where the paragraphs say it.
    pub text: Option<String>,
    /// "UK GDPR Article 9(2)(g)"; none for criminal offence data.
    pub article: Option<String>,
    /// The paragraphs of Schedule 1: "Schedule 1, paragraph 6" and "statutory and government purposes".
    pub paragraphs: Vec<ParagraphView>,
    /// The purposes for which it holds; empty where it holds for all.
    pub purposes_html: Vec<Html>,
}

/// A paragraph of Schedule 1.
#[derive(Debug)]
pub struct ParagraphView {
    /// Its number: "Schedule 1, paragraph 6".
    pub reference: String,
    /// What it is about.
    pub text: String,
}

/// `sections/recipients.html`: `data`.
#[derive(Debug)]
pub struct RecipientsView {
    /// Recipients by kind. Empty: shared with nobody.
    pub groups: Vec<RecipientGroupView>,
    /// A picture of where the data comes from and where it goes; none where nobody gets it.
    pub map_html: Option<Html>,
}

/// Recipients of one kind.
#[derive(Debug)]
pub struct RecipientGroupView {
    /// The kind's id: `public-authority`.
    pub kind: &'static str,
    /// The kind in words.
    pub title: String,
    /// What they are to the controller, as a sentence; empty where the title says it.
    pub about_html: Html,
    /// The recipients.
    pub rows: Listed<RecipientView>,
    /// The same as rows of a table.
    pub rows_html: Html,
}

/// Who gets data, and what for.
#[derive(Clone, Debug)]
pub struct RecipientView {
    /// Who it is.
    pub name: String,
    /// The notice of another service, its entry among all recipients, or the organisation's website.
    pub href: Option<String>,
    /// The tag of the language of the name, where it is another than that of the page.
    pub lang: Option<&'static str>,
    /// Whether `href` leads to a notice of the hub.
    pub is_notice: bool,
    /// The name, as a link if it leads anywhere, which says so where it leads to a notice.
    pub name_html: Html,
    /// What for.
    pub purpose_html: Option<Html>,
    /// The parts of a group, as a list; empty if there are none.
    pub items_html: Html,
}

/// `sections/transfers.html`: `data`.
#[derive(Debug)]
pub struct TransfersView {
    /// The transfers. Empty: the data stays in the UK.
    pub rows: Vec<TransferView>,
}

/// A transfer outside the UK.
#[derive(Debug)]
pub struct TransferView {
    /// The country or area.
    pub destination: String,
    /// Who receives the data there.
    pub recipient: Option<String>,
    /// What makes it lawful, in words.
    pub safeguard: Option<String>,
    /// What kind of protection that is; empty where its name says it.
    pub safeguard_text: String,
    /// What for.
    pub purpose_html: Option<Html>,
    /// How to get a copy of the safeguard.
    pub copy_html: Option<Html>,
}

/// `sections/retention.html`: `data`.
#[derive(Debug)]
pub struct RetentionView {
    /// The kinds of records.
    pub rows: Listed<RetentionRow>,
    /// The same as rows of a table: record, period, what happens then, and the authority if any row has one.
    pub rows_html: Html,
    /// Whether any row has an authority, so that the column is worth printing.
    pub has_authority: bool,
    /// Where the periods of all services are; none where the hub does not publish that.
    pub overview: Option<Link>,
}

/// How long a kind of record is kept.
#[derive(Clone, Debug)]
pub struct RetentionRow {
    /// The kind of record.
    pub record: String,
    /// How long, counted from when: "6 years after the account is closed". None where no period is given.
    pub period_html: Option<Html>,
    /// How it is decided, where no period can be given.
    pub criteria_html: Option<Html>,
    /// The period, how it is decided, and the further words, together.
    pub kept_html: Html,
    /// What happens then, in words.
    pub action: Option<String>,
    /// The law or policy behind it.
    pub authority_html: Option<Html>,
    /// Further words.
    pub note_html: Option<Html>,
}

/// `sections/automated-decisions.html`: `data`.
#[derive(Debug)]
pub struct AutomatedView {
    /// Whether there are such decisions; none where it is not said.
    pub exists: Option<bool>,
    /// Whether people are profiled; none where it is not said.
    pub profiling: Option<bool>,
    /// Words about it, in either case.
    pub note_html: Option<Html>,
    /// How the decision is made.
    pub logic_html: Option<Html>,
    /// What it means for people.
    pub effect_html: Option<Html>,
    /// How to have it looked at by a person.
    pub safeguards_html: Option<Html>,
    /// The article that gives rights against such decisions.
    pub article: String,
}

/// `sections/your-rights.html`: `data`.
#[derive(Debug)]
pub struct RightsView {
    /// The right to object, to be set apart from everything else; empty where it does not apply.
    pub objections: Vec<RightView>,
    /// Rights that apply whatever the basis is.
    pub always: Listed<RightView>,
    /// The same as entries of a list.
    pub always_html: Html,
    /// Rights that depend on why the data is used.
    pub sometimes: Listed<RightView>,
    /// The same as entries of a list.
    pub sometimes_html: Html,
    /// Whether some of the data is used for law enforcement.
    pub law_enforcement: bool,
    /// Where more is said about rights; none inside the general notice.
    pub more: Option<Link>,
}

/// A right.
#[derive(Clone, Debug)]
pub struct RightView {
    /// Its id, to be printed as `data-right`, and after `right-` as the id to which "At a glance" leads.
    pub id: String,
    /// What one can do: "have us delete your data".
    pub name: String,
    /// More about it; may be empty.
    pub text: String,
    /// "UK GDPR Article 17"
    pub article: String,
    /// "where we use it to carry out a contract with you"; none where it always applies.
    pub condition: Option<String>,
    /// What one can do, where, and by which article.
    pub name_html: Html,
    /// The purposes to which it applies; empty where it applies to all.
    pub purposes_html: Listed<Html>,
    /// The same as a list.
    pub purposes_list_html: Html,
}

/// `sections/complaints.html`: `data`.
#[derive(Debug)]
pub struct ComplaintsView {
    /// The controller's name.
    pub name: String,
    /// Whether the law names the complaint to the controller on the day of the build.
    pub to_controller: bool,
    /// How to complain to the controller.
    pub ways: ContactView,
    /// The regulator.
    pub regulator: RegulatorView,
}

/// The regulator.
#[derive(Debug, Clone)]
pub struct RegulatorView {
    /// Its legal name.
    pub name: String,
    /// What it calls itself.
    pub known_as: String,
    /// Its website.
    pub url: String,
    /// Where to complain to it.
    pub complaint_url: String,
    /// Its phone number.
    pub helpline: String,
    /// The address for `tel:`.
    pub helpline_href: String,
    /// For calls in Welsh; none on pages in English.
    pub helpline_welsh: Option<String>,
    /// The lines of its postal address.
    pub address: Vec<String>,
}

/// `sections/cookies.html`: `data`.
#[derive(Debug)]
pub struct CookiesView {
    /// The cookies. Empty: none is set.
    pub rows: Vec<CookieView>,
}

/// A cookie.
#[derive(Debug)]
pub struct CookieView {
    /// Its name.
    pub name: String,
    /// Who sets it.
    pub provider: Option<String>,
    /// What it is for.
    pub purpose_html: Option<Html>,
    /// How long it stays.
    pub duration: Option<String>,
    /// Its kind, in words.
    pub kind: Option<String>,
    /// How to refuse it.
    pub opt_out_html: Option<Html>,
}

/// `sections/changes.html`: `data`.
#[derive(Debug)]
pub struct ChangesView {
    /// The changes, newest first.
    pub rows: Vec<ChangeView>,
}

/// A change.
#[derive(Debug)]
pub struct ChangeView {
    /// When.
    pub date: DateView,
    /// What has changed.
    pub summary_html: Html,
    /// Whether it matters to readers.
    pub significant: bool,
}

/// `home.html`: `home`.
#[derive(Debug)]
pub struct HomeView {
    /// The notices that most people look for.
    pub most_used: Vec<EntryView>,
    /// The categories that have notices.
    pub categories: Vec<CategoryCard>,
    /// The overviews of all notices.
    pub overviews: Vec<EntryView>,
    /// Where rights are explained.
    pub rights: Link,
    /// Where it is said how to complain.
    pub complain: Link,
    /// The cookies page.
    pub cookies: Link,
}

/// A category on the home page and in the list of categories.
#[derive(Debug)]
pub struct CategoryCard {
    /// Its title.
    pub title: String,
    /// One sentence about it; may be empty.
    pub summary: String,
    /// The address of its page.
    pub href: String,
    /// How many notices it has.
    pub count: usize,
}

/// A notice in a list.
#[derive(Clone, Debug)]
pub struct EntryView {
    /// Its title.
    pub title: String,
    /// One sentence about it; may be empty.
    pub summary: String,
    /// Its address.
    pub href: String,
}

/// `a-to-z.html`: `a_to_z`.
#[derive(Debug)]
pub struct AToZView {
    /// Every letter of the language's alphabet.
    pub letters: Vec<LetterView>,
}

/// A letter with its notices.
#[derive(Debug)]
pub struct LetterView {
    /// The letter, or "0 to 9".
    pub letter: String,
    /// Its anchor.
    pub id: String,
    /// The notices and other names under it; empty for a letter without any.
    pub entries: Listed<AToZEntry>,
    /// The same as entries of a list.
    pub entries_html: Html,
}

/// A line of the A to Z.
#[derive(Clone, Debug)]
pub struct AToZEntry {
    /// The title, or another name.
    pub name: String,
    /// The address of the notice.
    pub href: String,
    /// One sentence about it; empty for another name.
    pub summary: String,
    /// The notice's title, where `name` is another name for it.
    pub see: Option<String>,
}

/// `categories.html`: `categories`.
#[derive(Debug)]
pub struct CategoriesView {
    /// The categories that have notices.
    pub categories: Vec<CategoryCard>,
}

/// `category.html`: `category`.
#[derive(Debug)]
pub struct CategoryView {
    /// One sentence about it; may be empty.
    pub summary: String,
    /// Its notices, in the order of the alphabet.
    pub notices: Listed<EntryView>,
    /// The same as entries of a list.
    pub notices_html: Html,
}

/// `general.html`: `general`.
#[derive(Debug)]
pub struct GeneralView {
    /// Every section of the general notice.
    pub sections: Vec<SectionView>,
}

/// `text.html`, for free pages, general sections with a page of their own, and cookies: `text`.
#[derive(Debug)]
pub struct TextView {
    /// One sentence about it; may be empty.
    pub summary: String,
    /// The words.
    pub html: Html,
    /// Whether it is a section of the general notice.
    pub is_general: bool,
}

/// `accessibility.html`, the accessibility statement of the settings: `statement`.
#[derive(Debug)]
pub struct AccessibilityView {
    /// What it is about, if more has to be said than the name of the hub.
    pub scope: Option<String>,
    /// How far the website meets the standard: `fully`, `partially` or `not`.
    pub status: &'static str,
    /// What is known not to be accessible, in short.
    pub known: Vec<String>,
    /// How to report a problem or ask for another format.
    pub contact: ContactView,
    /// How soon there is an answer: "5 working days".
    pub reply: Option<String>,
    /// Further help, such as a text relay or a hearing loop.
    pub help: Option<String>,
    /// The name of the regulations.
    pub regulations: String,
    /// Who enforces them.
    pub enforcer: String,
    /// To whom people can turn who are not satisfied with an answer.
    pub advice: Link,
    /// What is not accessible, by reason: every reason, also one that nothing rests on.
    pub barriers: Vec<BarrierGroupView>,
    /// What is being done about it.
    pub improvements: Option<String>,
    /// When the statement was prepared.
    pub prepared: Option<DateView>,
    /// When it was last looked at.
    pub reviewed: Option<DateView>,
    /// When the website was last tested.
    pub tested: Option<DateView>,
    /// Who tested it.
    pub tested_by: Option<String>,
    /// How it was tested.
    pub testing: Option<String>,
}

/// What is not accessible for one reason.
#[derive(Debug)]
pub struct BarrierGroupView {
    /// The reason: `non-compliance`, `disproportionate-burden` or `out-of-scope`.
    pub id: &'static str,
    /// The reason in words.
    pub title: String,
    /// What to say where there are no entries.
    pub nothing: String,
    /// What is not accessible.
    pub entries: Vec<BarrierView>,
}

/// Something that is not accessible.
#[derive(Debug)]
pub struct BarrierView {
    /// What it is.
    pub what: String,
    /// What that means for people.
    pub effect: Option<String>,
    /// The success criteria that it does not meet.
    pub criteria: Vec<CriterionView>,
    /// What the reason rests on.
    pub why: Option<String>,
    /// When it is put right.
    pub fixed_by: Option<DateView>,
    /// What people can use instead.
    pub alternative: Option<String>,
}

/// A success criterion of WCAG 2.2. Its name is the standard's own, and is English in every language.
#[derive(Debug)]
pub struct CriterionView {
    /// Its number: "1.4.3".
    pub id: &'static str,
    /// Its name.
    pub name: &'static str,
    /// Its level: "A" or "AA".
    pub level: &'static str,
}

/// `redirect.html`: `redirect`.
#[derive(Debug)]
pub struct RedirectView {
    /// Where the page is now.
    pub target: Link,
}
}
