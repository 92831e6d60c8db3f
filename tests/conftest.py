"""Fixtures that every test may use."""

from __future__ import annotations

import pytest
from spacy.language import Language

from factdiff import load_pipeline


@pytest.fixture(scope="session")
def nlp() -> Language:
    """The bundled pipeline with every claim component, loaded once."""
    return load_pipeline()
