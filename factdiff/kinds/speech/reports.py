"""Who says what in an article: each verb of saying, with its speaker.

A text is cut into pieces: sentences without the quotations inside them. In each piece the cue
verbs (``cues.tsv``) and ``according to`` are found, and for each the speaker before or after it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import pairwise

from spacy.tokens import Doc, Token

from factdiff.kinds.claiming import source_of
from factdiff.kinds.speech.cues import cue_classes, forms
from factdiff.kinds.speech.memory import Speaker
from factdiff.kinds.speech.partners import with_partner_after, with_partner_before
from factdiff.kinds.speech.phrases import Names
from factdiff.kinds.speech.speakers import Speakers
from factdiff.kinds.speech.subjects import Subject, subject_after, subject_before
from factdiff.lexicon import titles
from factdiff.model import Span

WITH_REACH = 9  # tokens between `with` and the participle of who says it
VOICE_REACH = 6  # tokens between a quotation and `continued`, `began`, `replied`


@dataclass(frozen=True, slots=True)
class Report:
    """A verb of saying at token ``cue`` and its subject; class ``source`` for `according to`."""

    cue: int
    cue_class: str
    subject: Subject | None
    speaker: Speaker | None


@dataclass(slots=True)
class Piece:
    """Tokens ``start`` to ``end`` of one sentence, outside of quotations.

    ``topic`` is whom a piece that ends in a colon is about: ``Lee did not hesitate:``; ``owner``
    whose words come next: ``citing Lee's order to``.
    """

    start: int
    end: int
    line: int
    sentence: int
    reports: list[Report] = field(default_factory=list)
    topic: Speaker | None = None
    owner: Speaker | None = None


def read_reports(doc: Doc, quoted: Sequence[Span], names: Names) -> list[Piece]:
    """The pieces of a Doc outside ``quoted`` (sorted, outer spans), with what is reported there."""
    pieces = list(_pieces(doc, quoted, names))
    speakers = Speakers(doc, names)
    line = -1
    for piece in pieces:
        opens, line = piece.line != line, piece.line
        speakers.enter(piece.start, piece.end)
        for report in _reports(doc, piece, names, speakers):
            piece.reports.append(report)
            if report.speaker is not None and not _is_aside_of_another(doc, report):
                speakers.heard(report.speaker, report.subject)
        said = max((report.cue for report in piece.reports), default=piece.start)
        piece.owner = speakers.owner(said, piece.end)
        if doc[piece.end - 1].text == ":" or (opens and _leads_to_quote(doc, piece)):
            piece.topic = speakers.topic(piece.start, piece.end)
        speakers.leave(piece.start, piece.end)
    return pieces


def _leads_to_quote(doc: Doc, piece: Piece) -> bool:
    """Whether a paragraph opens with a sentence and a quotation: ``Lee went further. "…"``."""
    ends = doc[piece.end - 1].text == "." and piece.end < len(doc)
    return ends and doc[piece.end].text in ('"', "“", "``", "''") and not piece.reports


def _pieces(doc: Doc, quoted: Sequence[Span], names: Names) -> Iterator[Piece]:
    start: int | None = None
    line = sentence = at = 0
    dateline = source_of(doc).dateline
    for token in doc:
        while at < len(quoted) and quoted[at].end <= token.idx:
            at += 1
        inside = at < len(quoted) and quoted[at].start < token.idx + len(token)
        inside |= dateline is not None and dateline.start <= token.idx < dateline.end
        inside |= token.i in names.datelines
        starts = bool(token.is_sent_start) and not _goes_on(token)
        sentence += starts
        breaks = inside or starts or ("\n" in token.text and not _is_broken_title(token))
        if breaks and start is not None:
            yield Piece(start, token.i, line, sentence - starts)
            start = None
        line += token.text.count("\n")
        if start is None and not inside and not token.is_space:
            start = token.i
    if start is not None:
        yield Piece(start, len(doc), line, sentence)


def _goes_on(token: Token) -> bool:
    """Whether a sentence start is none: ``"Who is it?" he asked`` is one sentence."""
    if token.is_lower or token.is_punct:
        return True
    return token.i > 1 and token.nbor(-1).is_space and _is_broken_title(token.nbor(-1))


def _is_broken_title(space: Token) -> bool:
    """Whether a line was broken between ``the Rev.`` and the name."""
    return space.i > 0 and space.nbor(-1).lower_ in _titles()


@cache
def _titles() -> frozenset[str]:
    return frozenset(word.form.lower() for word in titles() if word.form.endswith("."))


def _reports(doc: Doc, piece: Piece, names: Names, speakers: Speakers) -> Iterator[Report]:
    classes = cue_classes()
    floor = piece.start
    for i in range(piece.start, piece.end):
        token = doc[i]
        source = _source_after(doc, i, piece)
        if source is not None:
            subject = subject_after(source, piece.end, names)
            yield Report(i, "source", subject, speakers.resolve(subject, speech=True))
            continue
        cue_class = classes.get(token.lower_) or _phrasal(doc, i, piece)
        if cue_class is None or not _is_cue(token, names):
            continue
        subject = _subject(doc, i, floor, piece, names)
        speaker = speakers.resolve(subject, speech=True)
        if cue_class == "voice" and not _touches_quote(token, piece):
            continue
        if cue_class != "describe" or speaker is not None:
            yield Report(i, cue_class, subject, speaker)
        if subject is not None and not _is_aside(doc, subject, i):
            floor = i + 1


def _phrasal(doc: Doc, i: int, piece: Piece) -> str | None:
    """The class of ``shot back`` and, of sums, of ``puts the figure``."""
    words = [token.lower_ for token in doc[i : min(i + 3, piece.end)]]
    if len(words) == 3 and words[1] == "the" and words[2] not in forms("tally"):
        return None
    return cue_classes().get("_".join(words[:2]))


def _source_after(doc: Doc, i: int, piece: Piece) -> int | None:
    """Where the source begins that ``according to`` or ``in the words of`` names at ``i``."""
    words = tuple(token.lower_ for token in doc[i : min(i + 4, piece.end)])
    if words[:2] == ("according", "to"):
        return i + 2
    if words[:2] == ("in", "the") and words[3:] == ("of",) and words[2] in forms("view"):
        return i + 4
    return None


def _is_aside_of_another(doc: Doc, report: Report) -> bool:
    """``When a man yelled that it was late, he said``: the man is not whom ``he`` means."""
    subject = report.subject
    named = subject is None or subject.name is not None or subject.start == 0
    return not named and subject is not None and doc[subject.start - 1].tag_ in ("WRB", "IN")


def _is_aside(doc: Doc, subject: Subject, cue: int) -> bool:
    """``Lee, who spoke for the town, said``: the verb of the relative clause ends nothing."""
    between = doc[subject.end : cue] if subject.end < cue else ()
    return any(token.lower_ in forms("relative") for token in between)


def _touches_quote(cue: Token, piece: Piece) -> bool:
    """Whether a verb like ``continued`` speaks a quotation, and does not do: ``began building``."""
    after = cue.nbor(1) if cue.i + 1 < piece.end else None
    if after is not None and (after.tag_ == "VBG" or _is_infinitive(after)):
        return False
    return cue.i - piece.start <= VOICE_REACH or piece.end - cue.i <= VOICE_REACH


def _is_infinitive(token: Token) -> bool:
    """``continued to build``, but not ``growled to the crowd``."""
    return token.lower_ == "to" and token.nbor(1).tag_ == "VB"


def _is_cue(token: Token, names: Names) -> bool:
    if names.at(token.i) is not None or token.pos_ in ("NOUN", "PROPN", "ADJ", "ADP"):
        return names.at(token.i) is None and _goes_with(token)
    before = [token.doc[i].lower_ for i in range(max(0, token.i - 3), token.i)]
    if not before:
        return True
    if before[-1] == "to":
        return token.lower_ in ("say", "tell") and token.head.lower_ in forms("habit")
    if token.nbor(-1).tag_ in ("DT", "PRP$"):
        return False
    # `was told`, `is said to be`: the subject hears or is spoken of
    if before[-1] in forms("passive"):
        return token.tag_ not in ("VBN", "VBD")
    # `the rules issued Thursday`: a participle without its auxiliary says nothing itself
    return token.tag_ != "VBN" or any(word in ("has", "have", "had", "'ve") for word in before)


def _goes_with(token: Token) -> bool:
    """``…, with the president warning of``: a participle, whatever the tagger takes it for."""
    if not token.lower_.endswith("ing") or token.i + 1 >= len(token.doc):
        return False
    before = token.doc[max(0, token.i - WITH_REACH) : token.i]
    opened = any(a.text == "," and b.lower_ == "with" for a, b in pairwise(before))
    return opened and token.nbor(1).lower_ in ("of", "that") and token.nbor(-1).tag_ != "DT"


def _subject(doc: Doc, cue: int, floor: int, piece: Piece, names: Names) -> Subject | None:
    opens = cue == piece.start or all(not doc[i].is_alpha for i in range(piece.start, cue))
    after_comma = cue > piece.start and doc[cue - 1].text in (",", "—", "–", "--")
    if opens and doc[cue].tag_ != "VBG":
        return _after(cue, piece, names)
    before = subject_before(cue, floor, names)
    if before is None and after_comma and doc[cue].tag_ != "VBG":
        return _after(cue, piece, names)
    return before and with_partner_before(before, floor, names)


def _after(cue: int, piece: Piece, names: Names) -> Subject | None:
    subject = subject_after(cue + 1, piece.end, names)
    return subject and with_partner_after(subject, piece.end, names)
