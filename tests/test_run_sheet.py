"""The run sheet of the workshop is true: its minutes, its buttons, its keys."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path

import pytest

from game.content import minutes as play
from game.debrief.talk import Talk, minutes, usual_pages
from game.i18n import Lang, words
from game.i18n.catalogue import read, translations
from game.wording.debrief_texts import PHASES, DebriefPhase, phase_name
from tests.danish_pages import headings, tables
from tests.minutes import cases, phases

DOCS = Path(__file__).parents[1] / "docs"
SHEETS: dict[Lang, str] = {
    lang: (DOCS / f"drejebog.{lang}.md").read_text("utf-8") for lang in ("da", "en")
}
PLANS = ((60, "foerste-spil"), (90, "foerste-spil"), (180, "eget-projekt"))
NOT_A_BUTTON = {
    "Gevinstbordet",
    "In English: [drejebog.en.md](drejebog.en.md).",
    "På dansk: [drejebog.da.md](drejebog.da.md).",
}
each_plan = pytest.mark.parametrize(
    ("lang", "n"), [(lang, n) for lang in SHEETS for n in range(len(PLANS))]
)


def rows(lang: Lang, n: int) -> list[tuple[int, int, str]]:
    """The rows of a plan: from which minute to which, and what happens."""
    found = []
    for when, what, _ in tables(SHEETS[lang])[n][2:]:
        begin, end = map(int, when.split("–"))
        found.append((begin, end, what))
    return found


def talked(lang: Lang, n: int) -> dict[DebriefPhase, int]:
    """The minutes of each phase of the debrief that a plan has."""
    found = {}
    for begin, end, what in rows(lang, n):
        for number, phase in enumerate(PHASES, start=1):
            if f"{number} {phase_name(words(lang), phase)}" in what:
                found[phase] = end - begin
    return found


@each_plan
def test_a_plan_leaves_no_minute_out_and_ends_when_it_says(lang: Lang, n: int) -> None:
    plan = rows(lang, n)
    assert plan[0][0] == 0
    assert all(before[1] == after[0] for before, after in pairwise(plan))
    titles = [told for _, told in headings(SHEETS[lang]) if re.match(r"\d+ minut", told)]
    assert plan[-1][1] == PLANS[n][0] == int(titles[n].split(" ")[0])


@each_plan
def test_the_game_gets_the_minutes_that_it_takes(lang: Lang, n: int) -> None:
    case = cases()[PLANS[n][1]]
    _welcome, story, *rest = rows(lang, n)
    assert (story[1] - story[0]) * 60 == play.BEGINNING
    rounds = [(begin, end) for begin, end, what in rest if re.match(r"(rounds?|runde) \d", what)]
    assert story[1] - story[0] + sum(end - begin for begin, end in rounds) == case.minutes
    counted = [int(n) for row in rest for n in re.findall(r"(?:runde|round) (\d)", row[2])]
    assert max(counted, default=0) <= sum(case.setup.rules.rounds)


@each_plan
def test_the_debrief_gets_the_minutes_that_its_pages_take(lang: Lang, n: int) -> None:
    case, phase_of = cases()[PLANS[n][1]], phases()
    pages = usual_pages(len(case.questions), own_project=case.own_project)
    if n == 0:  # two of the three moments are left out
        moment: Talk = ("moment", 1)
        pages = [page for page in pages if page != moment] + [moment]
    needed = {p: minutes(page for page in pages if phase_of[page[0]] == p) for p in PHASES}
    given = talked(lang, n)
    assert given == {phase: needed[phase] for phase in given}
    assert len(given) == (3 if n == 0 else len(PHASES))


@pytest.mark.parametrize("lang", SHEETS)
def test_every_button_that_it_names_is_called_so(lang: Lang) -> None:
    both = translations(read()).items()
    known = {told for pair in both for told in _forms(pair[lang == "da"])}
    named = set(re.findall(r"(?<!\*)\*([^*]+)\*(?!\*)", SHEETS[lang])) - NOT_A_BUTTON
    assert len(named) > 15
    assert {" ".join(name.split()) for name in named} - known == set()


def _forms(message: str | tuple[str, ...]) -> tuple[str, ...]:
    return (message,) if isinstance(message, str) else message
