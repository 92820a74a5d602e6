"""The risks: how many are true, how heavy they are, and whether their cards can tell of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

from game.content.card_tables import RiskTable
from game.content.findings import Finding
from game.content.weighing import usual
from game.content.weighing.subject import Check, Placed, Subject, mean_beyond, warn

_PATH: Final = ("risks",)


def true_risks(case: Subject) -> list[RiskTable]:
    """The risks of all ideas, one for each idea that it is true for."""
    by_id = {risk.id: risk for risk in case.scenario.risks}
    return [by_id[id] for idea in case.scenario.ideas for id in idea.risks if id in by_id]


def printed_pairs(case: Subject) -> list[bool]:
    """For every idea printed on a risk card, whether the risk is true for it."""
    risks = {idea.id: idea.risks for idea in case.scenario.ideas}
    return [risk.id in risks.get(id, ()) for risk in case.scenario.risks for id in risk.about]


def _of_true_ones(case: Subject, key: str, value: Callable[[RiskTable], float]) -> list[Placed]:
    """A value of every true risk, by the place of its key."""
    place = {risk.id: i for i, risk in enumerate(case.scenario.risks)}
    return [(("risks", place[risk.id], key), value(risk)) for risk in true_risks(case)]


def density(case: Subject) -> Iterator[Finding]:
    """The number of true risks, the strongest lever of all."""
    ideas = enumerate(case.scenario.ideas)
    counts: list[Placed] = [(("ideas", i, "risks"), len(idea.risks)) for i, idea in ideas]
    usual_ = case.usual.true_risks
    return mean_beyond(counts, usual_, "few_true_risks", "many_true_risks", _PATH)


def severities(case: Subject) -> Iterator[Finding]:
    """What a true risk takes."""
    values = _of_true_ones(case, "severity", lambda risk: risk.severity)
    if values:
        usual_ = case.usual.severity
        yield from mean_beyond(values, usual_, "low_severity", "high_severity", _PATH)


def likelihoods(case: Subject) -> Iterator[Finding]:
    """How often a true risk strikes."""
    values = _of_true_ones(case, "likelihood", lambda risk: risk.likelihood)
    if values:
        usual_ = case.usual.likelihood
        yield from mean_beyond(values, usual_, "low_likelihood", "high_likelihood", _PATH)


def riskless(case: Subject) -> Iterator[Finding]:
    """A few ideas may be without a risk; where there are more, it is told at the first of them."""
    full = int(usual.RISKLESS.high)
    most = full if case.is_full else max(full, len(case.scenario.ideas) // 2)
    without = [i for i, idea in enumerate(case.scenario.ideas) if not idea.risks]
    if len(without) > most:
        told = {"n": len(without), "most": most, "more": len(without) - most}
        yield warn("riskless", ("ideas", without[0], "risks"), **told)


def true_pairs(case: Subject) -> Iterator[Finding]:
    """What is printed on a risk card is mostly, not always, true."""
    pairs = printed_pairs(case)
    if not pairs:
        return
    share, usual_ = sum(pairs) / len(pairs), case.usual.true_pairs
    side = usual_.side(share)
    if side != "fine":
        ends = {"low": round(100 * usual_.low), "high": round(100 * usual_.high)}
        code = "few_true_pairs" if side == "low" else "many_true_pairs"
        yield warn(code, _PATH, share=round(100 * share), **ends)


def idle_risks(case: Subject) -> Iterator[Finding]:
    """A risk is printed with an idea and true for one, or a false alarm that is printed."""
    true = {id for idea in case.scenario.ideas for id in idea.risks}
    for i, risk in enumerate(case.scenario.risks):
        if risk.about:
            continue
        code = "unprinted_risk" if risk.id in true else "idle_risk"
        yield warn(code, ("risks", i, "about"))


OF_CARDS: Final[tuple[Check, ...]] = (idle_risks,)
"""Of every case with cards."""
OF_DECKS: Final[tuple[Check, ...]] = (density, severities, likelihoods, riskless, true_pairs)
"""Of a case that is more than a draft."""
