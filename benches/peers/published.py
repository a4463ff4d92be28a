"""A published folder, read as a browser would: pages with their text, ids and links, and what an address leads to."""
import collections
import functools
import html.parser
import pathlib
import re
import urllib.parse

# A generator's typography is its own affair: quotes, dashes and spaces are compared in their plain form.
PLAIN = str.maketrans({"\u2018": "'", "\u2019": "'", "\u201c": '"', "\u201d": '"', "\u2013": "-", "\u2014": "-", "\u2011": "-",
                       "\u00a0": " ", "\u202f": " "})


# An attribute `id` of a tag, quoted or not.
ID = re.compile(r"""<[a-z][^<>]*?\sid=(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""", re.I)


def plain(text):
    return re.sub(r"\s+", " ", text.translate(PLAIN)).strip()


class Page(html.parser.HTMLParser):
    """What a page says and where it leads. Text in an inline element joins its neighbours; a block stands apart."""

    BLOCKS = {"p", "li", "td", "th", "tr", "h1", "h2", "h3", "h4", "dt", "dd", "section", "ul", "ol", "table", "div", "br", "nav",
              "main", "header", "footer", "title", "caption", "summary", "details", "time"}

    def __init__(self, text):
        super().__init__(convert_charrefs=True)
        self.ids, self.links, self.files, self.rights, self.feeds = [], [], [], set(), []
        self.tags = collections.Counter()
        self._words, self._silent = [], 0
        self.feed(text)
        self.close()
        self.text = plain("".join(self._words))

    def handle_starttag(self, tag, attributes):
        of = dict(attributes)
        self.tags[tag] += 1
        self._silent += tag in ("script", "style")
        self._break(tag)
        if "id" in of:
            self.ids.append(of["id"])
        if "data-right" in of:
            self.rights.add(of["data-right"])
        if tag == "a" and "href" in of:
            self.links.append(of["href"])
        elif tag in ("link", "img", "script") and of.get("rel") != "canonical":
            self.files += [of[key] for key in ("src", "href") if of.get(key)]
            if of.get("type") == "application/atom+xml":
                self.feeds.append(of["href"])

    def handle_endtag(self, tag):
        self._silent -= tag in ("script", "style")
        self._break(tag)

    def handle_data(self, words):
        if not self._silent:
            self._words.append(words)

    def _break(self, tag):
        if tag in self.BLOCKS:
            self._words.append(" ")


class Published:
    """A folder of files as they are seen at an address."""

    def __init__(self, folder, base_url):
        self.folder, self.base = pathlib.Path(folder), base_url.rstrip("/")
        # Many links lead to the same few pages, and fragments to all of them: what is known is not read again.
        self.page = functools.lru_cache(maxsize=256)(self._page)
        self.ids = functools.cache(self._ids)

    def inside(self, link, here="/"):
        """The path and the fragment of a link; no path for one that leads elsewhere."""
        if link.startswith(self.base):
            link = link[len(self.base):] or "/"
        parts = urllib.parse.urlsplit(link)
        if parts.scheme or parts.netloc:
            return None, ""
        return urllib.parse.urljoin(here, urllib.parse.unquote(parts.path)) if parts.path else here, parts.fragment

    def file(self, path):
        """The file that answers for a path."""
        file = self.folder / path.lstrip("/")
        return file / "index.html" if path.endswith("/") or file.is_dir() else file

    def _page(self, path):
        """The page at a path, if there is one."""
        try:
            return Page(self.file(path).read_text(encoding="utf-8"))
        except OSError:
            return None

    def _ids(self, path):
        """The ids in the page at a path, without reading all of it as a browser would."""
        try:
            text = self.file(path).read_text(encoding="utf-8")
        except OSError:
            return frozenset()
        return frozenset(double or single or bare for double, single, bare in ID.findall(text))

    def targets(self, page, here):
        """How often a page links to each path of the site."""
        return collections.Counter(path for path, _ in (self.inside(link, here) for link in page.links) if path)
