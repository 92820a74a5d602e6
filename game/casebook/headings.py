"""What the sheets and columns of a case's workbook are called, and which one a heading means."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from difflib import get_close_matches
from functools import cache
from typing import Final

from game.casebook.columns import Column
from game.casebook.other_names import ALSO, EARLIER_HEADINGS, EARLIER_SHEETS, OTHER_SHEETS
from game.engine.setup import TRACKS
from game.i18n import LANGS, Lang, Words, mark, words
from game.wording import terms

SHEETS: Final[Mapping[str, str]] = {
    "case": mark("The case"),
    "tracks": mark("Tracks and goals"),
    "economy": mark("The saving"),
    "posts": mark("Economy overview"),
    "roles": mark("Roles and aims"),
    "ideas": mark("Ideas"),
    "benefits": mark("Benefits"),
    "risks": mark("Risks"),
    "events": mark("Events"),
    "questions": mark("Questions afterwards"),
    "prompts": mark("To write from"),
    "rules": mark("Numbers of the rules"),
}
"""The sheets in their order, by what they hold."""
READ_ME: Final = mark("Read me")
LISTS: Final = mark("Lists")

LANGUAGES: Final[Mapping[Lang, str]] = {
    "da": mark("{heading} (Danish)"),
    "en": mark("{heading} (English)"),
}
_OPTION: Final = mark("Option {n}: {heading}")
_PART: Final = mark("{heading} {n}")

HEADINGS: Final[Mapping[str, str]] = {
    "id": mark("Id"),
    "title": mark("Title"),
    "summary": mark("In one line"),
    "story": mark("The story, read aloud before the game"),
    "notes": mark("For the facilitator: what is fact, what is invented"),
    "questions": mark("A question to the room"),
    "minutes": mark("Minutes"),
    "level": mark("For whom"),
    "picture": mark("Picture"),
    "own_project": mark("The group writes all cards itself"),
    "about.version": mark("Version"),
    "about.date": mark("Last changed"),
    "about.author": mark("Who wrote it"),
    "about.municipality": mark("Municipality or organisation"),
    "about.licence": mark("What others may do with it"),
    "about.logo": mark("Logo, beside the title"),
    "about.cover": mark("Cover, where the case is chosen"),
    "name": mark("Name"),
    "text": mark("Text"),
    "note": mark("A remark"),
    "track": mark("Track"),
    "tracks": mark("Track"),
    "indicator": mark("What is counted"),
    "unit": mark("Unit"),
    "baseline": mark("Today"),
    "target": mark("Target"),
    "months": mark("Measured after so many months"),
    "goal": mark("Goal, in points"),
    "saving": mark("The announced saving"),
    "announcement": mark("How it is announced, read aloud"),
    "value": mark("Costs a year"),
    "gives": mark("Points that can be taken from it"),
    "ability": mark("What only this role can do"),
    "aim.kind": mark("Own aim"),
    "aim.value": mark("Value of the aim"),
    "aim.track": mark("Track of the aim"),
    "home": mark("At home on"),
    "kind": mark("Kind"),
    "cost": mark("Cost, in capacity"),
    "maturity": mark("Maturity: 1 a sketch, 5 nearly ready"),
    "delay": mark("Delay in rounds"),
    "promise": mark("Arrows on the card: {track}"),
    "effects": mark("The truth: {track}"),
    "risks": mark("Risks that are true for it"),
    "about": mark("Ideas printed on the card"),
    "severity": mark("Severity, in points"),
    "likelihood": mark("Likelihood: strikes on that number or less"),
    "capacity": mark("Capacity"),
    "trust": mark("Trust"),
    "balance": mark("Balance: autonomy below 0, steering above"),
    "events.likelihood": mark("Risks get likelier on"),
    "events.maturity": mark("Unproven ideas get less mature"),
    "owner_leaves": mark("Whoever owns most loses a benefit"),
    "reveal": mark("The truth is opened on"),
    "rules.rounds": mark("Rounds in the phase"),
    "rules.actions": mark("Actions in a round"),
    "rules.actions_many_seats": mark("Actions when many sit at the table"),
    "rules.many_seats": mark("Many seats: this many or more"),
    "rules.capacity": mark("Capacity at the start"),
    "rules.trust": mark("Trust at the start"),
    "rules.deal_first": mark("Cards of each sort at the start"),
    "rules.deal_later": mark("Cards of each sort dealt later"),
    "rules.deals_later": mark("How often cards are dealt later"),
    "rules.open_ideas": mark("Open ideas on the table"),
    "rules.written_cost": mark("Cost of an idea the group writes"),
    "rules.written_maturity": mark("Maturity of an idea the group writes"),
    "rules.written_delay": mark("Delay of an idea the group writes"),
    "rules.written_claims": mark("Written claims (does nothing now)"),
    "rules.rally": mark("Capacity that rallying gives"),
    "rules.mitigation": mark("How much mitigating lowers the likelihood"),
    "rules.unnamed": mark("How much likelier an unnamed risk is"),
    "rules.unspoken": mark("How much worse a harm is that nobody named"),
    "rules.amends": mark("How much less a harm is when it is made up for"),
    "rules.stumble": mark("How many points a stumble costs"),
    "rules.unowned": mark("The most that a benefit without an owner gives"),
    "rules.shelve_gain": mark("Capacity that shelving gives back"),
    "rules.learned": mark("Maturity that an adjusted idea gains"),
    "rules.unknown_severity": mark("Severity of the unknown (does nothing now)"),
    "rules.unknown_likelihood": mark("Likelihood of the unknown (does nothing now)"),
    "rules.broken_word": mark("Word broken: at least this many points off"),
    "rules.combination": mark("How far a combination moves the main track"),
    "rules.roles_in_play": mark("Roles in play"),
    "rules.modules": mark("Rules that are added"),
    "rules.check_ideas": mark("Ideas harvested in one reality check"),
    "rules.word_kept": mark("Word kept: at most this many points off"),
    "rules.owner_load": mark("Benefits that somebody can own well"),
    "rules.small_cost": mark("Ideas of this cost may be implemented at once"),
    "rules.demand_tracks": mark("Growing demand pulls down"),
    "rules.balance": mark("Where the balance starts: autonomy below 0, steering above"),
    "rules.level": mark("Usually played on"),
    "roles.text": mark("Who this is, in a line"),
    "ideas.text": mark("What it is, in a sentence"),
    "risks.text": mark("What happens, in a sentence"),
    "events.name": mark("Headline"),
    "events.text": mark("What happened"),
    "options.text": mark("Text"),
    "prompts.kind": mark("It helps to write"),
    "prompts.text": mark("The question"),
    "economy.unit": mark("Counted in"),
}
"""The headings by the path of the key, from the sheet on, or by the last part of it."""

_NEAR: Final = 0.86
"""How alike a word and a known one must be for the one to be a slip of the pen."""
_LONGEST: Final = 120
_UNSEEN: Final = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")
"""What takes no room within a word: where it may be broken, and what came along in a copy."""
_NUMBERED: Final = re.compile(r"(.+?) ?[#.]? ?([1-9]|[1-9]\d)")


def sheet_name(t: Words, sheet: str) -> str:
    """What a sheet is called on its tab."""
    return t(SHEETS[sheet])


def heading(t: Words, sheet: str, column: Column, named: Mapping[str, str] = HEADINGS) -> str:
    """The heading of a column, with its language or its number where it has one."""
    told = bare_heading(t, sheet, column, named)
    if column.lang:
        return t(LANGUAGES[column.lang], heading=told)
    return t(_PART, heading=told, n=column.n) if column.n else told


def bare_heading(t: Words, sheet: str, column: Column, named: Mapping[str, str] = HEADINGS) -> str:
    """The heading without language and number."""
    names = [part for part in column.path if isinstance(part, str)]
    inner = names[1:] if names[:1] == ["options"] and names[1:] != ["text"] else names
    told = t(_named(named, sheet, inner))
    for track in TRACKS:
        if names[-1:] == [track]:
            told = told.format(track=terms.track(t, track))
    option = next((part for part in column.path if isinstance(part, int)), None)
    return told if option is None else t(_OPTION, n=option + 1, heading=told)


def _named(named: Mapping[str, str], sheet: str, names: Sequence[str]) -> str:
    """The heading of a path of names: that of its end, as long as there is one, or of its start."""
    whole = (sheet, *names)
    paths = (".".join(whole[start:]) for start in range(len(whole)))
    found = next((path for path in (*paths, *names[:1]) if path in named), None)
    return named[found] if found else names[-1].replace("_", " ").capitalize()


# ------------------------------------------------------------------ what a heading means
class Headings:
    """What the headings of a sheet mean: ours in both languages, and those that people write.

    A text under a heading that names no language is in the language of that heading.
    """

    def __init__(self, sheet: str, columns: Iterable[Column]) -> None:
        self._known: dict[str, Column] = {}
        listed = list(columns)
        for named in (HEADINGS, *EARLIER_HEADINGS):
            for name in (heading, bare_heading):
                for lang in LANGS:
                    for column in listed:
                        told = name(words(lang), sheet, column, named)
                        self._add(told, _spoken(column, lang, name))
        for column in listed:
            self._add(".".join(map(str, column.path)), column)
            for word in _also(sheet, column):
                self._add(word, column)

    def _add(self, told: str, column: Column) -> None:
        if plain(told):
            self._known.setdefault(plain(told), column)

    def column(self, told: str, *, near: bool = True) -> Column | None:
        """The column that a heading means; a slip of the pen is overlooked, if ``near``."""
        word = plain(told)[:_LONGEST]
        if word in self._known:
            return self._known[word]
        several = _NUMBERED.fullmatch(word)
        if several and (column := self._known.get(several[1])) and column.n:
            return replace(column, n=int(several[2]))
        close = get_close_matches(word, self._known, 1, _NEAR) if near else []
        return self._known[close[0]] if close else None


def _spoken(column: Column, lang: Lang, name: Callable[..., str]) -> Column:
    """The column of a text in the language of a heading that names none."""
    return replace(column, lang=lang) if column.lang and name is bare_heading else column


def _also(sheet: str, column: Column) -> Iterator[str]:
    """Other words for the heading of a column, those of its own sheet first."""
    if sheet == "rules":
        return
    names = [part for part in column.path if isinstance(part, str)]
    if names[:1] == ["options"]:
        if names[-1] == "text":
            yield from ALSO["options"].replace("{n}", str(int(column.path[1]) + 1)).split(",")
        return
    group = [name for name in names[:-1] if name in ("promise", "effects")]
    path = ".".join(names)
    for key in dict.fromkeys((f"{sheet}.{path}", path, *group, names[-1] if names else sheet)):
        for lang in LANGS:
            tracks = (terms.track(words(lang), code) for code in TRACKS if names[-1:] == [code])
            yield from ALSO.get(key, "").replace("{track}", next(tracks, "")).split(",")


def sheet_of(name: str, *, near: bool = True) -> str | None:
    """The sheet that the name of a tab means in either language; with slips, if ``near``."""
    word, known = plain(name)[:_LONGEST], _sheets()
    if word in known:
        return known[word]
    close = get_close_matches(word, known, 1, _NEAR) if near else []
    return known[close[0]] if close else None


@cache
def _sheets() -> Mapping[str, str]:
    known = {
        plain(words(lang)(told)): sheet
        for lang in LANGS
        for named in (EARLIER_SHEETS, SHEETS)
        for sheet, told in named.items()
    }
    for sheet, others in OTHER_SHEETS.items():
        known = {plain(word): sheet for word in (sheet, *others.split(","))} | known
    return known


def plain(text: str) -> str:
    """A heading as it is compared: without capitals, line breaks and signs at its end."""
    told = _UNSEEN.sub("", text.replace("–", "-"))
    told = " ".join(re.sub("[_:]", " ", told).casefold().split())
    return re.sub(r"[\s:*?.]+$", "", told)


def is_beside(name: str) -> bool:
    """Whether a tab is one of those that we write beside the parts of a case."""
    return plain(name) in {plain(words(lang)(told)) for lang in LANGS for told in (READ_ME, LISTS)}
