//! Which texts of a front matter readers see, by the keys under which they stand.

/// Whether readers see the texts under a key. They do not see ids, old addresses, what is internal and what is accepted;
/// and changes speak of the past. `controllers` and `categories` list ids in a notice or general section, and hold tables
/// in `site.toml`.
pub fn is_seen(key: &str, is_list: bool) -> bool {
    match key {
        "controllers" | "categories" => !is_list,
        "accept" | "internal" | "owner" | "aliases" | "changes" | "category" | "controller" | "default_controller"
        | "related" | "most_used" | "organisation" | "notice" | "section" | "follows" | "theme" | "sort_as"
        | "checks" => false,
        _ => true,
    }
}
