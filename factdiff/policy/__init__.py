"""A project's own rules: what fails a run."""
