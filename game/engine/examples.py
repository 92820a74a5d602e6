"""A tiny case for doctests, tests and whoever wants to see the rules at work without a file."""

from __future__ import annotations

from game.engine.setup import (
    ABILITIES,
    KINDS,
    TRACKS,
    Aim,
    BenefitCard,
    Effect,
    EventCard,
    IdeaCard,
    Post,
    RiskCard,
    Role,
    Rules,
    Setup,
)


def tiny(rules: Rules | None = None) -> Setup:
    """A case of twelve ideas with plain numbers: each moves its main track by 4, the next by 2.

    Every third idea harms the track after that by 1; every idea has one true risk and one false.
    The economy overview has two posts, for the module that plays with them.
    """
    ideas = tuple(_idea(n) for n in range(12))
    return Setup(
        id="tiny",
        ideas=ideas,
        benefits=tuple(BenefitCard(f"benefit-{n}", TRACKS[n % 4]) for n in range(16)),
        risks=tuple(_risk(n) for n in range(12)),
        events=_events(),
        roles=tuple(
            Role(f"role-{ability}", ability, Aim("track_at_least", 10, TRACKS[n % 4]))
            for n, ability in enumerate(ABILITIES)
        ),
        rules=rules or Rules(),
        posts=(Post("post-1", 3), Post("post-2", 6)),
    )


def _idea(n: int) -> IdeaCard:
    main, second, third = (TRACKS[(n + i) % 4] for i in range(3))
    effects = {main: (4, 4), second: (1, 3)}
    if n % 3 == 0:
        effects[third] = (-1, -1)
    return IdeaCard(
        id=f"idea-{n}",
        track=main,
        kind=KINDS[n % 4],
        cost=1 + n % 4,
        maturity=2 + n % 4,
        delay=n % 2,
        promise={main: 2, second: 1},
        effects=effects,
        risks=(f"risk-{n}",),
    )


def _risk(n: int) -> RiskCard:
    return RiskCard(
        id=f"risk-{n}",
        track=TRACKS[(n + 1) % 4],
        severity=1 + n % 4,
        likelihood=1 + n % 5,
        about=(f"idea-{n}", f"idea-{(n + 1) % 12}"),
    )


def _events() -> tuple[EventCard, ...]:
    effects = (
        Effect(capacity=-2),
        Effect(trust=1),
        Effect(balance=2),
        Effect(likelihood="citizen"),
        Effect(maturity="product"),
        Effect(owner_leaves=True),
        Effect(reveal="process"),
        Effect(capacity=2),
    )
    plain = tuple(EventCard(f"event-{n}", (effect,)) for n, effect in enumerate(effects))
    choice = EventCard("event-choice", (Effect(capacity=-2), Effect(trust=-1)))
    return (*plain, choice)
