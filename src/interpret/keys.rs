//! Every key that an author may write, declared once. This file is only a table.

use super::shape::{Ids, Key, Kind, Names, Shape, optional, required};
use crate::domain::{
    BarrierReason, Compliance, ControllerKind, CookieKind, Criterion, Enforcer, Host, Links, Merge, Overview,
    RecipientKind, RecognisedInterest, Regime, RetentionAction, Safeguard, SpecialCategory, UrlStyle,
};

const TEXTS: Kind = Kind::List(&Kind::Text);
static ONE_ITEM: Kind = Kind::WordsOr(&ITEM);
const NOTICES: Kind = Kind::List(&Kind::Id(Ids::Notice));
const ALIASES: Kind = Kind::List(&Kind::Alias);

const fn shape(name: &'static str, keys: &'static [Key]) -> Shape {
    Shape { name, keys, one_of: &[] }
}

/// `content/notices/<id>.md` and `content/notices/<id>/index.md`.
pub static NOTICE: Shape = shape(
    "a notice",
    &[
        required("title", Kind::Text, "the service as residents call it, without the words \"privacy notice\"")
            .like(r#""Council Tax""#),
        required("summary", Kind::Text, "one sentence that says what the service uses data for")
            .like(r#""How we use your data to bill and collect Council Tax.""#),
        required("category", Kind::Id(Ids::Category), "a category from site.toml").like(r#""finance""#),
        optional("controller", Kind::Id(Ids::Controller), "a controller from site.toml").like(r#""council""#),
        optional("department", Kind::Text, "the team or directorate that runs the service")
            .like(r#""Revenues and Benefits""#),
        optional("contact", Kind::Table(&CONTACT), "how to reach the service itself"),
        optional("last_updated", Kind::Date, "when the notice was last changed").like(r#""2026-10-01""#),
        optional("review_by", Kind::Date, "when it is to be looked at again").like(r#""2027-10""#),
        optional("also_known_as", TEXTS, "further entries in the A to Z").like(r#"["Council Tax billing"]"#),
        optional("sort_as", Kind::Text, "its place in the A to Z, if not that of the title").like(r#""Tax, Council""#),
        optional("services", SERVICES, "numbers from the Local Government Service List").like("[57]"),
        optional("data_subjects", TEXTS, "whose data it is").like(r#"["Council Tax payers"]"#),
        optional("related", NOTICES, "notices that a reader of this one may need").like(r#"["housing-benefit"]"#),
        optional("aliases", ALIASES, "old addresses that lead here").like(r#"["/council-tax-privacy/"]"#),
        optional("appropriate_policy_document", Kind::Words, "where the policy for special category data is")
            .like(r#""[Our policy](document:policy.pdf)""#),
        optional("joint_controllers", Kind::Tables(&JOINT_CONTROLLER), "who decides together with the controller"),
        optional("personal_data", Kind::Tables(&PERSONAL_DATA), "what is collected"),
        optional("purposes", Kind::Tables(&PURPOSE), "why it is used, and the lawful basis"),
        optional("recipients", Kind::TablesOrNone(&RECIPIENT), "who gets it"),
        optional("transfers", Kind::TablesOrNone(&TRANSFER), "where it goes outside the UK"),
        optional("retention", Kind::Tables(&RETENTION), "how long it is kept"),
        optional("automated_decisions", Kind::Table(&AUTOMATED_DECISIONS), "whether a computer decides by itself"),
        optional("changes", Kind::Tables(&CHANGE), "what has changed, for readers"),
        optional(
            "general",
            Kind::Map(Names::Existing(Ids::Section), &Kind::Choice(Merge::NAMES)),
            "how this notice takes a general section",
        ),
        optional("accept", Kind::Tables(&ACCEPTANCE), "findings of `check` that this notice accepts"),
        optional("internal", Kind::Table(&INTERNAL), "for the Article 30 record only, never published"),
    ],
);

const SERVICES: Kind = Kind::List(&Kind::Whole(1, 99_999));

/// Every other `.md` file in the folder of a notice.
pub static FRAGMENT: Shape = shape(
    "a fragment of a notice",
    &[
        optional("section", Kind::Text, "the section to which the whole text belongs").like(r#""retention""#),
        optional("title", Kind::Text, "the heading, where the section is the notice's own").like(r#""Parking fines""#),
        optional("order", Kind::Whole(-9999, 9999), "its place among the fragments").or("0").like("10"),
        optional("owner", Kind::Text, "who looks after it; never published").like(r#""Parking team""#),
        optional("also_known_as", TEXTS, "further entries in the A to Z"),
        optional("services", SERVICES, "numbers from the Local Government Service List"),
        optional("data_subjects", TEXTS, "whose data it is"),
        optional("related", NOTICES, "notices that a reader of this one may need"),
        optional("aliases", ALIASES, "old addresses that lead here"),
        optional("joint_controllers", Kind::Tables(&JOINT_CONTROLLER), "who decides together with the controller"),
        optional("personal_data", Kind::Tables(&PERSONAL_DATA), "what is collected"),
        optional("purposes", Kind::Tables(&PURPOSE), "why it is used, and the lawful basis"),
        optional("recipients", Kind::Tables(&RECIPIENT), "who gets it"),
        optional("transfers", Kind::Tables(&TRANSFER), "where it goes outside the UK"),
        optional("retention", Kind::Tables(&RETENTION), "how long it is kept"),
        optional("changes", Kind::Tables(&CHANGE), "what has changed, for readers"),
    ],
);

/// `content/general/<id>.md`.
pub static GENERAL: Shape = shape(
    "a general section",
    &[
        required("title", Kind::Text, "the heading, here and in every notice that takes it").like(r#""Your rights""#),
        optional("summary", Kind::Text, "one sentence about it"),
        optional("order", Kind::Whole(-9999, 9999), "its place in the general notice").or("0"),
        optional("merge", Kind::Choice(Merge::NAMES.split_at(4).0), "how it joins a notice's section of the same id")
            .or(r#""after""#),
        optional("follows", Kind::Id(Ids::Section), "the section after which it stands in notices")
            .like(r#""retention""#),
        optional("page", Kind::Truth, "whether it also has a page of its own").or("false"),
        optional("controllers", Kind::List(&Kind::Id(Ids::Controller)), "only for notices of these controllers")
            .like(r#"["council"]"#),
        optional("categories", Kind::List(&Kind::Id(Ids::Category)), "only for notices of these categories")
            .like(r#"["finance"]"#),
        optional("from", Kind::Date, "the first day on which it holds").like(r#""2026-06-19""#),
        optional("until", Kind::Date, "the last day on which it holds").like(r#""2026-12-31""#),
        optional("last_updated", Kind::Date, "when it was last changed"),
        optional("aliases", ALIASES, "old addresses that lead to its page"),
    ],
);

/// `content/pages/<id>.md`.
pub static PAGE: Shape = shape(
    "a page",
    &[
        required("title", Kind::Text, "the heading of the page").like(r#""Accessibility statement""#),
        optional("summary", Kind::Text, "one sentence about it"),
        optional("last_updated", Kind::Date, "when it was last changed"),
        optional("aliases", ALIASES, "old addresses that lead here"),
        optional("footer", Kind::Truth, "whether every page links to it at its foot").or("false"),
        optional("order", Kind::Whole(-9999, 9999), "its place among such links").or("0"),
    ],
);

/// `site.toml`.
pub static SITE: Shape = shape(
    "the hub",
    &[
        required("title", Kind::Localised, "the name of the hub").like(r#""Privacy hub""#),
        optional("description", Kind::Words, "a few words about it, for the home page"),
        required("base_url", Kind::Url, "the address at which the hub is published")
            .like(r#""https://privacy.marlbury.gov.uk/""#),
        optional("links", Kind::Choice(Links::NAMES), "how pages link to each other").or(r#""absolute""#),
        optional("url_style", Kind::Choice(UrlStyle::NAMES), "what the addresses of pages end in").or(r#""folder""#),
        optional("languages", Kind::List(&Kind::Id(Ids::Language)), "its languages, the default one first")
            .or(r#"["en"]"#),
        optional("theme", Kind::Text, "the name of its theme").or(r#""civic""#),
        optional("default_controller", Kind::Id(Ids::Controller), "the controller of notices that name none")
            .like(r#""council""#),
        optional("most_used", NOTICES, "the notices that the home page leads to").like(r#"["council-tax"]"#),
        optional("overviews", OVERVIEWS, "the overviews of all notices that are published; all, if left out"),
        required(
            "controllers",
            Kind::Map(Names::New, &Kind::Table(&CONTROLLER)),
            "who decides why and how data is used",
        ),
        optional("regulator", Kind::Table(&REGULATOR), "what to print of the regulator in place of the built-in facts"),
        required("categories", Kind::Map(Names::New, &CATEGORY_TITLE), "the groups of notices, in their order"),
        optional("header", Kind::Tables(&MENU_LINK), "further links in the header of every page"),
        optional("footer", Kind::Tables(&MENU_LINK), "further links at the foot of every page"),
        optional("brand", Kind::Table(&BRAND), "the hub's own name, logo and colours"),
        optional(
            "accessibility",
            Kind::Table(&ACCESSIBILITY),
            "the accessibility statement; without it, there is no page",
        ),
        optional("strings", STRINGS, "other words for strings that the product prints (docs/strings.md)"),
        optional("hosting", Kind::Table(&HOSTING), "where the hub is put"),
        optional("security", Kind::Table(&SECURITY), "whom to tell of weaknesses of the website: `security.txt`"),
        optional("checks", Kind::Table(&CHECKS), "how `check` judges"),
    ],
);

static HOSTING: Shape = shape(
    "where the hub is put",
    &[
        optional("targets", Kind::List(&Kind::Choice(Host::NAMES)), "the hosts whose own files are published with it")
            .like(r#"["iis"]"#),
        optional("precompress", Kind::Truth, "whether texts are published compressed as well, as `.gz` and `.br`")
            .or("false"),
    ],
);

static SECURITY: Shape = shape(
    "whom to tell of weaknesses",
    &[
        required("contact", Kind::OneOrMore(&Kind::Reach), "an email address, a web address, or `tel:` and a number")
            .like(r#""security@marlbury.gov.uk""#),
        required("expires", Kind::Date, "the day from which nobody is to rely on it, within a year")
            .like(r#""2027-10-01""#),
        optional("policy", Kind::Url, "where to read how reports are dealt with"),
    ],
);

const OVERVIEWS: Kind = Kind::List(&Kind::Choice(Overview::NAMES));
const CATEGORY_TITLE: Kind = Kind::TextOr(&CATEGORY);

static CATEGORY: Shape = shape(
    "a category",
    &[
        optional("title", Kind::Localised, "its title"),
        optional("summary", Kind::Localised, "one sentence about it"),
        optional("en", Kind::Text, "its title in English"),
        optional("cy", Kind::Text, "its title in Welsh"),
    ],
);

static CONTROLLER: Shape = shape(
    "a controller",
    &[
        required("name", Kind::Localised, "its full name").like(r#""Marlbury Borough Council""#),
        optional("short_name", Kind::Localised, "how sentences call it, such as \"the council\"")
            .like(r#""the council""#),
        optional("kind", Kind::Choice(ControllerKind::NAMES), "what kind of body it is").or(r#""other""#),
        optional("registration", Kind::Text, "its number in the data protection fee register").like(r#""Z1234567""#),
        optional("address", TEXTS, "the lines of its postal address")
            .like(r#"["Town Hall", "High Street", "Marlbury", "MB1 1AA"]"#),
        optional("email", Kind::Email, "its email address"),
        optional("phone", Kind::Text, "its phone number"),
        optional("url", Kind::Url, "its website"),
        optional("dpo", Kind::Table(&CONTACT), "its data protection officer"),
        optional("complaints", Kind::Table(&CONTACT), "how to complain to it about data protection"),
    ],
);

static CONTACT: Shape = shape(
    "a contact",
    &[
        optional("name", Kind::Text, "a name or role"),
        optional("email", Kind::Email, "an email address"),
        optional("phone", Kind::Text, "a phone number"),
        optional("url", Kind::Url, "a web address"),
        optional("address", TEXTS, "the lines of a postal address"),
        optional("hours", Kind::Text, "when somebody is there").like(r#""Monday to Friday, 9am to 5pm""#),
    ],
);

static REGULATOR: Shape = shape(
    "the regulator",
    &[
        optional("name", Kind::Localised, "its legal name"),
        optional("known_as", Kind::Localised, "what it calls itself"),
        optional("url", Kind::Url, "its website"),
        optional("complaint_url", Kind::Url, "where to complain to it"),
        optional("helpline", Kind::Text, "its phone number"),
        optional("helpline_welsh", Kind::Text, "its phone number for calls in Welsh"),
        optional("address", TEXTS, "the lines of its postal address"),
    ],
);

static MENU_LINK: Shape = shape(
    "a link of the header or footer",
    &[
        required("text", Kind::Localised, "its words").like(r#""Accessibility""#),
        required("link", Kind::Link, "its address, or `page:` and an id").like(r#""page:accessibility""#),
    ],
);

const STRINGS: Kind = Kind::Map(Names::Existing(Ids::Language), &Kind::Strings);

static ACCESSIBILITY: Shape = shape(
    "the accessibility statement",
    &[
        required("status", Kind::Choice(Compliance::NAMES), "how far the website meets WCAG 2.2 AA")
            .like(r#""partially""#),
        required("contact", Kind::Table(&CONTACT), "how to report a problem or ask for another format"),
        required("prepared", Kind::Date, "when the statement was prepared").like(r#""2026-11-02""#),
        optional("reviewed", Kind::Date, "when it was last looked at").like(r#""2026-11-02""#),
        optional("scope", Kind::Localised, "what it is about, if more has to be said than the name of the hub"),
        optional("reply", Kind::Localised, "how soon you answer").like(r#""5 working days""#),
        optional("help", Kind::Localised, "further help, such as a text relay or a hearing loop"),
        optional("non_accessible", Kind::Tables(&BARRIER), "what is not accessible"),
        optional("improvements", Kind::Localised, "what you are doing about it"),
        optional("tested", Kind::Date, "when the website was last tested").like(r#""2026-10-26""#),
        optional("tested_by", Kind::Localised, "who tested it").like(r#""our own web team""#),
        optional("testing", Kind::Localised, "how it was tested"),
        optional(
            "enforced_by",
            Kind::Choice(Enforcer::NAMES),
            "who enforces the law: `ecni` in Northern Ireland, `ehrc` elsewhere",
        )
        .or(r#""ehrc""#),
        optional("aliases", ALIASES, "old addresses that lead to it"),
    ],
);

static BARRIER: Shape = shape(
    "something that is not accessible",
    &[
        required("what", Kind::Localised, "what it is").like(r#""The PDF forms cannot be filled in on screen""#),
        required("reason", Kind::Choice(BarrierReason::NAMES), "why it is not accessible").like(r#""non-compliance""#),
        optional("effect", Kind::Localised, "what that means for people"),
        optional("criteria", Kind::List(&Kind::Choice(Criterion::NAMES)), "the success criteria that it does not meet")
            .like(r#"["2.1.1"]"#),
        optional("why", Kind::Localised, "what the reason rests on, such as your assessment of the burden"),
        optional("fixed_by", Kind::Date, "when it is put right").like(r#""2027-03-31""#),
        optional("alternative", Kind::Localised, "what people can use instead"),
    ],
);

static BRAND: Shape = shape(
    "the brand",
    &[
        optional("name", Kind::Localised, "what the header calls the hub, if not by its title")
            .like(r#""Marlbury Council""#),
        optional("logo", Kind::Text, "a picture in the folder of the theme, to stand before the name")
            .like(r#""icon.svg""#),
        optional(
            "colours",
            Kind::Map(Names::Any, &Kind::Colours),
            "other colours for those of the theme, by their names in its style sheet",
        ),
    ],
);

static CHECKS: Shape = shape(
    "the settings of `check`",
    &[optional("rules", Kind::Map(Names::Any, &Kind::Choice(SEVERITIES)), "the severity of single rules")],
);

const SEVERITIES: &[&str] = &["error", "warning", "advice", "off"];

static JOINT_CONTROLLER: Shape = Shape {
    name: "a joint controller",
    keys: &[
        optional("name", Kind::Text, "its name").like(r#""Shire County Council""#),
        optional("organisation", Kind::Id(Ids::Organisation), "its id in organisations.toml"),
        optional("contact", Kind::Words, "how to reach it"),
        optional("arrangement", Kind::Words, "who does what")
            .like(r#""We run the register together; ask either of us.""#),
    ],
    one_of: &["name", "organisation"],
};

static PERSONAL_DATA: Shape = shape(
    "personal data",
    &[
        optional("context", Kind::Words, "when it is collected").like(r#""When you register for Council Tax""#),
        optional("source", Kind::OneOrMore(&Kind::TextOr(&SOURCE)), "who it comes from: \"you\", or others")
            .like(r#"["you", "your landlord"]"#),
        optional("items", Kind::List(&ONE_ITEM), "what is collected").like(r#"["name and contact details"]"#),
        optional("special_categories", SPECIAL_CATEGORIES, "the kinds of Article 9(1) among it").like(r#"["health"]"#),
        optional("criminal_offences", Kind::Truth, "whether it speaks of offences, convictions or allegations")
            .or("false"),
        optional("note", Kind::Words, "words after the list"),
    ],
);

const SPECIAL_CATEGORIES: Kind = Kind::OneOrMore(&Kind::Choice(SpecialCategory::NAMES));

static SOURCE: Shape = Shape {
    name: "a source",
    keys: &[
        optional("name", Kind::Text, "who it is"),
        optional("organisation", Kind::Id(Ids::Organisation), "its id in organisations.toml"),
        optional("notice", Kind::Id(Ids::Notice), "the notice of another service"),
        optional("publicly_accessible", Kind::Truth, "whether anybody can look it up there"),
    ],
    one_of: &["name", "organisation", "notice"],
};

static ITEM: Shape = shape(
    "an item",
    &[required("text", Kind::Words, "its words"), optional("items", Kind::List(&ONE_ITEM), "the items below it")],
);

static PURPOSE: Shape = shape(
    "a purpose",
    &[
        required("text", Kind::Words, "what is done with the data, starting with a verb")
            .like(r#""Work out, bill and collect Council Tax""#),
        optional("items", Kind::List(&ONE_ITEM), "the activities that make up the purpose"),
        optional("lawful_basis", Kind::OneOrMore(&Kind::LawfulBasis), "why the law allows it, under Article 6(1)")
            .like(r#"["legal-obligation", "public-task"]"#),
        optional("regime", Kind::Choice(Regime::NAMES), "the rules under which it falls").or(r#""general""#),
        optional("legislation", Kind::OneOrMore(&Kind::Words), "the Acts and regulations behind it")
            .like(r#"["Local Government Finance Act 1992"]"#),
        optional("explanation", Kind::Words, "why this basis applies, in your own words"),
        optional("special_category_condition", Kind::OneOrMore(&Kind::Article9), "the condition of Article 9(2)")
            .like(r#"["9(2)(g)"]"#),
        optional(
            "schedule_1",
            Kind::OneOrMore(&Kind::Whole(1, 37)),
            "paragraphs of Schedule 1 of the Data Protection Act 2018",
        )
        .like("[6]"),
        optional("criminal_offences", Kind::Truth, "whether it uses criminal offence data"),
        optional("legitimate_interest", Kind::Words, "the interest, for legitimate interests")
            .like(r#""To keep our network safe""#),
        optional("recognised_interest", Kind::Choice(RecognisedInterest::NAMES), "the condition of Annex 1"),
        optional("not_public_task", Kind::Words, "why this is not one of your public tasks"),
        optional("statutory", Kind::Truth, "whether the law gives you the task").or("false"),
        optional("withdraw_consent", Kind::Words, "how to withdraw consent")
            .like(r#""Use the link at the foot of every email.""#),
        optional("must_provide", Kind::Truth, "whether people must give the data"),
        optional("if_not_provided", Kind::Words, "what happens if they do not")
            .like(r#""We cannot decide your claim.""#),
        optional("direct_marketing", Kind::Truth, "whether it is direct marketing").or("false"),
    ],
);

static RECIPIENT: Shape = Shape {
    name: "a recipient",
    keys: &[
        optional("name", Kind::Text, "who it is").like(r#""Valuation Office Agency""#),
        optional("organisation", Kind::Id(Ids::Organisation), "its id in organisations.toml"),
        optional("notice", Kind::Id(Ids::Notice), "the notice of another service"),
        optional("kind", Kind::Choice(RecipientKind::NAMES), "what kind of body it is").like(r#""public-authority""#),
        optional("purpose", Kind::Words, "what for, reading on from the name").like(r#""to value properties""#),
        optional("items", Kind::List(&ONE_ITEM), "the parts of a group"),
    ],
    one_of: &["name", "organisation", "notice"],
};

static TRANSFER: Shape = shape(
    "a transfer",
    &[
        required("destination", Kind::Text, "the country or area").like(r#""United States""#),
        optional("safeguard", Kind::Choice(Safeguard::NAMES), "what makes it lawful").like(r#""addendum""#),
        optional("exception", Kind::Text, "the point of Article 49(1), for an exception").like(r#""49(1)(d)""#),
        optional("purpose", Kind::Words, "what for").like(r#""support outside office hours""#),
        optional("copy", Kind::Words, "how to get a copy of the safeguard"),
        optional("recipient", Kind::Text, "who receives it there"),
    ],
);

static RETENTION: Shape = shape(
    "a retention period",
    &[
        required("record", Kind::Text, "the kind of record").like(r#""Council Tax accounts""#),
        optional("trigger", Kind::Words, "when the period starts").like(r#""the account is closed""#),
        optional("period", Kind::Text, "how long").like(r#""6 years""#),
        optional("criteria", Kind::Words, "how you decide, where no period can be given")
            .like(r#""As long as the case is open""#),
        optional("action", Kind::Choice(RetentionAction::NAMES), "what happens then").like(r#""destroy""#),
        optional("authority", Kind::Words, "the law or policy behind it").like(r#""Limitation Act 1980""#),
        optional("note", Kind::Words, "further words"),
    ],
);

static AUTOMATED_DECISIONS: Shape = shape(
    "automated decisions",
    &[
        optional("exists", Kind::Truth, "whether there are any"),
        optional("profiling", Kind::Truth, "whether people are profiled"),
        optional("note", Kind::Words, "words about it, in either case"),
        optional("logic", Kind::Words, "how the decision is made"),
        optional("effect", Kind::Words, "what it means for people"),
        optional("safeguards", Kind::Words, "how to have it looked at by a person"),
    ],
);

static CHANGE: Shape = shape(
    "a change",
    &[
        required("date", Kind::Date, "when").like(r#""2026-10-01""#),
        required("summary", Kind::Words, "what has changed").like(r#""Added the single view of debt.""#),
        optional("significant", Kind::Truth, "whether it matters to readers").or("false"),
    ],
);

static ACCEPTANCE: Shape = shape(
    "an acceptance",
    &[
        required("rule", Kind::Text, "the name of the rule").like(r#""reading-level""#),
        required("reason", Kind::Text, "why its findings are accepted").like(r#""The Act itself has to be quoted.""#),
    ],
);

/// One text or several.
const NOTES: Kind = Kind::OneOrMore(&Kind::Text);

static INTERNAL: Shape = shape(
    "internal notes",
    &[
        optional("business_function", NOTES, "business function").like(r#""Local taxation""#),
        optional("owner", NOTES, "who owns the processing").like(r#""Head of Revenues""#),
        optional("security", NOTES, "security measures"),
        optional("processor_contract", NOTES, "link to the contract with a processor")
            .like(r#"["Contract register 114", "Contract register 118"]"#),
        optional("legitimate_interests_assessment", NOTES, "link to the assessment"),
        optional("consent_record", NOTES, "link to the record of consent"),
        optional("data_location", NOTES, "where the data is held"),
        optional("dpia_required", NOTES, "whether an impact assessment is needed").like(r#""Yes""#),
        optional("dpia_progress", NOTES, "how far it is"),
        optional("dpia_link", NOTES, "link to it"),
        optional("breach", NOTES, "whether there was a breach"),
        optional("breach_link", NOTES, "link to its record"),
        optional("retention_policy", NOTES, "link to the retention and erasure policy"),
        optional("retained_per_policy", NOTES, "whether the policy is followed"),
        optional("retained_reason", NOTES, "why not, if not"),
        optional("notes", NOTES, "anything else"),
    ],
);

/// `content/cookies.toml`: a map of these.
pub static COOKIE: Shape = shape(
    "a cookie",
    &[
        optional("name", Kind::Text, "its name, if not that of the table"),
        optional("provider", Kind::Text, "who sets it").like(r#""This website""#),
        optional("purpose", Kind::Words, "what it is for"),
        optional("duration", Kind::Text, "how long it stays").like(r#""1 hour""#),
        optional("category", Kind::Choice(CookieKind::NAMES), "its kind"),
        optional("ground", Kind::Whole(2, 7), "the paragraph of PECR Schedule A1 that allows it").like("4"),
        optional("opt_out", Kind::Words, "how to refuse it"),
    ],
);

/// `content/organisations.toml`: a map of these.
pub static ORGANISATION: Shape = shape(
    "an organisation",
    &[
        required("name", Kind::Localised, "its name").like(r#""Department for Work and Pensions""#),
        optional("kind", Kind::Choice(RecipientKind::NAMES), "what kind of body it is").like(r#""public-authority""#),
        optional("url", Kind::Url, "its website"),
        optional("description", Kind::Words, "what it is"),
        optional("sort_as", Kind::Text, "its place in lists, if not that of its name"),
    ],
);

/// The whole of `content/cookies.toml`.
pub static COOKIES: Key =
    optional("cookies", Kind::Map(Names::Any, &Kind::Table(&COOKIE)), "the cookies that the hub's host sets");

/// The whole of `content/organisations.toml`.
pub static ORGANISATIONS: Key = optional(
    "organisations",
    Kind::Map(Names::New, &Kind::Table(&ORGANISATION)),
    "organisations that notices share data with",
);
