"""The mean of the weights of several rounds: better than each, at the price of one."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import spacy
from spacy.language import Language


def read_mean(nlp: Language, component: str, folders: list[Path]) -> None:
    """Give a component of `nlp` the mean of its weights in these stored pipelines.

    All must stem from one another, or their weights would have nothing to do with each other.
    """
    target: Any = nlp.get_pipe(component)
    target.from_disk(folders[0] / component, exclude=["vocab"])
    others: list[Any] = [spacy.load(folder).get_pipe(component) for folder in folders[1:]]
    walks = zip(target.model.walk(), *(other.model.walk() for other in others), strict=True)
    for nodes in walks:
        for name in nodes[0].param_names:
            if nodes[0].has_param(name):
                weights = np.mean([node.get_param(name) for node in nodes], axis=0)
                nodes[0].set_param(name, weights.astype(np.float32))
