//! What each host reads: held against the grammar that its documentation gives, and against what is published.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Value, json};

use crate::portal::{Portal, notice_keys};
use crate::run::Run;

const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; \
                      base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
const KEPT: &str = "public, max-age=31536000, immutable";

/// A hub with two old addresses, made ready for some hosts.
fn hub(base: &str, targets: &[&str]) -> Portal {
    let notice = format!("{}aliases = [\"/plots/\", \"/old/plots.html\"]\n", notice_keys("Allotments"));
    Portal::new()
        .edit("site.toml", "https://privacy.test.example/", base)
        .site(&format!("[hosting]\ntargets = {targets:?}\n"))
        .notice("allotments", &notice, "")
}

fn file(run: &Run, path: &str) -> String {
    run.exit(0);
    let site = run.site();
    let bytes = site.0.get(path).unwrap_or_else(|| panic!("{path} is not among {:?}", site.paths()));
    String::from_utf8(bytes.clone()).unwrap()
}

/// The published files whose names say what is in them.
fn kept(run: &Run) -> BTreeSet<String> {
    let is_kept = |path: &&str| path.starts_with("assets/") && (path.ends_with(".css") || path.ends_with(".js"));
    run.site().paths().into_iter().filter(is_kept).map(str::to_owned).collect()
}

/// A file of headers: each path, at the start of its line, with the headers in the indented lines below it.
fn headers(text: &str) -> BTreeMap<String, BTreeMap<String, String>> {
    let mut rules: BTreeMap<String, BTreeMap<String, String>> = BTreeMap::new();
    let mut path = String::new();
    for line in text.lines().filter(|line| !line.is_empty()) {
        assert!(line.len() <= 2_000, "{line}");
        match line.strip_prefix("  ") {
            Some(header) => {
                let (name, value) = header.split_once(": ").unwrap();
                assert!(name.bytes().all(|byte| byte.is_ascii_alphabetic() || byte == b'-'), "{line}");
                assert_eq!(rules.get_mut(&path).unwrap().insert(name.to_owned(), value.to_owned()), None);
            }
            None => {
                assert!(line.starts_with('/') && line.matches('*').count() <= 1, "{line}");
                line.clone_into(&mut path);
                assert_eq!(rules.insert(path.clone(), BTreeMap::new()), None);
            }
        }
    }
    assert!(rules.len() <= 100);
    rules
}

/// A file of redirects: from, to and status in each line.
fn redirects(text: &str) -> Vec<(String, String, String)> {
    let line = |line: &str| {
        let parts: Vec<&str> = line.split(' ').collect();
        let [from, to, status] = parts.as_slice() else { panic!("{line}") };
        assert!(from.starts_with('/') && to.starts_with('/') && line.len() <= 1_000, "{line}");
        ((*from).to_owned(), (*to).to_owned(), (*status).to_owned())
    };
    text.lines().map(line).collect()
}

#[test]
fn netlify_and_cloudflare_get_headers_and_redirects() {
    for target in ["netlify", "cloudflare-pages"] {
        let run = hub("https://privacy.test.example/", &[target]).build();
        let rules = headers(&file(&run, "_headers"));
        let all = &rules["/*"];
        assert_eq!(all["Content-Security-Policy"], POLICY);
        assert_eq!((&*all["X-Content-Type-Options"], &*all["Referrer-Policy"]), ("nosniff", "same-origin"));
        assert!(all["Permissions-Policy"].contains("geolocation=()"));
        assert!(!all.contains_key("Cache-Control"), "a second one would be joined to it");
        let of_kept = rules.iter().filter(|(path, _)| *path != "/*");
        let of_kept: BTreeSet<String> = of_kept
            .map(|(path, headers)| {
                assert_eq!(*headers, BTreeMap::from([("Cache-Control".to_owned(), KEPT.to_owned())]));
                path[1..].to_owned()
            })
            .collect();
        assert_eq!(of_kept, kept(&run));
        let status = if target == "netlify" { "301!" } else { "301" };
        let expected = ["/plots/", "/old/plots.html"];
        let expected = expected.map(|from| (from.to_owned(), "/notices/allotments/".to_owned(), status.to_owned()));
        assert_eq!(redirects(&file(&run, "_redirects")), expected);
        run.page("/plots/").holds("http-equiv=\"refresh\"");
        assert!(run.site().0.contains_key("404.html"));
    }
}

#[test]
fn gitlab_and_github_get_what_they_read_under_a_path() {
    let run = hub("https://council.example/privacy/", &["gitlab-pages", "github-pages"]).build();
    let lines = redirects(&file(&run, "_redirects"));
    assert_eq!(lines[0], ("/privacy/plots/".to_owned(), "/privacy/notices/allotments/".to_owned(), "301".to_owned()));
    assert_eq!(file(&run, ".nojekyll"), "");
    assert!(!run.site().0.contains_key("_headers"));
}

/// What the settings of Azure Static Web Apps may hold, as far as its documentation concerns us.
fn azure_schema() -> Value {
    let path = json!({ "type": "string", "pattern": "^/" });
    let headers = json!({ "type": "object", "additionalProperties": { "type": "string" } });
    json!({
        "type": "object",
        "additionalProperties": false,
        "properties": {
            "routes": { "type": "array", "items": {
                "type": "object", "required": ["route"], "additionalProperties": false,
                "properties": {
                    "route": path, "redirect": path, "statusCode": { "enum": [301, 302, 307, 308] }, "headers": headers
                },
                "dependentRequired": { "statusCode": ["redirect"] }
            } },
            "globalHeaders": headers,
            "mimeTypes": { "type": "object", "propertyNames": { "pattern": "^\\.[a-z0-9]+$" }, "additionalProperties": { "type": "string" } },
            "responseOverrides": {
                "type": "object",
                "propertyNames": { "enum": ["400", "401", "403", "404"] },
                "additionalProperties": {
                    "type": "object", "additionalProperties": false,
                    "properties": { "rewrite": path, "redirect": path, "statusCode": { "type": "integer" } }
                }
            }
        }
    })
}

#[test]
fn azure_gets_its_settings() {
    let run = hub("https://privacy.test.example/", &["azure-static-web-apps"]).build();
    let text = file(&run, "staticwebapp.config.json");
    let config: Value = serde_json::from_str(&text).unwrap();
    let schema = jsonschema::validator_for(&azure_schema()).unwrap();
    let faults: Vec<String> = schema.iter_errors(&config).map(|fault| fault.to_string()).collect();
    assert!(faults.is_empty(), "{faults:?}");
    assert_eq!(config["globalHeaders"]["Content-Security-Policy"], POLICY);
    assert_eq!(config["globalHeaders"]["Cache-Control"], "no-cache");
    assert_eq!(config["responseOverrides"]["404"]["rewrite"], "/404.html");
    let routes = config["routes"].as_array().unwrap();
    let with = |key: &str| routes.iter().filter(|route| route.get(key).is_some()).collect::<Vec<_>>();
    let of_kept = with("headers").into_iter().map(|route| {
        assert_eq!(route["headers"]["Cache-Control"], KEPT);
        route["route"].as_str().unwrap()[1..].to_owned()
    });
    assert_eq!(of_kept.collect::<BTreeSet<_>>(), kept(&run));
    let redirect = json!({ "route": "/plots/", "redirect": "/notices/allotments/", "statusCode": 301 });
    assert_eq!((with("redirect").len(), with("redirect")[0]), (2, &redirect));
}

#[test]
fn no_host_is_told_more_than_it_takes() {
    let aliases: Vec<String> = (0..2_001).map(|number| format!("/an-old-address-of-the-notice/{number}/")).collect();
    let notice = format!("{}aliases = {aliases:?}\n", notice_keys("Allotments"));
    let targets = ["cloudflare-pages", "azure-static-web-apps"];
    let portal = hub("https://privacy.test.example/", &targets).notice("allotments", &notice, "");
    let run = portal.build();
    assert_eq!(redirects(&file(&run, "_redirects")).len(), 2_000);
    let azure = file(&run, "staticwebapp.config.json");
    assert!(azure.len() < 20_000, "{} bytes", azure.len());
    assert_eq!(azure.matches("\"redirect\"").count(), 100);
    run.page("/an-old-address-of-the-notice/2000/").holds("http-equiv=\"refresh\"");
    run.says("The hub has 2001 old addresses, and `cloudflare-pages` redirects 2000 of them");
}

#[test]
fn iis_gets_settings_that_cannot_clash_with_those_of_the_server() {
    let run = hub("https://council.example/privacy/", &["iis"]).build();
    let text = file(&run, "web.config");
    let xml = roxmltree::Document::parse(&text).unwrap();
    let root = xml.root_element();
    assert!(root.has_tag_name("configuration"));
    let every = |name: &'static str| xml.descendants().filter(move |node| node.has_tag_name(name));
    // What is added is removed just before, by the same key.
    for (name, key) in [("mimeMap", "fileExtension"), ("add", "name"), ("error", "statusCode")] {
        let added: Vec<_> = every(name).filter(|node| node.attribute(key).is_some()).collect();
        assert!(!added.is_empty());
        let mut seen = BTreeSet::new();
        for node in added {
            let before = node.prev_sibling_element().unwrap();
            assert!(before.has_tag_name("remove") && before.attribute(key) == node.attribute(key));
            assert!(seen.insert(node.attribute(key)), "{node:?}");
        }
    }
    let endings: BTreeSet<&str> = every("mimeMap").filter_map(|node| node.attribute("fileExtension")).collect();
    for path in run.site().paths().into_iter().filter(|path| !matches!(*path, ".noticeboard" | "web.config")) {
        let ending = &path[path.rfind('.').unwrap()..];
        assert!(endings.contains(ending), "{path}: a file of an unknown kind would be a 404.3");
    }
    let header =
        |name: &str| every("add").find(|node| node.attribute("name") == Some(name)).unwrap().attribute("value");
    assert_eq!((header("Content-Security-Policy"), header("X-Content-Type-Options")), (Some(POLICY), Some("nosniff")));
    let document =
        every("defaultDocument").next().unwrap().descendants().find(|node| node.has_tag_name("add")).unwrap();
    assert_eq!(document.attribute("value"), Some("index.html"));
    let error = every("error").next().unwrap();
    assert_eq!((error.attribute("path"), error.attribute("responseMode")), (Some("privacy\\404.html"), Some("File")));
    let of_kept = every("location").map(|node| {
        let cache = node.descendants().find(|node| node.has_tag_name("clientCache")).unwrap();
        assert_eq!(cache.attribute("cacheControlMaxAge"), Some("365.00:00:00"));
        node.attribute("path").unwrap().to_owned()
    });
    assert_eq!(of_kept.collect::<BTreeSet<_>>(), kept(&run));
    assert!(!text.contains("rewrite"), "redirects need a module that many servers lack");
}

#[test]
fn nothing_is_published_for_hosts_that_read_nothing() {
    let plain = hub("https://privacy.test.example/", &[]).build();
    let other = hub("https://privacy.test.example/", &["nginx", "caddy", "s3", "folder"]).build();
    other.exit(0);
    let (plain, other) = (plain.site().without_marker(), other.site().without_marker());
    assert_eq!(plain.differences(&other), Vec::<&str>::new());
}

#[test]
fn a_host_is_known_by_its_name() {
    let run = hub("https://privacy.test.example/", &["netlfy"]).build();
    run.exit(1).diagnostic("site.toml:37:12", "unknown-value", "`targets` cannot be `netlfy`");
}

#[test]
fn security_txt_says_what_the_standard_asks_for() {
    let security = "[security]\ncontact = [\"security@test.example\", \"tel:+441632960111\"]\nexpires = 2027-10-01\n";
    let run = Portal::small().site(security).build();
    run.exit(0).silent_about_content();
    let text = file(&run, ".well-known/security.txt");
    let fields: Vec<(&str, &str)> = text.lines().map(|line| line.split_once(": ").unwrap()).collect();
    assert_eq!(
        fields,
        [
            ("Contact", "mailto:security@test.example"),
            ("Contact", "tel:+441632960111"),
            ("Expires", "2027-10-01T00:00:00Z"),
            ("Preferred-Languages", "en"),
            ("Canonical", "https://privacy.test.example/.well-known/security.txt"),
        ]
    );
    let wrong = Portal::small().site("[security]\ncontact = \"the IT team\"\nexpires = 2027-10-01\n");
    wrong.build().exit(1).says("`the IT team` is not an address that can be used here");
    Portal::small().site("[security]\ncontact = \"a@test.example\"\n").build().exit(1).says("expires");
}

#[test]
fn settings_of_nginx_and_caddy_are_exported_and_not_published() {
    let portal = hub("https://council.example/privacy/", &["nginx"]);
    let exported = |host: &str| portal.run(&["export", host]).exit(0).stdout.clone();
    let nginx = exported("nginx");
    assert!(
        nginx.contains("\nlocation /privacy/ {\n")
            && nginx.contains(&format!("add_header Content-Security-Policy \"{POLICY}\" always;"))
    );
    let line = "location = /privacy/plots/ { absolute_redirect off; return 301 /privacy/notices/allotments/; }";
    assert!(nginx.lines().any(|one| one == line), "{nginx}");
    let caddy = exported("caddy");
    assert!(caddy.lines().any(|line| line == "redir /privacy/plots/ /privacy/notices/allotments/ 301"), "{caddy}");
    assert!(caddy.contains(&format!("Content-Security-Policy \"{POLICY}\"")));
}
