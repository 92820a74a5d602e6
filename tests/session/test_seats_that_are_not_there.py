"""A file that was altered and sealed anew: an event about a seat that is not there does not fit."""

from __future__ import annotations

from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest

from game.content import parse
from game.i18n import words
from game.report.registers import registers
from game.report.source import open_session
from game.session import open_recording, read, verify
from game.session.reading import read_lines
from game.session.writing import whole_file
from tests import staging

FIELDS = ("seat", "owner", "starter", "source")


@pytest.fixture(scope="module")
def played(tmp_path_factory: pytest.TempPathFactory) -> Path:
    session = staging.begin(tmp_path_factory.mktemp("altered"), 2, 3)
    staging.play(session, staging.by("method"), lambda s: s.round == 3)
    session.close()
    return session.path


def altered(played: Path, to: Path, number: int) -> list[tuple[str, Path]]:
    """A file for each kind of event and field, sealed anew, that names a seat of this number."""
    lines = read_lines(played)
    raws: list[Any] = [line.raw for line in lines.good[1:]]
    found: dict[str, Path] = {}
    for n, raw in enumerate(raws):
        for k, event in enumerate(raw.get("events", ())):
            for field in FIELDS:
                kind = f"{event['type']}.{field}"
                if type(event.get(field)) is int and kind not in found:
                    other = deepcopy(raws)
                    other[n]["events"][k][field] = number
                    found[kind] = to / f"{kind}.jsonl"
                    found[kind].write_bytes(b"".join(whole_file(lines.good[0].raw, other)))
    return list(found.items())


@pytest.mark.parametrize("number", [2, 8, -1])
def test_it_ends_what_can_be_told_and_names_nobody_else(
    played: Path, tmp_path: Path, number: int
) -> None:
    made = altered(played, tmp_path, number)
    assert len(made) > 8
    for kind, path in made:
        assert read(path).damage is None, "its seals are whole"
        source = open_session(path, words("en"))
        assert "differs" in {trouble.code for trouble in source.troubles}, kind
        registers(source)
        assert "differs" in {t.code for t in open_recording(path, parse).troubles}, kind
        assert not verify(path, parse).ok, kind
