"""The wheel: what is in it, and that it works in an environment of its own, from another folder.

The environment is empty but for the wheel; the dependencies are those of the environment that runs
the tests, found through a path file, so that no package index is needed. Its own ``factdiff``, an
editable one, is not found that way: path files beside it are not read.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import sysconfig
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
DATA = {".tsv", ".toml", ".json", ".css", ".cfg", ".npz", ".svg"}


def run(*command: str | Path, cwd: Path) -> str:
    """What the command prints; a PYTHONPATH would find a factdiff that is not the wheel's."""
    clean = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    done = subprocess.run(
        [str(word) for word in command],
        check=False,
        env=clean,
        cwd=cwd,
        capture_output=True,
        text=True,
        encoding="utf-8",
    )
    assert done.returncode == 0, f"{command}\n{done.stdout}\n{done.stderr}"
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("dist")
    run(
        sys.executable,
        "-m",
        "build",
        "--wheel",
        "--no-isolation",
        "--outdir",
        folder,
        ROOT,
        cwd=folder,
    )
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def scripts(wheel, tmp_path_factory) -> Path:
    """Where the commands of an environment with the wheel lie."""
    home = tmp_path_factory.mktemp("venv")
    venv.create(home, with_pip=False, symlinks=sys.platform != "win32")
    folder = home / ("Scripts" if sys.platform == "win32" else "bin")
    python = folder / "python"
    site = Path(
        run(
            python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))", cwd=home
        ).strip()
    )
    here = {sysconfig.get_path("purelib"), sysconfig.get_path("platlib")}
    (site / "dependencies.pth").write_text("\n".join(sorted(here)), encoding="utf-8")
    run(sys.executable, "-m", "pip", "--python", python, "install", "--quiet", "--no-deps",
        "--no-index", "--disable-pip-version-check", wheel, cwd=home)  # fmt: skip
    return folder


def test_the_wheel_holds_the_model_and_every_table_and_nothing_else(wheel):
    names = set(zipfile.ZipFile(wheel).namelist())
    package = ROOT / "factdiff"
    here = {
        path.relative_to(ROOT).as_posix()
        for path in package.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    shipped = {name for name in here if not name.startswith("factdiff/training/")}
    assert {name for name in names if name.startswith("factdiff/")} == shipped
    assert {"factdiff/py.typed", "factdiff/pipeline/model/config.cfg"} <= names
    assert {Path(name).suffix for name in shipped if Path(name).suffix in DATA} >= {".tsv", ".toml"}
    rest = {name for name in names - shipped if ".dist-info/" not in name}
    assert rest == set()
    assert any(name.endswith("/LICENSE") for name in names)


def test_the_wheel_stays_small(wheel):
    assert wheel.stat().st_size < 14_000_000  # 12 MB of model are the most


def test_the_command_of_the_readme_works_from_another_folder(scripts, tmp_path):
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    command = next(line for line in readme.splitlines() if " && .venv/bin/factdiff " in line)
    words = command.split(".venv/bin/factdiff ")[1].split()
    sources = [ROOT / word for word in words if word.startswith("samples/")]
    assert len(sources) == 2
    out = run(scripts / "factdiff", words[0], *sources, cwd=tmp_path)
    assert out.lstrip().startswith(" × ".join(source.name for source in sources))
    assert "Sun Haitao / Sun Haita" in out


def test_module_and_library_are_those_of_the_wheel(scripts, tmp_path):
    code = "import json, factdiff; print(json.dumps([factdiff.__file__, factdiff.__version__]))"
    place, version = json.loads(run(scripts / "python", "-c", code, cwd=tmp_path))
    assert Path(place).is_relative_to(scripts.parent)
    assert version in run(scripts / "python", "-m", "factdiff", "--version", cwd=tmp_path)
    assert "compare" in run(scripts / "python", "-m", "factdiff", "--help", cwd=tmp_path)


def test_help_needs_no_spacy(scripts, tmp_path):
    code = (
        "import sys; sys.modules['spacy'] = None; from factdiff.cli.app import run;"
        "sys.exit(run(['--help']))"
    )
    assert "compare" in run(scripts / "python", "-c", code, cwd=tmp_path)
