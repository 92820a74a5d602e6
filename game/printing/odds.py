"""Dice and tables for what a group cannot reckon at once: each asked of the engine.

A real die throws what the engine draws, with the same chances: as many faces for each outcome, and
where these do not come out even, what is left over is thrown again.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from game.engine import (
    MAX_SEATS,
    RULES_VERSION,
    TRACKS,
    Benefit,
    Risk,
    RiskCard,
    Rules,
    Seat,
    Setup,
    State,
)
from game.engine.harvest import of_harm, with_owner, without_owner
from game.engine.limits import (
    CLAIM_HELD,
    CLAIM_MISSED,
    DOWNSIDES,
    LIKELIHOODS,
    MATURITY_HIGH,
    TRUST_HIGH,
)
from game.engine.lookups import income, share, strike_limit
from game.i18n import Words
from game.wording import terms
from game.wording.figures import signed

DIE: Final = 6
_GAINS: Final = range(1, 9)
"""The gains that the table of the harvest shows."""
_MOST_MITIGATIONS: Final = 2

Rows = list[list[str]]


def faces(outcomes: int) -> list[str]:
    """What a die shows for each of so many outcomes that are equally likely.

    With more than six, two dice are read as tens and ones. What is left over is thrown again.

    >>> faces(3), faces(4)
    (['1–2', '3–4', '5–6'], ['1', '2', '3', '4'])
    >>> faces(8)[:2]
    ['11–14', '15–22']
    """
    throws = [str(n) for n in range(1, DIE + 1)]
    if outcomes > DIE:
        throws = [tens + ones for tens in throws for ones in throws]
    each = len(throws) // outcomes
    parts = [throws[n * each : (n + 1) * each] for n in range(outcomes)]
    return [part[0] if each == 1 else f"{part[0]}–{part[-1]}" for part in parts]


def left_over(outcomes: int) -> bool:
    """Whether some throws belong to no outcome, and are thrown again."""
    throws = DIE if outcomes <= DIE else DIE * DIE
    return throws % outcomes > 0


# ------------------------------------------------------------------ what a throw decides
def strikes(t: Words, setup: Setup) -> Rows:
    """At which throws a true risk strikes, by its likelihood and what was done about it."""
    state = _state(setup)
    head = [t("Likelihood"), t("nobody named it"), t("named")]
    head += [t.plural("mitigated once", "mitigated {n} times", n) for n in _mitigations()]
    rows = [head]
    for likelihood in LIKELIHOODS:
        card = RiskCard("any", "citizen", 1, likelihood)
        named = [Risk("any", "citizen", 1, likelihood, mitigations=n) for n in (0, *_mitigations())]
        limits = [strike_limit(state, card, risk) for risk in (None, *named)]
        rows.append([t.number(likelihood), *(_up_to(t, limit) for limit in limits)])
    return rows


def _mitigations() -> range:
    return range(1, _MOST_MITIGATIONS + 1)


def _up_to(t: Words, limit: int) -> str:
    """The throws from 1 up to a limit, in words where there is nothing to throw."""
    if limit <= 0:
        return t("never")
    if limit >= DIE:
        return t("always")
    return "1" if limit == 1 else f"1–{limit}"


def maturities(t: Words) -> Rows:
    """By an idea's maturity: when a trial proves it, and when it stumbles without one."""
    rows = [[t("Maturity"), t("a trial proves it"), t("it stumbles if never proven")]]
    for maturity in range(1, MATURITY_HIGH + 1):
        above = DIE - maturity
        stumbles = t("never") if above == 0 else "6" if above == 1 else f"{maturity + 1}–6"
        rows.append([t.number(maturity), _up_to(t, maturity), stumbles])
    return rows


# ------------------------------------------------------------------ what comes home
def harvest(t: Words, setup: Setup) -> Rows:
    """What a true gain comes to, by who owns the benefit."""
    state = _state(setup)
    head = [t("The truth"), t("owner at home"), t("owner from elsewhere, or with too much")]
    rows = [[*head, t("no owner"), t("nobody claimed it")]]
    for effect in _GAINS:
        points = [
            with_owner(effect, falls_short=False),
            with_owner(effect, falls_short=True),
            without_owner(state, effect),
            0,
        ]
        rows.append([signed(t, effect), *(signed(t, n) for n in points)])
    return rows


def harms(t: Words, setup: Setup) -> Rows:
    """What a true harm comes to, by what was said of it."""
    state = _state(setup)
    rows = [[t("The truth"), t("downside named"), t("and made up for"), t("nobody named it")]]
    named = Benefit(-1, 0)
    for n in DOWNSIDES:
        points = [of_harm(state, claim, -n) for claim in (named, replace(named, amends=""), None)]
        rows.append([signed(t, -n), *(signed(t, n) for n in points)])
    return rows


def words_kept(t: Words, rules: Rules) -> Rows:
    """What it does to trust how far beside the truth a word was."""
    apart = t("Points off")
    kept, broken = rules.word_kept, rules.broken_word
    return [
        [apart, t("all that was said of an idea"), t("what reality asks about")],
        *(
            [t.number(n), _verdict(t, n, kept, broken), _verdict(t, n, CLAIM_HELD, CLAIM_MISSED)]
            for n in range(max(broken, CLAIM_MISSED) + 1)
        ),
    ]


def _verdict(t: Words, apart: int, held: int, missed: int) -> str:
    if apart <= held:
        return t("trust {n}", n=signed(t, 1))
    return t("trust {n}", n=signed(t, -1)) if apart >= missed else "–"


# ------------------------------------------------------------------ a round
def incomes(t: Words) -> Rows:
    """The capacity that a round brings, by trust."""
    trusts = range(TRUST_HIGH + 1)
    return [
        [t("Trust"), *(t.number(n) for n in trusts)],
        [t("New capacity"), *(signed(t, income(n)) for n in trusts)],
    ]


def shares(t: Words, setup: Setup) -> Rows:
    """How a round's actions are shared, by the number of seats."""
    rows = [[t("Seats"), t("actions, in the order of turns")]]
    for count in range(1, MAX_SEATS + 1):
        state = State(setup, seats=(Seat("", ()),) * count, starter=0)
        parts = [t.number(share(state, seat)) for seat in range(count)]
        rows.append([t.number(count), " · ".join(parts)])
    return rows


# ------------------------------------------------------------------ the end
def rates(t: Words, setup: Setup) -> Rows:
    """How much of its goal a track has reached, in percent, by its points."""
    rows = [[t("Points"), *(terms.track(t, track) for track in TRACKS)]]
    for points in range(max(setup.goals) + 1):
        parts = [min(points, goal) / goal for goal in setup.goals]
        rows.append([t.number(points), *(t.chance(part) for part in parts)])
    return rows


def _state(setup: Setup) -> State:
    return State(setup, edition=RULES_VERSION)
