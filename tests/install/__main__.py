"""Builds the program as a folder that needs no Python: ``python -m tests.install --to dist``.

A wheel of this checkout is made and installed, with the extras ``print`` and ``phones`` and with
PyInstaller, in an environment of its own; what lies in the folder is what people who use pip get.
It is built for the system that builds it: on Windows for Windows.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import venv
from pathlib import Path

from tests.install import associations, contents

ROOT = Path(__file__).parents[2]
BUILDER = ("pyinstaller>=6.10", "packaging", "pillow>=11.3")
"""What builds the folder: it draws the icons, and nothing of it lies in the folder."""


def main() -> int:
    """Build, and say where it lies and how large it is."""
    parser = argparse.ArgumentParser(description=__doc__, prog="python -m tests.install")
    parser.add_argument("--to", type=Path, default=ROOT / "dist", metavar="FOLDER")
    target = parser.parse_args().to.resolve()
    with tempfile.TemporaryDirectory(prefix="gevinst-build-") as scratch:
        python = environment(Path(scratch))
        folder = freeze(python, Path(scratch), target)
    print(f"{folder}: {megabytes(folder):.0f} MB")
    return 0


def environment(scratch: Path) -> Path:
    """An environment with the wheel of this checkout and what builds the folder; its Python."""
    run(scratch, sys.executable, "-m", "build", "--wheel", "--outdir", scratch, ROOT)
    venv.create(scratch / "venv", with_pip=True)
    python = scratch / "venv" / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")
    wheel = next(scratch.glob("*.whl"))
    run(scratch, python, "-m", "pip", "install", "-q", f"{wheel}[{contents.EXTRA}]", *BUILDER)
    return python


def freeze(python: Path, scratch: Path, target: Path) -> Path:
    """Run PyInstaller, and lay beside the program what the system needs to know of it."""
    spec = Path(__file__).with_name("gevinst.spec")
    folders = ("--distpath", target, "--workpath", scratch / "work")
    run(scratch, python, "-m", "PyInstaller", "--noconfirm", "--log-level", "WARN", *folders, spec)
    folder = target / associations.TITLE
    if sys.platform == "win32":
        associations.write_for_windows(folder)
    elif sys.platform == "linux":
        associations.write_for_linux(folder)
        picture = folder / "share/icons/hicolor/256x256/apps/gevinstbordet.png"
        picture.parent.mkdir(parents=True)
        shutil.copy(next(scratch.glob("work/**/gevinstbordet.png")), picture)
    run(scratch, python, Path(__file__).with_name("licences.py"), folder / "licenses")
    return folder


def megabytes(folder: Path) -> float:
    """How large a folder is; a link counts nothing."""
    files = (path for path in folder.rglob("*") if path.is_file() and not path.is_symlink())
    return sum(path.stat().st_size for path in files) / 1_000_000


def run(place: Path, *command: object) -> None:
    """Run a command where no checkout is found before the wheel; stop when it fails."""
    kept = {key: value for key, value in os.environ.items() if not key.startswith("PYTHON")}
    subprocess.run([str(part) for part in command], cwd=place, env=kept, check=True)


if __name__ == "__main__":
    sys.exit(main())
