"""The text of the rules: English messages with placeholders for the numbers.

Placeholders are filled in from :func:`game.wording.actions.numbers`, so that a case that changes a
number shows its own. Only constants of the rules (an estimate is 1 to 6) are written out.
"""

from __future__ import annotations

from dataclasses import dataclass

from game.i18n import mark


@dataclass(frozen=True, slots=True)
class Draft:
    """A section before translation: ``key`` finds its table, ``items`` are list items."""

    key: str
    title: str
    paragraphs: tuple[str, ...] = ()
    items: tuple[str, ...] = ()


FIVE_MINUTES = Draft(
    "five_minutes",
    mark("For the room, five minutes"),
    (
        mark(
            "You are a group round one table, and you win or lose together. You take a municipal "
            "change from idea to realised benefit, for the citizen, the process, the economy and "
            "the staff."
        ),
    ),
    (
        mark("Place ideas, and claim the benefits you believe they give."),
        mark("Name what may go wrong. What is named strikes less often and can be prevented."),
        mark("Try an idea small before you carry it out."),
        mark("Anchor each benefit: give it an owner and a measure."),
        mark("Implement, and follow up."),
        mark(
            "At every reality check what was claimed meets what is true. "
            "Trust pays: keep your word, and keep the balance."
        ),
    ),
)
TABLE = Draft(
    "table",
    mark("What is on the table"),
    (),
    (
        mark(
            "Four tracks: Citizen, Process, Economy and Staff. At 0 points a track's indicator "
            "stands at its baseline, at {goal} points it has reached its target. Each track shows "
            "what is claimed, what is realised, and the goal."
        ),
        mark(
            "Ideas have a main track, a kind, a cost in capacity, a maturity from 1 to 5, a delay "
            "and a promise in arrows. What they truly give, and what risks they truly carry, "
            "nobody at the table knows. At most {open_ideas} ideas that are not yet realised lie "
            "on the table."
        ),
        mark(
            "Benefits lie on their track and belong to one idea. First they are claimed with an "
            "estimate from 1 to 6, then anchored with an owner and a measure."
        ),
        mark(
            "Risks lie on the track they hit and belong to one idea: severity 1 to 4, "
            "likelihood 1 to 5. A risk card may be a false alarm."
        ),
        mark(
            "Capacity is the group's shared means. You begin with {capacity}. Each round gives "
            "half the trust, rounded down, and 1 more. What you do not use you keep."
        ),
        mark("Trust begins at {trust} and runs from 0 to {trust_high}."),
        mark(
            "Balance begins at 0 and runs from {balance_end} steps of autonomy to {balance_end} "
            "steps of steering."
        ),
        mark(
            "The economy overview shows what the operation costs today and the saving that was "
            "announced. It can be opened at any time."
        ),
    ),
)
ROUND = Draft(
    "round",
    mark("A round"),
    (
        mark(
            "Rounds in each phase: Idea development {rounds_ideas}, Concretisation "
            "{rounds_concretise}, Implementation {rounds_implement}. Then comes the Follow-up."
        ),
    ),
    (
        mark(
            "Opening. From round 2 an event is turned over; where it has two ways out, the "
            "starting seat chooses. Income is added. New cards are dealt round the table: "
            "{deal_first} ideas, benefits and risks at the start, {deal_later} of each at the next "
            "{deals_later} openings. All hands are open."
        ),
        mark(
            "Turns. The group has {actions} actions a round ({actions_many_seats} from "
            "{many_seats} seats up), shared evenly; what is left over goes one each to the first "
            "in turn. The starting seat moves on by one each round."
        ),
        mark("Reality check."),
    ),
)
ACTIONS = Draft(
    "actions",
    mark("What you can do"),
    (
        mark(
            "Cards come from your hand, or you write them yourselves. A written idea has cost "
            "{written_cost}, maturity {written_maturity} and delay {written_delay}, and may claim "
            "{written_claims} points altogether. Nobody knows its truth: each of its benefits "
            "throws the reality die. 1: nothing. 2 or 3: half, rounded down. 4 or 5: the estimate. "
            "6: one more. If the idea is proven, two dice are thrown and the better counts."
        ),
    ),
)
CHECK = Draft(
    "check",
    mark("The reality check"),
    (
        mark("For every idea now due, in the order implemented, one step at a time:"),
        mark(
            "Then, for the whole check. Combination: if ideas of different kinds were realised "
            "together, one of them a work process, Citizen {combination_signed}. Balance: at 0 "
            "trust +1, at 3 or beyond to either side trust −1; then it moves one step towards 0. "
            "Citizen or Staff below zero: trust −1."
        ),
        mark(
            "The first time trust is 0 the project pauses: trust becomes 2, and nothing is "
            "implemented in the next round. The second time the project is stopped."
        ),
    ),
    (
        mark(
            "Risks. A named risk strikes at a die up to its likelihood, {mitigation} less for each "
            "mitigation. One that nobody named strikes at {unnamed} more than its likelihood. A "
            "strike takes the severity off the track. A named risk that is not true is a false "
            "alarm."
        ),
        mark(
            "Stumble. An idea that was never proven throws the die against its maturity. Above it, "
            "each gain is halved, rounded down."
        ),
        mark(
            "Harvest. What harms counts in full. Of what gains, an anchored benefit gives all, one "
            "that is only claimed gives half, rounded down, and what nobody claimed gives nothing."
        ),
        mark(
            "Word kept. If the idea's benefits together gave exactly what was claimed, trust +1. "
            "If they missed by {broken_word} or more, trust −1; an idea that stumbled is excused."
        ),
    ),
)
ABILITIES = Draft(
    "abilities",
    mark("Roles and abilities"),
    (
        mark(
            "1 to {max_seats} seats. Each seat has a player and at least one role, if there are "
            "roles enough; with few seats, roles are dealt out until {roles_in_play} are in play. "
            "A role has one ability and one aim, open to all. What an ability brings to light is "
            "open to the whole table."
        ),
    ),
)
AIMS = Draft(
    "aims",
    mark("Aims"),
    (
        mark(
            "An aim is what matters most to a role: a track at a certain height, a number of "
            "anchored benefits, of proven ideas, of ideas scaled already in Concretisation or of "
            "kinds realised, benefits owned by everybody, a realism, or that no track has ever "
            "been below a certain height. Help each other: only together do you reach them all."
        ),
    ),
)
END = Draft(
    "end",
    mark("How it ends"),
    (
        mark(
            "The Follow-up realises what is still under way, unless the project was stopped. "
            "A track is reached at {goal} points, on the way from half of them, and harmed below "
            "zero. Then you see:"
        ),
        mark("The verdict is the first of these that fits:"),
    ),
    (
        mark("Benefit rate: how far the four tracks have come towards their goals, on average."),
        mark(
            "Citizen focus: the mean of how far the citizen track has come and the share of "
            "realised ideas whose benefit moved it up."
        ),
        mark(
            "Ownership: the share of benefits on realised ideas that somebody owned; beside it how "
            "evenly all that is owned lies on the seats, 100 % when as many own one as could."
        ),
        mark("Realism: how close the estimates were to what was harvested."),
    ),
)
MODULES = Draft(
    "modules",
    mark("Modules"),
    (
        mark(
            "A module is a rule beyond the base game. A case has those that its story asks for, "
            "three at most, and names them before you begin."
        ),
    ),
)
FACILITATOR = Draft(
    "facilitator",
    mark("The facilitator"),
    (
        mark(
            "The facilitator does not play, but is always there: undo and redo, bookmarks with a "
            "note, timers for turn, round and phase, skip a turn, end a phase early, correct a "
            "track, the capacity or the trust with a reason, show the economy overview and these "
            "rules. All of it is in the session's log."
        ),
        mark(
            "The timers stand still while the rules, the settings or the console are open. When "
            "one is out nothing happens but that it says so: speed is never scored. Undo neither "
            "gives nor takes time."
        ),
        mark(
            "Estimate poker: before a benefit is placed or revised the facilitator can call for "
            "estimates. Everybody gives a number from 0 to 6, hidden until all are in. They are "
            "turned at once, and those furthest apart speak first. No average is taken: whoever "
            "has the turn decides."
        ),
    ),
)

FILLED_IN = Draft(
    "filled_in",
    mark("Where these rules had to choose"),
    (mark("Small print, for when you are in doubt:"),),
    (
        mark(
            "A turn ends by itself with the last action. Do what is free before it. What an "
            "ability lets you place free is lost when the turn ends. If two abilities in one turn "
            "let you, the last one used comes first."
        ),
        mark(
            "Cards are dealt one by one round the table, from the starting seat on. "
            "An empty deck is simply empty."
        ),
        mark(
            "The event comes before the income, so what it does to trust counts at once. If it "
            "takes the last trust, the round that opens is the one that pauses."
        ),
        mark(
            "When an event takes an owner away, it is the seat that owns most of what is not yet "
            "realised; among equals the first in turn. It loses its greatest claim, which can be "
            "anchored anew."
        ),
        mark(
            "An event never takes a maturity below 1, nor a likelihood above 5. Maturity falls for "
            "the ideas on the table that nobody has proven, also those under way. Likelihood rises "
            "for risks that are named later, too."
        ),
        mark(
            "A risk written at an idea from the cards names the true risk on the same track that "
            "nobody has named; the first written comes first, and a card placed later takes over. "
            "Which it was is shown at the reality check, and then the true risk's own severity and "
            "likelihood count."
        ),
        mark(
            "Every risk named at a written idea is true. If none is named, the unknown strikes its "
            "main track: severity {unknown_severity}, likelihood {unknown_likelihood}."
        ),
        mark(
            "An idea may be tried again until it is proven. A written idea has nothing hidden to "
            "find, so an unproven trial only makes it more mature."
        ),
        mark(
            "Anchoring, naming risks and mitigating are possible until an idea is realised, also "
            "while it is under way."
        ),
        mark("A shelved idea and its cards are out of the game, and its letter is not used again."),
        mark(
            "A stumble halves first, then half is lost if nobody owned the benefit; each time "
            "rounded down. A stumble never makes a harm smaller."
        ),
        mark(
            "Whether the word is kept is judged on the claimed benefits alone. What nobody claimed "
            "does not count, and a follow-up later changes nothing in it, nor in the realism."
        ),
        mark("A combination counts once a check, and at the Follow-up too."),
        mark(
            "Balance is judged as it stands when the ideas have been realised, before it moves. "
            "Whether trust is gone is judged last, when the whole check is over. The Follow-up "
            "judges neither balance nor tracks below zero, and stops no project."
        ),
        mark(
            "A track stays between {track_low} and {track_high}, trust between 0 and {trust_high}, "
            "balance within its ends. What would go beyond is lost."
        ),
        mark(
            "Ending a phase early leads to this round's reality check, where the ideas due in the "
            "rounds left out are realised too. Income and events of those rounds are lost; cards "
            "are dealt by the number of openings. A pause still to come is that of the next round "
            "you play."
        ),
        mark(
            "For estimate poker the idea lies on the table or in a hand. While estimates are being "
            "given, turns wait."
        ),
        mark(
            "The shares of ownership and realism look at realised ideas. The aims of owning and "
            "proving look at everything on the table."
        ),
    ),
)

DRAFTS = (
    FIVE_MINUTES,
    TABLE,
    ROUND,
    ACTIONS,
    CHECK,
    ABILITIES,
    AIMS,
    END,
    MODULES,
    FACILITATOR,
    FILLED_IN,
)
"""All sections in reading order."""

GLOSSARY: tuple[tuple[str, str], ...] = (
    (mark("Track"), mark("One of the four things a change is measured on.")),
    (mark("Idea"), mark("A change the group could make.")),
    (mark("Benefit"), mark("A claim: this idea moves this track this much.")),
    (mark("Disbenefit"), mark("A true effect below zero.")),
    (mark("Risk"), mark("What may go wrong with an idea, and which track it hits.")),
    (mark("Event"), mark("The world changes.")),
    (mark("Trial"), mark("A small, named experiment with an idea.")),
    (mark("Anchoring"), mark("To give a benefit its owner and its measure.")),
    (mark("Benefit owner"), mark("The seat that answers for a benefit.")),
    (mark("Measure"), mark("The indicator, baseline, target and date of a benefit.")),
    (mark("Estimate"), mark("The points that the group believes a benefit gives.")),
    (mark("Capacity"), mark("The group's shared means.")),
    (mark("Trust"), mark("What the group's word is worth, from 0 to {trust_high}.")),
    (mark("Balance"), mark("Between autonomy and steering; both are needed.")),
    (mark("Maturity"), mark("How close an idea is to working; the die is thrown against it.")),
    (mark("Proven"), mark("A trial has shown that the idea works.")),
    (mark("Scaling"), mark("To implement a proven idea already in Concretisation.")),
    (mark("Reality check"), mark("The end of every round: what was claimed meets what is true.")),
    (mark("Following up"), mark("To harvest more of a realised benefit.")),
    (mark("Aim"), mark("A role's own condition on the result.")),
    (mark("Ability"), mark("What a role can do that the others cannot.")),
    (mark("Claimed"), mark("What the estimates on a track add up to: what the group promises.")),
    (mark("Realised"), mark("What has truly come of it on a track, step by step to the goal.")),
    (mark("Harvest"), mark("What a benefit gives when its idea is realised.")),
    (
        mark("Stumble"),
        mark("An idea that was never proven gives only half when it fails its throw."),
    ),
    (mark("Mitigation"), mark("Work on a named risk, so that it strikes less easily.")),
    (mark("False alarm"), mark("A named risk that turns out not to be true.")),
)
