"""A person decides on findings, one by one; nothing decided is ever lost.

``journal`` keeps every decision on disk before the next finding is shown, ``session`` is the
review without any screen, ``export`` turns it into a memo, a record, a baseline and aliases.
"""
