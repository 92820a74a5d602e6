"""The wheel is whole: installed into an empty environment elsewhere, it plays a game."""

from __future__ import annotations

import os
import subprocess
import sys
import sysconfig
import venv
import zipfile
from pathlib import Path

import pytest

from tests.effort import NIGHTLY

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parent.parent


def run(*command: str | Path, cwd: Path) -> str:
    outside = {k: v for k, v in os.environ.items() if not k.startswith(("PYTHON", "VIRTUAL_ENV"))}
    done = subprocess.run(
        [str(part) for part in command],
        cwd=cwd,
        env=outside,
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("wheel")
    run(sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", out, ROOT, cwd=out)
    return next(out.glob("*.whl"))


def test_the_wheel_carries_assets_scenarios_and_both_languages(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = set(archive.namelist())
    assert "game/scenarios/koebenhavn-pas.toml" in names
    assert "game/assets/fonts/IBMPlexSans-Regular.ttf" in names
    assert {"game/assets/phones/index.html", "game/assets/phones/frame.html.j2"} <= names
    assert "game/i18n/locale/da/LC_MESSAGES/gevinst.mo" in names
    assert {"game/docs/README.md", "game/docs/drejebog.da.md"} <= names
    assert "game/py.typed" in names
    assert not any(name.startswith(("tests/", "assets/")) for name in names)


def install(wheel: Path, home: Path) -> Path:
    """An environment with the wheel; gives the folder of its commands.

    By day it is lent the libraries of ours, at night it gets those that the wheel asks for.
    """
    venv.create(home)
    scripts = home / ("Scripts" if os.name == "nt" else "bin")
    pip = (sys.executable, "-m", "pip", "--python", scripts / "python", "install", "--quiet")
    run(*pip, *(() if NIGHTLY else ("--no-deps", "--no-compile")), wheel, cwd=home)
    if not NIGHTLY:
        (own,) = home.glob("Lib/site-packages" if os.name == "nt" else "lib/*/site-packages")
        (own / "lent.pth").write_text(sysconfig.get_path("purelib") + "\n", "utf-8")
    return scripts


def test_a_game_is_played_from_the_installed_wheel(wheel: Path, tmp_path: Path) -> None:
    scripts = install(wheel, tmp_path / "elsewhere")
    where = "import game; print(game.__file__)"
    assert str(tmp_path) in run(scripts / "python", "-c", where, cwd=tmp_path)
    sessions = tmp_path / "sessions"
    said = run(
        scripts / "gevinst",
        *("play", "koebenhavn-pas", "--headless", "--bots", "random", "--seats", "3"),
        *("--seed", "7", "--lang", "en", "--to", sessions),
        cwd=tmp_path,
    )
    saved = next(sessions.glob("*.jsonl"))
    assert saved.name in said.replace("\n", "")
    run(scripts / "gevinst", "verify", saved, cwd=tmp_path)
    told = run(scripts / "gevinst", "guide", "drejebog", "--lang", "da", cwd=tmp_path)
    assert "Drejebog til workshoppen" in told
