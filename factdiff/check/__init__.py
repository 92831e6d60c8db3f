"""Drafts held against their sources: which files, which findings, which of them fail the run."""
