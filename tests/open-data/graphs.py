"""What the files say as RDF and as ClaimReview, against the pages of the site."""

import json
import sys
from pathlib import Path

from jsonschema import Draft202012Validator
from rdflib import Graph, URIRef
from rdflib.namespace import PROV, RDF

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parent / "machines"))
import structured  # noqa: E402

SCHEMA = "http://schema.org/"


def reviews_of_pages(site):
    """The ClaimReview of each page that carries one, by the address that it names."""
    found = {}
    for page in site.rglob("*.html"):
        for block in structured.blocks(page.read_text("utf-8")):
            if block["@type"] == "ClaimReview":
                found[block["url"]] = {key: value for key, value in block.items() if key != "@context"}
    return found


def feed(site, withheld):
    """Every review of the feed is that of its page, and none is missing but those that name a private person."""
    feed = json.loads((site / "data/claimreview.json").read_text("utf-8"))
    pages = reviews_of_pages(site)
    for finding in structured.check_block(feed):
        yield f"claimreview.json: {finding}"
    told = [item["url"] for item in feed["dataFeedElement"]]
    if len(set(told)) != len(told):
        yield "claimreview.json has a check twice"
    if sorted(set(pages) - set(told)) != sorted(withheld) or set(told) - set(pages):
        yield f"claimreview.json leaves out {sorted(set(pages) - set(told))}, not {sorted(withheld)}"
    for item in feed["dataFeedElement"]:
        (review,) = item["item"]
        if review != pages.get(item["url"]):
            yield f"claimreview.json: {item['url']} is not what its page carries"
        if (item.get("dateCreated"), item.get("dateModified")) != (review.get("datePublished"), review.get("dateModified")):
            yield f"claimreview.json: {item['url']} has other days than its review"
    latest = max(item["dateModified"] for item in feed["dataFeedElement"])
    if feed["dateModified"] < latest:
        yield f"claimreview.json was changed on {feed['dateModified']}, before {latest}"


def claim_search(site):
    """The fields of claims:search and no others, for the checks of the feed in their order."""
    schema = json.loads((HERE / "claims-search.schema.json").read_text("utf-8"))
    answer = json.loads((site / "data/claims-search.json").read_text("utf-8"))
    validator = Draft202012Validator(schema, format_checker=Draft202012Validator.FORMAT_CHECKER)
    for error in validator.iter_errors(answer):
        yield f"claims-search.json: {error.json_path}: {error.message}"
    feed = json.loads((site / "data/claimreview.json").read_text("utf-8"))
    reviews = [item["item"][0] for item in feed["dataFeedElement"]]
    expected = [(one["url"], one["claimReviewed"], one["reviewRating"]["alternateName"]) for one in reviews]
    found = [(one["claimReview"][0]["url"], one["text"], one["claimReview"][0]["textualRating"]) for one in answer["claims"]]
    if found != expected:
        yield "claims-search.json is about other checks than claimreview.json"


def provenance(site, counts):
    """Turtle that rdflib reads, with as many nodes as the site has records, none of which leads nowhere."""
    graph = Graph().parse(site / "data/provenance.ttl", format="turtle")
    of = lambda kind: set(graph.subjects(RDF.type, URIRef(kind)))
    named = lambda end: {node for node in graph.subjects(RDF.type, PROV.Entity) if str(node).endswith(end)}
    found = {
        "claims": len(of(SCHEMA + "Claim")),
        "checks": len(of(PROV.Activity)),
        "standing": len(of(SCHEMA + "ClaimReview")),
        "documents": len(named("#document")),
        "sources": len({node for node in of(PROV.Agent) if str(node).endswith("#source")}),
        "captures": len(set(graph.subjects(URIRef(SCHEMA + "sha256")))),
        "evidence": len({node for node in graph.subjects(RDF.type, PROV.Entity) if "#evidence-" in str(node)}),
        "revisions": len(set(graph.subject_objects(PROV.wasRevisionOf))),
    }
    if found != counts:
        yield f"provenance.ttl has {found}, the site has {counts}"
    known = set(graph.subjects(RDF.type))
    for subject, of, told in graph:
        if isinstance(told, URIRef) and of not in (RDF.type, PROV.atLocation) and told not in known:
            yield f"provenance.ttl: {subject} leads to {told}, of which nothing is said"
        if getattr(told, "ill_typed", False):
            yield f"provenance.ttl: {told!r} is not of its type"
    pages = reviews_of_pages(site)
    for review in pages.values():
        node = URIRef(review["@id"])
        if (node, RDF.type, URIRef(SCHEMA + "ClaimReview")) not in graph:
            yield f"provenance.ttl does not know {node}"
        based = {URIRef(work["@id"]) for work in review.get("isBasedOn", [])}
        pieces = set(graph.objects(node, PROV.wasDerivedFrom))
        relations = (PROV.wasDerivedFrom, PROV.hadPrimarySource)
        documents = {told for piece in pieces for of in relations for told in graph.objects(piece, of)}
        if documents != based:
            yield f"provenance.ttl: {node} rests on {documents}, its page says {based}"


def described(site, languages):
    """The data page of each language describes the files of the package, links to all, and reviews no claim."""
    package = json.loads((site / "data/datapackage.json").read_text("utf-8"))
    named = {(site / "data" / one["path"]).resolve(): one["mediatype"] for one in package["resources"]}
    # Each claim also has files of its own.
    there = {file.resolve() for file in (site / "data").rglob("*") if file.is_file() and "claims" not in file.parts}
    pages = 0
    for page in site.rglob("*.html"):
        html = page.read_text("utf-8")
        blocks = structured.blocks(html)
        for data in (block for block in blocks if block["@type"] == "Dataset"):
            pages += 1
            name = page.relative_to(site)
            if any(block["@type"] == "ClaimReview" for block in blocks):
                yield f"{name} describes the data and reviews a claim"
            for finding in structured.check_block(data):
                yield f"{name}: {finding}"
            ends = {one["contentUrl"]: one["encodingFormat"] for one in data["distribution"]}
            for file, media in named.items():
                path = file.relative_to(site.resolve()).as_posix()
                if media not in [kind for url, kind in ends.items() if url.endswith(f"/{path}")]:
                    yield f"{name} does not describe {path} as {media}"
            if len(ends) != len(named):
                yield f"{name} describes {len(ends)} files, the package {len(named)}"
            for file in there:
                if f'/{file.relative_to(site.resolve()).as_posix()}"' not in html:
                    yield f"{name} does not link to {file.name}"
            if not 50 <= len(data["description"]) <= 5000 or not data["isAccessibleForFree"]:
                yield f"{name}: its description is of no use to Google's Dataset Search"
            first, last = data["temporalCoverage"].split("/")
            if not first < last:
                yield f"{name} covers {first} to {last}"
    if pages != languages:
        yield f"{pages} pages describe the data, in {languages} languages"
