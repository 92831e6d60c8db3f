"""Tests mirror the package: what tests.kinds.dates holds is what factdiff.kinds.dates promises."""
