"""What a second run over unchanged files costs beside the first.

Run by hand: ``python -m tests.benchmarks.cached``. It checks the project's planted articles against
one another as a command of its own, twice, and prints seconds of processor time and the ratio;
nothing is asserted, for a clock on a busy machine proves nothing.
"""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.quality.planted import article, names


def seconds(arguments: list[str], environment: dict[str, str]) -> float:
    """Processor time of one run of the command."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(
        [sys.executable, "-m", "factdiff", *arguments],
        env=environment,
        check=True,
        stdout=subprocess.DEVNULL,
    )
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def main() -> None:
    """Two runs in a cache folder of their own."""
    with tempfile.TemporaryDirectory() as folder:
        texts = [article(name)[0] for name in names()]
        paths = []
        for number, text in enumerate(texts):
            path = Path(folder) / f"{number}.txt"
            path.write_text(text, encoding="utf-8")
            paths.append(str(path))
        environment = {**os.environ, "XDG_CACHE_HOME": str(Path(folder) / "cache")}
        run = ["check", paths[0], *(f"--against={path}" for path in paths[1:]), "--exit-zero"]
        first, second = (seconds(run, environment) for _ in range(2))
    words = sum(len(text.split()) for text in texts)
    print(f"{len(paths)} articles, {words} words")
    print(f"first run {first:.2f} s, second {second:.2f} s, ratio {second / first:.2f}")


if __name__ == "__main__":
    main()
