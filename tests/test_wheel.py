"""The wheel is whole: installed into an empty environment elsewhere, it plays a game."""

from __future__ import annotations

import os
import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest

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


def test_a_game_is_played_from_the_installed_wheel(wheel: Path, tmp_path: Path) -> None:
    home = tmp_path / "elsewhere"
    venv.create(home, with_pip=True)
    scripts = home / ("Scripts" if os.name == "nt" else "bin")
    run(scripts / "python", "-m", "pip", "install", "--quiet", wheel, cwd=tmp_path)
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
