"""Reads the files for machines of a built site with the programs of others, and says what they find.

    python tests/machines/check.py DIRECTORY

Every line of output is a finding. The programs stand in requirements.txt; no network is used.
"""

import json
import sys
from pathlib import Path

import fastjsonschema
import feedparser
import rnc2rng
from lxml import etree

from structured import blocks, check_block

HERE = Path(__file__).parent
OPEN_SEARCH = "{http://a9.com/-/spec/opensearch/1.1/}"


def main(site):
    findings = []
    counts = {"atom": 0, "json feed": 0, "sitemap": 0, "opensearch": 0, "json-ld": 0}
    grammar = rnc2rng.dumps(rnc2rng.load(str(HERE / "atom.rnc"))).replace('<nsName ns="urn:none"/>', '<nsName ns=""/>')
    atom = etree.RelaxNG(etree.fromstring(grammar.encode()))
    sitemap = etree.XMLSchema(etree.parse(str(HERE / "sitemap.xsd")))
    feed = fastjsonschema.compile(json.loads((HERE / "json-feed.schema.json").read_text()))
    for path in sorted(site.rglob("*")):
        name = path.relative_to(site).as_posix()
        say = lambda text: findings.append(f"{name}: {text}")
        if path.name == "atom.xml":
            counts["atom"] += 1
            check_atom(path, atom, say)
        elif path.name == "feed.json":
            counts["json feed"] += 1
            check_json_feed(path, feed, say)
        elif name == "sitemap.xml" or name.startswith("sitemaps/"):
            counts["sitemap"] += path.is_file()
            if path.is_file():
                check_sitemap(path, sitemap, say)
        elif path.name == "opensearch.xml":
            counts["opensearch"] += 1
            check_open_search(path, site, say)
        elif path.suffix == ".html":
            for block in blocks(path.read_text("utf-8")):
                counts["json-ld"] += 1
                for finding in check_block(block):
                    say(finding)
    for what, count in counts.items():
        if count == 0:
            findings.append(f"there is no {what} to look at")
    print("\n".join(findings) if findings else f"looked at {counts}")
    return 1 if findings else 0


def check_atom(path, grammar, say):
    tree = etree.parse(str(path))
    if not grammar.validate(tree):
        say(grammar.error_log)
    read = feedparser.parse(path.read_bytes())
    if read.bozo:
        say(f"feedparser: {read.bozo_exception}")
    names = {"a": "http://www.w3.org/2005/Atom"}
    # The rules that the RFC gives in Schematron.
    for entry in tree.iterfind("a:entry", names):
        if not entry.xpath("a:link[@rel='alternate' or not(@rel)] | a:content", namespaces=names):
            say("an entry has neither a link to its page nor content")
        if not entry.xpath("a:author | ../a:author | a:source/a:author", namespaces=names):
            say("an entry has no author, and neither has its feed")
    if len(read.entries) != len(tree.findall("a:entry", names)):
        say(f"feedparser reads {len(read.entries)} entries")
    if not read.feed.get("id", "").startswith("urn:uuid:") or not read.feed.get("updated_parsed"):
        say("feedparser reads no id or time of the feed")
    for entry in read.entries:
        missing = [key for key in ("id", "link", "title", "summary", "updated_parsed") if not entry.get(key)]
        if missing:
            say(f"feedparser reads no {missing} of {entry.get('title')}")
    ids = [entry.id for entry in read.entries]
    if len(ids) != len(set(ids)):
        say("two entries have the same id")


def check_sitemap(path, schema, say):
    tree = etree.parse(str(path))
    # Google lets a sitemap of news be empty, which sitemaps.org does not know.
    empty_news = path.name == "news.xml" and len(tree.getroot()) == 0
    if not empty_news and not schema.validate(tree):
        say(schema.error_log)


def check_open_search(path, site, say):
    """What OpenSearch 1.1 (draft 6) asks of a description; it has no grammar of its own."""
    tree = etree.parse(str(path)).getroot()
    if tree.tag != f"{OPEN_SEARCH}OpenSearchDescription":
        return say(f"is {tree.tag}")
    for name, most in (("ShortName", 16), ("Description", 1024)):
        texts = [element.text or "" for element in tree.findall(OPEN_SEARCH + name)]
        if len(texts) != 1 or not 0 < len(texts[0]) <= most:
            say(f"{name} is to be there once, with at most {most} signs: {texts}")
    urls = {(url.get("rel", "results"), url.get("type")): url.get("template") for url in tree.findall(OPEN_SEARCH + "Url")}
    own, itself = path.relative_to(site).as_posix(), urls.get(("self", "application/opensearchdescription+xml"), "")
    if not itself.endswith("/" + own):
        return say(f"does not name itself: {urls}")
    asked = urls.get(("results", "text/html"), "").removeprefix(itself.removesuffix(own)).split("?")
    if len(asked) != 2 or "{searchTerms}" not in asked[1] or not (site / asked[0] / "index.html").is_file():
        say(f"leads nowhere: {urls}")


def check_json_feed(path, schema, say):
    try:
        schema(json.loads(path.read_text("utf-8")))
    except fastjsonschema.JsonSchemaException as error:
        say(error.message)


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
