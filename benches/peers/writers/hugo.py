"""Hugo: notices are leaf pages, links the paths of sources, which the site's own render hook resolves and checks."""
from .files import TABLES, keys, page, put, table, tables, value, with_links


def write(hub, out):
    content = out / "content"
    put(out / "data" / "hub.toml", data(hub))
    titles = {"": hub["site"]["title"], "notices": "A to Z of privacy notices", "categories": "Categories"}
    titles |= {"categories/" + one["id"]: one["title"] for one in hub["categories"]}
    for folder, title in titles.items():
        put(content / folder / "_index.md", page([f"title = {value(title)}"]))
    for name, title in (("retention", "How long we keep information"), ("recipients", "Who we share with")):
        put(content / f"{name}.md", page([f"title = {value(title)}", f'layout = "{name}"']))
    put(content / "general" / "_index.md", page([
        'title = "General information"', "[[cascade]]", "[cascade.build]", 'render = "never"', 'list = "local"',
        "[cascade.target]", 'kind = "page"']))
    for weight, section in enumerate(hub["general"], 1):
        front_matter = [f"title = {value(section['title'])}", f"weight = {weight}"]
        put(content / "general" / f"{section['id']}.md", page(front_matter, links(section["body"])))
    for notice in hub["notices"]:
        put(content / "notices" / f"{notice['id']}.md", page(front_matter_of(notice), links(notice["body"])))


def links(body):
    return with_links(body, r"/notices/\1.md", r"/general/\1.md")


def data(hub):
    lines = [line for id, controller in hub["controllers"].items() for line in table(f"controllers.{id}", controller)]
    lines += table("categories", {one["id"]: one["title"] for one in hub["categories"]})
    lines += table("lawful", hub["lawful_bases"]) + table("special", hub["special_conditions"])
    lines += table("organisations", {one["id"]: one["name"] for one in hub["organisations"]})
    return "\n".join(lines).lstrip() + "\n"


def front_matter_of(notice):
    lines = [f"title = {value(notice['title'])}", f"description = {value(notice['summary'])}",
             f"categories = {value([notice['category']])}", f"date = {notice['last_updated']}", "[params]",
             f"controller = {value(notice['controller'])}", f"review_by = {notice['review_by']}"]
    lines += keys({key: notice[key] for key in ("purposes", "transfers", "automated", "automated_note")})
    return lines + [line for name in TABLES for line in tables(f"params.{name}", notice[name])]
