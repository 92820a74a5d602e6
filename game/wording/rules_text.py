"""The rules text, translated: for the help screen, and as ``docs/rules.*.md``.

Run ``python -m game.wording.rules_text`` in a checkout to regenerate the two files.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from game.engine import SPECS
from game.engine.actions import Action
from game.engine.events import VERDICTS
from game.engine.setup import (
    ABILITIES,
    HOMES,
    KINDS,
    LEAST_GOAL,
    LEVELS,
    MODULES,
    SUITED,
    Goals,
    ModuleName,
    Rules,
    Setup,
    Track,
)
from game.frozen import frozen
from game.i18n import LANGS, Words, words
from game.wording import actions, figures, modules, terms
from game.wording import rules_prose as prose
from game.wording.levels import level_effect, level_name
from game.wording.rules_prose import Draft
from game.wording.rules_small_print import GLOSSARY, SMALL_PRINT

TableRow = tuple[str, ...]

DRAFTS = (
    prose.TWELVE,
    prose.TABLE,
    prose.ROUND,
    prose.ACTIONS,
    prose.TRIALS,
    prose.CHECK,
    prose.OWN_WORDS,
    prose.ABILITIES,
    prose.AIMS,
    prose.END,
    prose.LEVELS,
    prose.MODULES,
    prose.FACILITATOR,
    prose.PHONES,
    SMALL_PRINT,
)
"""All sections in reading order."""

_GOALS: Goals = (8, 8, 8, 8)


@frozen
class Section:
    """A section of the rules.

    It is shown in this order: the first paragraph, the list of ``items``, the other paragraphs, the
    ``table``, whose first row is its header. ``key`` identifies it in every language.
    """

    title: str
    paragraphs: tuple[str, ...] = ()
    items: tuple[str, ...] = ()
    table: tuple[TableRow, ...] = ()
    key: str = ""


def rules(
    t: Words,
    numbers: Rules,
    goals: Goals = _GOALS,
    told: Sequence[ModuleName] | None = None,
) -> list[Section]:
    """The rules with the numbers of a case: its ``setup.rules`` and ``setup.goals``.

    Of the modules those of the case are told, or those that are given; without any the section is
    left out.
    """
    told = numbers.modules if told is None else told
    params = _params(t, numbers, goals)
    case = Setup("rules", (), (), (), (), (), goals, numbers)
    sections = (_section(t, draft, case, params) for draft in DRAFTS)
    if not told:
        return [section for section in sections if section.key != "modules"]
    paragraphs = tuple(modules.paragraph(t, code, numbers) for code in told)
    return [replace(s, items=paragraphs) if s.key == "modules" else s for s in sections]


def glossary(t: Words) -> list[tuple[str, str]]:
    """The terms of the game with their meaning."""
    params = _params(t, Rules(), _GOALS)
    return [(t(word), t(meaning, **params)) for word, meaning in GLOSSARY]


def _params(t: Words, numbers: Rules, goals: Goals) -> dict[str, object]:
    low, high = min(goals), max(goals)
    return {
        **actions.numbers(numbers),
        "goal": low if low == high else f"{low}–{high}",
        "least_goal": LEAST_GOAL,
        "combination_signed": figures.signed(t, numbers.combination),
        "actions_a_round": _actions_a_round(t, numbers),
    }


def _actions_a_round(t: Words, numbers: Rules) -> str:
    """The group's actions in a round; other ones with many seats only where there are any."""
    usual = t("{actions} actions a round", actions=numbers.actions)
    if numbers.actions_many_seats == numbers.actions:
        return usual
    return t(
        "{usual} ({actions} from {seats} seats up)",
        usual=usual,
        actions=numbers.actions_many_seats,
        seats=numbers.many_seats,
    )


def _section(t: Words, draft: Draft, case: Setup, params: dict[str, object]) -> Section:
    table = _TABLES.get(draft.key)
    return Section(
        t(draft.title),
        tuple(t(text, **params) for text in draft.paragraphs),
        tuple(t(text, **params) for text in draft.items),
        tuple(table(t, case)) if table is not None else (),
        draft.key,
    )


# ------------------------------------------------------------------ tables
def _actions(t: Words, case: Setup) -> list[TableRow]:
    header = (t("Action"), t("From phase"), t("Takes"), t("What it does"))
    return [header, *(_action(t, action, case.rules) for action in actions.listed())]


def _action(t: Words, action: type[Action], numbers: Rules) -> TableRow:
    spec = SPECS[action]
    first = str(terms.phase_number(spec.first_phase))
    if spec.proven_phase is not None:
        early = terms.phase_number(spec.proven_phase)
        first = t("{phase} ({early} if proven or small)", phase=first, early=early)
    price = actions.price(t, action, numbers.modules)
    return (actions.verb(t, action), first, price, actions.effect(t, action, numbers))


def _kinds(t: Words, case: Setup) -> list[TableRow]:
    rows = [(terms.kind(t, kind), _tracks(t, SUITED[kind])) for kind in KINDS]
    return [(t("Kind"), t("Suits")), *rows]


def _abilities(t: Words, case: Setup) -> list[TableRow]:
    rows = [
        (terms.ability(t, code), terms.ability_text(t, code), _tracks(t, HOMES[code]))
        for code in ABILITIES
    ]
    return [(t("Ability"), t("What it does"), t("Usually at home on")), *rows]


def _tracks(t: Words, tracks: Sequence[Track]) -> str:
    return t.listed([terms.track(t, track) for track in tracks])


def _levels(t: Words, case: Setup) -> list[TableRow]:
    rows = [(level_name(t, code), level_effect(t, case, code)) for code in LEVELS]
    return [(t("Level"), t("What it changes")), *rows]


def _verdicts(t: Words, case: Setup) -> list[TableRow]:
    rows = [(terms.verdict(t, code), terms.verdict_text(t, code)) for code in VERDICTS]
    return [(t("Verdict"), t("What it means")), *rows]


_TABLES: dict[str, Callable[[Words, Setup], list[TableRow]]] = {
    "actions": _actions,
    "own_words": _kinds,
    "abilities": _abilities,
    "levels": _levels,
    "end": _verdicts,
}


# ------------------------------------------------------------------ as a file
def markdown(t: Words) -> str:
    """The rules with the default numbers and the glossary, as one Markdown text."""
    title = t("The rules of Gevinstbordet")
    about = t("The numbers are the defaults; a case may change some of them, and shows its own.")
    parts = [f"# {title}", about]
    for section in rules(t, Rules(), told=MODULES):
        parts += _markdown_blocks(section)
    word = Section(t("Words"), table=((t("Word"), t("Meaning")), *((w, m) for w, m in glossary(t))))
    return "\n\n".join([*parts, *_markdown_blocks(word)]) + "\n"


def _markdown_blocks(section: Section) -> list[str]:
    """A section as Markdown blocks: the first paragraph, the list, the rest, the table."""
    first, rest = section.paragraphs[:1], section.paragraphs[1:]
    items = ["\n".join(f"- {item}" for item in section.items)] if section.items else []
    table = [_markdown_table(section.table)] if section.table else []
    return [f"## {section.title}", *first, *items, *rest, *table]


def _markdown_table(rows: tuple[TableRow, ...]) -> str:
    header, *body = (f"| {' | '.join(row)} |" for row in rows)
    return "\n".join([header, "|" + " --- |" * len(rows[0]), *body])


def main() -> None:
    """Write the rules in both languages into the checkout's ``docs`` folder."""
    docs = Path(__file__).parents[2] / "docs"
    docs.mkdir(exist_ok=True)
    for lang in LANGS:
        (docs / f"rules.{lang}.md").write_text(markdown(words(lang)), "utf-8", newline="\n")


if __name__ == "__main__":
    main()
