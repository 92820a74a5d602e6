"""The texts of the modules: a name, a sentence for the list of cases, and the whole rule.

The numbers in the rule come from the rules of the case, see :func:`game.wording.actions.numbers`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from game.engine.setup import ModuleName, Rules
from game.frozen import frozen
from game.i18n import Words, capitalised, mark
from game.wording import terms
from game.wording.actions import numbers


@frozen
class ModuleText:
    """The texts of a module, not translated yet: ``name`` stands within a sentence, too."""

    name: str
    sentence: str
    rule: str


TEXTS: Mapping[ModuleName, ModuleText] = {
    "tension": ModuleText(
        mark("the balancing act"),
        mark("Steering and autonomy each make something easier, and too much of one costs trust."),
        mark(
            "A scale runs from {balance_end} steps of autonomy to {balance_end} steps of steering, "
            "and begins at {balance_start}. Placing an idea and trying one are a step towards "
            "autonomy; naming a risk and anchoring are a step towards steering. From "
            "{balance_leaning} steps of autonomy on a trial costs no capacity, from "
            "{balance_leaning} steps of steering on mitigating costs none. At the end of a reality "
            "check {balance_extreme} steps or more to either side cost 1 trust; then the scale "
            "swings back a step."
        ),
    ),
    "posts": ModuleText(
        mark("items that are named"),
        mark("Whoever promises a saving says which item of the economy overview it comes from."),
        mark(
            "Whoever claimed a benefit on Economy names the item that the money comes "
            "from: free, on anybody's turn, until the idea is realised, and may name "
            "another one. A benefit without an item gives half, rounded down. An item "
            "gives no more than it holds, all ideas together: what comes after that is "
            "money that somebody has had already."
        ),
    ),
    "demand": ModuleText(
        mark("growing demand"),
        mark("More people come every round: you must run to stand still."),
        mark(
            "From round 2 on, when a round opens and its trials have been reported, a track falls "
            "by 1 point: {demand_tracks}, one after the other."
        ),
    ),
    "combination": ModuleText(
        mark("ideas that carry each other"),
        mark("Ideas of different kinds give more together than each gives alone."),
        mark(
            "When an idea is realised beside an earlier one of another kind, and it is the first "
            "of its own kind to be realised, its main track rises by {combination} more."
        ),
    ),
    "invest": ModuleText(
        mark("money up front"),
        mark("Every idea costs money before it saves any."),
        mark("Implementing an idea takes 1 point off Economy at once."),
    ),
    "patience": ModuleText(
        mark("patience that is asked for"),
        mark("Trust can be spent: ask those around you for patience, and you get capacity."),
        mark(
            "Once a round whoever has the turn may ask for patience: it takes no action, trust "
            "falls by {patience_trust}, and capacity rises by {patience_capacity}. Trust must be "
            "{patience_least} or more."
        ),
    ),
    "everybody": ModuleText(
        mark("something from everybody"),
        mark("It counts that everybody at the table sees an idea of their own come true."),
        mark("When the first of a player's own ideas is realised, trust rises by 1."),
    ),
    "dropouts": ModuleText(
        mark("those who drop out"),
        mark("What is made easier for most leaves somebody behind, unless you think of them."),
        mark(
            "An idea that gives something on Process and nothing on Citizen takes 1 point off "
            "Citizen when it is realised, unless you have named a downside for it there."
        ),
    ),
    "meetings": ModuleText(
        mark("short meetings"),
        mark("You meet often and briefly, and try things out from one meeting to the next."),
        mark("A trial costs no capacity."),
    ),
}


def name(t: Words, code: ModuleName) -> str:
    """The name of a module within a sentence."""
    return t(TEXTS[code].name)


def title(t: Words, code: ModuleName) -> str:
    """The name of a module as a heading."""
    text = name(t, code)
    return capitalised(text)


def sentence(t: Words, code: ModuleName) -> str:
    """What a module is about, in one sentence."""
    return t(TEXTS[code].sentence)


def rule(t: Words, code: ModuleName, rules: Rules) -> str:
    """The rule of a module, with the numbers of a case."""
    return t(TEXTS[code].rule, **{**numbers(rules), **_own_numbers(t, rules)})


def paragraph(t: Words, code: ModuleName, rules: Rules) -> str:
    """The module as the rules tell it: its name, what it is about, and the rule."""
    return f"{title(t, code)}. {sentence(t, code)} {rule(t, code, rules)}"


def announcement(t: Words, modules: Sequence[ModuleName]) -> str:
    """Which modules a case has, in one sentence for who chooses or opens it."""
    if not modules:
        return t("The base game alone.")
    names = sorted((name(t, code) for code in modules), key=_has_clause)
    return t("Beyond the base game: {modules}.", modules=t.listed(names))


def _has_clause(name: str) -> bool:
    """Whether a name has a clause of its own, and so reads best as the last of several."""
    return "," in name


def _own_numbers(t: Words, rules: Rules) -> dict[str, object]:
    """Numbers that are told in words."""
    tracks = [terms.track(t, track) for track in dict.fromkeys(rules.demand_tracks)]
    return {"demand_tracks": t.listed(tracks), "balance_start": _start(t, rules.balance)}


def _start(t: Words, balance: int) -> str:
    if balance == 0:
        return t.number(0)
    if balance < 0:
        return t.plural("{n} step of autonomy", "{n} steps of autonomy", -balance)
    return t.plural("{n} step of steering", "{n} steps of steering", balance)
