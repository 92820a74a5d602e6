"""Nothing of the phones is loaded before somebody opens them."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import Final

import pytest

_PARTS: Final = ("game.phones", "starlette", "uvicorn", "websockets", "pydantic.json", "segno",
          "jinja2", "ifaddr", "anyio", "h11")  # fmt: skip
_PLAYED: Final = """
import sys, tempfile, pathlib, json
from game.gui.app import App
from game.table.flow.application import TABLE
from game.table.flow.main import Flow
from tests import staging
app = App((1280, 720), TABLE, lang="da")
flow = Flow(app, pathlib.Path(tempfile.mkdtemp()), 5)
flow.before.seats(staging.case())
app.loop.step(0.1)
flow.playing.begin(staging.case(), tuple(staging.seats(4)))
for _ in range(5):
    app.loop.step(0.1)
before = sorted(sys.modules)
phones = flow.playing.phones.load()
flow.close()
print(json.dumps([before, sorted(sys.modules)]))
"""


@pytest.mark.slow
def test_a_game_without_phones_loads_nothing_of_them() -> None:
    run = subprocess.run(
        [sys.executable, "-c", _PLAYED], capture_output=True, text=True, check=True, timeout=120
    )
    before, after = json.loads(run.stdout.splitlines()[-1])
    assert [name for name in before if _is_of_phones(name)] == []
    assert "game.phones.server" in after


def _is_of_phones(module: str) -> bool:
    return any(module == part or module.startswith(f"{part}.") for part in _PARTS)
