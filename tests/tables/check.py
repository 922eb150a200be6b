"""Hold the typed tables of a built site against its CSV files, with DuckDB and SQLite.

    check.py SITE EXPECTED

EXPECTED is JSON: how many claims and pieces of evidence there are, and names that may stand nowhere. A finding is a
line; without any the exit code is 0.
"""

import calendar
import csv
import datetime
import json
import re
import sqlite3
import sys
from pathlib import Path

import duckdb
from frictionless import Package, system

SITE = Path(sys.argv[1])
EXPECTED = json.loads(sys.argv[2])
DATA = SITE / "data"
PACKAGE = json.loads((DATA / "datapackage.json").read_text("utf-8"))
FIELDS = {
    resource["path"].removesuffix(".csv"): resource["schema"]["fields"]
    for resource in PACKAGE["resources"]
    if resource["format"] == "csv"
}
DUCKDB_TYPES = {"string": "VARCHAR", "integer": "BIGINT", "number": "DOUBLE", "boolean": "BOOLEAN"}
SQLITE_TYPES = {"string": "TEXT", "integer": "INTEGER", "number": "REAL", "boolean": "BOOLEAN"}
PARSED = {"string": str, "integer": int, "number": float, "boolean": lambda text: {"true": True, "false": False}[text]}
DATES = {
    "claims": {"said_on", "date", "published", "modified"},
    "evidence": {"document_date"},
    "figures": {"from", "to"},
    "sources": set(),
}


def days(text):
    """The first and the last day that a date can mean."""
    parts = [int(part) for part in text.split("-")]
    year, month, day = parts + [None] * (3 - len(parts))
    first = datetime.date(year, month or 1, day or 1)
    last_month = month or 12
    last = datetime.date(year, last_month, day or calendar.monthrange(year, last_month)[1])
    return [first, last]


def expected(table):
    """The columns with their types, and the rows, from the CSV file."""
    columns = []
    for field in FIELDS[table]:
        columns.append((field["name"], field["type"]))
        if field["name"] in DATES[table]:
            columns += [(f"{field['name']}_first", "day"), (f"{field['name']}_last", "day")]
    rows = []
    with (DATA / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            values = []
            for field in FIELDS[table]:
                text = row[field["name"]]
                values.append(PARSED[field["type"]](text) if text else None)
                if field["name"] in DATES[table]:
                    values += days(text) if text else [None, None]
            rows.append(tuple(values))
    return columns, rows


def differences(what, rows, found):
    if len(rows) != len(found):
        yield f"{what} has {len(found)} rows, the CSV file {len(rows)}"
    for at, (row, other) in enumerate(zip(rows, found)):
        if row != other:
            yield f"{what}, row {at}: {other} is not {row}"


def parquet():
    database = duckdb.connect()
    for table in FIELDS:
        file = str(DATA / f"{table}.parquet")
        database.execute(f"CREATE VIEW {table} AS SELECT * FROM read_parquet('{file}')")
        columns, rows = expected(table)
        types = [(name, DUCKDB_TYPES.get(kind, "DATE")) for name, kind in columns]
        told = [(row[0], row[1]) for row in database.execute(f"DESCRIBE {table}").fetchall()]
        if told != types:
            yield f"{file} has the columns {told}, not {types}"
        yield from differences(file, rows, database.execute(f"SELECT * FROM {table}").fetchall())
        about = {
            key.decode(): value.decode()
            for key, value in database.execute(f"SELECT key, value FROM parquet_kv_metadata('{file}')").fetchall()
        }
        yield from facts(file, about)
        for field in FIELDS[table]:
            # In English, whatever the language of the package is.
            if not about.get(f"column.{field['name']}"):
                yield f"{file} does not say what {field['name']} means"
    yield from joined("Parquet", lambda query: database.execute(query).fetchall())


def facts(what, about):
    wanted = {"title": PACKAGE["title"], "homepage": PACKAGE["homepage"], "licence": PACKAGE["licenses"][0]["title"]}
    for key, value in wanted.items():
        if about.get(key) != value:
            yield f"{what}: {key} is {about.get(key)!r}, not {value!r}"


def sqlite():
    file = DATA / "checks.sqlite"
    database = sqlite3.connect(f"file:{file}?mode=ro", uri=True)
    ask = lambda query: database.execute(query).fetchall()
    for query, answer in [
        ("PRAGMA integrity_check", [("ok",)]),
        ("PRAGMA foreign_key_check", []),
        ("PRAGMA application_id", [(0x52435045,)]),
        ("PRAGMA user_version", [(1,)]),
        ("PRAGMA page_size", [(4096,)]),
        ("PRAGMA freelist_count", [(0,)]),
    ]:
        if ask(query) != answer:
            yield f"{query}: {ask(query)}, not {answer}"
    for table in FIELDS:
        columns, rows = expected(table)
        types = [(name, SQLITE_TYPES.get(kind, "DATE")) for name, kind in columns]
        told = [(row[1], row[2]) for row in ask(f"PRAGMA table_info({table})")]
        if told != types:
            yield f"{file}: {table} has the columns {told}, not {types}"
        # A database of SQLite keeps days as text.
        plain = [tuple(str(value) if isinstance(value, datetime.date) else value for value in row) for row in rows]
        yield from differences(f"{file}: {table}", plain, ask(f"SELECT * FROM {table} ORDER BY rowid"))
        described = ask(f"SELECT name, meaning FROM columns WHERE \"table\" = '{table}' ORDER BY position")
        if [name for name, _ in described] != [name for name, _ in columns] or not all(text for _, text in described):
            yield f"{file} does not say what each column of {table} means"
    yield from facts(file, dict(ask("SELECT name, value FROM about")))
    if not any("figures_claim" in row[3] for row in ask("EXPLAIN QUERY PLAN SELECT * FROM figures WHERE claim = 'x'")):
        yield f"{file} reads all figures to find those of a claim"
    yield from joined("SQLite", ask)


def joined(what, ask):
    """Tables belong together."""
    language = ask("SELECT min(language) FROM claims")[0][0]
    for query, answer in [
        ("SELECT count(*) FROM claims", EXPECTED["claims"]),
        ("SELECT count(*) FROM evidence", EXPECTED["evidence"]),
        (
            f"SELECT count(*) FROM evidence JOIN claims ON claims.id = evidence.claim AND language = '{language}'",
            EXPECTED["evidence"],
        ),
        (
            "SELECT count(*) FROM claims WHERE evidence <> (SELECT count(*) FROM evidence WHERE claim = claims.id)",
            0,
        ),
        (
            "SELECT count(*) FROM figures LEFT JOIN evidence ON figures.claim = evidence.claim"
            " AND figures.evidence = evidence.position"
            " WHERE figures.evidence IS NOT NULL AND evidence.claim IS NULL",
            0,
        ),
        ("SELECT count(*) FROM figures WHERE low > high", 0),
    ]:
        if ask(query) != [(answer,)]:
            yield f"{what}: {query}: {ask(query)}, not {answer}"
    if ask("SELECT count(*) FROM figures WHERE low IS NOT NULL AND from_first >= '2000-01-01'")[0][0] == 0:
        yield f"{what}: no figure of a known day has a least number"


def persons():
    """Nobody who is private is named, and no other text than that of the CSV files is in a file as it lies there."""
    raw = (DATA / "checks.sqlite").read_bytes().decode("utf-8", errors="replace")
    texts = {"checks.sqlite": raw}
    for table in FIELDS:
        rows = duckdb.connect().execute(f"SELECT * FROM read_parquet('{DATA / table}.parquet')").fetchall()
        texts[f"{table}.parquet"] = "\n".join(str(value) for row in rows for value in row)
    for file, text in texts.items():
        for name in EXPECTED["private"]:
            if re.search(rf"\b{re.escape(name)}\b", text):
                yield f"{file} names `{name}`"
        for id in EXPECTED["private_ids"]:
            if re.search(rf"(^|;){re.escape(id)}(;|$)", text, re.MULTILINE):
                yield f"{file} holds the id `{id}`"


def package():
    listed = {resource["path"]: resource for resource in PACKAGE["resources"]}
    for path in [f"{table}.parquet" for table in FIELDS] + ["checks.sqlite"]:
        if "encoding" in listed[path] or not listed[path]["mediatype"].startswith("application/vnd."):
            yield f"datapackage.json: {listed[path]}"
    with system.use_context(trusted=False):
        whole = Package(str(DATA / "datapackage.json"))
        # Frictionless reads Parquet with pandas, which is more than this test is worth; DuckDB has read them.
        for resource in [resource.name for resource in whole.resources if resource.format == "parquet"]:
            whole.remove_resource(resource)
        report = whole.validate()
    for row in report.flatten(["type", "message"]):
        yield f"datapackage.json: {row}"


findings = [finding for check in (parquet, sqlite, persons, package) for finding in check()]
print("\n".join(findings))
for table in FIELDS:
    print(f"{table}: {len(expected(table)[1])} rows, CSV {(DATA / f'{table}.csv').stat().st_size} bytes,",
          f"Parquet {(DATA / f'{table}.parquet').stat().st_size}")
print(f"SQLite {(DATA / 'checks.sqlite').stat().st_size} bytes, read by {sqlite3.sqlite_version}")
sys.exit(bool(findings))
