"""The small print of the rules, and the words of the game: after the sections of the rules."""

from __future__ import annotations

from game.i18n import mark
from game.wording.rules_prose import Draft

SMALL_PRINT = Draft(
    "small_print",
    mark("Small print"),
    (mark("For when you are in doubt:"),),
    (
        mark(
            "A turn ends by itself with the last action. Do what is free before it. What an "
            "ability lets you place free is lost when the turn ends. If two abilities in one turn "
            "let you, the last one used comes first."
        ),
        mark(
            "Cards are dealt one by one round the table, from the starting seat on, and the "
            "dealing runs on from the ideas to the benefits and from those to the risks. An empty "
            "deck is simply empty."
        ),
        mark(
            "The event comes before the new capacity, so what it does to trust counts "
            "at once. If it takes the last trust, the round that opens is the one that "
            "pauses."
        ),
        mark(
            "When an event takes an owner away, it is the player who owns most of what is "
            "not yet realised; among equals the first in turn. That player loses their "
            "largest claim, among equals that of the idea placed first. The benefit can be "
            "anchored again."
        ),
        mark(
            "An event never takes a maturity below 1, nor a likelihood above 5. Maturity falls for "
            "the ideas on the table that nobody has proven, also those under way. Likelihood rises "
            "for risks that are named later, too."
        ),
        mark("Capacity stops at 0: what an event would take beyond that is not owed."),
        mark(
            "A trial may also ask about a track where the card shows no arrow, and 0 is an answer. "
            "If there is no risk that nobody has named, nothing is found, which is an answer, too."
        ),
        mark(
            "A risk that you write names the true risk on the same track that nobody has named; "
            "the first written comes first, and a card placed later takes over. Which it was is "
            "shown at the reality check. A risk that was mitigated to nothing needs no die."
        ),
        mark(
            "Benefits, downsides and their numbers are locked when an idea is "
            "implemented. Anchoring, naming risks, mitigating and making up for a "
            "downside are possible until it is realised. A range that somebody puts "
            "beside an estimate moves nothing."
        ),
        mark(
            "Where you named a downside and the idea does good instead, nothing is harvested, and "
            "your word is held against it all the same."
        ),
        mark(
            "An idea is small, and so ready to implement from phase 1 on, if it costs "
            "{small_cost} or less as it lies there. No cost ever falls below 1."
        ),
        mark("A shelved idea and its cards are out of the game, and its letter is not used again."),
        mark(
            "Making up for a downside never turns a harm into a gain. How many benefits an owner "
            "answers for is counted as the idea is harvested, its own included."
        ),
        mark(
            "Whether the word is kept is judged on what was said alone. What nobody spoke of does "
            "not count there, nor does what a risk or a stumble took, and a follow-up later "
            "changes nothing in it."
        ),
        mark(
            "If several ideas claim the same, reality asks about the one placed first; if "
            "several of its claims are equally large, about the first in the order of the "
            "tracks. What a trial is already finding out, reality leaves to the trial."
        ),
        mark(
            "Whether trust is gone is judged last, when the whole reality check is "
            "over. The Follow-up does not judge tracks below zero, and stops no "
            "project."
        ),
        mark(
            "A track stays between {track_low} and {track_high}, and trust between 0 and "
            "{trust_high}. What would go beyond is lost."
        ),
        mark(
            "Ending a phase early leads to this round's reality check, where what was "
            "due in the rounds left out is due as well. New capacity and events of "
            "those rounds are lost; cards are dealt by the number of openings. Trials "
            "are reported when the next round opens, or in the Follow-up. A pause still "
            "to come is that of the next round you play."
        ),
        mark(
            "Ending the game early leads to the Follow-up at once: what is under way meets reality "
            "there, and the rounds that were left are lost. The result says in which round it was."
        ),
        mark(
            "A correction of the trust to 0 pauses the next round, or stops the project if it has "
            "paused before."
        ),
        mark(
            "Undo reverses what was decided, and draws nothing new: the same decision meets "
            "the same die. You know what you have seen; undo is for the wrong button."
        ),
        mark(
            "For estimate poker the idea lies on the table or in a hand. While estimates are being "
            "given, turns wait."
        ),
        mark(
            "Whoever leaves in the middle of a turn leaves the rest of it to those who still "
            "have theirs. Whoever comes back has a turn after all the others, but not a "
            "second one in the same round. A number given in estimate poker counts, even "
            "when its player has left. How evenly benefits are owned is worked out for those "
            "who are at the table."
        ),
        mark(
            "A guess is answered once: when a trial, an ability or an event opens the effect, when "
            "reality asks about it, or when the idea is realised. What becomes of the idea later "
            "does not change it. Realism is what is left of the guessed points when those that you "
            "missed by are taken off, and counts every guess that was answered."
        ),
        mark(
            "The share of ownership looks at realised ideas, and at benefits only: a downside has "
            "somebody who bears it. The aims of owning and proving look at everything on the table."
        ),
    ),
)

GLOSSARY: tuple[tuple[str, str], ...] = (
    (mark("Action"), mark("What a turn is made of: most of what you do takes one.")),
    (mark("Track"), mark("One of the four things a change is measured on.")),
    (mark("Idea"), mark("A change the group could make.")),
    (mark("Benefit"), mark("A claim: this idea moves this track this much.")),
    (mark("Downside"), mark("What an idea will cost somebody, said before it comes.")),
    (mark("Making up for"), mark("Doing something for those who bear a downside.")),
    (mark("Harm"), mark("A true effect below zero.")),
    (mark("Risk"), mark("What may go wrong with an idea, and which track it hits.")),
    (mark("Event"), mark("The world changes.")),
    (
        mark("Trial"),
        mark("A small experiment with an idea; its report comes when the next round opens."),
    ),
    (mark("Adjusting"), mark("What the group changes after a trial that did not work.")),
    (mark("Anchoring"), mark("To give a benefit its owner and its measure.")),
    (mark("Benefit owner"), mark("The player who answers for a benefit.")),
    (mark("At home"), mark("On its home tracks a role answers best for benefits.")),
    (mark("Measure"), mark("The indicator, baseline, target and date of a benefit.")),
    (mark("Estimate"), mark("The points that the group believes a benefit gives.")),
    (mark("Range"), mark("How sure the group is: the least and the most it believes.")),
    (mark("Capacity"), mark("What the group has together to get things done with.")),
    (mark("Trust"), mark("What the group's word is worth, from 0 to {trust_high}.")),
    (mark("Balance"), mark("Between autonomy and steering, where a case has that module.")),
    (mark("Maturity"), mark("How close an idea is to working; the highest that the die may show.")),
    (mark("Proven"), mark("A trial has shown that the idea works.")),
    (
        mark("Implementing"),
        mark(
            "To turn an idea into everyday work; one that is proven or costs at most {small_cost} "
            "from the first phase on."
        ),
    ),
    (mark("Reality check"), mark("The end of every round: what was claimed meets what is true.")),
    (
        mark("Claim asked about"),
        mark(
            "What reality asks about when no idea is due: the largest hidden claim of the idea "
            "that claims most."
        ),
    ),
    (mark("Following up"), mark("To harvest more of a realised benefit.")),
    (mark("Aim"), mark("What matters most to a role.")),
    (mark("Ability"), mark("What a role can do that the others cannot.")),
    (mark("Claimed"), mark("What the estimates on a track add up to: what the group promises.")),
    (mark("Realised"), mark("What has truly come of it on a track, step by step to the goal.")),
    (mark("Harvest"), mark("What a benefit gives when its idea is realised.")),
    (
        mark("Stumble"),
        mark(
            "An idea that was never proven falls over a bad throw, and its main track loses points."
        ),
    ),
    (mark("Mitigation"), mark("Work on a named risk, so that it strikes less easily.")),
    (mark("False alarm"), mark("A named risk that turns out not to be true.")),
    (mark("Level"), mark("How hard the group chooses to play.")),
    (mark("Module"), mark("A rule beyond the base game that a case has.")),
)
