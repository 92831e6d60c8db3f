"""Errors planted by rule in copies of articles, and whether a comparison finds them.

The articles under ``articles/`` mark what a checker would underline: ``{count|19}`` is planted by
the rule for counts, ``{role|mayor>judge}`` by the word given. ``python -m tests.quality.planted``
plants every mark by itself and then several at a time, and prints what was missed.
"""

from __future__ import annotations

import argparse
import random
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from spacy.language import Language

from factdiff import Source, load_pipeline
from factdiff.diff import extract_report, report_of
from factdiff.model import Finding, Report, Span, Verdict
from factdiff.reading import read_claims

ARTICLES = Path(__file__).parent / "articles"
MARK = re.compile(r"\{(?P<kind>[a-z]+)\|(?P<old>[^}|>]+)(?:>(?P<new>[^}]+))?\}")
NUMERALS = (
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
)
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)
# kinds that a tool may fairly tell apart differently, as in the guide's score
NEAR = (
    {"organization", "place"},
    {"count", "measure"},
    {"count", "percent"},
    {"date", "measure"},
)
FLAGS = (Verdict.CONFLICT, Verdict.VARIANT)


@dataclass(frozen=True)
class Spot:
    """A stretch of an article that a checker would underline, and what to print instead."""

    kind: str
    start: int
    end: int
    old: str
    new: str | None


@dataclass(frozen=True)
class Plant:
    """One error in a copy: its kind, the words, and every place where the copy has it."""

    kind: str
    old: str
    new: str
    places: tuple[Span, ...]


@dataclass(frozen=True)
class Exam:
    """What became of the plants of one copy; ``instead`` tells what the misses got."""

    missed: tuple[Plant, ...]
    instead: tuple[tuple[str, ...], ...]
    false: tuple[str, ...]


def article(name: str) -> tuple[str, list[Spot]]:
    """The text of an article without its marks, and what was marked."""
    marked = (ARTICLES / f"{name}.txt").read_text(encoding="utf-8")
    text, spots, last = "", [], 0
    for mark in MARK.finditer(marked):
        text += marked[last : mark.start()]
        start = len(text)
        text += mark["old"]
        spots.append(Spot(mark["kind"], start, len(text), mark["old"], mark["new"]))
        last = mark.end()
    return text + marked[last:], spots


def names() -> list[str]:
    """The articles of the exam, in order."""
    return sorted(p.stem for p in ARTICLES.glob("*.txt") if not p.stem.endswith(".paraphrase"))


def paraphrase(name: str) -> str:
    """The same article told in other words."""
    return (ARTICLES / f"{name}.paraphrase.txt").read_text(encoding="utf-8")


def planted(text: str, spots: Sequence[Spot], seed: str) -> tuple[str, list[Plant]]:
    """A copy with every one of the spots changed, and where the changes stand.

    A name is changed wherever the article has it; anything else at its one place.
    """
    rules = random.Random(seed)
    edits: list[tuple[int, int, str, int]] = []
    made: list[tuple[str, str, str]] = []
    for spot in spots:
        new = changed(spot, rules)
        number = len(made)
        made.append((spot.kind, spot.old, new))
        if spot.kind in ("person", "organization", "place"):
            old_word, new_word = _changed_word(spot.old, new)
            whole = re.compile(rf"(?<!\w){re.escape(old_word)}(?!\w)")
            edits += [(m.start(), m.end(), new_word, number) for m in whole.finditer(text)]
        else:
            edits.append((spot.start, spot.end, new, number))
    copy, places = _edited(text, edits)
    plants = [Plant(*words, tuple(places[number])) for number, words in enumerate(made)]
    return copy, [plant for plant in plants if plant.places]


def _edited(text: str, edits: list[tuple[int, int, str, int]]) -> tuple[str, dict[int, list[Span]]]:
    copy, last = "", 0
    places: dict[int, list[Span]] = {edit[3]: [] for edit in edits}
    for start, end, new, number in sorted(edits):
        if start < last:
            continue  # two names that share a word: the first has changed it
        copy += text[last:start] + new
        places[number].append(Span(len(copy) - len(new), len(copy)))
        last = end
    return copy + text[last:], places


def changed(spot: Spot, rules: random.Random) -> str:
    """What the rule of a kind prints instead of a spot's words."""
    if spot.new is not None:
        return spot.new
    if spot.kind in ("person", "organization", "place"):
        return misspelt(spot.old, rules)
    if spot.kind == "date":
        return other_date(spot.old, rules)
    if spot.kind == "law":
        return other_law(spot.old, rules)
    return other_number(spot.old, rules)


def misspelt(name: str, rules: random.Random) -> str:
    """A name with one letter inside one word dropped, doubled up with its neighbour or replaced."""
    words = [word for word in re.findall(r"[^\W\d_]+", name) if len(word) >= 5]
    word = rules.choice(words or re.findall(r"[^\W\d_]+", name))
    at = rules.randrange(1, len(word) - 1)
    rule = rules.choice(("drop", "swap", "replace"))
    if rule == "drop" and word[at] not in (word[at - 1], word[at + 1]):
        new = word[:at] + word[at + 1 :]
    elif rule == "swap" and word[at] != word[at + 1]:
        new = word[:at] + word[at + 1] + word[at] + word[at + 2 :]
    else:
        letters = "aeiou" if word[at] in "aeiou" else "bdgklmnprst"
        new = word[:at] + rules.choice([c for c in letters if c != word[at]]) + word[at + 1 :]
    return name.replace(word, new, 1)


def _changed_word(old: str, new: str) -> tuple[str, str]:
    pairs = zip(re.findall(r"[^\W\d_]+", old), re.findall(r"[^\W\d_]+", new), strict=True)
    return next(pair for pair in pairs if pair[0] != pair[1])


def other_law(words: str, rules: random.Random) -> str:
    """Another law in the same form: its section or number changed, else the end of its year."""
    year = re.search(r"\b(?:19|20)\d\d$", words)
    if year is None or re.search(r"\d", words[: year.start()]):
        return other_number(words, rules)
    return words[:-1] + rules.choice([d for d in "0123456789" if d != words[-1]])


def other_number(words: str, rules: random.Random) -> str:
    """Another number in the same form: its first digit changed, or another numeral."""
    digit = re.search(r"\d", words)
    if digit is not None:
        new = rules.choice([d for d in "2345678" if d != digit[0]])
        return words[: digit.start()] + new + words[digit.end() :]
    for word in re.findall(r"\w+", words):
        if word.lower() in NUMERALS:
            new = rules.choice([n for n in NUMERALS if n != word.lower()])
            return words.replace(word, new.capitalize() if word[0].isupper() else new, 1)
    return misspelt(words, rules)


def other_date(words: str, rules: random.Random) -> str:
    """Another date in the same form: weekday, day of the month, month, year or hour."""
    for table in (DAYS, MONTHS if not re.search(r" \d{1,2}\b", words) else ()):
        for word in table:
            if word in words:
                step = rules.randrange(2, len(table) - 1)
                return words.replace(word, table[(table.index(word) + step) % len(table)])
    number = re.search(r"\d{4}|\d{1,2}", words)
    if number is None:
        raise ValueError(f"no rule changes the date {words!r}")
    value = int(number[0])
    new = value - rules.randrange(2, 6) if value > 31 else value % 9 + rules.randrange(1, 3)
    return words[: number.start()] + str(new if new != value else new + 1) + words[number.end() :]


class Examiner:
    """Compares copies with one article, which is read once."""

    def __init__(self, text: str, nlp: Language) -> None:
        self.nlp = nlp
        self.read = extract_report([Source.from_text(text, name="article")], nlp=nlp)

    def report(self, copy: str) -> Report:
        """The report of the article and a copy."""
        source = replace(Source.from_text(copy, name="copy"), id="B")
        claims, _ = read_claims([source], self.nlp)
        return report_of(self.read.tool, [*self.read.sources, source], [*self.read.claims, *claims])

    def examine(self, copy: str, plants: Iterable[Plant]) -> Exam:
        """What became of the plants of a copy."""
        return examined(self.report(copy), plants)


def examined(report: Report, plants: Iterable[Plant]) -> Exam:
    """Which plants a report of article and copy does not flag, and what it flags besides."""
    claims = {claim.id: claim for claim in report.claims}
    copy = report.sources[1].id

    def touches(finding: Finding, plant: Plant) -> bool:
        mine = [claims[c] for p in finding.positions for c in p.claims if claims[c].source == copy]
        return any(claim.span.overlaps(place) for claim in mine for place in plant.places)

    plants = list(plants)
    conflicts = [f for f in report.findings if f.verdict is Verdict.CONFLICT]
    missed = [
        plant
        for plant in plants
        if not any(same_kind(f.kind, plant.kind) and touches(f, plant) for f in conflicts)
    ]
    false = [
        shown(f)
        for f in report.findings
        if f.verdict in FLAGS and not any(touches(f, plant) for plant in plants)
    ]
    instead = (tuple(brief(f) for f in report.findings if touches(f, plant)) for plant in missed)
    return Exam(tuple(missed), tuple(instead), tuple(false))


def same_kind(left: str, right: str) -> bool:
    """Whether two kinds are one, or fairly taken for one another."""
    return left == right or {left, right} in NEAR


def shown(finding: Finding) -> str:
    """A finding on one line."""
    said = " | ".join(f"{'+'.join(p.sources)}: {p.display}" for p in finding.positions)
    return f"{finding.verdict} {finding.kind} [{finding.subject}] {said} -- {finding.message}"


def brief(finding: Finding) -> str:
    """A finding in a few words."""
    said = " | ".join(f"{'+'.join(p.sources)}: {p.display}" for p in finding.positions)
    return f"{finding.verdict} {finding.kind} {said}"


def selections(name: str) -> Iterator[tuple[str, list[Spot]]]:
    """One to eight spots of an article at a time, always the same ones, each with its seed."""
    _, spots = article(name)
    for number in range(1, 9):
        seed = f"{name}/{number}"
        chosen = random.Random(seed).sample(spots, number)
        yield seed, sorted(chosen, key=lambda spot: spot.start)


def singly(name: str) -> Iterator[tuple[str, list[Spot]]]:
    """Every spot of an article by itself."""
    for spot in article(name)[1]:
        yield f"{name}/{spot.start}", [spot]


def retold(name: str) -> Iterator[tuple[str, list[Spot]]]:
    """Every spot of an article by itself, where its paraphrase has the same words just once."""
    text = paraphrase(name)
    for spot in article(name)[1]:
        found = [m.start() for m in re.finditer(rf"(?<!\w){re.escape(spot.old)}(?!\w)", text)]
        if len(found) == 1:
            place = replace(spot, start=found[0], end=found[0] + len(spot.old))
            yield f"{name}/{spot.start}", [place]


def thirds(name: str) -> Iterator[tuple[str, list[Spot]]]:
    """The spots of ``retold`` in three turns, a third of them at a time."""
    spots = sorted((spot for _, (spot,) in retold(name)), key=lambda spot: spot.start)
    for turn in range(3):
        yield f"{name}/third {turn}", spots[turn::3]


def main() -> None:
    """Plant, compare and print the misses by kind."""
    parser = argparse.ArgumentParser(description=main.__doc__)
    parser.add_argument("--article", action="append", help="only this article; repeatable")
    parser.add_argument(
        "--kinds", default="", help="only plants of these kinds, with commas between"
    )
    parser.add_argument(
        "--together", action="store_true", help="one to eight at a time, not singly"
    )
    parser.add_argument("--retold", action="store_true", help="in the paraphrase, not in a copy")
    chosen = parser.parse_args()
    plan = selections if chosen.together else retold if chosen.retold else singly
    nlp = load_pipeline()
    kinds = set(filter(None, chosen.kinds.split(",")))
    total, missed, false, other = Counter(), Counter(), 0, 0
    for name in chosen.article or names():
        text, _ = article(name)
        examiner = Examiner(text, nlp)
        for seed, spots in plan(name):
            if kinds and not kinds & {spot.kind for spot in spots}:
                continue
            copy, plants = planted(paraphrase(name) if chosen.retold else text, spots, seed)
            exam = examiner.examine(copy, plants)
            total.update(plant.kind for plant in plants)
            missed.update(plant.kind for plant in exam.missed)
            false += len(exam.false)
            other += sum(any(g.startswith("conflict") for g in got) for got in exam.instead)
            for plant, got in zip(exam.missed, exam.instead, strict=True):
                start, end = plant.places[0].start, plant.places[0].end
                print(f"missed {plant.kind:<12} {seed:<14} {plant.old!r} -> {plant.new!r}")
                print(f"       in   …{copy[max(0, start - 50) : end + 40]!r}")
                print(f"       got  {'; '.join(got) or 'no finding at that place'}")
            for alarm in exam.false:
                print(f"false  {seed:<14} planted {[(p.old, p.new) for p in plants]}: {alarm}")
    for kind, count in sorted(total.items()):
        print(f"{kind:<14} found {count - missed[kind]:>3} of {count:>3}")
    found = sum(total.values()) - sum(missed.values())
    print(f"any kind       found {found + other} of {sum(total.values())}")
    print(f"all            found {found} of {sum(total.values())}, {false} false alarms")


if __name__ == "__main__":
    main()
