"""The made-up hub, as plain values: the same for every tool, whatever it reads.

A number of notices and a seed always give the same hub. Each notice is drawn by a generator of its own, so that it
depends on no other's luck. The words come from vocabulary.toml, the general sections from general/.
"""
import datetime
import pathlib
import random
import re
import tomllib

HERE = pathlib.Path(__file__).resolve().parent
SEED = 7


def hub(count, seed=SEED):
    """A hub of so many notices. Its notices are made while they are looked at, so that a large hub needs little memory."""
    words = tomllib.loads((HERE / "vocabulary.toml").read_text(encoding="utf-8"))
    organisations = [{"id": id, "name": name, "kind": kind}
                     for kind, names in words["organisations"].items() for id, name in names.items()]
    services = [Service(words, number, seed) for number in range(count)]
    general = [general_section(path) for path in sorted((HERE / "general").glob("*.md"))]
    draw = Draw(words, services, organisations, general, seed)
    return {
        "site": {"title": words["site"]["title"], "base_url": words["site"]["base_url"]},
        "controllers": words["controllers"],
        "categories": [{"id": id, "title": title} for id, title in words["categories"].items()],
        "organisations": organisations,
        "lawful_bases": {letter: basis["name"] for letter, basis in words["lawful_bases"].items()},
        "special_conditions": {letter: condition["name"] for letter, condition in words["special_conditions"].items()},
        "general": general,
        "notices": (draw.notice(number) for number in range(count)),
    }


def general_section(path):
    """A section of the general notice: its number and id are the name of its file, its title the first line."""
    heading, _, body = path.read_text(encoding="utf-8").partition("\n\n")
    return {"id": path.stem.split("-", 1)[1], "title": heading.removeprefix("# "), "body": body}


def slug(text):
    return re.sub(r"[^a-z0-9]+", "-", text.lower().replace("'", "").replace("&", "and")).strip("-")


def capital(text):
    return text[:1].upper() + text[1:]


def some(rng, pool, low, high):
    return rng.sample(pool, rng.randint(low, high))


class Service:
    """What a notice is about: a subject, an aspect of it, and from some number on an area."""

    STEP = 7919     # a prime larger than any factor of the number of pairs, so that each pair comes up once

    def __init__(self, words, number, seed):
        subjects, aspects, areas = words["subjects"], words["aspects"], words["areas"]
        pairs = len(subjects) * len(aspects)
        area, pair = divmod(number, pairs)
        if area >= len(areas):
            raise SystemExit(f"There are words for {pairs * len(areas)} notices at most.")
        aspect, subject = divmod((pair * self.STEP + seed * 31) % pairs, len(subjects))
        subject, aspect = subjects[subject], aspects[aspect]
        self.title = f"{subject}: {aspect}" + (f" ({areas[area]})" if area else "")
        self.id = slug(self.title)
        in_text = subject if subject[:2].isupper() else subject[0].lower() + subject[1:]
        self.name = f"{in_text} {aspect}"


class Draw:
    """Draws notices."""

    def __init__(self, words, services, organisations, general, seed):
        self.words, self.services, self.organisations, self.general, self.seed = words, services, organisations, general, seed

    def notice(self, number):
        words, service = self.words, self.services[number]
        rng = random.Random(f"{self.seed}/{len(self.services)}/{number}")
        luck = rng.random()
        controller = "council" if luck < 0.95 else "electoral-registration-officer" if luck < 0.98 else "councillors"
        updated = words["site"]["today"] - datetime.timedelta(days=rng.randint(0, 900))
        collects = [{"context": context.format(s=service.name), "sources": some(rng, words["sources"], 1, 3),
                     "items": some(rng, words["items"], 4, 10)} for context in some(rng, words["contexts"], 2, 4)]
        bases = self.lawful_bases(rng, service)
        special, criminal = self.special_categories(rng), self.criminal_offences(rng, service)
        recipients = [{"org": one["id"], "purpose": rng.choice(words["shared_for"])}
                      for one in some(rng, self.organisations, 2, 6)]
        for other in self.others(rng, number, rng.randint(1, 2)):
            recipients.append({"notice": other.id, "purpose": rng.choice(words["shared_for"])})
        retention = [{"record": record, "period": rng.choice(words["periods"]), "trigger": rng.choice(words["triggers"]),
                      "reason": rng.choice(words["reasons"])} for record in some(rng, words["records"], 1, 5)]
        automated = rng.random() < 0.1
        links = [(other.title, "notice:" + other.id) for other in self.others(rng, number, rng.randint(3, 6))]
        general_links = [(one["title"].lower(), "general:" + one["id"]) for one in some(rng, self.general, 1, 2)]
        categories = list(words["categories"])
        category = categories[rng.randrange(len(categories))]
        if number < len(categories):     # no category is to be empty
            category = categories[number]
        return {
            "id": service.id,
            "title": service.title,
            "summary": f"How we use personal information for {service.name}, who we share it with and how long we keep it.",
            "category": category,
            "last_updated": updated.isoformat(),
            "review_by": (updated + datetime.timedelta(days=rng.choice([365, 730]))).isoformat(),
            "controller": controller,
            "collects": collects,
            "purposes": [purpose.format(s=service.name) for purpose in some(rng, words["purposes"], 3, 8)],
            "lawful_bases": bases,
            "special_category": special,
            "criminal_offence": criminal,
            "recipients": recipients,
            "retention": retention,
            "transfers": rng.choice(words["transfers"]),
            "automated": automated,
            "automated_note": rng.choice(words["automated" if automated else "not_automated"]),
            "body": self.body(rng, service, links, general_links),
        }

    def others(self, rng, number, count):
        """So many other services, or as many as there are."""
        found = []
        while len(found) < min(count, len(self.services) - 1):
            other = rng.randrange(len(self.services))
            if other != number and self.services[other] not in found:
                found.append(self.services[other])
        return found

    def lawful_bases(self, rng, service):
        drawn = sorted(rng.choices("abcdef", weights=[12, 10, 25, 4, 40, 9])[0] for _ in range(rng.randint(1, 3)))
        return [{"article": letter, "explanation": rng.choice(self.words["lawful_bases"][letter]["explanations"]).format(
            s=service.name, act=rng.choice(self.words["acts"]))} for letter in dict.fromkeys(drawn)]

    def special_categories(self, rng):
        if rng.random() >= 0.40:
            return []
        known, drawn = self.words["special_conditions"], []
        for letter in sorted(some(rng, sorted(known), 1, 2)):
            paragraphs = known[letter]["paragraphs"]
            several = some(rng, paragraphs, 1, 2) if len(paragraphs) > 1 else paragraphs
            drawn.append({"condition": letter, "schedule1": [self.words["schedule_1"][str(one)] for one in sorted(several)]})
        return drawn

    def criminal_offences(self, rng, service):
        if rng.random() >= 0.15:
            return []
        return [{"authority": "DPA 2018 Schedule 1, " + rng.choice(list(self.words["schedule_1"].values())),
                 "explanation": f"We may hold details of offences where this is needed for {service.name}."}]

    def sentence(self, rng, service):
        words = self.words["body"]

        def act():
            if rng.random() >= 0.3:
                return rng.choice(self.words["acts"])
            name = rng.choice(self.words["acts"])
            return f"[{name}](https://legislation.example.gov.uk/{slug(name)})"

        return capital(rng.choice(words["sentences"]).format(
            s=service.name, team=rng.choice(words["teams"]), days=rng.choice([3, 5, 10, 15, 20, 28]),
            how=rng.choice(words["ways"]), org=rng.choice(self.organisations)["name"], act=act()))

    def body(self, rng, service, links, general_links):
        """Four to six sections of Markdown, with all links, a list or two and now and then a table."""
        words = self.words["body"]
        count = rng.randint(4, 6)
        headings = rng.sample(words["headings"], count)
        table_at = rng.randrange(count) if rng.random() < 0.30 else -1
        lists_at = set(rng.sample(range(count), rng.randint(1, 2)))
        pending = [(rng.choice(words["link_sentences"]), *link) for link in links]
        pending += [(rng.choice(words["general_link_sentences"]), *link) for link in general_links]
        rng.shuffle(pending)
        parts = []
        for section, heading in enumerate(headings):
            parts.append("## " + heading)
            paragraphs = [[self.sentence(rng, service) for _ in range(rng.randint(2, 4))] for _ in range(rng.randint(1, 2))]
            for sentence, text, target in pending[section::count]:
                paragraphs[rng.randrange(len(paragraphs))].append(sentence.format(link=f"[{text}]({target})"))
            parts.extend(" ".join(paragraph) for paragraph in paragraphs)
            if section in lists_at:
                parts.append(self.bullets(rng))
            if section == table_at:
                parts.append(self.table(rng))
        if rng.random() < 0.5:
            parts.append(rng.choice(words["external_links"]))
        return "\n\n".join(parts) + "\n"

    def bullets(self, rng):
        words, lines = self.words["body"], ["The record is made up of:", ""]
        for bullet in some(rng, words["bullets"], 3, 5):
            lines.append("- " + bullet)
            if rng.random() < 0.4:
                lines += ["  - " + lower for lower in some(rng, words["lower_bullets"], 1, 2)]
        return "\n".join(lines)

    def table(self, rng):
        words, lines = self.words["body"], ["| Step | Who does it | Time limit |", "| --- | --- | --- |"]
        for step in some(rng, words["bullets"], 3, 4):
            lines.append(f"| {capital(step)} | {rng.choice(words['teams'])} team | {rng.choice([5, 10, 15, 20])} days |")
        return "\n".join(lines)
