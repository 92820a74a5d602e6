"""What is raised by hand for a release agrees: version, day, formats and changelog."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from game import RELEASED, __version__
from game.engine import RULES_VERSION
from game.session import FORMAT
from tests.session.vocabulary import IN_THE_MAKING

ROOT = Path(__file__).parents[1]
CHANGELOG = (ROOT / "CHANGELOG.md").read_text("utf-8")
HEADING = re.compile(r"^## (\S+) – (\S+)$", re.MULTILINE)
CREATED = re.compile(r'"created":"(\d{4}-\d\d-\d\d)')
UNRELEASED = "unreleased"


def owed(changelog: str) -> Iterator[str]:
    """What is still to be raised or said, by a changelog whose newest version stands first."""
    version, day = HEADING.findall(changelog)[0]
    if version != __version__:
        yield f"__version__ is {__version__}, the changelog begins with {version}"
    if day != UNRELEASED and day != RELEASED:
        yield f"RELEASED in game/__init__.py is {RELEASED}, the changelog says {day}"
    if day != UNRELEASED and IN_THE_MAKING is not None:
        yield "IN_THE_MAKING in tests/session/vocabulary.py is None once its format is released"
    for said in (
        f"Rules version {RULES_VERSION}",
        f"Sessions: format {FORMAT}",
    ):
        if said not in changelog:
            yield f"the changelog does not say: {said}"


def test_what_a_release_raises_is_raised_and_said() -> None:
    assert not list(owed(CHANGELOG))


def test_what_is_forgotten_is_named() -> None:
    released = CHANGELOG.replace(UNRELEASED, "2001-02-03", 1).replace(f"format {FORMAT},", "")
    said = "\n".join(owed(released.replace(__version__, "99.0", 1)))
    for what in ("__version__", "RELEASED", "IN_THE_MAKING", f"Sessions: format {FORMAT}"):
        assert what in said or (what == "IN_THE_MAKING" and IN_THE_MAKING is None)


def test_no_game_of_the_repository_is_later_than_the_version_that_it_was_saved_by() -> None:
    """A game recorded anew is dated by the program that wrote it: its day was not raised."""
    games = [*ROOT.glob("docs/example/**/*.jsonl"), *ROOT.glob("tests/sessions/*.jsonl")]
    begun = [CREATED.search(game.read_text("utf-8", "replace")) for game in games]
    days = [found[1] for found in begun if found]
    assert len(days) > 3
    assert max(days) <= RELEASED, "raise RELEASED in game/__init__.py"
