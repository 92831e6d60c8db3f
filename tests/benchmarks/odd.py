"""Odd texts: nothing raises, and time grows with length alone, for reading as for comparing.

Run by hand: ``python -m tests.benchmarks.odd [NAME...] [--size CHARACTERS]``. Every text is made at
a size and at twice that; the ratio of processor time is printed, and ``!`` where it is above 2.6.
"""

from __future__ import annotations

import argparse
import itertools
import traceback
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from time import process_time

from spacy.language import Language

from factdiff import Source, load_pipeline
from factdiff.diff import extract_report, report_of
from tests.quality.planted import article, names

LIMIT = 2.6
WORDS = ("police", "2019", "five", "Monday", "Lee", "said", "Act", "$", "“", "percent")
SENTENCES = (
    "Police said 12 people were killed in Lisbon on Monday.",
    'Mayor Ann Lee, 45, said: "We will never give up."',
    "Section 5 of the Ports Act of 1999 sets a fine of $3 million, or 4.5 percent.",
)
SCRIPTS = {
    "german": "Bei einem Brand in Köln sind am Montag 12 Menschen ums Leben gekommen. ",
    "russian": "В понедельник в Москве погибли 12 человек, сообщил мэр Иван Петров. ",
    "chinese": "星期一北京发生爆炸，造成12人死亡，市长李明说。",
    "arabic": "قال العمدة أحمد علي إن 12 شخصا قتلوا يوم الاثنين في بغداد. ",
    "hebrew": "ראש העיר דוד לוי אמר כי 12 בני אדם נהרגו ביום שני בחיפה. ",
    "emoji": "🔥 12 people 😀 hurt in 🇵🇹 Lisbon 👩‍🚒 said Ann Lee 💬 “no way out of it” 🎉. ",
    "controls": "Police\u200b said\u00a012\u2009people\ufeff were\x07 killed\u202e in Lisbon\x0b. ",
    "combining": "Poli\u0301ce sa\u0308id 12 peo\u0323ple were kil\u0300led in Li\u0302sbon. ",
}


def story() -> str:
    """Ordinary paragraphs to be made odd."""
    return "\n\n".join(article(name)[0] for name in names())


def texts() -> Iterator[tuple[str, Callable[[int], str]]]:
    """The names of the odd texts, each with what makes it at a size in characters."""
    whole = story()
    for word in WORDS:
        yield f"word {word}", partial(_repeated, f"{word} ")
    for number, sentence in enumerate(SENTENCES):
        yield f"sentence {number}", partial(_repeated, f"{sentence} ")
        yield f"line {number}", partial(_repeated, f"{sentence}\n\n")
    yield "article", partial(_repeated, whole + "\n\n")
    yield "no marks", partial(_repeated, "".join(c for c in whole if c not in ".,;:!?\"'“”’-"))
    yield "one line", partial(_repeated, " ".join(whole.split()) + " ")
    yield "no blanks", partial(_repeated, "".join(whole.split()))
    yield "capitals", partial(_repeated, whole.upper() + "\n\n")
    yield "lower case", partial(_repeated, whole.lower() + "\n\n")
    yield "lines of 20", partial(_repeated, _broken(whole) + "\n")
    yield "one sentence", partial(_repeated, whole.replace(".", ",").replace("\n", " "))
    yield "and and", partial(_numbered, "Ann Lee met Bob Ray {n} and ")
    yield "names", partial(_numbered, "Anna Leeson{n}, 45, mayor of Porto{n}; ")
    yield "table", partial(_numbered, "{n}\t{n}.5\t${n},000\t{n}%\t2001-02-03\n")
    yield "figures", partial(_numbered, "{n} people were hurt and {n}00 fled. ")
    yield "dates", partial(_numbered, "On May 3, {n}, and on Monday he left. ")
    yield "laws", partial(_numbered, "Section {n}({n})(a) of the Ports Act, {n} U.S.C. § {n}. ")
    yield "quotes", partial(_numbered, '"We shall never sell {n} ships," said Ann Lee{n}. ')
    yield "open quotes", partial(_numbered, '"We shall never sell {n} ships, said Ann Lee. ')
    yield "brackets", partial(_repeated, "([{")
    yield "dashes", partial(_repeated, "-- ")
    for mark in "=.*_)!(-$":
        yield f"run of {mark}", partial(_repeated, mark)
    yield "digits", partial(_repeated, "1234567890")
    yield "commas", partial(_repeated, "1,000,")
    yield "letters", partial(_repeated, "a")
    yield "blanks", partial(_repeated, "a   \n")
    yield "tags", partial(_repeated, "<div class='x'><p>Police &amp; <b>12</b> men</p></div>\n")
    for script, sentence in SCRIPTS.items():
        yield script, partial(_repeated, sentence)


def _repeated(piece: str, size: int) -> str:
    return (piece * (size // len(piece) + 1))[:size]


def _numbered(piece: str, size: int) -> str:
    made, length = [], 0
    for number in itertools.count(1):
        made.append(piece.format(n=number))
        length += len(made[-1])
        if length >= size:
            return "".join(made)[:size]
    raise AssertionError


def _broken(text: str) -> str:
    return "\n".join(text[at : at + 20] for at in range(0, len(text), 20))


@dataclass(frozen=True)
class Cost:
    """Seconds of processor time to read a text and to compare it with a copy, and its claims."""

    reading: float
    comparing: float
    claims: int
    wrong: int


def cost(nlp: Language, text: str) -> Cost:
    """Read a text and compare it with itself, which must give agreement alone."""
    start = process_time()
    read = extract_report([Source.from_text(text, name="odd")], nlp=nlp)
    reading = process_time() - start
    mine = read.claims
    copies = [replace(claim, id="B" + claim.id[1:], source="B") for claim in mine]
    sources = [replace(read.sources[0], id=source) for source in "AB"]
    start = process_time()
    report = report_of(read.tool, sources, [*mine, *copies])
    comparing = process_time() - start
    wrong = sum(str(f.verdict) != "agree" and not f.internal for f in report.findings)
    return Cost(reading, comparing, len(mine), wrong)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("names", nargs="*", help="only texts whose name begins so")
    parser.add_argument("--size", type=int, default=30_000, help="characters; then twice as many")
    chosen = parser.parse_args()
    nlp = load_pipeline()
    for name, made in texts():
        if chosen.names and not name.startswith(tuple(chosen.names)):
            continue
        try:
            once, twice = (cost(nlp, made(size)) for size in (chosen.size, 2 * chosen.size))
        except Exception:  # noqa: BLE001 -- the benchmark is to go on and tell
            print(f"{name:<16} RAISED\n{traceback.format_exc(limit=-3)}")
            continue
        ratios = [
            (two / one if one > 0.2 else 0.0)
            for one, two in ((once.reading, twice.reading), (once.comparing, twice.comparing))
        ]
        marks = "".join(" !" for ratio in ratios if ratio > LIMIT)
        print(
            f"{name:<16} {twice.claims:>6} claims  read {once.reading:6.2f} {twice.reading:6.2f} s"
            f" x{ratios[0]:.1f}  compare {once.comparing:6.2f} {twice.comparing:6.2f} s"
            f" x{ratios[1]:.1f}{marks}{f'  {twice.wrong} not agreed' if twice.wrong else ''}",
            flush=True,
        )


if __name__ == "__main__":
    main()
