"""Questions to the tree cost the same, however many tokens hang on one."""

from __future__ import annotations

from spacy.tokens import Doc
from spacy.vocab import Vocab

from factdiff.kinds import syntax


def test_a_copula_is_known_by_its_predicate_however_much_hangs_on_that():
    words = [*["five"] * 300, "were", "dead"]
    dead = len(words) - 1
    deps = [*["nummod"] * 300, "cop", "ROOT"]
    doc = Doc(Vocab(), words=words, heads=[dead] * len(words), deps=deps)
    assert syntax.is_predicate(doc[dead])
    assert not any(syntax.is_predicate(token) for token in doc[:dead])


def test_the_predicates_of_a_text_are_looked_for_once():
    doc = Doc(
        Vocab(), words=["Ten", "were", "hurt"], heads=[2, 2, 2], deps=["nsubj", "cop", "ROOT"]
    )
    assert syntax.is_predicate(doc[2])
    doc[1].dep_ = "aux"
    assert syntax.is_predicate(doc[2])
