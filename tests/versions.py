"""The tests with the oldest and newest versions that are promised: ``python -m tests.versions``.

For every Python from 3.11 on that this machine has, or that uv can get, and for both ends of what
``pyproject.toml`` declares, an environment is made, the program is installed there, and the tests
that are not slow are run, on all cores. *Oldest* are the lower bounds themselves, of the program
and its extras; what stands behind those, and the tools of the tests, is as new as pip finds it. A
table says what passed. Linters, and the test that needs one, are left out: they have bounds of
their own on the same packages.

    python -m tests.versions                              # all that is here; an hour and more
    python -m tests.versions --ends oldest --pythons 3.11 -- tests/report tests/cli
    python -m tests.versions --pythons /opt/python3.14/bin/python3
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from packaging.requirements import Requirement

ROOT: Final = Path(__file__).parents[1]
ENDS: Final = ("oldest", "newest")
PYTHONS: Final = ("3.11", "3.12", "3.13", "3.14")
_TOOLS: Final = "test"
"""The extra whose lower bounds are not tried: nobody installs a test tool of long ago."""
_LINTERS: Final = ("import-linter", "mypy", "ruff")
_OF_LINTERS: Final = "tests/test_architecture.py"


@dataclass(frozen=True, slots=True)
class Result:
    """How the tests went with one Python and one end of the bounds."""

    python: str
    end: str
    passed: bool
    last_line: str


def main(argv: Sequence[str] | None = None) -> int:
    """Run what was asked for; 0 when all of it passed, 2 when there was nothing to run with."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--ends", nargs="+", choices=ENDS, default=ENDS)
    parser.add_argument("--pythons", nargs="+", default=PYTHONS, metavar="PYTHON")
    parser.add_argument("tests", nargs="*", default=["-m", "not slow"], metavar="-- PYTEST ...")
    wanted = parser.parse_args(argv)
    found = {name: python for name in wanted.pythons if (python := interpreter(name))}
    for name in wanted.pythons:
        if name not in found:
            print(f"Python {name} is not here; not tried.")
    results = [
        tried(name, python, end, wanted.tests)
        for name, python in found.items()
        for end in wanted.ends
    ]
    print("\n".join(table(results)))
    return 2 if not results else int(not all(result.passed for result in results))


def interpreter(name: str) -> str | None:
    """A Python by its version or its path, if it is here and starts."""
    for candidate in _candidates(name):
        with tempfile.TemporaryFile() as silence:
            done = subprocess.run(
                [candidate, "-c", "import venv"], stdout=silence, stderr=silence, check=False
            )
        if done.returncode == 0:
            return candidate
    return None


def _candidates(name: str) -> Iterator[str]:
    """Where a Python may be: at this path, on the path, where pyenv put it, or had from uv."""
    if os.sep in name:
        yield from filter(None, [shutil.which(name)])
        return
    if sys.version_info[:2] == tuple(map(int, name.split("."))):
        yield sys.executable
    if on_path := shutil.which(f"python{name}"):
        yield on_path
    for home in (".pyenv/versions", ".local/share/uv/python"):
        yield from map(str, sorted((Path.home() / home).glob(f"*{name}.*/bin/python{name}")))
    if uv := shutil.which("uv"):
        _run([uv, "python", "install", "-q", name])
        yield from _run([uv, "python", "find", name]).stdout.splitlines()[:1]


def lower_bounds(project: Path = ROOT / "pyproject.toml") -> list[str]:
    """``name==version`` of all that the program and its extras ask for, at its oldest."""
    declared = tomllib.loads(project.read_text("utf-8"))["project"]
    extras = declared["optional-dependencies"]
    asked = [*declared["dependencies"]]
    for name in sorted(extras.keys() - {_TOOLS}):
        asked += extras[name]
    return sorted({pinned for each in map(Requirement, asked) if (pinned := _at_lowest(each))})


def tools_of_tests(project: Path = ROOT / "pyproject.toml") -> list[str]:
    """What the tests ask for, but for the linters."""
    extras = tomllib.loads(project.read_text("utf-8"))["project"]["optional-dependencies"]
    return [each for each in extras[_TOOLS] if Requirement(each).name not in _LINTERS]


def _at_lowest(requirement: Requirement) -> str | None:
    marker = f"; {requirement.marker}" if requirement.marker else ""
    lowest = [each.version for each in requirement.specifier if each.operator in (">=", "==", "~=")]
    return f"{requirement.name}=={lowest[0]}{marker}" if lowest else None


def tried(name: str, python: str, end: str, tests: Sequence[str]) -> Result:
    """Install one end of the bounds for one Python, and run the tests."""
    print(f"== Python {name}, {end}", flush=True)
    with tempfile.TemporaryDirectory(prefix="gevinst-versions-") as scratch:
        folder = Path(scratch)
        installed = _installed(python, end, folder)
        if installed.returncode:
            return Result(name, end, False, (installed.stderr.strip() or "?").splitlines()[-1])
        done = _tested(folder, tests)
    lines = done.stdout.strip().splitlines() or [done.stderr.strip() or "nothing was said"]
    print("\n".join(line for line in lines if line.startswith(("FAILED", "ERROR"))), flush=True)
    return Result(name, end, done.returncode == 0, lines[-1])


def _installed(python: str, end: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """Make an environment and install all into it: by uv where it is there, which is quicker."""
    constraints = folder / "constraints.txt"
    constraints.write_text("\n".join(lower_bounds() if end == "oldest" else []), "utf-8")
    if uv := shutil.which("uv"):
        made = _run([uv, "venv", "-q", "--python", python, folder / "venv"])
        install = [uv, "pip", "install", "--python", _python_in(folder)]
    else:
        made = _run([python, "-m", "venv", folder / "venv"])
        install = [_python_in(folder), "-m", "pip", "install"]
    if made.returncode:
        return made
    return _run([*install, "-q", "-c", constraints, "-e", ROOT, *tools_of_tests()])


def _tested(folder: Path, tests: Sequence[str]) -> subprocess.CompletedProcess[str]:
    quiet = ("-q", "--no-header", "-p", "no:cacheprovider", f"--ignore={_OF_LINTERS}")
    return _run([_python_in(folder), "-m", "pytest", *quiet, "-n", "auto", *tests])


def _python_in(folder: Path) -> Path:
    return folder / "venv" / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")


def _run(command: Sequence[object]) -> subprocess.CompletedProcess[str]:
    """Run in the checkout; nothing of the environment that started this reaches it."""
    kept = {key: value for key, value in os.environ.items() if not key.startswith("PYTHON")}
    return subprocess.run(
        [str(part) for part in command],
        cwd=ROOT,
        env=kept,
        capture_output=True,
        text=True,
        check=False,
    )


def table(results: Sequence[Result]) -> list[str]:
    """The results as a table in Markdown."""
    lines = ["| Python | versions | passed | pytest's last line |", "| --- | --- | --- | --- |"]
    for each in results:
        passed = "yes" if each.passed else "no"
        lines.append(f"| {each.python} | {each.end} | {passed} | {each.last_line.strip('= ')} |")
    return lines


if __name__ == "__main__":
    sys.exit(main())
