"""Noticeboard. What its keys cannot say in the service's own words stands in the text, under the heading of the section."""
import re

from .files import keys, page, put, table, tables, value

KINDS = {"council": "principal-council", "electoral-registration-officer": "electoral-registration-officer",
         "councillors": "councillor"}
ORGANISATIONS = {"government": "public-authority", "regulator": "regulator", "emergency": "police-and-courts",
                 "health": "health", "partner": "partner", "supplier": "processor"}
# What a sentence about other countries means.
TRANSFERS = {
    "European Economic Area": {"destination": "European Economic Area", "safeguard": "approved"},
    "international data transfer agreement": {
        "destination": "United States", "safeguard": "international-data-transfer-agreement"},
    "when you have moved there": {
        "destination": "the country where you live", "safeguard": "exception", "exception": "49(1)(d)"},
}


def write(hub, out):
    content = out / "content"
    put(out / "site.toml", "\n".join(settings(hub)) + "\n")
    organisations = (table(one["id"], {"name": one["name"], "kind": ORGANISATIONS[one["kind"]]})
                     for one in hub["organisations"])
    put(content / "organisations.toml", "\n".join(line for lines in organisations for line in lines).lstrip() + "\n")
    for order, section in enumerate(hub["general"], 1):
        front_matter = [f"title = {value(section['title'])}", f"order = {order}"]
        body = section["body"].replace("{{ controller.dpo_email }}", "{{ controller.dpo.email }}")
        put(content / "general" / f"{section['id']}.md", page(front_matter, body))
    for notice in hub["notices"]:
        put(content / "notices" / f"{notice['id']}.md", page(front_matter_of(notice), body_of(notice)))


def settings(hub):
    lines = keys({"title": hub["site"]["title"], "base_url": hub["site"]["base_url"] + "/", "languages": ["en"],
                  "default_controller": "council"})
    for id, controller in hub["controllers"].items():
        email, address = {"email": controller["dpo_email"]}, {"address": controller["address"].split(", ")}
        lines += table(f"controllers.{id}", {"name": controller["name"], "kind": KINDS[id],
                                             "registration": controller["registration"]} | address | email)
        lines += table(f"controllers.{id}.dpo", email) + table(f"controllers.{id}.complaints", email | address)
    return lines + table("categories", {one["id"]: one["title"] for one in hub["categories"]})


def front_matter_of(notice):
    lines = keys({key: notice[key] for key in ("title", "summary", "category", "controller")})
    lines += [f"{key} = {notice[key]}" for key in ("last_updated", "review_by")]
    lines += keys({"data_subjects": ["residents"]})
    lines += tables("personal_data", personal_data(notice)) + tables("purposes", purposes(notice))
    lines += tables("recipients", ({"notice" if "notice" in one else "organisation": one.get("notice") or one["org"],
                                    "purpose": one["purpose"]} for one in notice["recipients"]))
    lines += tables("transfers", transfers(notice))
    lines += tables("retention", ({"record": one["record"], "trigger": one["trigger"], "period": one["period"],
                                   "action": "destroy", "authority": one["reason"]} for one in notice["retention"]))
    return lines + table("automated_decisions", {"exists": notice["automated"], "note": notice["automated_note"]})


def personal_data(notice):
    rows = [{"context": one["context"], "source": one["sources"], "items": one["items"]} for one in notice["collects"]]
    if notice["special_category"]:
        rows[0]["special_categories"] = ["health"]
    if notice["criminal_offence"]:
        rows[0]["criminal_offences"] = True
    return rows


def purposes(notice):
    """Each takes one of the lawful bases in turn; the first is the one for special categories, the second for offences."""
    bases = notice["lawful_bases"]
    rows = [purpose(text, bases[number % len(bases)]) for number, text in enumerate(notice["purposes"])]
    if notice["special_category"]:
        rows[0]["special_category_condition"] = [f"9(2)({one['condition']})" for one in notice["special_category"]]
        rows[0]["schedule_1"] = paragraphs(text for one in notice["special_category"] for text in one["schedule1"])
    if notice["criminal_offence"]:
        rows[0]["criminal_offences"] = False
        rows[1]["criminal_offences"] = True
        rows[1]["schedule_1"] = paragraphs(one["authority"] for one in notice["criminal_offence"])
    return rows


def purpose(text, basis):
    row = {"text": text, "lawful_basis": [f"6(1)({basis['article']})"], "explanation": basis["explanation"]}
    if basis["article"] == "a":
        row["withdraw_consent"] = "Tell the service at any time."
    if basis["article"] == "f":
        row |= {"legitimate_interest": "running the service well", "not_public_task": "offered outside our duties"}
    return row


def paragraphs(texts):
    return sorted({int(number) for text in texts for number in re.findall(r"paragraph (\d+)", text)})


def transfers(notice):
    return [transfer for words, transfer in TRANSFERS.items() if words in notice["transfers"]]


def body_of(notice):
    own = {"transfers": [notice["transfers"]], "criminal-offences": [one["explanation"] for one in notice["criminal_offence"]]}
    sections = (f"\n## {section}\n\n{' '.join(words)}\n" for section, words in own.items() if words)
    return notice["body"] + "".join(sections)
