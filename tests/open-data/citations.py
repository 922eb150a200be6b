"""Hold references to their formats: CSL-JSON to its schema, BibTeX and RIS to what others read, `CITATION.cff` to its own.

Whatever a reader imports must say what the claim's own file says.
"""

import json
import re
from pathlib import Path

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


def spaces(text):
    """RIS has one kind of space."""
    return " ".join((text or "").split())


def csl(data):
    """Every list against the schema; the list of the site has what the files of the claims have."""
    validator = Draft7Validator(json.loads(SCHEMA.read_text("utf-8")))
    single = []
    files = sorted((data / "claims").glob("*/*.csl.json"))
    for file in [*files, data / "citations.json", data / "documents.csl.json"]:
        items = json.loads(file.read_text("utf-8"))
        for error in validator.iter_errors(items):
            yield f"{file.relative_to(data)}: {error.json_path}: {error.message}"
        if file in files:
            record = json.loads(file.with_name(file.name.replace(".csl.json", ".json")).read_text("utf-8"))
            if items != [record["citation"]]:
                yield f"{file.relative_to(data)} differs from the claim's own file"
            single += items
    together = json.loads((data / "citations.json").read_text("utf-8"))
    if not single or sorted(map(json.dumps, single)) != sorted(map(json.dumps, together)):
        yield "citations.json has other items than there are files"
    if len({item["id"] for item in together}) != len(together):
        yield "citations.json has two items of one id"


def bibtex(data):
    """Every entry as pybtex reads it, against CSL-JSON."""
    items = {item["id"]: item for item in json.loads((data / "citations.json").read_text("utf-8"))}
    single = "".join(file.read_text("utf-8") for file in sorted((data / "claims").glob("*/*.bib")))
    for text in ((data / "citations.bib").read_text("utf-8"), single):
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


def ris(data):
    """Every reference as rispy reads it, against CSL-JSON."""
    items = {item["id"]: item for item in json.loads((data / "citations.json").read_text("utf-8"))}
    single = "".join(file.read_text("utf-8") for file in sorted((data / "claims").glob("*/*.ris")))
    for text in ((data / "citations.ris").read_text("utf-8"), single):
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
    for check in (csl, bibtex, ris):
        yield from check(data)
    yield from cff(site)
