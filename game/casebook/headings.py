"""What the sheets and columns of a case's workbook are called, and which one a heading means."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from difflib import get_close_matches
from functools import cache
from typing import Final

from game.casebook.columns import Column
from game.engine.setup import TRACKS
from game.i18n import LANGS, Lang, Words, mark, words
from game.wording import terms

SHEETS: Final[Mapping[str, str]] = {
    "case": mark("Case"),
    "tracks": mark("Tracks"),
    "economy": mark("Economy"),
    "posts": mark("Items of the budget"),
    "roles": mark("Roles"),
    "ideas": mark("Ideas"),
    "benefits": mark("Benefits"),
    "risks": mark("Risks"),
    "events": mark("Events"),
    "questions": mark("Questions"),
    "prompts": mark("Prompts"),
    "rules": mark("Rules of the case"),
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

_HEADINGS: Final[Mapping[str, str]] = {
    "id": mark("Id"),
    "title": mark("Title"),
    "summary": mark("Summary in a line"),
    "story": mark("Story"),
    "notes": mark("Notes to the facilitator"),
    "questions": mark("Question"),
    "minutes": mark("Minutes"),
    "level": mark("Experience it asks for"),
    "picture": mark("Picture"),
    "own_project": mark("Own project"),
    "about.version": mark("Version"),
    "about.date": mark("Last changed"),
    "about.author": mark("Author"),
    "about.municipality": mark("Municipality"),
    "about.licence": mark("Licence"),
    "about.logo": mark("Logo"),
    "about.cover": mark("Picture of the cover"),
    "name": mark("Name"),
    "text": mark("Text"),
    "note": mark("Note"),
    "track": mark("Track"),
    "tracks": mark("Track"),
    "indicator": mark("What is counted"),
    "unit": mark("Unit"),
    "baseline": mark("Baseline"),
    "target": mark("Target"),
    "months": mark("Read after (months)"),
    "goal": mark("Goal in points"),
    "saving": mark("Saving"),
    "announcement": mark("Announcement"),
    "value": mark("Value a year"),
    "gives": mark("Gives at most (points)"),
    "ability": mark("Ability"),
    "aim.kind": mark("Aim"),
    "aim.value": mark("Value of the aim"),
    "aim.track": mark("Track of the aim"),
    "home": mark("At home on"),
    "kind": mark("Kind"),
    "cost": mark("Cost"),
    "maturity": mark("Maturity"),
    "delay": mark("Delay in rounds"),
    "promise": mark("Arrows: {track}"),
    "effects": mark("True effect: {track}"),
    "risks": mark("True risk"),
    "about": mark("About idea"),
    "severity": mark("Severity"),
    "likelihood": mark("Likelihood"),
    "capacity": mark("Capacity"),
    "trust": mark("Trust"),
    "balance": mark("Balance"),
    "events.likelihood": mark("Risks become likelier on"),
    "events.maturity": mark("Less mature: ideas of the kind"),
    "owner_leaves": mark("An owner leaves"),
    "reveal": mark("Effects are opened on"),
    "rules.rounds": mark("Rounds in the phase"),
    "rules.actions": mark("Actions in a round"),
    "rules.actions_many_seats": mark("Actions in a round with many seats"),
    "rules.many_seats": mark("Many seats are, from"),
    "rules.capacity": mark("Capacity at the start"),
    "rules.trust": mark("Trust at the start"),
    "rules.deal_first": mark("Cards dealt at the start"),
    "rules.deal_later": mark("Cards dealt later"),
    "rules.deals_later": mark("Later deals"),
    "rules.open_ideas": mark("Ideas on the table at most"),
    "rules.written_cost": mark("Cost of a written idea"),
    "rules.written_maturity": mark("Maturity of a written idea"),
    "rules.written_delay": mark("Delay of a written idea"),
    "rules.written_claims": mark("Written claims (does nothing now)"),
    "rules.rally": mark("Rallying gives"),
    "rules.mitigation": mark("Mitigating takes off"),
    "rules.unnamed": mark("Unnamed risks are likelier by"),
    "rules.unspoken": mark("Unspoken harms are worse by"),
    "rules.amends": mark("Making up for it lessens by"),
    "rules.stumble": mark("A stumble takes"),
    "rules.unowned": mark("A benefit without an owner gives at most"),
    "rules.shelve_gain": mark("Shelving gives back"),
    "rules.learned": mark("Adjusting adds to maturity"),
    "rules.unknown_severity": mark("Severity of the unknown (does nothing now)"),
    "rules.unknown_likelihood": mark("Likelihood of the unknown (does nothing now)"),
    "rules.broken_word": mark("A word is broken from"),
    "rules.combination": mark("A combination gives"),
    "rules.roles_in_play": mark("Roles in play at least"),
    "rules.modules": mark("Module"),
    "rules.check_ideas": mark("Ideas in a reality check"),
    "rules.word_kept": mark("A word is kept within"),
    "rules.owner_load": mark("Benefits that an owner can carry"),
    "rules.small_cost": mark("Small ideas cost at most"),
    "rules.demand_tracks": mark("Track of growing demand"),
    "rules.balance": mark("Balance at the start"),
    "rules.level": mark("Usual level"),
}
"""The headings by the path of the key, from the sheet on, or by the last part of it."""

_ALSO: Final[Mapping[str, str]] = {
    "id": "nr, nøgle, kode, key",
    "title": "titel, overskrift, casens navn, name",
    "summary": "resumé, undertitel, kort fortalt",
    "story": "historie, historien, fortælling",
    "notes": "noter, facilitatornoter, noter til facilitator",
    "questions": "spørgsmål, question, spørgsmål til salen",
    "minutes": "minutter, varighed, tid, duration",
    "level": "niveau, sværhed, sværhedsgrad, level, difficulty",
    "picture": "billede, emoji, ikon, icon, image",
    "own_project": "eget projekt",
    "name": "navn, titel, overskrift, post, name, headline",
    "text": "tekst, beskrivelse, description",
    "note": "bemærkning, note, remark",
    "track": "spor, hovedspor",
    "tracks": "spor",
    "indicator": "indikator, måltal, måles på, måling, measure, indicator",
    "unit": "enhed, måleenhed, unit",
    "baseline": "nulpunkt, udgangspunkt, baseline, i dag, start, today",
    "target": "mål, måltal, target",
    "months": "måneder, mdr, months, måles efter",
    "goal": "mål i point, pointmål, goal",
    "saving": "besparelse, saving",
    "announcement": "udmelding, announcement",
    "value": "værdi, beløb, udgift, pris, amount, value, cost",
    "gives": "giver, giver højst, gives",
    "ability": "evne",
    "aim.kind": "hjertesag, aim",
    "aim.value": "hjertesagens værdi, værdi",
    "aim.track": "hjertesagens spor",
    "home": "hjemme, hjemmespor, hjemme på, home",
    "kind": "slags, type, art, kind",
    "cost": "pris, kræfter, koster, omkostning, price",
    "maturity": "modenhed",
    "delay": "forsinkelse, delay",
    "risks": "risici, risiko, reelle risici, risks, true risks",
    "about": "om, om idéer, idéer, idé, gælder, ideas, about",
    "severity": "alvor, konsekvens, impact",
    "likelihood": "sandsynlighed, probability",
    "roles.name": "rolle, role",
    "ideas.name": "idé, ide, idea",
    "benefits.name": "gevinst, benefit",
    "risks.name": "risiko, risk",
    "risks.text": "hvad sker der, det sker, what happens",
    "events.name": "hændelse, event",
    "events.text": "hvad skete der, what happened",
    "roles.aim.track": "spor, track",
    "promise": "pile {track}, løfte {track}, løfter {track}, promise {track}, arrows {track}",
    "effects": "effekt {track}, virkning {track}, effect {track}, sandhed {track}",
    "options": "valg {n}, valgmulighed {n}, option {n}, choice {n}",
}
"""Other headings that people write, in either language."""
_OTHER_SHEETS: Final[Mapping[str, str]] = {
    "case": "casen, sag, om casen, the case",
    "tracks": "sporene, track",
    "economy": "økonomioverblik, budget, besparelse",
    "posts": "poster, budgetposter, items, posts, post",
    "roles": "rolle, rollerne, role",
    "ideas": "ideer, idéer, idé, idékort, idea, idea cards",
    "benefits": "gevinst, gevinstkort, benefit, benefit cards",
    "risks": "risiko, risikoer, risikokort, risk, risk cards",
    "events": "hændelse, hændelseskort, event, event cards",
    "questions": "spørgsmål, spørgsmål til salen",
    "prompts": "skrivespørgsmål, stikord",
    "rules": "regler, moduler, modules, rules",
}
"""Other names of sheets."""
_NEAR: Final = 0.86
"""How alike a word and a known one must be for the one to be a slip of the pen."""
_LONGEST: Final = 120
_UNSEEN: Final = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")
"""What takes no room within a word: where it may be broken, and what came along in a copy."""
_NUMBERED: Final = re.compile(r"(.+?) ?[#.]? ?([1-9]|[1-9]\d)")


def sheet_name(t: Words, sheet: str) -> str:
    """What a sheet is called on its tab."""
    return t(SHEETS[sheet])


def heading(t: Words, sheet: str, column: Column) -> str:
    """The heading of a column, with its language or its number where it has one."""
    told = bare_heading(t, sheet, column)
    if column.lang:
        return t(LANGUAGES[column.lang], heading=told)
    return t(_PART, heading=told, n=column.n) if column.n else told


def bare_heading(t: Words, sheet: str, column: Column) -> str:
    """The heading without language and number."""
    names = [part for part in column.path if isinstance(part, str)]
    inner = names[1:] if names[:1] == ["options"] else names
    told = t(_named(sheet, inner))
    for track in TRACKS:
        if names[-1:] == [track]:
            told = told.format(track=terms.track(t, track))
    option = next((part for part in column.path if isinstance(part, int)), None)
    return told if option is None else t(_OPTION, n=option + 1, heading=told)


def _named(sheet: str, names: Sequence[str]) -> str:
    """The heading of a path of names: that of its end, as long as there is one, or of its start."""
    whole = (sheet, *names)
    paths = (".".join(whole[start:]) for start in range(len(whole)))
    found = next((path for path in (*paths, *names[:1]) if path in _HEADINGS), None)
    return _HEADINGS[found] if found else names[-1].replace("_", " ").capitalize()


# ------------------------------------------------------------------ what a heading means
class Headings:
    """What the headings of a sheet mean: ours in both languages, and those that people write.

    A text under a heading that names no language is in the language of that heading.
    """

    def __init__(self, sheet: str, columns: Iterable[Column]) -> None:
        self._known: dict[str, Column] = {}
        listed = list(columns)
        for name in (heading, bare_heading):
            for lang in LANGS:
                for column in listed:
                    self._add(name(words(lang), sheet, column), _spoken(column, lang, name))
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
            yield from _ALSO["options"].replace("{n}", str(int(column.path[1]) + 1)).split(",")
        return
    group = [name for name in names[:-1] if name in ("promise", "effects")]
    path = ".".join(names)
    for key in dict.fromkeys((f"{sheet}.{path}", path, *group, names[-1] if names else sheet)):
        for lang in LANGS:
            tracks = (terms.track(words(lang), code) for code in TRACKS if names[-1:] == [code])
            yield from _ALSO.get(key, "").replace("{track}", next(tracks, "")).split(",")


def sheet_of(name: str, *, near: bool = True) -> str | None:
    """The sheet that the name of a tab means in either language; with slips, if ``near``."""
    word, known = plain(name)[:_LONGEST], _sheets()
    if word in known:
        return known[word]
    close = get_close_matches(word, known, 1, _NEAR) if near else []
    return known[close[0]] if close else None


@cache
def _sheets() -> Mapping[str, str]:
    known = {plain(sheet_name(words(lang), sheet)): sheet for lang in LANGS for sheet in SHEETS}
    for sheet, others in _OTHER_SHEETS.items():
        known |= {plain(word): sheet for word in (sheet, *others.split(","))}
    return known


def plain(text: str) -> str:
    """A heading as it is compared: without capitals, line breaks and signs at its end."""
    told = _UNSEEN.sub("", text.replace("–", "-"))
    told = " ".join(re.sub("[_:]", " ", told).casefold().split())
    return re.sub(r"[\s:*?.]+$", "", told)


def is_beside(name: str) -> bool:
    """Whether a tab is one of those that we write beside the parts of a case."""
    return plain(name) in {plain(words(lang)(told)) for lang in LANGS for told in (READ_ME, LISTS)}
