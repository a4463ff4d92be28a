//! # host-limit
//!
//! ## What it checks
//!
//! Each host that `targets` of `[hosting]` names can take what the hub gives it: old addresses, files, the size of
//! documents, the path of `base_url`, and addresses that end in a slash or start at the root.
//!
//! ## Why it matters
//!
//! A notice that its readers cannot reach does not inform them (UK GDPR Article 12(1): easily accessible). Hosts do not
//! say so when they leave something out: Cloudflare Pages follows 2,000 static redirects and publishes 20,000 files of up
//! to 25 MiB; GitLab Pages follows 1,000 redirects; the settings of Azure Static Web Apps may have 20 kB, which is room
//! for about 100. Old addresses beyond such a limit still work in browsers, since each has a page of its own. Some hosts
//! serve a folder at the root of a domain only; a bucket behind a network of caches does not look into folders; and
//! without any host a link has to start at its page.
//!
//! ## Example
//!
//! ```toml
//! base_url = "https://www.marlbury.gov.uk/privacy/"
//! [hosting]
//! targets = ["cloudflare-pages"]
//! ```
//!
//! ## How to put it right
//!
//! Follow the remedy that is printed, or take the host out of `targets` if the hub is no longer there.

use crate::check::case::HubCase;
use crate::check::rule::{Findings, Judge, Rule};
use crate::diagnostic::Severity;
use crate::domain::{Host, Links, Placed, UrlStyle};
use crate::resolve::PageKind;

/// The rule.
pub static RULE: Rule = Rule {
    name: "host-limit",
    severity: Severity::Warning,
    law: "UK GDPR Article 12(1)",
    since: None,
    duties: &[],
    source: include_str!("host_limit.rs"),
    judge: Judge::Hub(judge),
};

fn judge(whole: &HubCase<'_>, findings: &mut Findings) {
    for target in &whole.hub.register.config.hosting.targets {
        numbers(whole, target, findings);
        sizes(whole, target, findings);
        addresses(whole, target, findings);
    }
}

/// Redirects and files.
fn numbers(whole: &HubCase<'_>, target: &Placed<Host>, findings: &mut Findings) {
    let (id, pages) = (target.value.id(), &whole.pages.pages);
    let redirects = pages.iter().filter(|page| matches!(page.kind, PageKind::Redirect(_))).count();
    if let Some(most) = target.value.most_redirects().filter(|most| redirects > *most) {
        findings
            .add(target.place, format!("The hub has {redirects} old addresses, and `{id}` redirects {most} of them"))
            .help("The others are redirected by their pages. Delete the aliases that nobody uses any more.");
    }
    // A page for each, and a file of data for each notice.
    let files = pages.len() + whole.hub.register.notices.len() + whole.hub.documents.len();
    if let Some(most) = target.value.most_files().filter(|most| files > *most) {
        findings
            .add(target.place, format!("The hub has at least {files} files, and `{id}` publishes {most}"))
            .help("Choose another host, or publish parts of the hub as hubs of their own.");
    }
}

fn sizes(whole: &HubCase<'_>, target: &Placed<Host>, findings: &mut Findings) {
    let Some(most) = target.value.most_bytes() else { return };
    for document in whole.hub.documents.iter().filter(|document| document.bytes.len() > most) {
        let (id, megabytes) = (target.value.id(), most / 1024 / 1024);
        let message = format!("The document `{}` is larger than the {megabytes} MiB that `{id}` publishes", document.path);
        findings.add(target.place, message).help("Make it smaller, or put it somewhere else and link to it there.");
    }
}

/// What the host makes of the hub's addresses.
fn addresses(whole: &HubCase<'_>, target: &Placed<Host>, findings: &mut Findings) {
    let (config, id) = (&whole.hub.register.config, target.value.id());
    if target.value.is_at_root() && config.base_path() != "/" {
        let path = config.base_path();
        findings
            .add(target.place, format!("`{id}` serves a folder at the root of a domain, and not at {path}"))
            .help("Give the hub a domain of its own in `base_url`, or let the council's website pass requests on.");
    }
    if target.value == Host::S3 && config.url_style == UrlStyle::Folder {
        findings
            .add(target.place, "A bucket behind a network of caches does not look for the page in a folder")
            .help("Add `url_style = \"file\"`, unless the bucket's own website endpoint is used.");
    }
    if target.value == Host::Folder && config.links == Links::Absolute {
        findings
            .add(target.place, "Without a host, links that start at the root lead nowhere")
            .help("Add `links = \"relative\"`.");
    }
}
