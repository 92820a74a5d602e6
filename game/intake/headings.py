"""Which column a heading means: those of our own registers, and those that project managers use."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Final, Literal, get_args

from game.i18n import LANGS, Lang, words
from game.report import columns as co
from game.report.actions import ACTIONS
from game.report.actuals import ACTUALS, ACTUALS_FORMULAS

RegisterName = Literal["benefits", "risks", "actions", "readings"]
REGISTERS: Final[tuple[RegisterName, ...]] = get_args(RegisterName)
COLUMNS: Final[Mapping[RegisterName, Sequence[co.Column]]] = {
    "benefits": co.BENEFITS,
    "risks": co.RISKS,
    "actions": ACTIONS,
    "readings": ACTUALS,
}
RECKONED: Final = frozenset((*co.BENEFITS_FORMULAS, *co.RISKS_FORMULAS, *ACTUALS_FORMULAS))
"""The columns that a workbook reckons: it does so in a row, too, in which nobody has written."""
NAME_COLUMN: Final[Mapping[RegisterName, str]] = {
    "benefits": "title",
    "risks": "event",
    "actions": "text",
    "readings": "title",
}
"""The column that says what a row is about."""
NEEDED: Final[Mapping[RegisterName, frozenset[str]]] = {
    "benefits": frozenset(),
    "risks": frozenset(),
    "actions": frozenset(),
    "readings": frozenset(("actual", "day")),
}
"""The columns without which a table is none of the kind."""

_OTHER_HEADINGS: Final[Mapping[RegisterName, Mapping[str, str]]] = {
    "benefits": {
        "id": "id, nr, nummer, no, gevinst nr, gevinstnr, gevinst id",
        "title": "gevinst, gevinster, gevinstens navn, navn, benefit, benefits, name",
        "description": "how it is measured, forklaring, uddybning",
        "type": "type, gevinsttype",
        "beneficiary": "modtagere, interessent, interessenter, hvem får gevinsten, målgruppe",
        "owner_name": "gevinstejer, ejer, ansvarlig, gevinstansvarlig, gevinstansvarlig: navn, "
        "benefit owner, owner, responsible",
        "owner_role": "gevinstejers rolle, ejers rolle, gevinstansvarlig: rolle, rolle, role, "
        "owner role",
        "owner_unit": "afdeling, gevinstansvarlig: enhed i driften, enhed i driften, organisation, "
        "team, department",
        "measurer": "hvem måler, målt af, measured by",
        "indicator": "indikatorer, måling, måles ved, måles på, kpi, succeskriterium, metric, "
        "measure",
        "unit": "måleenhed, unit of measure",
        "method": "målemetode, metode, datakilde, kilde, method, data source, source",
        "frequency": "målefrekvens, frekvens, hvor ofte, målehyppighed, frequency, how often",
        "baseline": "baseline, baselineværdi, nulpunkt, udgangspunkt, nuværende niveau, i dag, "
        "today, current",
        "baseline_date": "baseline dato, nulpunktsdato, målt den, dato for baseline",
        "target_low": "pessimistisk, lavt, lav, minimum mål, worst case, low",
        "target_likely": "mål, måltal, målsætning, målværdi, forventet, sandsynlig, target, "
        "goal, likely",
        "target_high": "optimistisk, højt, høj, best case, high",
        "threshold": "minimum, mindst, tærskel, threshold",
        "full_year_value": "kr, kr om året, årlig værdi, værdi, beløb, besparelse, "
        "årlig besparelse, økonomisk værdi, value, saving, yearly saving, amount",
        "cost": "omkostning, omkostninger, udgift, pris, cost, costs",
        "effect_from": "start, første effekt, fra, from",
        "effect_full": "realiseres, realiseringsdato, realiseret, slut, realisation date, "
        "full effect from",
        "change": "forandring, ændring, ny adfærd, change, new behaviour",
        "change_owner": "forandringsejer, change owner",
        "assumptions": "antagelser, forudsætning, forudsætninger, assumption",
        "confidence": "sikkerhed, confidence",
        "next_trial": "prøvehandling, afprøvning, pilot, trial",
        "review": "opfølgning, opfølgningsdato, næste måling, follow up, follow-up, next review",
        "priority": "prio, prioritering",
        "amends": "kompensation, modvægt",
    },
    "risks": {
        "id": "id, nr, nummer, no, risiko nr, risikonr, risiko id",
        "cause": "årsager, grund, why",
        "event": "risiko, risici, beskrivelse, risikobeskrivelse, hvad kan gå galt, risk, "
        "risks, description",
        "consequence": "konsekvenser, følge, følger, effekt, impact description",
        "likelihood": "sandsynlighed, probability, likelihood",
        "severity": "alvor, alvorlighed, konsekvens (1-5), konsekvensscore, impact, severity",
        "early_sign": "tidlig indikator, advarselstegn, early warning, warning sign",
        "strategy": "håndtering, strategi, response",
        "action": "handling, handlinger, mitigering, afbødning, forebyggelse, modtræk, "
        "mitigation, actions",
        "owner": "ejer, ansvarlig, risikoansvarlig, risk owner, owner, responsible",
        "action_owner": "handlingsansvarlig, hvem gør det, action owner",
        "deadline": "senest, dato, due, due date, deadline",
        "reviewed": "vurderet, opdateret, sidst opdateret, last reviewed, updated",
    },
    "actions": {
        "id": "id, nr, nummer, no",
        "text": "handling, opgave, aktivitet, hvad, action, task, what",
        "who": "hvem, ansvarlig, ejer, who, responsible, owner, assigned to",
        "due": "frist, deadline, hvornår, dato, slutdato, due, due date, when",
        "status": "status, tilstand, state",
    },
    "readings": {},
}
"""Other headings of a column, in both languages; those of the registers are known as well."""
MEASURED: Final = frozenset(
    [
        "måling",
        "målinger",
        "målt",
        "målt værdi",
        "resultat",
        "faktisk",
        "faktisk værdi",
        "measure",
        "measurement",
        "measured value",
        "result",
        "actual",
        "actual value",
        "reading",
    ]
)
"""Headings that name what a benefit was measured at, if mostly numbers stand below them.

In another list the same ones may name how it is measured, or what people think of it.
"""
MEASURED_ON: Final = frozenset(
    [
        "målt den",
        "måledato",
        "målingsdato",
        "dato for måling",
        "measured on",
        "measuring date",
        "date of measurement",
    ]
)
"""Headings that name the day of that; without it the day may be that of the baseline."""
_HINTS: Final[Mapping[RegisterName, tuple[str, ...]]] = {
    "benefits": ("gevinst", "benefit", "nytte"),
    "risks": ("risi", "risk"),
    "actions": ("handling", "action", "opgave", "task", "todo"),
    "readings": ("actual", "måling", "reading"),
}
"""What the name of a sheet says of it."""


def plain(heading: str) -> str:
    """A heading as it is compared: without capitals, line breaks and signs at its end."""
    text = " ".join(heading.replace("–", "-").casefold().split())
    return re.sub(r"[\s:*?.]+$", "", text)


@cache
def own_headings(lang: Lang, register: RegisterName) -> Mapping[str, str]:
    """The headings of a register as it is exported, and the keys of their columns."""
    t = words(lang)
    return {plain(co.title(t, column)): column.key for column in COLUMNS[register]}


@cache
def known_headings(register: RegisterName) -> Mapping[str, str]:
    """Every heading that is known for a column of a register; its own come before others."""
    known: dict[str, str] = {}
    for lang in LANGS:
        known |= own_headings(lang, register)
    for column in COLUMNS[register]:
        known.setdefault(plain(column.key), column.key)
        for lang in LANGS:
            known.setdefault(plain(co.title(words(lang), column, short=True)), column.key)
    for key, headings in _OTHER_HEADINGS[register].items():
        for heading in headings.split(","):
            known.setdefault(plain(heading), key)
    return known


def hinted(register: RegisterName, sheet: str) -> bool:
    """Whether the name of a sheet says that it holds this register."""
    name = sheet.casefold()
    return any(hint in name for hint in _HINTS[register])
