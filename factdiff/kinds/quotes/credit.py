"""Who speaks each quotation of an article: before it, after it, or from the sentence before."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from spacy.tokens import Doc

from factdiff.kinds.context import text_of
from factdiff.kinds.quotes.marks import Quoted
from factdiff.kinds.speech import Names, Piece, Report, Speaker, read_reports
from factdiff.kinds.speech.phrases import phrase_after
from factdiff.model import Kind

NEAR = 25  # tokens after a quotation within which its verb of saying stands
SIGNING = frozenset({":", "—", "–", "--", "-"})
LEAD = 12  # pieces among which the first two paragraphs of an article are
OPENING = 4  # tokens of a paragraph within which the person stands whom it is about
FAR_LINES = 3  # lines back from which a quotation without any verb takes its speaker


def speakers_of(doc: Doc, quoted: Sequence[Quoted]) -> list[Speaker | None]:
    """For each stretch (in text order) its speaker, or None where the article does not say."""
    names = Names(doc)
    pieces = read_reports(doc, [stretch.outer for stretch in quoted], names)
    credit = _Credit(doc, pieces, names)
    found: list[Speaker | None] = []
    own: list[bool] = []
    for number, stretch in enumerate(quoted):
        speaker = credit.beside(stretch)
        own.append(speaker is not None)
        found.append(speaker or credit.carried(number, quoted, found))
    return _named_later(doc, pieces, names, _joined(quoted, found, own))


def _joined(
    quoted: Sequence[Quoted], found: list[Speaker | None], own: list[bool]
) -> list[Speaker | None]:
    """A speech over several paragraphs has one speaker, told at its end or at its start."""
    for i in range(len(quoted) - 2, -1, -1):
        if quoted[i].goes_on and not own[i] and own[i + 1]:
            found[i] = found[i + 1]
            own[i] = True
    return found


def _named_later(
    doc: Doc, pieces: Sequence[Piece], names: Names, found: list[Speaker | None]
) -> list[Speaker | None]:
    """``A former minister has said she was …`` is she whom the next paragraph names and quotes."""
    lead = [piece for piece in pieces[:LEAD] if piece.line == pieces[0].line]
    second = next((piece for piece in pieces[:LEAD] if piece.line > pieces[0].line), None)
    vague = next((r.speaker for p in lead for r in p.reports if r.speaker is not None), None)
    if second is None or vague is None or vague.basis != "words" or vague.sort != "one":
        return found
    persons = [n for n in names.between(lead[0].start, lead[-1].end) if n.is_person]
    of_self = any(t.lower_ in ("he", "she") for p in lead for t in doc[p.start : p.end])
    if persons or not of_self or not vague.name.lower().startswith(("a ", "an ")):
        return found
    named = _opening_speaker(second, names)
    return found if named is None else [named if s == vague else s for s in found]


def _opening_speaker(piece: Piece, names: Names) -> Speaker | None:
    """The person with whom a sentence opens and who speaks in it: ``Lee, who left, told``."""
    named = next((r.speaker for r in piece.reports if r.speaker is not None), None)
    opens = [n for n in names.between(piece.start, piece.start + OPENING) if n.is_person]
    if named is None or named.kind is not Kind.PERSON or not opens:
        return None
    return named if str(opens[0].claim.value) == named.name else None


class _Credit:
    def __init__(self, doc: Doc, pieces: Sequence[Piece], names: Names) -> None:
        self.doc = doc
        self.names = names
        self.pieces = pieces
        self.starts = [doc[piece.start].idx for piece in pieces]
        self.ends = [_end(doc, piece) for piece in pieces]

    def beside(self, stretch: Quoted) -> Speaker | None:
        """The speaker told in the same sentence: before the quotation, else after it."""
        before, after = self._before(stretch), self._after(stretch)
        if before is not None:
            speaker = before.owner or _last_speaker(before) or before.topic
            if speaker is not None:
                return speaker
        if after is not None and self._expects_more(stretch, after):
            near = [r for r in after.reports if r.cue - after.start <= NEAR]
            for report in near:
                if report.speaker is not None and self._follows(report, after):
                    return report.speaker
        return self._signed(stretch, after) if after is not None else None

    def carried(
        self, number: int, quoted: Sequence[Quoted], found: Sequence[Speaker | None]
    ) -> Speaker | None:
        """The speaker of the sentence before, for a quotation that stands by itself."""
        stretch = quoted[number]
        start = stretch.outer.start
        before = self._before(stretch)
        opened = before is not None and self.doc[before.end - 1].text == ":"
        if opened and number:
            return found[number - 1]  # `“…,” he said. On taxes: “…”`
        if before is not None and not self._same_sentence_speech(number, quoted):
            return None
        line = text_of(self.doc).count("\n", max(0, start - 4000), start)
        at = bisect_left(self.starts, start) - 1
        last_quote = quoted[number - 1] if number else None
        while at >= 0 and start - self.ends[at] < 4000:
            piece = self.pieces[at]
            if last_quote is not None and last_quote.outer.start > self.starts[at]:
                return found[number - 1] if number else None
            speaker = _last_speaker(piece) or piece.topic
            if speaker is not None:
                return speaker
            lines = line - text_of(self.doc).count("\n", max(0, start - 4000), self.starts[at])
            if lines > FAR_LINES:
                return None
            at -= 1
        return found[number - 1] if number else None

    def _signed(self, stretch: Quoted, after: Piece) -> Speaker | None:
        """``'We were told nothing': Families speak out`` and ``"Go home now." — Ann Lee``."""
        before = text_of(self.doc)[max(0, stretch.outer.start - 2) : stretch.outer.start]
        if before.strip(" ") not in ("", "\n") or self.doc[after.start].text not in SIGNING:
            return None
        name = self.names.at(after.start + 1) if after.start + 1 < after.end else None
        if name is not None:
            return Speaker(str(name.claim.value), "named", name.claim.kind)
        phrase = phrase_after(after.start + 1, after.end, self.names)
        if phrase is None or self.doc[phrase.head_end - 1].tag_ not in ("NN", "NNS"):
            return None
        return Speaker(self.doc[phrase.start : phrase.end].text, "words")

    def _same_sentence_speech(self, number: int, quoted: Sequence[Quoted]) -> bool:
        if not number:
            return False
        between = text_of(self.doc)[quoted[number - 1].outer.end : quoted[number].outer.start]
        return len(between) < 200 and "\n" not in between and ". " not in between

    def _before(self, stretch: Quoted) -> Piece | None:
        """The piece that runs into the opening mark without ending its sentence."""
        at = bisect_left(self.starts, stretch.outer.start) - 1
        if at < 0:
            return None
        gap = text_of(self.doc)[self.ends[at] : stretch.outer.start]
        if gap.strip() or "\n" in gap:
            return None
        last = text_of(self.doc)[self.starts[at] : self.ends[at]].rstrip()[-1:]
        return None if last in ".?!" else self.pieces[at]

    def _after(self, stretch: Quoted) -> Piece | None:
        at = bisect_left(self.starts, stretch.outer.end)
        if at >= len(self.pieces):
            return None
        gap = text_of(self.doc)[stretch.outer.end : self.starts[at]]
        return None if gap.strip() or "\n" in gap else self.pieces[at]

    def _expects_more(self, stretch: Quoted, after: Piece) -> bool:
        """Whether the sentence goes on behind the closing mark."""
        inside = text_of(self.doc)[stretch.span.start : stretch.span.end].rstrip()
        if not inside.endswith("."):
            return True
        first = self.doc[after.start]
        if first.is_lower or first.is_punct:
            return True
        # `"We won." Lee said.`: a full stop where a comma is usual
        return after.end - after.start <= 8 and bool(after.reports)

    def _follows(self, report: Report, after: Piece) -> bool:
        """``"…," said Lee`` and ``"…" is what they want, Lee said``; not ``"…" when he said``."""
        return report.cue_class != "describe" or report.cue == after.start


def _last_speaker(piece: Piece) -> Speaker | None:
    """Who speaks nearest to the end; somebody known rather than ``the rules showed``."""
    known: Speaker | None = None
    for report in piece.reports:
        speaker = report.speaker
        if speaker is None:
            continue
        vague = speaker.basis == "words" and report.cue_class == "describe"
        if known is None or not vague:
            known = speaker
    return known


def _end(doc: Doc, piece: Piece) -> int:
    last = doc[piece.end - 1]
    return last.idx + len(last)
