"""Reports in every format: renderers take a ``Report`` and return strings or renderables.

Nothing here prints. ``formats`` is the table of formats, ``load`` reads a JSON report back,
``write`` puts a finished report into a file, whole or not at all.
"""
