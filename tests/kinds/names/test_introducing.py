"""What the words behind a name say that it is."""

from __future__ import annotations

import pytest
import spacy
from spacy.tokens import Doc

from factdiff.kinds.names.introducing import introduced
from factdiff.kinds.names.mentions import Mention
from factdiff.model import Kind

BLANK = spacy.blank("en")


def tagged(marked: str) -> Doc:
    """A Doc of words with their tags: ``a/DT lender/NN``."""
    pairs = [word.rsplit("/", 1) for word in marked.split()]
    return Doc(BLANK.vocab, words=[p[0] for p in pairs], tags=[p[1] for p in pairs])


@pytest.mark.parametrize(
    ("marked", "size", "kind"),
    [
        ("Elm/NNP ,/, a/DT battery/NN maker/NN that/WDT buys/VBZ", 1, Kind.ORGANIZATION),
        ("Elm/NNP ,/, the/DT largest/JJS lender/NN in/IN", 1, Kind.ORGANIZATION),
        ("Elm/NNP ,/, a/DT village/NN of/IN 90/CD", 1, Kind.PLACE),
        ("Delys/NNP Farrow/NNP ,/, an/DT accountant/NN who/WP kept/VBD", 2, Kind.PERSON),
        ("Delys/NNP Farrow/NNP ,/, governor/NN of/IN Elm/NNP ./.", 2, Kind.PERSON),
        ("Delys/NNP Farrow/NNP ,/, 43/CD ,/, left/VBD ./.", 2, Kind.PERSON),
        (
            "Lin/NNP Ta/NNP ,/, the/DT party/NN 's/POS legal/JJ and/CC press/NN chief/NN ./.",
            2,
            Kind.PERSON,
        ),
        ("Elm/NNP ,/, police/NN said/VBD ,/, is/VBZ", 1, None),
        ("Elm/NNP ,/, the/DT day/NN before/IN ,/, fell/VBD", 1, None),
        ("Elm/NNP is/VBZ a/DT lender/NN", 1, None),
    ],
)
def test_the_kind_that_an_apposition_tells(marked: str, size: int, kind: Kind | None) -> None:
    doc = tagged(marked)
    mention = Mention(0, size, Kind.ORGANIZATION, doc[:size].text)
    assert [vote for vote, _ in introduced(doc, mention)] == ([kind] if kind else [])


def test_whatever_has_a_which_behind_it_is_no_man() -> None:
    doc = tagged("Elm/NNP ,/, which/WDT lends/VBZ")
    votes = list(introduced(doc, Mention(0, 1, Kind.PERSON, "Elm")))
    assert votes == [(Kind.ORGANIZATION, 2.5)]
