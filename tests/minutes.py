"""How long things take, as the guides tell it: written from what the program reckons.

``python -m tests.minutes`` writes the parts between ``<!-- minutes: NAME -->`` and ``<!-- end -->``
anew, and the minutes in the table of cases.
"""

from __future__ import annotations

import re
import textwrap
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import cast

from game.content import Case, load
from game.content import minutes as play
from game.debrief.talk import SECONDS, PageKind, minutes, usual_minutes, usual_pages
from game.i18n import words
from game.resources import SCENARIOS
from game.table.parts.discussion.page import DiscussionPage
from game.wording.debrief_texts import PHASES, DebriefPhase, phase_name

ROOT = Path(__file__).parents[1]
GUIDES = (ROOT / "README.md", ROOT / "docs" / "debrief.md", ROOT / "docs" / "scenarios.md")
_DEBRIEF = "game.table.after.debrief"
_PAGES: Mapping[PageKind, str] = {
    "check_in": "how it felt, for each seat",
    "timeline": "the tracks over time",
    "choosing": "which moments are talked about",
    "moment": "a key moment and its question",
    "course": "how claims became harvest",
    "foresight": "how near the guesses came",
    "harvest": "a page of benefits",
    "unclaimed": "what came that nobody had claimed",
    "others": "what other groups did",
    "roles": "who gave what",
    "measured": "realism, ownership, citizen focus",
    "question": "each question of the verdict and the case",
    "what_if": "from where to play on",
    "register": "filling the register, in an own project",
    "checks": "what is missing",
    "owners": "a page of owners",
    "next_steps": "who does what by when",
}


@cache
def cases() -> Mapping[str, Case]:
    """The shipped cases by their names."""
    return {path.stem: load(path) for path in SCENARIOS.glob("*.toml")}


def _talk(case: Case) -> int:
    return usual_minutes(len(case.questions), own_project=case.own_project)


def _municipal() -> list[Case]:
    return [c for c in cases().values() if c.level != "first" and not c.own_project]


def _range(numbers: list[int]) -> str:
    return f"{min(numbers)} to {max(numbers)}" if len(set(numbers)) > 1 else f"{numbers[0]}"


def _wrapped(*sentences: str) -> list[str]:
    """Sentences in lines as the guides have them."""
    return textwrap.wrap(" ".join(sentences), 116)


def phases() -> Mapping[PageKind, DebriefPhase]:
    """The phase in which each kind of page stands."""
    import_module(f"{_DEBRIEF}.screen")  # brings every kind of page
    pages = [
        page for page in DiscussionPage.__subclasses__() if page.__module__.startswith(_DEBRIEF)
    ]
    found = {page.kind: page.phase for page in pages}
    return {kind: cast(DebriefPhase, found[kind]) for kind in SECONDS}


def lengths() -> Iterable[str]:
    """How long a game and its debrief take, in a sentence."""
    played = _range([case.minutes for case in _municipal()])
    talked = _range([_talk(case) for case in _municipal()])
    return _wrapped(
        f"A case takes {played} minutes, talk included, and a first game {_first()}; the debrief",
        f"afterwards takes about {talked}.",
    )


def _first() -> int:
    return next(case.minutes for case in cases().values() if case.level == "first")


def of_cases() -> Iterable[str]:
    """The cases in a sentence."""
    played = _range([case.minutes for case in _municipal()])
    return _wrapped(
        f"A *first game* of {_first()} minutes, eight municipal cases of {played}, and a template",
        "for the group's own project. The minutes are those of the table, talk included, on the",
        "level on which the case is usually played.",
    )


def debrief() -> Iterator[str]:
    """The minutes of each phase of a debrief as it usually is."""
    case, own, t = cases()["koebenhavn-pas"], cases()["eget-projekt"], words("en")
    pages, phase_of = usual_pages(len(case.questions)), phases()
    yield "| phase | usual minutes, with five seats and three moments |"
    yield "| --- | --- |"
    each = {p: minutes(page for page in pages if phase_of[page[0]] == p) for p in PHASES}
    for n, phase in enumerate(PHASES, start=1):
        yield f"| {n} {phase_name(t, phase)} | {each[phase]} |"
    yield f"| together | {sum(each.values())} |"
    yield ""
    yield from _wrapped(
        "Before a game the same is told to the nearest five minutes:",
        f"about {_talk(case)}, and in an own project, which fills its register here, about",
        f"{_talk(own)}.",
    )


def times_of_pages() -> Iterator[str]:
    """The time of each kind of page."""
    yield "| page | minutes |"
    yield "| --- | --- |"
    for kind, seconds in SECONDS.items():
        whole, rest = divmod(seconds, 60)
        yield f"| {_PAGES[kind]} | {whole}:{rest:02} |"


def reckoning() -> Iterable[str]:
    """What the minutes of a case are reckoned from."""
    return _wrapped(
        "`minutes` is the time at the table with the talk that the game is for. `gevinst check`",
        f"reckons it from your rules: {play.BEGINNING // 60} minutes before the first turn,",
        f"{play.OPENING} seconds for each round that opens, {play.DECISION} seconds for each",
        f"action and for {play.FREE} more decisions in each round",
        f"({play.DECISION + play.WRITTEN} in an own project, where all is written),",
        f"{play.SCREENS} screens of {play.SCREEN} seconds for each reality check. It warns when",
        f"what you write is more than {play.FAR:.0%} off. On another level the table tells what",
        "that level adds.",
    )


BLOCKS: Mapping[str, Callable[[], Iterable[str]]] = {
    "lengths": lengths,
    "cases": of_cases,
    "debrief": debrief,
    "pages": times_of_pages,
    "reckoning": reckoning,
}


def with_minutes(text: str) -> str:
    """A guide with everything that it tells of minutes written anew."""
    text = re.sub(
        r"(<!-- minutes: (\w+) -->\n).*?(?=<!-- end -->)",
        lambda found: found[1] + "\n".join(BLOCKS[found[2]]()) + "\n",
        text,
        flags=re.DOTALL,
    )
    return re.sub(
        r"^(\| `([\w-]+)` \| [^|]+ \| )\d+( \| [^|]+ \|)$",
        lambda found: f"{found[1]}{cases()[found[2]].minutes}{found[3]}",
        text,
        flags=re.MULTILINE,
    )


if __name__ == "__main__":
    for guide in GUIDES:
        guide.write_text(with_minutes(guide.read_text("utf-8")), "utf-8")
