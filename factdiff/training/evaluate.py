"""Score a pipeline on the held-out documents: names, tags, trees and speed."""

from __future__ import annotations

import random
import time
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from spacy.language import Language
from spacy.scorer import Scorer
from spacy.tokens import Doc, DocBin, Token
from spacy.training import Example

from factdiff.training.corpus import Entity, Sentence
from factdiff.training.documents import spaces
from factdiff.training.prepare import QUOTED, load_names
from factdiff.training.schemes import harmonise

MAIN_LABELS = ("PERSON", "ORG", "LOC", "NORP")
RULES = ("factdiff_gazetteer", "factdiff_consistency")


@dataclass(slots=True)
class Counts:
    """Right, wrong and overlooked names by label."""

    right: Counter[str] = field(default_factory=Counter)
    wrong: Counter[str] = field(default_factory=Counter)
    overlooked: Counter[str] = field(default_factory=Counter)

    def f1(self, labels: Iterable[str] = MAIN_LABELS) -> float:
        """F1 over these labels, in percent with one decimal; 0 where there is nothing."""
        chosen = list(labels)
        right = sum(self.right[label] for label in chosen)
        all_marks = 2 * right + sum(self.wrong[x] + self.overlooked[x] for x in chosen)
        return round(200 * right / all_marks, 1) if all_marks else 0.0


def score_names(
    nlp: Language, data: Path, recipe: dict[str, Any], rules: bool
) -> dict[str, Counts]:
    """Exact span and label on tokens as given; marks over open tokens count as neither.

    Without `rules` each sentence stands alone and the document rules are off; with them the
    sentences of a document are read together, one a line.
    """
    scores = {}
    for source, (_, test) in load_names(data, recipe, "").items():
        if test:
            held = [harmonise(sentence, random.Random(0), 0.0) for sentence in test]
            scores[source] = Counts()
            for sentence, found in _predicted(nlp, held, rules):
                _count(scores[source], sentence, found)
    return scores


def _predicted(
    nlp: Language, held: list[Sentence], rules: bool
) -> Iterable[tuple[Sentence, set[Entity]]]:
    runs: dict[Any, list[Sentence]] = defaultdict(list)
    for place, sentence in enumerate(held):
        runs[sentence.doc if rules else place].append(sentence)
    docs = [_document(nlp, run) for run in runs.values()]
    off = [name for name in RULES if name in nlp.pipe_names and not rules]
    off += [name for name in ("tagger", "morphologizer", "parser", "trainable_lemmatizer")
            if name in nlp.pipe_names]  # fmt: skip
    with nlp.select_pipes(disable=off):
        for run, doc in zip(runs.values(), nlp.pipe(docs), strict=True):
            offset = 0
            for sentence in run:
                end = offset + len(sentence.tokens)
                yield (
                    sentence,
                    {
                        (ent.start - offset, ent.end - offset, ent.label_)
                        for ent in doc.ents
                        if offset <= ent.start < end
                    },
                )
                offset = end + 1


def _document(nlp: Language, run: list[Sentence]) -> Doc:
    words: list[str] = []
    blanks: list[bool] = []
    for sentence in run:
        words += [*sentence.tokens, "\n"]
        blanks += [*spaces(sentence.tokens)[:-1], False, False]
    return Doc(nlp.vocab, words=words[:-1], spaces=blanks[:-1])


def _count(counts: Counts, sentence: Sentence, found: set[Entity]) -> None:
    gold, unknown = set(sentence.ents), set(sentence.missing)
    for start, end, label in found:
        if (start, end, label) in gold:
            counts.right[label] += 1
        elif not unknown.intersection(range(start, end)):
            counts.wrong[label] += 1
    for _, _, label in gold - found:
        counts.overlooked[label] += 1


def score_trees(nlp: Language, path: Path) -> dict[str, float]:
    """Tags, parts of speech, UAS, LAS and lemmas in percent on gold tokens and sentences.

    `count_head_acc` is the share of counts (*nine* in *nine police officers*) that hang on the
    right noun.
    """
    examples = []
    for gold in DocBin().from_disk(path).get_docs(nlp.vocab):
        for sent in gold.sents:
            one = sent.as_doc()
            words = [token.text for token in one]
            blanks = [bool(token.whitespace_) for token in one]
            examples.append(Example(nlp(Doc(nlp.vocab, words=words, spaces=blanks)), one))
    scores = {
        **Scorer.score_token_attr(examples, "tag"),
        **Scorer.score_token_attr(examples, "pos"),
        **Scorer.score_token_attr(examples, "lemma"),
        **Scorer.score_deps(examples, "dep", ignore_labels=("p", "punct"), getter=_label_of),
    }
    keys = ("tag_acc", "pos_acc", "lemma_acc", "dep_uas", "dep_las")
    found = {key: round(100 * scores[key], 1) for key in keys}
    return {**found, "count_head_acc": _count_heads(examples)}


def _count_heads(examples: Iterable[Example]) -> float:
    counts = [
        (gold, example.predicted[gold.i])
        for example in examples
        for gold in example.reference
        if gold.dep_ == "nummod" and gold.head.pos_ in ("NOUN", "PROPN")
    ]
    right = sum(found.head.i == gold.head.i for gold, found in counts)
    return round(100 * right / len(counts), 1) if counts else 0.0


def _label_of(token: Token, attribute: str) -> str:
    label: str = getattr(token, attribute + "_")
    return label


def speed(nlp: Language, texts: list[str]) -> float:
    """Tokens a second over these texts with all components, one process."""
    nlp(texts[0])
    begun = time.perf_counter()
    tokens = sum(len(doc) for doc in nlp.pipe(texts))
    return round(tokens / (time.perf_counter() - begun))


def table(scores: dict[str, Counts]) -> list[str]:
    """One line a set: all four labels, then each, then MISC with LAW and EVENT."""
    lines = ["set                    F1   " + " ".join(f"{x:>6}" for x in MAIN_LABELS)]
    for name, counts in scores.items():
        cells = " ".join(f"{counts.f1([label]):6.1f}" for label in MAIN_LABELS)
        lines.append(f"{name:20} {counts.f1():6.1f} {cells}")
    lines.append(f"mean of the quoted   {mean(scores):6.1f}")
    return lines


def mean(scores: dict[str, Counts]) -> float:
    """Mean F1 of the quoted sets."""
    return round(sum(scores[name].f1() for name in QUOTED) / len(QUOTED), 1)
