"""How long things take, as the guides tell it: written from what the program reckons.

``python -m tests.minutes`` writes the parts between ``<!-- minutes: NAME -->`` and ``<!-- end -->``
anew in both languages, and the minutes in the table of cases.
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
from game.i18n import Lang, words
from game.resources import SCENARIOS
from game.table.parts.discussion.page import DiscussionPage
from game.wording.debrief_texts import PHASES, DebriefPhase, phase_name

ROOT = Path(__file__).parents[1]
_DEBRIEF = "game.table.after.debrief"
_PAGES: Mapping[PageKind, tuple[str, str]] = {
    "check_in": ("how it felt, for each seat", "hvordan I har det, for hver plads"),
    "timeline": ("the tracks over time", "sporene over tid"),
    "choosing": ("which moments are talked about", "hvilke øjeblikke I taler om"),
    "moment": ("a key moment and its question", "et nøgleøjeblik og dets spørgsmål"),
    "course": ("how claims became harvest", "hvordan løfter blev til høst"),
    "foresight": ("how near the guesses came", "hvor tæt gættene var"),
    "harvest": ("a page of benefits", "en side med gevinster"),
    "unclaimed": ("what came that nobody had claimed", "det, der kom, og som ingen havde lovet"),
    "others": ("what other groups did", "hvad andre grupper gjorde"),
    "roles": ("who gave what", "hvem der gav hvad"),
    "measured": ("realism, ownership, citizen focus", "realisme, ejerskab, borgerfokus"),
    "question": (
        "each question of the verdict and the case",
        "hvert spørgsmål fra udfaldet og casen",
    ),
    "what_if": ("from where to play on", "hvor I kan spille videre fra"),
    "register": ("filling the register, in an own project", "oversigten udfyldes, i eget projekt"),
    "checks": ("what is missing", "hvad der mangler"),
    "owners": ("a page of owners", "en side med ejere"),
    "next_steps": ("who does what by when", "hvem gør hvad inden hvornår"),
}


def _guides() -> tuple[Path, ...]:
    """The pages that tell of minutes: English ones, and Danish ones."""
    pages = (*ROOT.glob("*.md"), *ROOT.glob("docs/*.md"))
    return tuple(sorted(p for p in pages if "<!-- minutes: " in p.read_text("utf-8")))


@cache
def cases() -> Mapping[str, Case]:
    """The shipped cases by their names."""
    return {path.stem: load(path) for path in SCENARIOS.glob("*.toml")}


def _talk(case: Case) -> int:
    return usual_minutes(len(case.questions), own_project=case.own_project)


def _municipal() -> list[Case]:
    return [c for c in cases().values() if c.level != "first" and not c.own_project]


def _range(numbers: list[int], to: str) -> str:
    return f"{min(numbers)} {to} {max(numbers)}" if len(set(numbers)) > 1 else f"{numbers[0]}"


def _wrapped(*sentences: str) -> list[str]:
    """Sentences in lines as the guides have them."""
    return textwrap.wrap(" ".join(sentences), 116)


def _in(lang: Lang, english: str, danish: str) -> list[str]:
    return _wrapped(danish if lang == "da" else english)


def phases() -> Mapping[PageKind, DebriefPhase]:
    """The phase in which each kind of page stands."""
    import_module(f"{_DEBRIEF}.screen")  # brings every kind of page
    pages = [
        page for page in DiscussionPage.__subclasses__() if page.__module__.startswith(_DEBRIEF)
    ]
    found = {page.kind: page.phase for page in pages}
    return {kind: cast(DebriefPhase, found[kind]) for kind in SECONDS}


def _first() -> int:
    return next(case.minutes for case in cases().values() if case.level == "first")


def _played(lang: Lang) -> str:
    return _range([case.minutes for case in _municipal()], "til" if lang == "da" else "to")


def lengths(lang: Lang) -> Iterable[str]:
    """How long a game and its debrief take, in a sentence."""
    talked = _range([_talk(case) for case in _municipal()], "til" if lang == "da" else "to")
    return _in(
        lang,
        f"A case takes {_played(lang)} minutes, talk included, and a first game {_first()}; the "
        f"debrief afterwards takes about {talked}. A project of your own takes "
        f"{cases()['eget-projekt'].minutes} and a debrief of {_talk(cases()['eget-projekt'])}; "
        "with less time a game is ended after any round.",
        f"En case tager {_played(lang)} minutter med samtalen, og et første spil {_first()}; "
        f"opsamlingen bagefter tager omkring {talked}. Jeres eget projekt tager "
        f"{cases()['eget-projekt'].minutes} og en opsamling på {_talk(cases()['eget-projekt'])}; "
        "har I mindre tid, slutter I spillet efter en hvilken som helst runde.",
    )


def of_cases(lang: Lang) -> Iterable[str]:
    """The cases in a sentence."""
    return _in(
        lang,
        f"A *first game* of {_first()} minutes, eight municipal cases of {_played(lang)}, and a "
        "template for the group's own project. The minutes are those of the table, talk included, "
        "on the level on which the case is usually played.",
        f"Et *første spil* på {_first()} minutter, otte kommunale cases på {_played(lang)} og en "
        "skabelon til gruppens eget projekt. Minutterne er dem ved bordet, med samtalen, på det "
        "niveau, casen som regel bliver spillet på.",
    )


def debrief(lang: Lang) -> Iterator[str]:
    """The minutes of each phase of a debrief as it usually is."""
    case, own, t = cases()["koebenhavn-pas"], cases()["eget-projekt"], words(lang)
    pages, phase_of = usual_pages(len(case.questions)), phases()
    danish = lang == "da"
    usual = "sædvanlige minutter, med fem pladser og tre øjeblikke"
    yield (
        f"| fase | {usual} |"
        if danish
        else "| phase | usual minutes, with five seats and three moments |"
    )
    yield "| --- | --- |"
    each = {p: minutes(page for page in pages if phase_of[page[0]] == p) for p in PHASES}
    for n, phase in enumerate(PHASES, start=1):
        yield f"| {n} {phase_name(t, phase)} | {each[phase]} |"
    yield f"| {'i alt' if danish else 'together'} | {sum(each.values())} |"
    yield ""
    yield from _in(
        lang,
        f"Before a game the same is told to the nearest five minutes: about {_talk(case)}, and in "
        f"an own project, which fills its register here, about {_talk(own)}.",
        f"Før et spil bliver det samme sagt med nærmeste fem minutter: omkring {_talk(case)}, og i "
        f"et eget projekt, som udfylder sin oversigt her, omkring {_talk(own)}.",
    )


def times_of_pages(lang: Lang) -> Iterator[str]:
    """The time of each kind of page."""
    danish = lang == "da"
    yield "| side | minutter |" if danish else "| page | minutes |"
    yield "| --- | --- |"
    for kind, seconds in SECONDS.items():
        whole, rest = divmod(seconds, 60)
        yield f"| {_PAGES[kind][danish]} | {whole}:{rest:02} |"


def reckoning(lang: Lang) -> Iterable[str]:
    """What the minutes of a case are reckoned from."""
    own = play.DECISION + play.WRITTEN
    return _in(
        lang,
        "`minutes` is the time at the table with the talk that the game is for. `gevinst check` "
        f"reckons it from your rules: {play.BEGINNING // 60} minutes before the first turn, "
        f"{play.OPENING} seconds for each round that opens, {play.DECISION} seconds for each "
        f"action and for {play.FREE} more decisions in each round ({own} in an own project, where "
        f"all is written), {play.SCREENS} screens of {play.SCREEN} seconds for each reality "
        f"check. It warns when what you write is more than {play.FAR:.0%} off. On another level "
        "the table tells what that level adds.",
        "`minutes` er tiden ved bordet med den samtale, spillet er til for. `gevinst check` regner "
        f"den ud fra jeres regler: {play.BEGINNING // 60} minutter før den første tur, "
        f"{play.OPENING} sekunder for hver runde, der begynder, {play.DECISION} sekunder for hvert "
        f"træk og for {play.FREE} beslutninger mere i hver runde ({own} i et eget projekt, hvor "
        f"alt bliver skrevet), {play.SCREENS} skærme på {play.SCREEN} sekunder for hvert "
        "virkelighedstjek. Den advarer, når det, du skriver, er mere end "
        f"{play.FAR * 100:.0f} % ved siden af. På et andet niveau siger bordet, hvad det niveau "
        "lægger til.",
    )


BLOCKS: Mapping[str, Callable[[Lang], Iterable[str]]] = {
    "lengths": lengths,
    "cases": of_cases,
    "debrief": debrief,
    "pages": times_of_pages,
    "reckoning": reckoning,
}
GUIDES = _guides()


def with_minutes(text: str, lang: Lang) -> str:
    """A guide in a language with everything that it tells of minutes written anew."""
    text = re.sub(
        r"(<!-- minutes: (\w+) -->\n).*?(?=<!-- end -->)",
        lambda found: found[1] + "\n".join(BLOCKS[found[2]](lang)) + "\n",
        text,
        flags=re.DOTALL,
    )
    return re.sub(
        r"^(\| `([\w-]+)` \| [^|]+ \| )\d+( \| [^|]+ \|)$",
        lambda found: f"{found[1]}{cases()[found[2]].minutes}{found[3]}",
        text,
        flags=re.MULTILINE,
    )


def language_of(guide: Path) -> Lang:
    """The language of a page, by its name."""
    return "da" if guide.name.endswith(".da.md") else "en"


if __name__ == "__main__":
    for guide in GUIDES:
        guide.write_text(with_minutes(guide.read_text("utf-8"), language_of(guide)), "utf-8")
