"""A project's own rules: the policy file, what fails a run, house style, what was accepted.

``find`` reads the file, ``keys`` knows what it may hold, ``policy`` layers it under the command
line, ``rules`` is what then holds for one draft.
"""
