#!/usr/bin/env python3
"""What a bureau would otherwise write: settles the lines of a generated region with lxml and SQLite.

    Benchmarks/alternative.py DATABASE REGION FILE-OR-FOLDER...

Takes allocations (301) and declarations (323) into DATABASE, allocations first. Each file is checked against its schema.
Of each line it checks reference, allocation, product, unit, period, tariff, amount, volume per period and in total, and
what a credit undoes; of each declaration the total. It keeps every line with its verdict and sums what is granted per
client. Prints one line of JSON: lines, rejected, claimedCents, grantedCents, clients.

It is no settlement: no answer, no journal that can be verified, no level-2 rules but the total, no stored messages.
"""

import csv
import json
import sqlite3
import sys
from collections import defaultdict
from datetime import date, timedelta
from pathlib import Path

from lxml import etree

ROOT = Path(__file__).resolve().parent.parent
DAY = timedelta(days=1)

TABLES = """
CREATE TABLE IF NOT EXISTS allocation (
  municipality TEXT, number INTEGER, provider TEXT, bsn TEXT, category TEXT, code TEXT, begin TEXT, end TEXT,
  volume INTEGER, unit TEXT, frequency TEXT, PRIMARY KEY (municipality, number)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS line (
  municipality TEXT, provider TEXT, declaration TEXT, bsn TEXT, reference TEXT, previous TEXT, allocation INTEGER,
  category TEXT, code TEXT, begin TEXT, end TEXT, volume INTEGER, unit TEXT, tariff INTEGER, cents INTEGER, side TEXT,
  rejected TEXT);
CREATE INDEX IF NOT EXISTS line_by_parties ON line (municipality, provider);
CREATE INDEX IF NOT EXISTS line_by_client ON line (municipality, bsn);
"""


def rounded(numerator, denominator):
    """A fraction rounded to a whole number, halves up; nothing here is negative."""
    return (2 * numerator + denominator) // (2 * denominator)


def sunday_weeks(begin, end, last):
    """Weeks of output in a period of an allocation that ends on `last`: by Sundays, and a broken last week."""
    first = begin + DAY * (6 - begin.weekday())
    count = 0 if first > end else (end - first).days // 7 + 1
    if last.weekday() != 6 and begin <= last - DAY * (last.weekday() + 1) <= end:
        count += 1
    return count


def iso_weeks(begin, end):
    """Weeks, from Monday up to Sunday, that a period touches."""
    monday = begin - DAY * begin.weekday()
    return (end - monday).days // 7 + 1


def months(begin, end):
    return (end.year - begin.year) * 12 + end.month - begin.month + 1


class Region:
    """Agreements and prices of a region folder."""

    def __init__(self, folder):
        self.agreements = {row["agreement"]: row for row in self.table(folder / "agreements.csv")}
        self.prices = defaultdict(list)
        for row in self.table(folder / "products.csv"):
            until = row["valid_until"]
            self.prices[row["category"], row["code"]].append((
                row["provider"] or None, row["unit"], round(float(row["price"].replace(",", ".")) * 100),
                row["price_unit"], date.fromisoformat(row["valid_from"]),
                date.fromisoformat(until) if until else date.max, self.agreements[row["agreement"]]))

    @staticmethod
    def table(path):
        with open(path, encoding="utf-8", newline="") as file:
            return list(csv.DictReader((row for row in file if not row.startswith("#")), delimiter=";"))

    def price(self, line, provider, start):
        """The most specific price that holds for a line: cents, basis and agreement; None when there is none."""
        found = None
        for of, unit, cents, basis, begin, end, agreement in self.prices[line.category, line.code]:
            hourly = line.unit == "01" and unit == "04"
            if unit != line.unit and not hourly or of not in (None, provider):
                continue
            day = start if agreement["tariff_date"] == "start" else line.begin
            if begin <= day <= end and (found is None or of):
                found = cents, "04" if hourly else basis, agreement
        return found


class Line:
    """One declared line."""

    __slots__ = ("bsn", "reference", "previous", "allocation", "category", "code", "begin", "end", "volume", "unit",
                 "tariff", "cents", "side", "rejected")

    def __init__(self, bsn, texts):
        self.bsn = bsn
        self.reference = texts["ReferentieNummer"]
        self.previous = texts.get("VorigReferentieNummer")
        self.allocation = int(texts["ToewijzingNummer"])
        self.category = texts["ProductCategorie"]
        self.code = texts["ProductCode"]
        self.begin = date.fromisoformat(texts["Begindatum"])
        self.end = date.fromisoformat(texts["Einddatum"])
        self.volume = int(texts["GeleverdVolume"])
        self.unit = texts["Eenheid"]
        tariff = texts.get("ProductTarief")
        self.tariff = None if tariff is None else int(tariff)
        self.cents = int(texts["Bedrag"])
        self.side = texts["DebetCredit"]
        self.rejected = None

    @property
    def what(self):
        """What a credit repeats of its debit."""
        return (self.bsn, self.allocation, self.category, self.code, self.begin, self.end, self.volume, self.unit,
                self.tariff, self.cents)

    @property
    def signed(self):
        return self.cents if self.side == "D" else -self.cents


def local(tag):
    return tag[tag.index("}") + 1:]


def texts(element):
    """The texts of the leaves below an element, by name."""
    return {local(leaf.tag): leaf.text for leaf in element.iter() if len(leaf) == 0}


class Books:
    """The database, and the rules that need it."""

    def __init__(self, path, region):
        self.region = region
        self.database = sqlite3.connect(path)
        self.database.executescript("PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;" + TABLES)
        self.schemas = {}
        self.lines = self.rejected = self.claimed = self.granted = 0

    def root(self, path, kind):
        """The root of a valid message."""
        if kind not in self.schemas:
            self.schemas[kind] = etree.XMLSchema(etree.parse(str(ROOT / "Schemas" / "iJw-3.2" / f"jw{kind}.xsd")))
        tree = etree.parse(str(path))
        if not self.schemas[kind].validate(tree):
            sys.exit(f"{path}: {self.schemas[kind].error_log.last_error}")
        return tree.getroot()

    def allocate(self, path):
        root = self.root(path, 301)
        head = texts(root[0])
        bsn = root.findtext("{*}Client/{*}Bsn")
        rows = []
        for product in root.iterfind("{*}Client/{*}ToegewezenProducten/{*}ToegewezenProduct"):
            text = texts(product)
            rows.append((
                head["Afzender"], int(text["ToewijzingNummer"]), head["Ontvanger"], bsn, text["Categorie"], text["Code"],
                text["Ingangsdatum"], text["Einddatum"], int(text["Volume"]), text["Eenheid"], text["Frequentie"]))
        self.database.executemany("INSERT INTO allocation VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", rows)

    def declare(self, path):
        root = self.root(path, 323)
        head = texts(root[0])
        declaration = root[1]
        provider, municipality = head["Afzender"], head["Ontvanger"]
        lines = [
            Line(client[0].text, texts(line))
            for client in declaration.iterfind("{*}Clienten/{*}Client") for line in client[1]]
        total = texts(declaration.find("{*}TotaalIngediendBedrag"))
        stated = int(total["TotaalBedrag"]) * (1 if total["DebetCredit"] == "D" else -1)
        if stated != sum(line.signed for line in lines):
            for line in lines:
                line.rejected = "TR358"
        else:
            self.judge(lines, provider, municipality, date.fromisoformat(declaration.findtext(
                "{*}DeclaratiePeriode/{*}Einddatum")))
        self.book(lines, provider, municipality, declaration[0].text)

    def judge(self, lines, provider, municipality, last):
        parties = municipality, provider
        allocations = {}
        for number, bsn, category, code, begin, end, *volume in self.database.execute(
                "SELECT number, bsn, category, code, begin, end, volume, unit, frequency FROM allocation"
                " WHERE municipality = ? AND provider = ?", parties):
            allocations[number] = (
                bsn, category, code, date.fromisoformat(begin), date.fromisoformat(end), *volume)
        references, debits, used = set(), {}, defaultdict(int)
        for reference, bsn, allocation, category, code, begin, end, volume, unit, tariff, cents, side, previous, no in (
                self.database.execute(
                    "SELECT reference, bsn, allocation, category, code, begin, end, volume, unit, tariff, cents, side,"
                    " previous, rejected FROM line WHERE municipality = ? AND provider = ? ORDER BY rowid", parties)):
            references.add(reference)
            if no:
                continue
            if side == "D":
                debits[reference] = (
                    bsn, allocation, category, code, date.fromisoformat(begin), date.fromisoformat(end), volume, unit,
                    tariff, cents)
            else:
                debits.pop(previous, None)
            used[allocation] += volume if side == "D" else -volume
        for line in lines:
            if line.side == "C":
                line.rejected = "TR314" if line.reference in references else None
                if not line.rejected and debits.get(line.previous) != line.what:
                    line.rejected = "TR323"
                references.add(line.reference)
                if not line.rejected:
                    del debits[line.previous]
                    used[line.allocation] -= line.volume
        open_debits = {(what[1], what[2], what[3], what[4], what[5]) for what in debits.values()}
        for line in lines:
            if line.side == "D":
                line.rejected = self.verdict(line, allocations, references, open_debits, used, provider, last)
                references.add(line.reference)
                if not line.rejected:
                    open_debits.add((line.allocation, line.category, line.code, line.begin, line.end))
                    used[line.allocation] += line.volume

    def verdict(self, line, allocations, references, open_debits, used, provider, last):
        """The first rule that a debit breaks, or None."""
        if line.reference in references:
            return "TR314"
        allocation = allocations.get(line.allocation)
        if allocation is None or allocation[0] != line.bsn:
            return "TR338"
        _, category, code, begin, end, volume, unit, frequency = allocation
        if (category, code) != (line.category, line.code):
            return "TR340"
        in_minutes = line.unit == "01" and unit == "04"
        if line.unit != unit and not in_minutes:
            return "TR341"
        month = line.begin.replace(day=1)
        month_end = (month + 31 * DAY).replace(day=1) - DAY
        if line.begin != max(month, begin):
            return "TR307"
        if line.end != min(month_end, end):
            return "TR308"
        if line.begin > last:
            return "TR319"
        if (line.allocation, line.category, line.code, line.begin, line.end) in open_debits:
            return "TR389"
        price = self.region.price(line, provider, begin)
        if price is None:
            return "K001"
        if amount := self.amount(line, price, end, (month_end - month).days + 1):
            return amount
        volume *= 60 if in_minutes else 1
        if frequency == "2":
            fits = volume * (
                sunday_weeks(line.begin, line.end, end) if unit in ("82", "83") else iso_weeks(line.begin, line.end))
            whole = volume * (sunday_weeks(begin, end, end) if unit in ("82", "83") else iso_weeks(begin, end))
        elif frequency == "4":
            fits, whole = volume, volume * months(begin, end)
        else:
            fits = whole = volume
        if line.volume > fits:
            return "TR321"
        return "TR322" if used[line.allocation] + line.volume > whole else None

    @staticmethod
    def amount(line, price, end, days):
        """Whether tariff and amount are those of the contract."""
        cents, basis, agreement = price
        if line.unit != "83":
            hourly = basis == "04"
            if line.tariff != (rounded(cents, 60) if hourly else cents):
                return "TR418"
            due = rounded(cents * line.volume, 60) if hourly else cents * line.volume
            return None if line.cents == due else "TR346"
        if line.cents != line.volume:
            return "CS339"
        if agreement["model"] == "lumpsum":
            due = 0
        elif basis == "week":
            due = cents * sunday_weeks(line.begin, line.end, end)
        else:
            part = (line.end - line.begin).days + 1
            pro_rata = agreement["partial_month"] == "pro-rata-days" and part < days
            due = rounded(cents * part, days) if pro_rata else cents
        return "due" if line.cents > due else None

    def book(self, lines, provider, municipality, declaration):
        self.database.executemany(
            "INSERT INTO line VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            ((municipality, provider, declaration, line.bsn, line.reference, line.previous, line.allocation,
              line.category, line.code, line.begin.isoformat(), line.end.isoformat(), line.volume, line.unit,
              line.tariff, line.cents, line.side, line.rejected) for line in lines))
        self.database.commit()
        for line in lines:
            self.lines += 1
            self.claimed += line.signed
            if line.rejected:
                self.rejected += 1
            else:
                self.granted += line.signed

    def close(self):
        """The sums per client, of this run and those before, and what this run came to."""
        self.database.commit()
        sums = self.database.execute(
            "SELECT municipality, bsn, SUM(CASE side WHEN 'D' THEN cents ELSE -cents END) FROM line"
            " WHERE rejected IS NULL GROUP BY municipality, bsn").fetchall()
        self.database.close()
        return {"lines": self.lines, "rejected": self.rejected, "claimedCents": self.claimed,
                "grantedCents": self.granted, "clients": len(sums)}


def main():
    database, region, *paths = sys.argv[1:]
    files = []
    for path in map(Path, paths):
        files += path.rglob("*.xml") if path.is_dir() else [path]
    # As `saldo generate` lays them out: a folder per month, and in it one per kind of message; numbers in order.
    files.sort(key=lambda file: (file.parts[:-1], len(file.name), file.name))
    books = Books(database, Region(Path(region)))
    for file in files:
        if "301" in file.parts:
            books.allocate(file)
    books.database.commit()
    for file in files:
        if "323" in file.parts:
            books.declare(file)
    print(json.dumps(books.close()))


main()
