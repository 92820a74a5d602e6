"""A case: a scenario file read, checked and compiled; its words beside the engine's numbers.

``Case.setup`` is all the rules see. Everything else is what people read; it is looked up by the id
of a card, so that the engine's codes can be said in either language.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import field, fields, is_dataclass, replace
from functools import cache
from typing import Any, Literal, get_type_hints

from game.engine.setup import Level, Setup, Track
from game.frozen import frozen
from game.i18n import Lang

Experience = Literal["first", "normal", "hard"]
"""How much experience a case asks for."""

PromptKind = Literal["idea", "benefit", "risk"]


@frozen
class Prose:
    """A text by the author, in one language or both. Falsy when empty."""

    da: str = ""
    en: str = ""

    @classmethod
    def of(cls, text: str | Mapping[str, str]) -> Prose:
        """From a scenario's own form: one text for both languages, or ``{da = …, en = …}``."""
        if isinstance(text, str):
            return cls(text, text)
        return cls(text.get("da", ""), text.get("en", ""))

    def read(self, lang: Lang) -> str:
        """The text in this language, else in the other one."""
        return (self.da or self.en) if lang == "da" else (self.en or self.da)

    def __bool__(self) -> bool:
        return bool(self.da or self.en)


NOTHING = Prose()


@frozen
class About:
    """Whose case it is, and which version of it. ``date`` is a day as 2027-01-31, or empty.

    ``logo`` and ``cover`` are names of pictures that lie with the case, or empty.
    """

    version: Prose = NOTHING
    date: str = ""
    author: Prose = NOTHING
    municipality: Prose = NOTHING
    licence: Prose = NOTHING
    logo: str = ""
    cover: str = ""


@frozen
class TrackText:
    """A track's indicator: at 0 points it stands at ``baseline``, at the goal at ``target``."""

    indicator: Prose
    unit: Prose
    baseline: float
    target: float


@frozen
class Post:
    """One post of the economy overview, in the economy's unit; ``id`` is that of the engine's."""

    name: Prose
    value: float
    note: Prose = NOTHING
    id: str = ""
    picture: str = ""


@frozen
class Economy:
    """What the operation costs today, and the saving that was announced, in the same unit."""

    saving: float
    unit: Prose
    announcement: Prose = NOTHING
    posts: tuple[Post, ...] = ()


@frozen
class RoleText:
    """The texts that introduce a role."""

    name: Prose
    text: Prose = NOTHING
    picture: str = ""


@frozen
class IdeaText:
    """The texts of an idea card."""

    name: Prose
    text: Prose
    picture: str = ""


@frozen
class MeasureText:
    """How a benefit is measured; it is read ``months`` after the idea is implemented."""

    indicator: Prose
    unit: Prose
    baseline: float
    target: float
    months: int


@frozen
class BenefitText:
    """The texts of a benefit card, with the measure it can be anchored by."""

    name: Prose
    measure: MeasureText
    picture: str = ""


@frozen
class RiskText:
    """The texts of a risk card."""

    name: Prose
    text: Prose = NOTHING
    picture: str = ""


@frozen
class EventText:
    """The texts of an event card; ``options`` are empty for an event without a choice."""

    name: Prose
    text: Prose = NOTHING
    options: tuple[Prose, ...] = ()
    picture: str = ""


@frozen
class Prompt:
    """A question used in place of a deck: it prompts a group to write a card of this kind."""

    kind: PromptKind
    text: Prose


@frozen
class Case:
    """A scenario, ready to play.

    ``source`` is the scenario's whole text and ``file`` the name it came under: a session keeps
    both, and :func:`game.content.parse` gives the same case again from them. The mappings hold an
    entry for every card of ``setup``, by its id. A ``picture`` is an emoji of the set in
    :mod:`game.pictures`; empty for none. In an ``own_project`` there may be none: the group
    writes its cards, helped by the ``prompts``. ``images`` are the pictures that ``about`` names,
    by its key, as far as they lie with the file: a text alone has none.
    """

    source: str
    file: str
    setup: Setup
    id: str
    title: Prose
    tracks: Mapping[Track, TrackText]
    economy: Economy
    roles: Mapping[str, RoleText]
    ideas: Mapping[str, IdeaText]
    benefits: Mapping[str, BenefitText]
    risks: Mapping[str, RiskText]
    events: Mapping[str, EventText]
    summary: Prose = NOTHING
    story: Prose = NOTHING
    notes: Prose = NOTHING
    questions: tuple[Prose, ...] = ()
    minutes: int = 70
    level: Experience = "normal"
    picture: str = ""
    own_project: bool = False
    prompts: tuple[Prompt, ...] = ()
    about: About = field(default_factory=About)
    images: Mapping[str, bytes] = field(default_factory=dict, repr=False)

    def at(self, level: Level) -> Case:
        """The same case, to be played on a level; ``self.level`` is what it asks for itself."""
        return replace(self, setup=self.setup.at(level))

    @property
    def as_usual(self) -> Case:
        """The same case, to be played on the level on which it usually is."""
        return self.at(self.setup.rules.level)


def sorts(kind: Any) -> Mapping[str, Any]:
    """The fields of one of these records, and the type of each.

    A field has the name of its key in the scenario file: whoever reads one goes by this list, so
    that no field is left out.
    """
    return _hints(kind)


@cache
def _hints(kind: Any) -> Mapping[str, Any]:
    return get_type_hints(kind)


def card_prose(case: Case, deck: str, id: str) -> Iterator[tuple[tuple[str, ...], Prose]]:
    """All prose of a card or a role, each with its keys below the card's table.

    The options of an event are separate from its card, and not included.
    """
    return _prose_of(getattr(case, deck)[id], ())


def _prose_of(text: Any, path: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], Prose]]:
    for part in fields(text):
        value = getattr(text, part.name)
        if isinstance(value, Prose):
            yield (*path, part.name), value
        elif is_dataclass(value):
            yield from _prose_of(value, (*path, part.name))
