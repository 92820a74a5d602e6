"""Each playthrough is what the rules do now, and our perft: how many ways there are to begin."""

from __future__ import annotations

from difflib import unified_diff

import pytest

from tests.golden.perft import DEPTH, POSITIONS, counted, recorded
from tests.golden.playthrough import FOLDER, cases, playthrough

CASES = cases()


@pytest.mark.parametrize("name", CASES)
def test_playthrough(name: str) -> None:
    path = FOLDER / f"{name}.txt"
    written = path.read_text(encoding="utf-8") if path.exists() else ""
    now = playthrough(CASES[name])
    if now != written:
        changes = unified_diff(
            written.splitlines(), now.splitlines(), "written", "now", lineterm=""
        )
        shown = "\n".join(list(changes)[:60])
        pytest.fail(f"{shown}\n\nIf this is meant: python -m tests.golden, and review the change.")


def test_every_playthrough_has_its_case() -> None:
    assert {path.stem for path in FOLDER.glob("*.txt")} == set(CASES)


# ------------------------------------------------------------------ perft
@pytest.mark.parametrize("position", POSITIONS)
def test_legal_sequences_to_depth_3(position: str) -> None:
    now, written = counted(position), recorded().get(position, {})
    changes = [
        f"  {kind}: {written.get(kind, 0)} written, {now.get(kind, 0)} now"
        for kind in {**written, **now}
        if now.get(kind) != written.get(kind)
    ]
    assert not changes, "\n".join(
        (
            f"{position}: the number of legal sequences of {DEPTH} decisions has changed, "
            "by the first of them",
            *changes,
            "If this is meant: python -m tests.golden, and review the change.",
        )
    )


def test_every_count_has_its_position() -> None:
    assert set(recorded()) == set(POSITIONS)
