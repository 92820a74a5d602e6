"""The cards of a case as they are printed: all decks, roles and aims, blank cards, poker cards."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import cycle, islice
from typing import Any, Final

from game.content import Case
from game.content.case import EventText, IdeaText, RiskText, RoleText
from game.engine import MAX_SEATS
from game.engine.limits import LIKELIHOOD_HIGH, POKER_ESTIMATES, SEVERITIES
from game.engine.setup import KINDS, TRACKS, BenefitCard, EventCard, IdeaCard, RiskCard, Role
from game.i18n import Words
from game.printing.labels import kind_label, track_label
from game.typeset import Picture
from game.wording import figures, terms
from game.wording.aims import aim_text
from game.wording.event_effects import consequences

Card = dict[str, Any]
_Texts = IdeaText | RiskText | EventText | RoleText
PER_SHEET: Final = 9
MINI_PER_SHEET: Final = 16
_BLANK: Final = 6
"""The least number of cards to write on; what is left of the last sheet is filled with them."""
_BLANK_OWN: Final = 54
"""As many in an own project, where all cards are written."""


def card_sheets(t: Words, case: Case) -> list[dict[str, Any]]:
    """The sheets of cards, each with its fronts; the backs follow from the kinds."""
    cards = list(_cards(t, case))
    blank = _BLANK_OWN if case.own_project else _BLANK
    blank += -(len(cards) + blank) % PER_SHEET
    cards += islice(_blank(t, case), blank)
    sheets = [{"cards": page} for page in _pages(cards, PER_SHEET)]
    small = [{"cards": page, "mini": True} for page in _pages(_poker(), MINI_PER_SHEET)]
    return [*sheets, *small]


def back_names(t: Words) -> dict[str, str]:
    """What stands on the back of each kind of card."""
    return {
        "idea": t("Idea"),
        "benefit": t("Benefit"),
        "risk": t("Risk"),
        "event": t("Event"),
        "role": t("Role"),
        "aim": t("Aim"),
        "prompt": t("A question to help you"),
        "poker": t("Estimate"),
    }


def _pages(cards: list[Card], size: int) -> Iterator[list[Card]]:
    for start in range(0, len(cards), size):
        yield cards[start : start + size]


def _cards(t: Words, case: Case) -> Iterator[Card]:
    setup = case.setup
    yield from (_idea(t, case, card) for card in setup.ideas)
    yield from (_benefit(t, case, card) for card in setup.benefits)
    yield from (_risk(t, case, card) for card in setup.risks)
    yield from (_event(t, case, card) for card in setup.events)
    for n, prompt in enumerate(case.prompts, 1):
        what = back_names(t)[prompt.kind]
        text = prompt.text.read(t.lang)
        yield {"kind": "prompt", "place": f"prompts {n}", "what": what, "text": text}
    yield from (_role(t, case, role) for role in setup.roles)
    yield from (_aim(t, case, role) for role in setup.roles)


# ------------------------------------------------------------------ decks
def _card(t: Words, kind: str, what: object, place: str, text: _Texts) -> Card:
    """What stands on a card of any kind that has a text."""
    return {
        "kind": kind,
        "place": place,
        "what": what,
        "name": text.name.read(t.lang),
        "text": text.text.read(t.lang),
        "picture": Picture(text.picture),
    }


def _idea(t: Words, case: Case, card: IdeaCard) -> Card:
    facts = [[t("Cost"), t.number(card.cost)], [t("Maturity"), t.number(card.maturity)]]
    if card.delay:
        delay = t.plural("+{n} round", "+{n} rounds", card.delay)
        facts.append([t("Delay"), delay])
    return {
        **_card(t, "idea", kind_label(t, card.kind), f"ideas {card.id}", case.ideas[card.id]),
        "track": track_label(t, card.track),
        "promise": [[track_label(t, on), card.promise[on]] for on in TRACKS if on in card.promise],
        "facts": facts,
    }


def _benefit(t: Words, case: Case, card: BenefitCard) -> Card:
    text = case.benefits[card.id]
    return {
        "kind": "benefit",
        "place": f"benefits {card.id}",
        "what": t("Benefit"),
        "track": track_label(t, card.track),
        "name": text.name.read(t.lang),
        "text": figures.measure_text(t, figures.printed_measure(t, text.measure)),
        "picture": Picture(text.picture),
        "note": t("You say how much"),
    }


def _risk(t: Words, case: Case, card: RiskCard) -> Card:
    about = [case.ideas[id].name.read(t.lang) for id in card.about]
    return {
        **_card(t, "risk", t("Risk"), f"risks {card.id}", case.risks[card.id]),
        "track": track_label(t, card.track),
        "about": t("May concern: {ideas}", ideas=" · ".join(about)) if about else "",
        "severity": [t("Severity"), card.severity, SEVERITIES[-1]],
        "likelihood": [t("Likelihood"), card.likelihood, LIKELIHOOD_HIGH],
    }


def _event(t: Words, case: Case, card: EventCard) -> Card:
    text = case.events[card.id]
    labels = [option.read(t.lang) for option in text.options]
    options = []
    for n, effect in enumerate(card.options):
        does = " · ".join(words for _, words in consequences(t, effect, case.setup.rules.modules))
        options.append([labels[n] if n < len(labels) else "", does])
    return {**_card(t, "event", t("Event"), f"events {card.id}", text), "options": options}


# ------------------------------------------------------------------ roles
def _role(t: Words, case: Case, role: Role) -> Card:
    return {
        **_card(t, "role", t("Role"), f"roles {role.id}", case.roles[role.id]),
        "ability": [terms.ability(t, role.ability), terms.ability_text(t, role.ability)],
        "home": terms.home(t, role.home),
        "tracks": [track_label(t, track) for track in role.home],
    }


def _aim(t: Words, case: Case, role: Role) -> Card:
    text = case.roles[role.id]
    return {
        "kind": "aim",
        "place": f"roles {role.id}",
        "what": t("Aim"),
        "name": terms.aim(t, role.aim),
        "text": aim_text(t, role.aim),
        "role": text.name.read(t.lang),
        "picture": Picture(text.picture),
    }


# ------------------------------------------------------------------ to be written on
def _blank(t: Words, case: Case) -> Iterator[Card]:
    """Cards to write on, without end: an idea, a benefit, a risk, and so on."""
    rules = case.setup.rules
    kinds = [kind_label(t, kind) for kind in KINDS]
    tracks = [track_label(t, track) for track in TRACKS]
    cost = [t("Cost"), t.number(rules.written_cost)]
    maturity = [t("Maturity"), t.number(rules.written_maturity)]
    delay = t.plural("+{n} round", "+{n} rounds", rules.written_delay)
    facts = [cost, maturity, *([[t("Delay"), delay]] if rules.written_delay else [])]
    measure = [t("Idea"), t("Indicator"), t("Baseline"), t("Target")]
    severity, likelihood = t("Severity"), t("Likelihood")
    grave = [t("Idea"), f"{severity} 1–{SEVERITIES[-1]}", f"{likelihood} 1–{LIKELIHOOD_HIGH}"]
    faces = (
        {"kind": "idea", "what": t("Idea"), "choices": [tracks, kinds], "facts": facts},
        {"kind": "benefit", "what": t("Benefit"), "choices": [tracks], "asked": measure},
        {"kind": "risk", "what": t("Risk"), "choices": [tracks], "asked": grave},
    )
    common = {"blank": True, "lines": t("In your own words")}
    return ({**common, **face} for face in cycle(faces))


def _poker() -> list[Card]:
    """A set of numbers for each seat."""
    return [
        {"kind": "poker", "number": str(n), "seat": seat}
        for seat in range(1, MAX_SEATS + 1)
        for n in POKER_ESTIMATES
    ]
