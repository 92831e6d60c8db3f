"""The bundled pipeline against its floors; needs the data folder beside the checkout.

The floors were measured on the held-out documents named in the recipe.
`python -m factdiff.training floors` raises them, and lowers one only with a reason that it keeps.
"""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

HERE = Path(__file__).parent
DATA = HERE.parents[2] / "shared" / "data"
FLOORS: dict[str, Any] = tomllib.loads((HERE / "pipeline_floors.toml").read_text(encoding="utf8"))


@pytest.fixture(scope="module")
def measured() -> dict[str, float]:
    if not (DATA / "names").is_dir():
        pytest.skip("the training data is not beside this checkout")
    from factdiff.pipeline import load_pipeline
    from factdiff.training.floors import measure

    return measure(load_pipeline(claims=False), DATA)


@pytest.mark.parametrize("name", sorted(FLOORS["floors"]))
def test_floor(measured: dict[str, float], name: str) -> None:
    assert measured[name] >= FLOORS["floors"][name], f"{name}: {measured[name]} is below its floor"


def test_names_by_origin() -> None:
    from factdiff.pipeline import load_pipeline
    from factdiff.training.origins import recall_by_origin

    found = recall_by_origin(load_pipeline(claims=False), HERE / "names_by_origin.tsv")
    recall = {origin: 100 * right / wanted for origin, (right, wanted) in found.items()}
    short = {
        k: v for k, v in recall.items() if v < FLOORS["origins"].get(k, FLOORS["origins"]["each"])
    }
    assert not short
