"""Find direct speech in a Doc: what stands in quotation marks, and who speaks it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from spacy.language import Language
from spacy.tokens import Doc

from factdiff.kinds.claiming import ClaimComponent, make_claim
from factdiff.kinds.context import text_of
from factdiff.kinds.quotes.credit import speakers_of
from factdiff.kinds.quotes.marks import Quoted, quoted_stretches
from factdiff.kinds.quotes.singles import single_stretches
from factdiff.kinds.quotes.speech import is_speech
from factdiff.kinds.quotes.value import parse
from factdiff.kinds.speech import Speaker
from factdiff.model import Claim, Kind


@Language.factory("factdiff_quotes")
def create(nlp: Language, name: str) -> ClaimComponent:  # noqa: ARG001 (spaCy passes it)
    """The component that adds quotations; needs sentences, tags and the claims of names."""
    return ClaimComponent(name, find)


def find(doc: Doc) -> Iterator[Claim]:
    """Yield a claim for each stretch of direct speech, its subject the speaker.

    The span is what stands between the marks. The parts of an interrupted utterance, and the
    paragraphs of a long one, are claims of their own with the same speaker.
    """
    stretches = _all_stretches(text_of(doc))
    for stretch, speaker in zip(stretches, speakers_of(doc, stretches), strict=True):
        words = text_of(doc)[stretch.span.start : stretch.span.end]
        before = text_of(doc)[max(0, stretch.outer.start - 60) : stretch.outer.start]
        after = text_of(doc)[stretch.outer.end : stretch.outer.end + 2]
        if is_speech(words, before, after):
            yield _claim(doc, stretch, speaker)


def _all_stretches(text: str) -> list[Quoted]:
    double = quoted_stretches(text)
    single = single_stretches(text, double)
    return sorted([*_outermost(double, single), *single], key=lambda stretch: stretch.span)


def _outermost(double: list[Quoted], single: list[Quoted]) -> list[Quoted]:
    """The double-marked stretches that no single-marked one holds."""
    kept = []
    at = 0
    for stretch in double:
        while at < len(single) and single[at].outer.end <= stretch.outer.start:
            at += 1
        if at == len(single) or not single[at].outer.contains(stretch.outer):
            kept.append(stretch)
    return kept


def _claim(doc: Doc, stretch: Quoted, speaker: Speaker | None) -> Claim:
    words = text_of(doc)[stretch.span.start : stretch.span.end]
    value = parse(words)
    if speaker is not None:
        named, person = speaker.basis == "named", speaker.kind is Kind.PERSON
        value = replace(value, speaker=speaker.name, named=named, person=person)
    return make_claim(doc, stretch.span, Kind.QUOTE, value, subject=value.speaker)
