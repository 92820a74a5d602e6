"""What each kind of card is that a group writes, with the numbers of the case."""

from __future__ import annotations

from game.engine import Rules
from game.i18n import Words
from game.table.play.drafts import CardKind


def explanation(t: Words, rules: Rules, card: CardKind, round_: int) -> list[str]:
    """What such a card is, in a few paragraphs, when it is written in this round."""
    if card == "idea":
        return [*_about_ideas(t, rules), *_in_the_last_round(t, rules, round_)]
    if card == "downside":
        return _about_downsides(t, rules)
    return _about_benefits(t, rules) if card == "benefit" else _about_risks(t)


def _about_ideas(t: Words, rules: Rules) -> list[str]:
    return [
        t(
            "An idea of your own costs {cost} capacity, has maturity {maturity}, and "
            "meets reality {delay}.",
            cost=rules.written_cost,
            maturity=rules.written_maturity,
            delay=_delay(t, rules.written_delay),
        ),
        t(
            "Nobody knows what it gives: that is drawn now and stays hidden. It depends on the "
            "kind, the main track and the cost, never on what you claim."
        ),
        t("It has a risk on its main track, and sometimes one more."),
    ]


def _in_the_last_round(t: Words, rules: Rules, round_: int) -> list[str]:
    """What is written late has little time left."""
    told, last = [], sum(rules.rounds)
    if round_ >= last:
        told.append(
            t("This is the last round: it only counts if you implement it before the round ends.")
        )
    if round_ + rules.written_delay > last:
        told.append(t("It meets reality after the last round, in the follow-up."))
    return told


def _delay(t: Words, rounds: int) -> str:
    if rounds == 0:
        return t("in the round it is implemented")
    return t.plural(
        "{n} round after it is implemented", "{n} rounds after it is implemented", rounds
    )


def _about_benefits(t: Words, rules: Rules) -> list[str]:
    return [
        t("A benefit is a claim: this idea moves this track this much."),
        t(
            "An idea has at most one benefit on each track. Without an owner {n} at most are "
            "harvested.",
            n=rules.unowned,
        ),
    ]


def _about_downsides(t: Words, rules: Rules) -> list[str]:
    return [
        t("A downside says what an idea costs somebody: those who get more to do, or wait."),
        t(
            "A harm that was named costs no trust when it comes. One that was not named costs 1 "
            "trust, and is {n} points worse.",
            n=rules.unspoken,
        ),
        t("What you name can be made up for: then the harm is {n} less.", n=rules.amends),
    ]


def _about_risks(t: Words) -> list[str]:
    return [
        t("What may go wrong, and which track does it hit?"),
        t(
            "If the idea has a true risk on that track, you have found it. If not, it is a "
            "false alarm: the reality check shows which."
        ),
        t(
            "How severe and how likely it is, is your own estimate, for your risk register. "
            "It decides nothing in the game."
        ),
        t("Named risks strike less often, and can be mitigated."),
    ]
