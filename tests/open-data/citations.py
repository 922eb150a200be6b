"""Hold references to their formats: CSL-JSON to its schema, BibTeX and RIS to what others read, `CITATION.cff` to its own.

Whatever a reader imports, from a page or from the files of the whole site, must say what the claim's own file says.
"""

import json
import re
from html.parser import HTMLParser
from pathlib import Path
from urllib.request import urlopen

import rispy
from cffconvert import Citation
from jsonschema import Draft7Validator
from pybtex.database import parse_string

SCHEMA = Path(__file__).with_name("csl-data.schema.json")
# What our BibTeX writes for characters that TeX takes for its own.
TEX = [
    ("\\textbackslash{}", "\\"),
    ("~", "\u00a0"),
    ("\\textasciitilde{}", "~"),
    ("\\textasciicircum{}", "^"),
    ("\\,", "\u202f"),
]


def untex(text):
    """Text as it was before it was escaped."""
    text = text.removeprefix("{").removesuffix("}")
    for tex, plain in TEX:
        text = text.replace(tex, plain)
    return re.sub(r"\\([&%$#_{}])", r"\1", text)


class Downloads(HTMLParser):
    """The files that the links of a page hold themselves, by name."""

    def __init__(self, page):
        super().__init__()
        self.files = {}
        self.feed(page.read_text("utf-8"))

    def handle_starttag(self, tag, attributes):
        attributes = dict(attributes)
        if tag == "a" and "download" in attributes:
            with urlopen(attributes["href"]) as answer:
                self.files[attributes["download"]] = answer.read().decode(answer.headers.get_content_charset())


def downloads(site):
    """What the pages offer, by the address of the page."""
    found = {page.parent.relative_to(site).as_posix(): Downloads(page).files for page in site.rglob("index.html")}
    return {path: files for path, files in found.items() if files}


def ending(pages, ending):
    """All files of a kind that pages offer."""
    return [text for files in pages.values() for name, text in files.items() if name.endswith(ending)]


def spaces(text):
    """RIS has one kind of space."""
    return " ".join((text or "").split())


def csl(data, pages):
    """Every list against the schema; files of claims, pages and the list of the site have the same items."""
    validator = Draft7Validator(json.loads(SCHEMA.read_text("utf-8")))
    records = [json.loads(file.read_text("utf-8")) for file in (data / "claims").glob("*/*.json")]
    cited = {record["citation"]["id"]: record["citation"] for record in records if "citation" in record}
    lists = {file: json.loads((data / file).read_text("utf-8")) for file in ("citations.json", "documents.csl.json")}
    offered = []
    for path, files in pages.items():
        lists[path] = json.loads(next(text for name, text in files.items() if name.endswith(".csl.json")))
        if [item["URL"].rstrip("/").endswith(path) for item in lists[path]] != [True]:
            yield f"{path} offers a reference to something else"
        offered += lists[path]
    for name, items in lists.items():
        for error in validator.iter_errors(items):
            yield f"{name}: {error.json_path}: {error.message}"
    for name, items in (("citations.json", lists["citations.json"]), ("the pages", offered)):
        if not items or len(items) != len(cited) or {item["id"]: item for item in items} != cited:
            yield f"{name}: other items than the files of the claims have"


def bibtex(data, pages):
    """Every entry as pybtex reads it, against CSL-JSON."""
    items = {item["id"]: item for item in json.loads((data / "citations.json").read_text("utf-8"))}
    for text in ((data / "citations.bib").read_text("utf-8"), "".join(ending(pages, ".bib"))):
        entries = parse_string(text, "bibtex").entries
        if set(entries) != set(items):
            yield f"BibTeX has {len(entries)} entries, CSL-JSON {len(items)}"
        for key in set(entries) & set(items):
            item, fields = items[key], entries[key].fields
            found = [untex(fields["title"]), untex(fields["howpublished"]), fields["url"], int(fields["year"])]
            wanted = [item["title"], item["container-title"], item["URL"], item["issued"]["date-parts"][0][0]]
            if found != wanted:
                yield f"BibTeX {key}: {found}, not {wanted}"
            people = [untex(str(person)) for person in entries[key].persons["author"]]
            if people != [author["literal"] for author in item["author"]]:
                yield f"BibTeX {key} is by {people}"


def ris(data, pages):
    """Every reference as rispy reads it, against CSL-JSON."""
    items = {item["id"]: item for item in json.loads((data / "citations.json").read_text("utf-8"))}
    # `newline=""`: RIS ends its lines with CR and LF, in files as in links.
    together = (data / "citations.ris").open(encoding="utf-8", newline="").read()
    for text in (together, "".join(ending(pages, ".ris"))):
        if text.count("\r\n") != text.count("\n"):
            yield "RIS has lines that end without CR and LF"
        entries = {entry["id"]: entry for entry in rispy.loads(text)}
        if set(entries) != set(items):
            yield f"RIS has {len(entries)} references, CSL-JSON {len(items)}"
        for key in set(entries) & set(items):
            entry, item = entries[key], items[key]
            found = [entry["title"], entry["secondary_title"], entry["authors"], entry["urls"], entry["year"]]
            authors = [spaces(author["literal"]) for author in item["author"]]
            year = str(item["issued"]["date-parts"][0][0])
            wanted = [spaces(item["title"]), spaces(item["container-title"]), authors, [item["URL"]], year]
            if found != wanted or entry["type_of_reference"] != "ELEC":
                yield f"RIS {key}: {found}, not {wanted}"
            if "unknown_tag" in entry:
                yield f"RIS {key} has tags that nobody knows: {entry['unknown_tag']}"


def cff(site):
    """The file for the data of the site, as its own tool reads it."""
    try:
        citation = Citation((site / "CITATION.cff").read_text("utf-8"))
        citation.validate()
        if not citation.as_bibtex() or not citation.as_apalike():
            yield "CITATION.cff becomes no reference"
    except Exception as error:
        yield f"CITATION.cff: {error}"


def findings(site):
    """Everything that is wrong."""
    data = site / "data"
    pages = downloads(site)
    for check in (csl, bibtex, ris):
        yield from check(data, pages)
    yield from cff(site)
