"""What stands around a claim, read off the tree once so that matching never needs spaCy."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from spacy.tokens import Doc, Token
from spacy.tokens import Span as DocSpan

from factdiff.kinds.syntax import CLAUSES, governing_verb, is_denied, is_negated
from factdiff.model import Claim, Context, Kind, Span

NAME_KINDS = frozenset({Kind.PERSON, Kind.ORGANIZATION, Kind.PLACE, Kind.GROUP})
CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "NUM", "ADV"})
HEDGES = frozenset(
    {
        *("may", "might", "could", "would", "allegedly", "reportedly", "apparently", "possibly"),
        *("believed", "feared", "estimated", "presumed"),
    }
)
REACH = 60  # words on either side of a claim that count as its sentence: bounds the cost


def text_of(doc: Doc) -> str:
    """``doc.text``, put together once: spaCy builds that string anew each time it is asked."""
    text: str | None = doc.user_data.get("factdiff.text")
    if text is None:
        text = doc.user_data["factdiff.text"] = doc.text
    return text


def is_parsed(doc: Doc) -> bool:
    """Whether the Doc has a tree; spaCy crashes on the children of a token without one."""
    parsed: bool | None = doc.user_data.get("factdiff.parsed")
    if parsed is None:
        parsed = doc.user_data["factdiff.parsed"] = doc.has_annotation("DEP")
    return parsed


def sentence_of(doc: Doc, span: Span) -> Span:
    """The sentence (or sentences) around a span, without the white space at its edges."""
    sentences = _sentences(doc)
    starts = sentences[0]
    first = max(0, bisect_right(starts, span.start) - 1)
    last = max(0, bisect_right(starts, span.end - 1) - 1)
    start, end = starts[first], sentences[1][last]
    text = text_of(doc)[start:end]
    start += len(text) - len(text.lstrip())
    end -= len(text) - len(text.rstrip())
    return Span(min(start, span.start), max(end, span.end))


def _sentences(doc: Doc) -> tuple[list[int], list[int]]:
    known = doc.user_data.get("factdiff.sentences")
    if known is None:
        if doc.has_annotation("SENT_START"):
            spans = [(s.start_char, s.end_char) for s in doc.sents]
        else:
            spans = [(0, len(text_of(doc)))]
        known = ([start for start, _ in spans], [end for _, end in spans])
        doc.user_data["factdiff.sentences"] = known
    starts, ends = known
    return starts, ends


def tokens_of(doc: Doc, span: Span) -> DocSpan | None:
    """The tokens that a span of code points touches, or None where it touches none."""
    return doc.char_span(span.start, span.end, alignment_mode="expand")


def context_of(doc: Doc, span: Span, known: Sequence[Claim]) -> Context:
    """The context of a claim at ``span``; ``known`` are the Doc's claims so far, in text order."""
    inside = tokens_of(doc, span)
    if inside is None or not len(inside):
        return Context()
    sentence = sentence_of(doc, span)
    window = _window(doc, inside, sentence)
    if not is_parsed(doc):
        return Context(
            lemmas=_lemmas(window),
            clause=_lemmas(window),
            names=_names(known, sentence, span),
            hedged=any(t.lower_ in HEDGES for t in window),
            quoted=_is_quoted(text_of(doc), span),
            headline=_in_headline(doc, span),
        )
    verb = governing_verb(inside.root)
    clauses = clauses_of(doc)
    clause = clauses[inside.root.i]
    return Context(
        lemmas=_lemmas(window),
        clause=_lemmas([t for t in window if clauses[t.i] == clause]),
        verb=verb.lemma_.lower() if verb is not None else None,
        names=_names(known, sentence, span),
        negated=verb is not None and is_negated(verb) is not is_denied(verb),
        hedged=any(t.lower_ in HEDGES for t in window),
        quoted=_is_quoted(text_of(doc), span),
        headline=_in_headline(doc, span),
    )


def clauses_of(doc: Doc) -> list[int]:
    """For each token the head of its clause, by index; made once, in linear time."""
    known: list[int] | None = doc.user_data.get("factdiff.clauses")
    if known is None:
        known = [-1] * len(doc)
        for start in range(len(doc)):
            token, path = doc[start], []
            while known[token.i] < 0:
                known[token.i] = token.i
                path.append(token.i)
                if token.dep_ in CLAUSES:
                    break
                token = token.head
            for i in path:
                known[i] = known[token.i]
        doc.user_data["factdiff.clauses"] = known
    return known


def _window(doc: Doc, inside: DocSpan, sentence: Span) -> list[Token]:
    before = doc[max(0, inside.start - REACH) : inside.start]
    after = doc[inside.end : inside.end + REACH]
    return [
        token
        for part in (before, after)
        for token in part
        if sentence.start <= token.idx < sentence.end and not token.is_space
    ]


def _lemmas(tokens: Sequence[Token]) -> tuple[str, ...]:
    words = (
        (t.lemma_ or t.text).lower()
        for t in tokens
        if (t.pos_ in CONTENT or (not t.pos_ and t.is_alpha)) and not t.is_stop
    )
    return tuple(dict.fromkeys(words))


def _names(known: Sequence[Claim], sentence: Span, span: Span) -> tuple[str, ...]:
    # known is sorted by place: look only at the stretch that can lie in the sentence
    first = bisect_right(known, sentence.start - 1, key=lambda claim: claim.start)
    names: list[str] = []
    for claim in known[first : first + REACH]:
        if claim.start >= sentence.end:
            break
        if claim.kind in NAME_KINDS and not claim.span.overlaps(span):
            names.append(str(claim.value))
    return tuple(dict.fromkeys(names))


def _is_quoted(text: str, span: Span) -> bool:
    reach = max(0, span.start - 2000)  # a paragraph of a megabyte must not be read for every claim
    paragraph = text.rfind("\n", reach, span.start) + 1
    before = text[max(paragraph, reach) : span.start]
    return before.count("“") > before.count("”") or before.count('"') % 2 == 1


def _in_headline(doc: Doc, span: Span) -> bool:
    source = doc.user_data.get("factdiff.source")
    headline: Span | None = getattr(source, "headline", None)
    return headline is not None and headline.overlaps(span)
