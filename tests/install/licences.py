"""Copies the licences of all that is packed: ``python tests/install/licences.py FOLDER``.

Run by the environment that the program is built from: its distributions say who they are. The list
of versions beside the texts is what an IT department compares with reports of weaknesses.
"""

from __future__ import annotations

import platform
import re
import shutil
import sys
import sysconfig
from importlib.metadata import Distribution, distribution
from pathlib import Path

NAME = "gevinstbordet"
EXTRA = "print,phones"
_LICENCE = re.compile(r"(?i)(licen[cs]e|copying|notice|authors|ofl|lgpl)[^/]*$|/licen[cs]es/")
_FEW_WORDS = 40


def main(folder: Path) -> None:
    """Copy the texts, and list every distribution with its version and its licence."""
    lines = []
    for name, found in sorted(distributions().items()):
        lines.append(f"{name}\t{found.version}\t{licence_of(found)}")
        _copy(found, folder / name)
    folder.mkdir(parents=True, exist_ok=True)
    lines.append(f"python\t{platform.python_version()}\tPSF-2.0")
    text = Path(sysconfig.get_path("stdlib")) / "LICENSE.txt"
    if text.is_file():
        (folder / "python").mkdir(exist_ok=True)
        shutil.copy(text, folder / "python")
    (folder / "versions.tsv").write_text("\n".join(lines) + "\n", "utf-8", newline="\n")


def licence_of(found: Distribution) -> str:
    """What a distribution says its licence is, if it says it in few words."""
    about = found.metadata
    if expression := about.get("License-Expression"):
        return str(expression)
    for line in about.get_all("Classifier") or ():
        if line.startswith("License :: OSI Approved :: "):
            return str(line).rpartition(" :: ")[2]
    told = str(about.get("License") or "").strip()
    return told if told and len(told) < _FEW_WORDS else "see its texts"


def distributions() -> dict[str, Distribution]:
    """The program and all that it needs here, by name."""
    from packaging.requirements import Requirement

    found: dict[str, Distribution] = {}
    wanted = [Requirement(f"{NAME}[{EXTRA}]")]
    while wanted:
        requirement = wanted.pop()
        name = re.sub(r"[-_.]+", "-", requirement.name).lower()
        if name in found:
            continue
        found[name] = distribution(requirement.name)
        extras = {"extra": ""}, *({"extra": extra} for extra in requirement.extras)
        for needed in map(Requirement, found[name].requires or ()):
            if needed.marker is None or any(needed.marker.evaluate(extra) for extra in extras):
                wanted.append(needed)
    return found


def _copy(found: Distribution, folder: Path) -> None:
    """The licence texts of a distribution, which may lie in its metadata or among its code."""
    for file in found.files or ():
        path = Path(str(found.locate_file(file)))
        if (
            _LICENCE.search(file.as_posix())
            and path.suffix not in (".py", ".pyc")
            and path.is_file()
        ):
            folder.mkdir(parents=True, exist_ok=True)
            shutil.copy(path, folder / path.name)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
