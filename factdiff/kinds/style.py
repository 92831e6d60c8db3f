"""House style for names: spellings of one name are one name, and some of them may not stand.

What a project's policy says of a name is surer than any comparison of letters: ``joined`` puts
``Burma`` and ``Myanmar`` into one group before anything is judged, ``styled`` has the last word
on the finding.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from factdiff.model import Claim, Evidence, Finding, Group, Kind, Position, Source, Verdict
from factdiff.settings import Alias, Settings

NAMES = frozenset({Kind.PERSON, Kind.ORGANIZATION, Kind.PLACE, Kind.GROUP})
TIE = "house style takes them for one name"


def joined(groups: Iterable[Group], settings: Settings) -> list[Group]:
    """Groups of names, those whose names one alias knows put together."""
    found = list(groups)
    for alias in settings.aliases:
        known = [group for group in found if _is_known(group, alias)]
        if len(known) > 1:
            at = min(found.index(group) for group in known)
            found = [group for group in found if group not in known]
            found.insert(at, _together(known))
    return found


def _is_known(group: Group, alias: Alias) -> bool:
    return any(alias.spelling(str(claim.value)) is not None for claim in group.claims)


def _together(groups: Sequence[Group]) -> Group:
    largest = max(groups, key=lambda group: len(group.claims))
    return Group(
        largest.kind,
        tuple(claim for group in groups for claim in group.claims),
        score=1.0,
        evidence=(
            Evidence("house style", 6.0, TIE),
            *(piece for group in groups for piece in group.evidence),
        ),
        rejected=tuple(piece for group in groups for piece in group.rejected),
    )


def styled(
    findings: Iterable[Finding],
    sources: Mapping[str, Source],
    claims: Mapping[str, Claim],
    settings: Settings,
    draft: str | None = None,
) -> list[Finding]:
    """The findings as house style has them.

    A spelling that house style does not have makes a variant, even where all write it so; with a
    ``draft`` only its own spellings are asked for. Where every spelling is one that may stand, a
    difference between them is none. A third spelling that nobody allowed stays what it is.
    """
    if not settings.aliases:
        return list(findings)
    return [_styled(finding, sources, claims, settings, draft) for finding in findings]


def _styled(
    finding: Finding,
    sources: Mapping[str, Source],
    claims: Mapping[str, Claim],
    settings: Settings,
    draft: str | None,
) -> Finding:
    if finding.kind not in NAMES:
        return finding
    said = [claims[claim] for position in finding.positions for claim in position.claims]
    asked = [claim for claim in said if draft in (None, claim.source)]
    for alias in settings.aliases:
        if not any(_spelling(claim, alias) for claim in asked):
            continue
        all_known = all(_spelling(claim, alias) for claim in said)
        foreign = _foreign(asked, alias)
        if foreign and (all_known or finding.verdict is not Verdict.CONFLICT):
            message = f"House style is {alias.name}; {_who(foreign, sources, draft)}."
            finding = replace(finding, positions=_foreign_first(finding, foreign, claims))
            return _judged(finding, Verdict.VARIANT, message, settings)
        differs = finding.verdict not in (Verdict.AGREE, Verdict.SINGLE)
        if differs and not foreign and all_known:
            names = ", ".join((alias.name, *alias.also))
            message = f"House style takes these for one name: {names}."
            return _judged(finding, Verdict.AGREE, message, settings)
    return finding


def _spelling(claim: Claim, alias: Alias) -> str | None:
    """The spelling that a claim has, in its own words or in its normal form."""
    ends = claim.kind is Kind.PERSON
    return alias.spelling(claim.text, ends=ends) or alias.spelling(str(claim.value), ends=ends)


def _foreign(claims: Sequence[Claim], alias: Alias) -> list[Claim]:
    """The claims whose words are a spelling that house style does not have."""
    return [
        claim
        for claim in (() if alias.accept else claims)
        if alias.spelling(claim.text, ends=claim.kind is Kind.PERSON) not in (None, alias.name)
    ]


def _foreign_first(
    finding: Finding, foreign: Sequence[Claim], claims: Mapping[str, Claim]
) -> tuple[Position, ...]:
    """The positions, what is to be mended on top and apart from what is right."""
    wrong = {claim.id for claim in foreign}
    on_top, rest = [], []
    for position in finding.positions:
        bad = [claim for claim in position.claims if claim in wrong]
        good = [claim for claim in position.claims if claim not in wrong]
        if bad and any(claims[claim].source in {f.source for f in foreign} for claim in good):
            on_top.append(_part(claims[bad[0]].text, bad, claims))
            rest.append(_part(position.display, good, claims))
        else:
            (on_top if bad else rest).append(position)
    return (*on_top, *rest)


def _part(display: str, ids: Sequence[str], claims: Mapping[str, Claim]) -> Position:
    return Position(display, tuple(dict.fromkeys(claims[i].source for i in ids)), tuple(ids))


def _who(foreign: Sequence[Claim], sources: Mapping[str, Source], draft: str | None) -> str:
    """``the draft has Uighurs``, ``a.txt has Uighurs, b.txt Uigurs``."""
    said: dict[str, str] = {}
    for claim in foreign:
        said.setdefault(claim.source, claim.text)
    rows = [
        ("the draft" if source == draft else sources[source].name, words)
        for source, words in said.items()
    ]
    (first, words), *others = rows
    return ", ".join((f"{first} has {words}", *(f"{who} {said}" for who, said in others)))


def _judged(finding: Finding, verdict: Verdict, message: str, settings: Settings) -> Finding:
    return replace(
        finding,
        verdict=verdict,
        severity=settings.severities[verdict],
        message=message,
        confidence=1.0,
    )
