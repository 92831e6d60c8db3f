"""Fixtures that every test may use."""

from __future__ import annotations

import pytest
from spacy.language import Language


@pytest.fixture(scope="session")
def nlp() -> Language:
    """The bundled pipeline with every claim component, loaded once."""
    from factdiff.pipeline import load_pipeline

    return load_pipeline()
