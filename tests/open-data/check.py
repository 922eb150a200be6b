"""Hold the files for machines of a built site to their standards.

    check.py SITE EXPECTED

EXPECTED is JSON: how many rows each table has, and names that may stand nowhere. A finding is a line; without any
the exit code is 0.
"""

import csv
import json
import re
import sys
from pathlib import Path

from frictionless import Package, system
from jsonschema import Draft202012Validator

import citations
import graphs

SITE = Path(sys.argv[1])
EXPECTED = json.loads(sys.argv[2])
DATA = SITE / "data"


def records():
    """Every claim against its schema, and the lines of the corpus against the files."""
    schema = json.loads((DATA / "schema/claim.schema.json").read_text("utf-8"))
    Draft202012Validator.check_schema(schema)
    validator = Draft202012Validator(schema, format_checker=Draft202012Validator.FORMAT_CHECKER)
    files = sorted((DATA / "claims").glob("*/*.json"))
    if not files:
        yield "there is no file of a claim"
    for file in files:
        record = json.loads(file.read_text("utf-8"))
        for error in validator.iter_errors(record):
            yield f"{file.relative_to(SITE)}: {error.json_path}: {error.message}"
        if (file.parent.name, file.stem) != (record["language"], record["id"]):
            yield f"{file.relative_to(SITE)} is about {record['id']} in {record['language']}"
    lines = (DATA / "claims.jsonl").read_text("utf-8").splitlines(keepends=True)
    if sorted(lines) != sorted(file.read_text("utf-8") for file in files):
        yield "claims.jsonl has other lines than there are files"


def tables():
    """The tables as a data package, and how many rows they have."""
    with system.use_context(trusted=False):
        report = Package(str(DATA / "datapackage.json")).validate()
    for row in report.flatten(["type", "message"]):
        yield f"datapackage.json: {row}"
    for task in report.tasks:
        for row in task.flatten(["rowNumber", "fieldName", "message"]):
            yield f"{task.place}: {row}"
    for name, rows in EXPECTED["rows"].items():
        with (DATA / name).open(encoding="utf-8", newline="") as table:
            found = list(csv.DictReader(table))
        if len(found) != rows:
            yield f"{name} has {len(found)} rows, the site has {rows}"
        if any(None in row or None in row.values() for row in found):
            yield f"{name} has a row of another length than its header"


def places():
    """Longitude, then latitude, in degrees."""
    collection = json.loads((DATA / "places.geojson").read_text("utf-8"))
    if collection["type"] != "FeatureCollection" or len(collection["features"]) != EXPECTED["places"]:
        yield f"places.geojson has {len(collection['features'])} places, the site has {EXPECTED['places']}"
    for feature in collection["features"]:
        expected = EXPECTED["points"].get(feature["id"])
        found = feature["geometry"] and feature["geometry"]["coordinates"]
        if feature["type"] != "Feature" or found != expected:
            yield f"places.geojson: {feature['id']} is at {found}, not {expected}"


def persons():
    """Nobody who is private is named."""
    for file in DATA.rglob("*"):
        if file.is_file():
            text = file.read_text("utf-8")
            for name in EXPECTED["private"]:
                if re.search(rf"\b{re.escape(name)}\b", text):
                    yield f"{file.relative_to(SITE)} names `{name}`"
            # As a whole value: the address of a claim, which the desk chose, may hold it as a part.
            for id in EXPECTED["private_ids"]:
                if re.search(rf'(^|[",;/]){id}([",;/#]|$)', text, re.MULTILINE):
                    yield f"{file.relative_to(SITE)} holds the id `{id}`"


def references():
    """How to cite what is here."""
    yield from citations.findings(SITE)
    documents = json.loads((DATA / "documents.csl.json").read_text("utf-8"))
    if len(documents) != EXPECTED["documents"]:
        yield f"documents.csl.json has {len(documents)} documents, the site has {EXPECTED['documents']}"


def others():
    """What the tools of others take."""
    yield from graphs.feed(SITE, EXPECTED["reviews_withheld"])
    yield from graphs.claim_search(SITE)
    yield from graphs.provenance(SITE, EXPECTED["provenance"])
    yield from graphs.described(SITE, EXPECTED["languages"])


findings = [finding for check in (records, tables, places, references, others, persons) for finding in check()]
print("\n".join(findings))
sys.exit(bool(findings))
