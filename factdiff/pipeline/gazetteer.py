"""Countries, peoples, acts and titles: what a list knows better than a model.

*Iraq* is a place even where the model took it for an organization, *Uyghurs* a group even where it
saw nothing, the *Patriot Act* a law, *Hurricane Mitch* an event, and *President* no part of a
person's name. Forms that the
lists call ambiguous (*Jordan*, *Indian*, *Pole*) are left as the model has them.
"""

from __future__ import annotations

from collections.abc import Iterable

from spacy.language import Language
from spacy.matcher import PhraseMatcher
from spacy.tokens import Doc, Span

from factdiff.lexicon import countries, demonyms, name_parts, read_rows, titles

_RANKS = ("rank", "police", "office")
_LAW_LIKE = ("ORG", "MISC", "WORK")  # what an act is taken for where it is not known as a law


@Language.factory("factdiff_gazetteer", requires=["doc.ents"], assigns=["doc.ents"])
def create_gazetteer(nlp: Language, name: str) -> Gazetteer:  # noqa: ARG001
    """The component for the vocabulary of this pipeline."""
    return Gazetteer(nlp)


class Gazetteer:
    """Corrects and completes `doc.ents` by the word lists of `factdiff.lexicon`."""

    def __init__(self, nlp: Language) -> None:
        self._places = {row.name for row in countries() if not row.ambiguous}
        self._groups = {row.form for row in demonyms() if not row.ambiguous}
        words = read_rows("event_law_words.tsv")
        self._laws = {
            row["word"] for row in words if row["label"] == "LAW" and row["sure"] == "yes"
        }
        self._titles = {tuple(row.form.split()) for row in titles() if not row.ambiguous}
        ranks = (row.form for row in titles() if row.kind in _RANKS and not row.ambiguous)
        self._ranks = {form for form in ranks if form[-1] == "." and " " not in form}
        self._storms = {row.form for row in name_parts() if row.kind == "storm"}
        self._matcher = PhraseMatcher(nlp.vocab)
        make = nlp.make_doc
        self._matcher.add("LOC", [make(name) for name in sorted(self._places)])
        self._matcher.add("NORP", [make(form) for form in sorted(self._groups)])

    def __call__(self, doc: Doc) -> Doc:
        """Relabel, trim and add; spans that stay keep their place, none overlap."""
        kept = [self._corrected(piece) for ent in doc.ents for piece in self._pieces(ent)]
        taken = {i for span in kept for i in range(span.start, span.end)}
        found = [Span(doc, start, end, label=key) for key, start, end in self._matcher(doc)]
        added = []
        for span in sorted(found, key=lambda span: (-len(span), span.start)):
            places = range(span.start, span.end)
            if not taken.intersection(places) and not _inside_word(span):
                taken.update(places)
                added.append(span)
        doc.ents = [*kept, *added]
        return doc

    def _pieces(self, ent: Span) -> Iterable[Span]:
        """*Oregon State Police Lt. Hastings* is a body and a person, *U.S.-China* two countries."""
        joints = [token.i for token in ent[1:-1] if token.text in ("-", "\u2013")]
        if len(joints) == 1 and ent.text not in self._places:
            sides = ent.doc[ent.start : joints[0]], ent.doc[joints[0] + 1 : ent.end]
            if all(side.text in self._places | self._groups for side in sides):
                return [Span(ent.doc, side.start, side.end, label=ent.label_) for side in sides]
        ranks = [token.i for token in ent[1:-1] if token.text in self._ranks]
        if not ranks or ent.label_ == "PERSON":
            return [ent]
        return [
            Span(ent.doc, ent.start, ranks[0], label=ent.label_),
            Span(ent.doc, ranks[-1] + 1, ent.end, label="PERSON"),
        ]

    def _corrected(self, ent: Span) -> Span:
        text = ent.text
        label = ent.label_
        storm = self._storm(ent)
        if storm is not None:
            return storm
        if text in self._groups:
            label = "NORP"
        elif text in self._places:
            label = "LOC"
        elif label in _LAW_LIKE and len(ent) > 1 and ent[-1].text in self._laws:
            label = "LAW"
        start = ent.start
        if label == "PERSON":
            start += _title_length([token.text for token in ent], self._titles)
        return Span(ent.doc, start, ent.end, label=label)

    def _storm(self, ent: Span) -> Span | None:
        """*Cyclone Sidr* as an event, whatever the model took it or *Sidr* for."""
        start = ent.start
        before = ent.doc[start - 1] if start else None
        if len(ent) == 1 and before is not None and not before.ent_type_:
            start -= before.text.title() in self._storms
        head = ent.doc[start].text
        if ent.end - start != 2 or not head[0].isupper() or head.title() not in self._storms:
            return None
        return Span(ent.doc, start, ent.end, label="EVENT")


def _title_length(words: list[str], known: Iterable[tuple[str, ...]]) -> int:
    """How many words at the beginning are titles; a name of at least one word is left."""
    known = set(known)
    start = 0
    while start < len(words) - 1:
        lengths = [n for n in (3, 2, 1) if tuple(words[start : start + n]) in known]
        step = next((n for n in lengths if start + n < len(words)), 0)
        if not step:
            break
        start += step
    return start


def _inside_word(span: Span) -> bool:
    """Whether the match is part of a longer name that the model saw nothing in: *American Pie*."""
    doc = span.doc
    after = doc[span.end] if span.end < len(doc) else None
    before = doc[span.start - 1] if span.start else None
    return (after is not None and after.text in ("&", "/")) or (
        before is not None and before.text in ("&", "/", "@", "#")
    )
