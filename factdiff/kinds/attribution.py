"""Whom the article credits with a statement: a quotation's speaker, ``according to``, ``X said``.

``Ten died, officials said, and the army denied it.`` credits ``Ten`` to the officials. A claim
inside a quotation has its speaker; the speaker's own name and the verb's own date (``said
Tuesday``) are the article's words and credited to nobody.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Doc

from factdiff.kinds.speech import Names, Piece, Report, read_reports
from factdiff.kinds.speech.cues import forms
from factdiff.kinds.syntax import governing_verb
from factdiff.model import Claim, Kind, Span

TOLD = frozenset({"told", "tells", "tell", "telling"})
LATE = 9  # tokens behind the verb in `said in a statement on its website`
NEAR = 15  # tokens between a quotation and the verb that tells its speaker


@dataclass(frozen=True, slots=True)
class _Scope:
    """A stretch of text whose statements ``speaker`` is credited with."""

    span: Span
    speaker: str


def attributed(doc: Doc, claims: Sequence[Claim]) -> list[Claim]:
    """The claims in the same order, each with the person or body that the article credits with it.

    The name is the full one where the source is named in the article, else the article's words.
    Runs in time linear in the length of the text.
    """
    ordered = sorted(claims, key=lambda claim: (claim.start, claim.end))
    quotes = [claim for claim in ordered if claim.kind is Kind.QUOTE]
    said = [_Scope(q.span, q.subject) for q in quotes if q.subject]
    pieces = read_reports(doc, [q.span for q in quotes], Names(doc, ordered))
    reported = list(_scopes(doc, pieces))
    by_quote, by_report = _Lookup(said), _Lookup(reported)
    verbs = {doc[report.cue].idx for piece in pieces for report in piece.reports}
    return [_credited(doc, claim, by_quote, by_report, verbs) for claim in claims]


def _credited(doc: Doc, claim: Claim, quotes: _Lookup, reports: _Lookup, verbs: set[int]) -> Claim:
    speaker = quotes.at(claim.start)
    if speaker is None:
        speaker = reports.at(claim.start)
        if speaker is not None and (speaker == _words(claim) or _dates_verb(doc, claim, verbs)):
            speaker = None
    return replace(claim, attribution=speaker) if speaker != claim.attribution else claim


def _words(claim: Claim) -> str:
    return str(claim.value)


def _dates_verb(doc: Doc, claim: Claim, verbs: set[int]) -> bool:
    """Whether a date hangs on the verb of saying itself: ``said Tuesday``."""
    if claim.kind is not Kind.DATE:
        return False
    tokens = doc.char_span(claim.start, claim.end, alignment_mode="expand")
    verb = governing_verb(tokens.root) if tokens is not None else None
    return verb is not None and verb.idx in verbs


class _Lookup:
    """Scopes by place; where they overlap, the one that began last."""

    def __init__(self, scopes: Iterable[_Scope]) -> None:
        self.scopes = sorted(scopes, key=lambda scope: scope.span)
        self.starts = [scope.span.start for scope in self.scopes]

    def at(self, offset: int) -> str | None:
        """Who is credited with what stands at ``offset``."""
        last = bisect_right(self.starts, offset)
        for scope in reversed(self.scopes[max(0, last - 4) : last]):
            if offset < scope.span.end:
                return scope.speaker
        return None


def _scopes(doc: Doc, pieces: Iterable[Piece]) -> Iterable[_Scope]:
    for piece in pieces:
        known = [report for report in piece.reports if report.speaker is not None]
        for number, report in enumerate(known):
            after = known[number + 1] if number + 1 < len(known) else None
            stop = _begins(after) if after is not None else piece.end
            before = known[number - 1].cue + 1 if number else piece.start
            yield from _scope(doc, report, Piece(before, piece.end, 0, 0), stop)


def _begins(report: Report) -> int:
    """The first token of a report: its subject or its verb."""
    subject = report.subject
    return min(report.cue, subject.start) if subject is not None else report.cue


def _scope(doc: Doc, report: Report, piece: Piece, stop: int) -> Iterable[_Scope]:
    if report.speaker is None or report.subject is None:
        return
    ends = report.subject.end
    stop = _end_of_aside(doc, report.subject.start, report.cue, stop)
    stretches: list[tuple[int, int]] = []
    if report.cue_class != "source" and _follows_quote(doc, report, piece):
        return  # the words of the quotation are what was said
    if report.cue_class == "source":
        stretches = [(piece.start, report.cue), (ends, stop)]
    elif report.subject.start > report.cue:
        stretches = [(piece.start, report.cue)]  # `ten died, said the mayor`
    elif _closes(doc, report, piece):
        stretches = [(piece.start, report.subject.start), (report.cue + 1, stop)]
    elif report.cue_class == "say" or _reports(doc, report, stop):
        stretches = [(_past_hearer(doc, report.cue, stop), stop)]
    for start, end in stretches:
        if start < end:
            yield _Scope(_span(doc, start, end), report.speaker.name)


def _end_of_aside(doc: Doc, subject: int, cue: int, stop: int) -> int:
    """``The storm, which officials say killed ten, moved on``: the comma ends what they say."""
    if not subject or doc[subject - 1].lower_ not in forms("relative"):
        return stop
    return next((i for i in range(cue + 1, stop) if doc[i].text == ","), stop)


def _reports(doc: Doc, report: Report, stop: int) -> bool:
    """``The study found that``, ``She described hearing``, ``As Lee put it``."""
    subject, after = report.subject, report.cue + 1
    if subject is None or after >= stop:
        return False
    told = doc[after].lower_ == "that" or doc[after].tag_ == "VBG"
    return told or (subject.start > 0 and doc[subject.start - 1].lower_ == "as")


def _past_hearer(doc: Doc, cue: int, stop: int) -> int:
    """Past whom the speaker told it: ``told the Daily News that``."""
    start = cue + 1
    if doc[cue].lower_ in TOLD:
        while (
            start < stop and doc[start].lower_ != "that" and doc[start].pos_ not in ("VERB", "AUX")
        ):
            start += 1
    return start


def _follows_quote(doc: Doc, report: Report, piece: Piece) -> bool:
    """Whether the report stands right behind a quotation: ``"…," Lee told the paper``."""
    before = doc[max(0, piece.start - 1) : piece.start].text.strip()
    return before.endswith(('"', "”", "’", "''", "'", "»")) and report.cue - piece.start < NEAR


def _span(doc: Doc, start: int, end: int) -> Span:
    last = doc[end - 1]
    return Span(doc[start].idx, last.idx + len(last))


def _closes(doc: Doc, report: Report, piece: Piece) -> bool:
    """Whether the report follows what it reports: ``Ten died, officials said on Tuesday.``"""
    subject = report.subject
    if subject is None or subject.start <= piece.start or doc[subject.start - 1].text != ",":
        return False
    told = doc[report.cue].lower_ in TOLD
    for token in doc[report.cue + 1 : min(piece.end, report.cue + LATE)]:
        if token.is_punct or token.is_space:
            return True
        # `said in a statement`, `told the court`
        if token.tag_ in ("DT", "PRP$") and (told or token.nbor(-1).tag_ == "IN"):
            continue
        if token.pos_ in ("VERB", "AUX", "SCONJ", "PRON") or token.tag_ in ("CD", "DT", "EX"):
            return False
    return report.cue + LATE >= piece.end
