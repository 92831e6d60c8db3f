"""Reports made by hand, so that the renderers can be tested without a pipeline."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from hashlib import sha256

from factdiff.diff import source_id
from factdiff.model import (
    Claim,
    Context,
    Evidence,
    Finding,
    Kind,
    PlainValue,
    Position,
    Report,
    Severity,
    Skipped,
    Source,
    Span,
    Tool,
    Verdict,
)
from factdiff.settings import SEVERITIES

HARBOUR = """\
Ferry runs aground off Port Ellery

PORT ELLERY (Coastal Wire) -- A ferry with several crew members aboard ran aground on Tuesday.
Captain Tomas Reijnen said the Harbor Safety Act had been followed.
Advertisement
At least 12 passengers were hurt, the coast guard said. "We heard a long grinding noise," he said.
"""
GAZETTE = """\
Nine of the crew were on the bridge deck when the ferry Alma struck rocks on July 14, 2020.
Captain Tomas Reijner blamed the fog. The Harbor Safety and Inspection Act was kept.
Some 15 passengers were hurt. The ferry is 30 years old.
"""


def source(name: str, text: str, **more: object) -> Source:
    known = Source(
        name=name, text=text, sha256=sha256(text.encode("utf-8", "replace")).hexdigest(), path=name
    )
    return replace(known, **more)


class Maker:
    """Makes claims at the place of a text, and findings of them."""

    def __init__(self, *sources: Source) -> None:
        self.sources = tuple(
            replace(source, id=source_id(number)) for number, source in enumerate(sources)
        )
        self.claims: list[Claim] = []
        self.findings: list[Finding] = []

    def claim(
        self, which: str, kind: Kind, text: str, value: str | None = None, **more: object
    ) -> Claim:
        article = next(source for source in self.sources if source.id == which)
        start = article.text.index(text)
        end = start + len(text)
        first = max(article.text.rfind(mark, 0, start) for mark in ("\n", ". ")) + 1
        stops = [at for mark in ("\n", ". ") if (at := article.text.find(mark, end - 1)) >= 0]
        last = max(end, min(stops, default=len(article.text)))
        while first < start and article.text[first] == " ":
            first += 1
        claim = Claim(
            kind=kind,
            text=text,
            start=start,
            end=end,
            line=article.text.count("\n", 0, start) + 1,
            column=start - article.text.rfind("\n", 0, start),
            sentence=Span(first, last),
            value=PlainValue(value or text),
            id=f"{which}{len(self.claims) + 1}",
            source=which,
            context=Context(),
        )
        claim = replace(claim, **more)
        self.claims.append(claim)
        return claim

    def finding(
        self,
        verdict: Verdict,
        subject: str,
        message: str,
        *said: Sequence[Claim],
        confidence: float = 0.9,
        **more: object,
    ) -> Finding:
        finding = Finding(
            id=sha256(
                f"{verdict}{subject!r}{len(self.findings)}".encode("utf-8", "replace")
            ).hexdigest()[:12],
            kind=said[0][0].kind,
            verdict=verdict,
            subject=subject,
            severity=SEVERITIES[verdict],
            confidence=confidence,
            message=message,
            positions=tuple(
                Position(
                    display=str(claims[0].value),
                    sources=tuple(dict.fromkeys(claim.source for claim in claims)),
                    claims=tuple(claim.id for claim in claims),
                )
                for claims in said
            ),
        )
        finding = replace(finding, **more)
        self.findings.append(finding)
        return finding

    def report(self, *notes: str) -> Report:
        return Report(
            tool=Tool(version="0.1.0", pipeline="en_test 1.0"),
            sources=self.sources,
            claims=tuple(sorted(self.claims, key=lambda c: (c.source, c.start))),
            findings=tuple(sorted(self.findings, key=lambda f: f.verdict.rank)),
            notes=notes,
        )


def ferry() -> Report:
    """Two sources and a finding of every verdict."""
    skipped = HARBOUR.index("Advertisement")
    make = Maker(
        source(
            "wire.txt",
            HARBOUR,
            published="2020-07-15",
            title="Ferry runs aground off Port Ellery",
            skipped=(Skipped(skipped, skipped + 13, "advertisement"),),
            notes=("the dateline names no day",),
        ),
        source("gazette.txt", GAZETTE, published="2020-07-15"),
    )
    claim, find = make.claim, make.finding
    find(
        Verdict.CONFLICT,
        "Tomas Reijnen",
        "The same captain by context; the family names differ by one letter.",
        [claim("A", Kind.PERSON, "Tomas Reijnen")],
        [claim("B", Kind.PERSON, "Tomas Reijner")],
        confidence=0.96,
        evidence=(Evidence("context", 0.4, "both are called captain"),),
        rejected=(Evidence("Alma", -0.8, "a ship, not a person"),),
    )
    find(
        Verdict.VARIANT,
        "Harbor Safety Act",
        "A short title and the full title of one law.",
        [claim("A", Kind.LAW, "Harbor Safety Act")],
        [claim("B", Kind.LAW, "Harbor Safety and Inspection Act")],
    )
    find(
        Verdict.COMPATIBLE,
        "passengers hurt",
        "At least 12 leaves room for about 15.",
        [claim("A", Kind.COUNT, "At least 12 passengers", ">=12", subject="passengers hurt")],
        [claim("B", Kind.COUNT, "Some 15 passengers", "~15", subject="passengers hurt")],
        confidence=0.88,
    )
    find(
        Verdict.COMPATIBLE,
        "crew aboard",
        "Several can be nine.",
        [claim("A", Kind.COUNT, "several crew members", "several", subject="crew aboard")],
        [claim("B", Kind.COUNT, "Nine of the crew", "9", subject="crew aboard")],
        confidence=0.71,
    )
    find(
        Verdict.AGREE,
        "2020-07-14",
        "Tuesday was July 14, 2020.",
        [
            claim("A", Kind.DATE, "Tuesday", "2020-07-14"),
            claim("B", Kind.DATE, "July 14, 2020", "2020-07-14"),
        ],
    )
    for which, kind, text in (
        ("A", Kind.PLACE, "PORT ELLERY"),
        ("A", Kind.ORGANIZATION, "coast guard"),
        ("A", Kind.QUOTE, "We heard a long grinding noise,"),
        ("B", Kind.MEASURE, "30 years old"),
    ):
        find(Verdict.SINGLE, text, "Only one source states it.", [claim(which, kind, text)])
    return make.report("A count of boats in wire.txt found no partner.")


def hostile() -> Report:
    """Everything that an article, a path or a note could use to steer what shows it."""
    trap = (
        "[bold]Ann[/bold] \x1b[31mred\x1b[0m \x1b]0;title\x07 \u202egnp.exe\u202c"
        " <script>alert(1)</script> & ]]> ::error file=a::b %0A |`*_#[x](javascript:y)\x9b31m\x00"
    )
    make = Maker(
        source(f"=cmd()\n::set-output name=x::y\x1b[2J{'<b>'}.txt", f"{trap} and 7 boats sank.\n"),
        source("b.md", f"{trap} and 9 boats sank \u2028 there.\n"),
    )
    make.finding(
        Verdict.CONFLICT,
        f"boats {trap}",
        f"Seven is not nine {trap}\nsecond line.",
        [make.claim("A", Kind.COUNT, "7 boats", f"=7 {trap}", subject=trap)],
        [make.claim("B", Kind.COUNT, "9 boats", "+9", subject="@x", attribution=trap)],
        evidence=(Evidence(trap, 0.5, trap),),
    )
    make.finding(
        Verdict.SINGLE,
        trap,
        "Only one source states it.",
        [make.claim("A", Kind.PERSON, trap)],
        severity=Severity.NONE,
    )
    return make.report(f"note {trap}")
