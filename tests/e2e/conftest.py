"""What the tests in real windows share."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.e2e.desktop import Desktop, desktop


@pytest.fixture
def screen(tmp_path: Path) -> Iterator[Desktop]:
    folder = tmp_path / "screen"
    folder.mkdir()
    with desktop(folder) as made:
        yield made
