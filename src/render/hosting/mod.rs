//! What hosts are told of a hub: headers, old addresses, the page for wrong addresses, content types, and what may be kept.
//!
//! | host | what it reads | module |
//! |---|---|---|
//! | Netlify, Cloudflare Pages, GitLab Pages | `_headers`, `_redirects` | [`lines`] |
//! | GitHub Pages | `.nojekyll` | this one |
//! | Azure Static Web Apps | `staticwebapp.config.json` | [`azure`] |
//! | IIS | `web.config` | [`iis`] |
//! | Apache | `.htaccess` | [`apache`] |
//! | nginx, Caddy | a snippet, which is exported and not published | [`nginx`], [`caddy`] |
//! | all | `.well-known/security.txt`, where `[security]` is there | [`security`] |
//!
//! Every old address has a page as well, which works where a host reads none of this. Compressed copies are made by
//! [`compressed`].

mod apache;
mod azure;
mod caddy;
pub mod compressed;
mod iis;
mod lines;
mod nginx;
mod security;

use std::collections::BTreeMap;

use super::assets::is_fingerprinted;
use super::context::Context;
use super::page::POLICY;
use super::site::Site;
use crate::domain::Host;
use crate::resolve::PageKind;

/// What hosts are told with every answer. The policy in the pages themselves cannot say who may frame them.
fn headers() -> Vec<(&'static str, String)> {
    vec![
        ("Content-Security-Policy", format!("{POLICY}; frame-ancestors 'none'")),
        ("X-Content-Type-Options", "nosniff".to_owned()),
        ("Referrer-Policy", "same-origin".to_owned()),
        ("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()".to_owned()),
    ]
}

/// For files whose names say what is in them: they never change.
const KEPT: &str = "public, max-age=31536000, immutable";

/// For everything else: a copy is asked about each time before it is used.
const ASKED: &str = "no-cache";

/// The address of a file whose name says what is in it, below that of the hub, as a regular expression.
const KEPT_PATTERN: &str = r"assets/[^/]+\.[0-9a-f]{8}\.(css|js)";

/// What hosts have to know of a hub.
struct Facts<'a> {
    /// The path of the hub on its host: `/` or `/privacy/`.
    base: &'a str,
    /// Each old address with the one that it leads to now, from the root of the host.
    redirects: Vec<(String, String)>,
    /// The files whose names say what is in them, below the hub's address.
    kept: Vec<String>,
    /// Whether texts have compressed copies.
    is_compressed: bool,
}

impl<'a> Facts<'a> {
    fn new(context: &'a Context<'_>) -> Self {
        let (config, pages) = (context.config(), &context.pages.pages);
        let base = config.base_path();
        let redirects = pages.iter().filter_map(|page| match page.kind {
            PageKind::Redirect(target) => {
                let to = pages[target].address.below_root();
                Some((format!("{base}{}", page.address.below_root()), format!("{base}{to}")))
            }
            _ => None,
        });
        Facts { base, redirects: redirects.collect(), kept: Vec::new(), is_compressed: config.hosting.precompress }
    }

    /// The address of the page for wrong addresses.
    fn not_found(&self) -> String {
        format!("{}404.html", self.base)
    }

    /// Each old address in every form in which it may be asked for: that of a folder with and without its slash.
    fn forms(&self) -> impl Iterator<Item = (&str, &str)> {
        self.redirects.iter().flat_map(|(from, to)| {
            let bare = from.strip_suffix('/').map(|bare| (bare, to.as_str()));
            [(from.as_str(), to.as_str())].into_iter().chain(bare)
        })
    }
}

/// The files that the targets of a hub read in its published folder: path and bytes.
pub fn files(context: &Context<'_>, site: &Site) -> BTreeMap<&'static str, Vec<u8>> {
    let hosting = &context.config().hosting;
    let mut facts = Facts::new(context);
    facts.kept = site.paths().filter(|path| is_fingerprinted(path)).map(str::to_owned).collect();
    let mut files = BTreeMap::new();
    for target in &hosting.targets {
        match target.value {
            Host::Netlify | Host::CloudflarePages => {
                files.insert("_headers", lines::headers(&facts));
                files.insert("_redirects", lines::redirects(&facts, hosting));
            }
            Host::GitlabPages => {
                files.insert("_redirects", lines::redirects(&facts, hosting));
            }
            Host::GithubPages => {
                files.insert(".nojekyll", String::new());
            }
            Host::AzureStaticWebApps => {
                files.insert("staticwebapp.config.json", azure::config(&facts));
            }
            Host::Iis => {
                files.insert("web.config", iis::config(&facts));
            }
            Host::Apache => {
                files.insert(".htaccess", apache::config(&facts));
            }
            Host::Nginx | Host::Caddy | Host::S3 | Host::Folder => {}
        }
    }
    if let Some(contact) = &context.config().security {
        files.insert(".well-known/security.txt", security::text(context, contact));
    }
    files.into_iter().map(|(path, text)| (path, text.into_bytes())).collect()
}

/// What goes into the settings of a host that reads none from the published folder; none for any other host.
pub fn snippet(context: &Context<'_>, host: Host) -> Option<String> {
    let facts = Facts::new(context);
    match host {
        Host::Nginx => Some(nginx::snippet(&facts)),
        Host::Caddy => Some(caddy::snippet(&facts)),
        _ => None,
    }
}
