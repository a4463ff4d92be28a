"""Files, and the few shapes of TOML and YAML that the writers need.

Texts are written as JSON strings, which are strings of TOML and YAML too.
"""
import json
import re

# The lists of tables in a notice.
TABLES = ("collects", "lawful_bases", "special_category", "criminal_offence", "recipients", "retention")


def put(path, text):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")


def value(of):
    """A text, a number, a truth or a list of them."""
    if isinstance(of, list):
        return "[" + ", ".join(value(one) for one in of) + "]"
    return json.dumps(of, ensure_ascii=False)


def keys(of):
    return [f"{key} = {value(one)}" for key, one in of.items()]


def table(name, of):
    return ["", f"[{name}]", *keys(of)]


def tables(name, rows):
    return [line for row in rows for line in ("", f"[[{name}]]", *keys(row))]


def page(front_matter, body="", fence="+++"):
    return "\n".join([fence, *front_matter, fence]) + "\n" + ("\n" + body if body else "")


def with_links(body, notice, general):
    """The body of a text with its links in the form of a tool, in which \\1 is an id."""
    body = re.sub(r"\]\(notice:([a-z0-9-]+)\)", f"]({notice})", body)
    return re.sub(r"\]\(general:([a-z0-9-]+)\)", f"]({general})", body)
