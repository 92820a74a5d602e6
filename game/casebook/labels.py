"""What the choices of a cell are called in the lists to choose from, and which a word means."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from difflib import get_close_matches
from typing import Any, Final, get_args

from game.casebook.headings import plain
from game.content.case import Experience, PromptKind
from game.content.lenient.vocabulary import choice_for
from game.engine.setup import ABILITIES, AIM_KINDS, KINDS, LEVELS, MODULES, TRACKS
from game.i18n import LANGS, Words, mark, words
from game.wording import levels, modules, terms

Code = str | int
_Name = Callable[[Words, Any], str]

_AIMS: Final[Mapping[str, str]] = {
    "track_at_least": mark("a track reaches"),
    "anchored_at_least": mark("anchored benefits, at least"),
    "proven_at_least": mark("proven ideas, at least"),
    "scaled_at_least": mark("proven ideas implemented early, at least"),
    "kinds_realised_at_least": mark("kinds of realised ideas, at least"),
    "everyone_owns_at_least": mark("everybody owns, at least"),
    "realism_at_least": mark("realism, at least"),
    "no_track_ever_below": mark("no track ever below"),
}
_EXPERIENCE: Final[Mapping[str, str]] = {
    "first": mark("For the first game"),
    "normal": mark("Some experience"),
    "hard": mark("For the experienced"),
}
_PROMPTS: Final[Mapping[str, str]] = {
    "idea": mark("Idea"),
    "benefit": mark("Benefit"),
    "risk": mark("Risk"),
}
_NAMES: Final[Mapping[tuple[Code, ...], _Name]] = {
    TRACKS: terms.track,
    KINDS: terms.kind,
    ABILITIES: terms.ability,
    MODULES: lambda t, code: t(modules.TEXTS[code].name),
    LEVELS: levels.level_name,
    AIM_KINDS: lambda t, code: t(_AIMS[code]),
    get_args(Experience): lambda t, code: t(_EXPERIENCE[code]),
    get_args(PromptKind): lambda t, code: t(_PROMPTS[code]),
}
"""What tells the names of the codes of a set of choices."""


def label(t: Words, choices: tuple[Code, ...], code: Code) -> Code:
    """What a choice is called; a number stays one."""
    name = _NAMES.get(choices)
    return name(t, code) if name else code


def labels(t: Words, choices: tuple[Code, ...]) -> list[Code]:
    """What the choices are called, in their order."""
    return [label(t, choices, code) for code in choices]


def code_meant(choices: tuple[Code, ...], word: str) -> Code | None:
    """The choice that a word means: its name in either language, its code, or what people say."""
    told = plain(word)
    named = [(str(label(words(lang), choices, code)), code) for code in choices for lang in LANGS]
    whole = {plain(name): code for name, code in (*((str(code), code) for code in choices), *named)}
    begun = {plain(name.rpartition(",")[0]): code for name, code in named}
    found = whole.get(told) or begun.get(told)
    return found or choice_for(word, [code for code in choices if isinstance(code, str)])


def is_guess(choices: tuple[Code, ...], word: str, code: Code | None) -> bool:
    """Whether a word is none of the names of the choice that it was taken for."""
    if not isinstance(code, str):
        return False
    names = [code, *(str(label(words(lang), choices, code)) for lang in LANGS)]
    begun = [name.rpartition(",")[0] for name in names]
    return plain(word) not in map(plain, (*names, *begun))


def near(t: Words, choices: tuple[Code, ...], word: str) -> Code | None:
    """The name of a choice that is spelt almost like a word."""
    named = {
        plain(str(label(words(lang), choices, code))): code for lang in LANGS for code in choices
    }
    close = get_close_matches(plain(word)[:60], named, 1)
    return label(t, choices, named[close[0]]) if close else None


def flag(t: Words, value: bool) -> str:
    """Yes or no."""
    return t("yes") if value else t("no")
