"""Tries a built folder where a program has nothing: ``python -m tests.install.trial FOLDER``.

It is copied to a path with spaces and Danish letters, where nothing may be written to it. There it
runs with an empty environment: no Python on the path and no home; on Linux as root also as a user
with no rights, and in a network that it is alone in. A table says what worked, how long it took,
and how long it was until the first picture stood on a screen.
"""

from __future__ import annotations

import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from tests.e2e.desktop import MISSING, Desktop, desktop, wait_for
from tests.install.__main__ import megabytes

PLACE: Final = "Kære gruppe – æøå"
NOBODY: Final = 65_534
STARTS: Final = 5
_OWN_NETWORK: Final = '{ip} link set lo up && {ip} address add 192.0.2.7/24 dev lo; exec "$@"'
"""A network in which there is nobody else: phones can be let in, and nothing gets out."""
_COLOURS: Final = 64
"""So many values of a byte are on the screen only when something has been drawn."""


@dataclass(frozen=True, slots=True)
class Step:
    """A command, and the files it leaves; ``{out}`` is a folder that may be written to.

    One that ``says`` something is judged by that: a place with no screen fails the check of it.
    """

    name: str
    words: tuple[str, ...]
    leaves: tuple[str, ...] = ()
    says: str = ""


REPORT: Final = ("report.html", "report.pdf", "registers.xlsx", "map.svg", "map.png")
STEPS: Final = (
    Step("--version", ("--version",)),
    Step(
        "play",
        ("play", "koebenhavn-pas", "--headless", "--seats", "4", "--to", "{out}/spil"),
    ),
    Step("sessions", ("--to", "{out}/spil", "sessions")),
    Step("verify", ("verify", "{session}")),
    Step(
        "report",
        ("report", "{session}", "--to", "{out}/r", "--lang", "en"),
        tuple(f"r/{n}" for n in REPORT),
    ),
    Step(
        "register",
        ("register", "import", "{out}/r/registers.xlsx", "--session", "{session}", "--dry-run"),
    ),
    Step(
        "portfolio",
        ("portfolio", "{out}/spil", "--to", "{out}/p", "--lang", "en"),
        ("p/portfolio.xlsx",),
    ),
    Step(
        "print",
        ("print", "koebenhavn-pas", "--to", "{out}/k", "--lang", "en"),
        ("k/board-a3.pdf", "k/cards.pdf"),
    ),
    Step("new", ("new", "Vores ø", "--to", "{out}/sager"), ("sager/vores-oe.toml",)),
    Step("check", ("check", "{out}/sager/vores-oe.toml")),
    Step(
        "case pack",
        ("case", "pack", "{out}/sager/vores-oe.toml", "--to", "{out}/sager/vores-oe.gevinst"),
        ("sager/vores-oe.gevinst",),
    ),
    Step("simulate", ("simulate", "foerste-spil", "--games", "8", "--jobs", "2")),
    Step("schema", ("schema",)),
    Step("guide", ("guide", "drejebog", "--lang", "da"), says="Drejebog til workshoppen"),
    Step("guide as a page", ("guide", "--to", "{out}/guide.html"), ("guide.html",)),
    Step("phones", ("--lang", "en", "preflight"), says="The phones' page was opened at"),
    Step("repair", ("repair", "{session}", "--to", "{out}/igen.jsonl")),
)
WINDOWS: Final = (
    ("start screen", ()),
    ("a session, double-clicked", ("{session}",)),
    ("a case, double-clicked", ("{out}/sager/vores-oe.toml",)),
    ("a packed case, double-clicked", ("{out}/sager/vores-oe.gevinst",)),
    ("replay", ("replay", "{session}")),
)


@dataclass(slots=True)
class Place:
    """The program in its place, and what it is run with."""

    program: Path
    out: Path
    prefix: tuple[str, ...] = ()
    lines: list[str] = field(default_factory=list)
    failed: bool = False

    def command(self, words: Sequence[str]) -> list[str]:
        """The whole command, with its placeholders filled in."""
        session = next(iter(sorted(self.out.glob("spil/*.jsonl"))), "no-session")
        filled = [word.format(out=self.out, session=session) for word in words]
        return [*self.prefix, str(self.program), *filled]

    def tell(self, name: str, seconds: float, wrong: str) -> None:
        """Add a line to the table; ``wrong`` is empty where all went well."""
        self.failed |= bool(wrong)
        self.lines.append(f"| {name} | {seconds:.1f} | {wrong or 'works'} |")
        print(self.lines[-1], flush=True)


def main(argv: Sequence[str] | None = None) -> int:
    """Try the folder that is given; 0 when all of it works."""
    (built,) = map(Path, sys.argv[1:] if argv is None else argv)
    with placed(built) as place:
        print(f"{megabytes(built):.0f} MB\n\n| what | seconds | |\n| --- | --- | --- |")
        for step in STEPS:
            run(place, step)
        if MISSING:
            print(f"No window is opened: {', '.join(MISSING)} not installed.")
        else:
            open_windows(place)
    return int(place.failed)


@contextmanager
def placed(built: Path) -> Iterator[Place]:
    """The folder in a place of that kind; afterwards nothing of it is left."""
    with tempfile.TemporaryDirectory(prefix="gevinst-trial-") as scratch:
        home, out = Path(scratch) / PLACE, Path(scratch) / "ud æøå"
        shutil.copytree(built, home / built.name, symlinks=True)
        out.mkdir()
        os.chmod(scratch, 0o755)
        os.chmod(out, 0o777)
        _set_writable(home, False)
        program = home / built.name / ("gevinst.exe" if sys.platform == "win32" else "gevinst")
        try:
            yield Place(program, out, _isolation())
        finally:
            _set_writable(home, True)


def _set_writable(top: Path, yes: bool) -> None:
    for path in (top, *top.rglob("*")):
        if not path.is_symlink():
            mode = path.stat().st_mode
            path.chmod(mode | 0o200 if yes else mode & ~0o222)


def _isolation() -> tuple[str, ...]:
    """What takes network and rights away, where that can be done."""
    if sys.platform != "linux" or os.geteuid() != 0:
        return ()
    unshare, setpriv, ip = map(shutil.which, ("unshare", "setpriv", "ip"))
    if unshare is None or setpriv is None or ip is None:
        return ()
    alone = (unshare, "-n", "/bin/sh", "-c", _OWN_NETWORK.format(ip=ip), "sh")
    return (*alone, setpriv, f"--reuid={NOBODY}", f"--regid={NOBODY}", "--clear-groups")


def _environment(**more: str) -> dict[str, str]:
    """Nearly nothing: Windows alone needs to know where it is."""
    kept = {key: os.environ[key] for key in ("SYSTEMROOT", "TEMP") if key in os.environ}
    return {"PATH": str(Path("/nothing")), "LANG": "da_DK.UTF-8", **kept, **more}


def run(place: Place, step: Step) -> None:
    """Run a command to its end, and look for its files."""
    since = time.monotonic()
    done = subprocess.run(
        place.command(step.words),
        cwd="/",
        env=_environment(),
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    seconds = time.monotonic() - since
    missing = [name for name in step.leaves if not (place.out / name).is_file()]
    said = (done.stdout + done.stderr).strip()
    works = step.says in said if step.says else not done.returncode
    wrong = ", ".join(missing) if works and "Traceback" not in said else said[-2000:]
    place.tell(step.name, seconds, wrong)


# ------------------------------------------------------------------ windows
def open_windows(place: Place) -> None:
    """Open each window on a screen of its own, and the first one several times."""
    with tempfile.TemporaryDirectory() as folder, desktop(Path(folder), ("-ac",)) as screen:
        for name, words in WINDOWS:
            place.tell(f"window: {name}", first_picture(place, screen, words), "")
        starts = [first_picture(place, screen, ()) for _ in range(STARTS)]
        print(f"\nFirst picture, median of {STARTS}: {statistics.median(starts):.2f} s")


def first_picture(place: Place, screen: Desktop, words: Sequence[str]) -> float:
    """Seconds until the program has drawn; it is ended then."""
    wait_for(lambda: not _is_drawn(screen), "an empty screen")
    since = time.monotonic()
    environment = _environment(DISPLAY=screen.env["DISPLAY"], SDL_AUDIODRIVER="dummy")
    process = subprocess.Popen(
        place.command(words), cwd="/", env=environment, stderr=subprocess.PIPE, text=True
    )

    def drawn() -> bool:
        if process.poll() is not None:
            raise AssertionError(f"It ended: {process.communicate()[1][-2000:]}")
        return _is_drawn(screen)

    try:
        wait_for(drawn, "a picture")
        return time.monotonic() - since
    finally:
        process.kill()
        process.wait()


def _is_drawn(screen: Desktop) -> bool:
    return len(set(screen.picture.read_bytes()[4096:])) > _COLOURS


if __name__ == "__main__":
    sys.exit(main())
