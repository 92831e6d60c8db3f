"""What the claim components cost beside the pipeline, and comparing beside reading.

Run by hand: ``python -m tests.benchmarks.throughput``. It prints seconds of processor time and
ratios; nothing is asserted, for a clock on a busy machine proves nothing.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from time import process_time

from spacy.language import Language
from spacy.tokens import Doc

from factdiff import Source, load_pipeline
from factdiff.diff import extract_report, report_of
from factdiff.kinds.claiming import set_source
from factdiff.model import Report
from tests.quality.planted import article, names, paraphrase, planted, selections


def timed(work: Callable[[], object], times: int) -> float:
    """The least processor time of several runs, in seconds."""
    runs = []
    for _ in range(times):
        start = process_time()
        work()
        runs.append(process_time() - start)
    return min(runs)


def components(nlp: Language, times: int) -> None:
    """Seconds per component on all articles, and the rooms' share of the pipeline's."""
    sources = [Source.from_text(article(name)[0], name=name) for name in names()]
    seconds = dict.fromkeys(["tokenizer", *nlp.pipe_names], 0.0)
    for source in sources:
        seconds["tokenizer"] += timed(partial(nlp.make_doc, source.text), times)
        doc = nlp.make_doc(source.text)
        for name, pipe in nlp.pipeline:
            # a component must not see what it did before: every run gets a copy of its own
            copies = [_copy(doc, source) for _ in range(times)]
            seconds[name] += timed(lambda p=pipe, c=copies: p(c.pop()), times)
            doc = pipe(_copy(doc, source))
    ours = [name for name in seconds if _is_ours(nlp, name)]
    for name, spent in seconds.items():
        print(f"{name:<24}{spent:8.3f} s{'   *' if name in ours else ''}")
    rooms = sum(seconds[name] for name in ours)
    rest = sum(seconds.values()) - rooms
    words = sum(len(source.text.split()) for source in sources)
    print(f"claim components (*) {rooms:.3f} s, pipeline {rest:.3f} s: ratio {rooms / rest:.2f}")
    print(f"{words / (rooms + rest):,.0f} words a second")


def _copy(doc: Doc, source: Source) -> Doc:
    copy = doc.copy()
    set_source(copy, source)
    return copy


def _is_ours(nlp: Language, name: str) -> bool:
    if name == "tokenizer":
        return False
    return nlp.get_pipe_meta(name).factory.startswith("factdiff_") and hasattr(
        nlp.get_pipe(name), "find"
    )


def comparing(nlp: Language, times: int) -> None:
    """Seconds to read and to compare: two articles of a thousand words, twenty on one story."""
    kept = names()[:4]
    long = "\n\n".join(article(name)[0] for name in kept)
    retold = "\n\n".join(paraphrase(name) for name in kept)
    _report(nlp, "two long articles", [long, retold], times)
    name = names()[0]
    text = article(name)[0]
    copies = [planted(text, spots, seed)[0] for seed, spots in selections(name)]
    others = [planted(paraphrase(name), [], seed)[0] for seed in "abc"]
    story = ([text, paraphrase(name), *copies, *others, *copies])[:20]
    _report(nlp, f"{len(story)} articles on one story", story, times)


def _report(nlp: Language, what: str, texts: list[str], times: int) -> None:
    sources = [Source.from_text(text, name=f"{n}") for n, text in enumerate(texts)]
    read: list[Report] = []
    reading = timed(lambda: read.append(extract_report(sources, nlp=nlp)), times)
    known = replace(read[0])
    compared = timed(lambda: report_of(known.tool, known.sources, known.claims), times)
    words = sum(len(text.split()) for text in texts)
    print(
        f"{what}: {words:,} words, {len(known.claims)} claims, reading {reading:.3f} s, "
        f"comparing {compared:.3f} s: ratio {compared / reading:.2f}"
    )


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=main.__doc__)
    parser.add_argument("--times", type=int, default=3, help="runs, of which the best counts")
    chosen = parser.parse_args()
    nlp = load_pipeline()
    components(nlp, chosen.times)
    comparing(nlp, chosen.times)


if __name__ == "__main__":
    main()
