"""The messages about a case that can be played and plays badly: its balance and its modules."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from game.i18n import mark

FORMER_CLAIMS: Final = mark("Delete it: what is true of a written idea no longer follows claims.")
FORMER_UNKNOWN: Final = mark("Delete it: a written idea has a hidden risk of its own now.")

WEIGHING: Final[Mapping[str, tuple[str, str]]] = {
    # balance
    "few_ideas": (
        mark("Few ideas: {n}. A game of {rounds} rounds wants {least} or more."),
        mark("Write more; the same ideas on the table each time make the same game."),
    ),
    "few_benefits": (
        mark("Few benefits: {n}. A game of {rounds} rounds wants {least} or more."),
        mark("Write more, as many for each track."),
    ),
    "few_risks": (
        mark("Few risks: {n}. A game of {rounds} rounds wants {least} or more."),
        mark("Write more: what may go wrong with each idea?"),
    ),
    "few_events": (
        mark("Few events: {n}. A game of {rounds} rounds wants {least} or more."),
        mark("Write more; one is turned over in each round from the second on."),
    ),
    "minutes_far": (
        mark(
            "The case says that it takes {n} minutes. {rounds} rounds of {actions} actions take "
            "about {reckoned}, talk included."
        ),
        mark("Write minutes = {reckoned}, or change the rounds or the actions."),
    ),
    "few_for_seats": (
        mark("With {seats} seats somebody begins with an empty hand: {n} cards are dealt."),
        mark("Write more cards, or leave out roles; each seat needs one."),
    ),
    "few_on_track": (
        mark("Few ideas have this as their main track: {n}. It wants {least} or more."),
        mark("Write an idea for it, or move one here by its key track."),
    ),
    "thin_track": (
        mark(
            "All ideas together give {gain} points here on average, for a goal of {goal}; "
            "{least} to {most} is usual."
        ),
        mark(
            "No group realises them all. Let the ideas that have it as their main track give it "
            "more, or others something, until they give {least} together."
        ),
    ),
    "much_harm": (
        mark("The ideas take {harm} points from this track and give it {gain}."),
        mark("Take a third of what they give at most, or every choice looks bad."),
    ),
    "one_idea_reaches": (
        mark("This idea alone reaches the goal of {goal} points."),
        mark("Let it give less here and the others more, so that it takes several."),
    ),
    "stuck_benefit": (
        mark("No idea moves this track up, so the benefit can never come true."),
        mark("Give an idea an effect on this track, or delete the benefit."),
    ),
    "no_benefit": (
        mark("The idea does no good on any track."),
        mark("Let it give something somewhere: a tempting saving gives economy 4 to 6."),
    ),
    "point_range": (
        mark("The effect is always the same; whoever has played the case knows it."),
        mark("Write a range of 2 to 4 values, such as {range}."),
    ),
    "poor_ideas": (
        mark(
            "The ideas give {mean} points each on average, all tracks together; {low} to {high}"
            " is usual."
        ),
        mark("Raise effects, or lower the price some ideas have on other tracks."),
    ),
    "rich_ideas": (
        mark(
            "The ideas give {mean} points each on average, all tracks together; {low} to {high}"
            " is usual."
        ),
        mark("Lower effects, or let more ideas have a price on another track."),
    ),
    "false_arrows": (
        mark("{n} of {all} arrows promise something else than the true effect; this is the first."),
        mark("Two arrows: 3 or more on average; one: 1 to 3; one down: below 0."),
    ),
    "no_temptation": (
        mark("No saving is tempting, so the economy teaches nothing about the other tracks."),
        mark(
            "Let an idea cost 1 or 2, maturity 5, give economy 4 to 6 and take 4 or more from the "
            "other tracks together."
        ),
    ),
    "low_cost": (
        mark("The ideas cost {mean} capacity on average; {low} to {high} is usual."),
        mark("Let some cost 3 to 5, or all can be had."),
    ),
    "high_cost": (
        mark("The ideas cost {mean} capacity on average; {low} to {high} is usual."),
        mark("Let more cost 1 or 2, or hardly any can be had."),
    ),
    "low_maturity": (
        mark("The ideas have maturity {mean} on average; {low} to {high} is usual."),
        mark("Let more have 3 or 4, or trials mostly fail."),
    ),
    "high_maturity": (
        mark("The ideas have maturity {mean} on average; {low} to {high} is usual."),
        mark("Let more have 2 or 3, or no trial is needed; one or two at 5 is enough."),
    ),
    "long_delay": (
        mark("The delay of the ideas is {mean} rounds on average; {low} to {high} is usual."),
        mark("Let half have 0 and half 1, or many come too late; two at most have 2."),
    ),
    "few_true_risks": (
        mark("An idea has {mean} true risks on average; {low} to {high} is usual."),
        mark(
            "Name more in the key risks of the ideas, or risk work does not pay; it is what "
            "decides most how hard the case is."
        ),
    ),
    "many_true_risks": (
        mark("An idea has {mean} true risks on average; {low} to {high} is usual."),
        mark(
            "Name fewer in the key risks of the ideas; it is what decides most how hard the "
            "case is."
        ),
    ),
    "riskless": (
        mark(
            "Nothing can go wrong with {n} of the ideas, and {most} such ideas are enough; this is "
            "the first."
        ),
        mark('Name a risk on {more} of them, whichever: risks = ["…"].'),
    ),
    "few_true_pairs": (
        mark("{share}% of what is printed on risk cards is true; {low} to {high}% is usual."),
        mark(
            "Print fewer ideas in the key about, or make more true in the ideas' key risks, or "
            "the cards are noise."
        ),
    ),
    "many_true_pairs": (
        mark("{share}% of what is printed on risk cards is true; {low} to {high}% is usual."),
        mark(
            "Let some risk cards name an idea as well that they do not hit, or there is no riddle."
        ),
    ),
    "short_delay": (
        mark("The delay of the ideas is {mean} rounds on average; {low} to {high} is usual."),
        mark("Let half have 0 and half 1: what is delayed has to be begun early."),
    ),
    "low_severity": (
        mark("The true risks take {mean} points on average; {low} to {high} is usual."),
        mark("Raise the severity of some risks, or risk work does not pay."),
    ),
    "high_severity": (
        mark("The true risks take {mean} points on average; {low} to {high} is usual."),
        mark("Lower the severity of some risks; 4 is for the few that nobody forgets."),
    ),
    "low_likelihood": (
        mark(
            "The true risks strike at {mean} or less on a die on average; {low} to {high} is usual."
        ),
        mark("Raise the likelihood of some risks: most have 3 or 4."),
    ),
    "high_likelihood": (
        mark(
            "The true risks strike at {mean} or less on a die on average; {low} to {high} is usual."
        ),
        mark("Lower the likelihood of some risks: most have 3 or 4."),
    ),
    "rich_track": (
        mark(
            "All ideas together give {gain} points here on average, for a goal of {goal}; "
            "{least} to {most} is usual."
        ),
        mark("Lower some effects on this track, or raise the goal."),
    ),
    "left_behind": (
        mark(
            "The ideas hold {gain} times the goal of this track; on the other tracks {others} "
            "times."
        ),
        mark("Let more ideas move this track, or lower its goal."),
    ),
    "no_benefit_on_track": (
        mark("No benefit lies on this track, so nobody can own what comes of it."),
        mark("Write some benefits for it, as many as for the others."),
    ),
    "arrow_without_effect": (
        mark("An arrow promises something on the track {track}, and the idea has no effect there."),
        mark("Write the true effect, or delete the arrow."),
    ),
    "arrow_up_and_harm": (
        mark("The arrow points up, and the true effect on the track {track} is {mean} on average."),
        mark("Write -1 for the arrow, delete it, or fix the effect."),
    ),
    "arrow_down_and_gain": (
        mark(
            "The arrow points down, and the true effect on the track {track} is {mean} on average."
        ),
        mark("Write 1 or 2 for the arrow, or fix the effect: a harm is below 0."),
    ),
    "idle_main_track": (
        mark("The main track is {track}, and the idea gives nothing there."),
        mark('Write track = "{better}", or give it an effect on its main track.'),
    ),
    "no_arrow": (
        mark("The card promises nothing, so there is nothing to guess by."),
        mark("Write an arrow or two: promise = {{ citizen = 2 }}."),
    ),
    "one_kind": (
        mark("All ideas are of the kind {kind}."),
        mark("Let some be product, service, process or communication instead."),
    ),
    "far_cost": (
        mark("The idea costs {n} capacity; {low} to {high} is usual."),
        mark("Write a cost of 5 or less, or no group will implement it."),
    ),
    "never_pays": (
        mark(
            "The idea costs {cost} capacity and gives {best} points at its best, all tracks "
            "together."
        ),
        mark("Let it give more, or cost less; as it is, it never pays."),
    ),
    "wide_range": (
        mark("The effect may be anything from {low} to {high}: {n} values; 2 to 4 is usual."),
        mark("Write a narrower one, such as {range}, so that a guess can be a good one."),
    ),
    "rich_idea": (
        mark(
            "The idea gives {worth} points on average, all tracks together; the others give "
            "{others}, and {limit} is the most."
        ),
        mark("Lower its effects, or give it a price on another track; else it decides the game."),
    ),
    "poor_idea": (
        mark("The idea takes more than it gives: {worth} points on average, all tracks together."),
        mark("Let it give more, or take less; a tempting saving is cheap and ready, too."),
    ),
    "unprinted_risk": (
        mark("The risk is true for some idea, and its card names none, so nobody can suspect it."),
        mark('Print an idea or two on the card: about = ["…"].'),
    ),
    "idle_risk": (
        mark(
            "The risk is true for no idea, and no idea is printed on its card: it can never strike."
        ),
        mark("Name it in the risks of an idea and print that on the card, or delete it."),
    ),
    "empty_post": (
        mark("The item costs nothing."),
        mark("Write what it costs a year, or delete it."),
    ),
    "saving_not_covered": (
        mark("Reaching the economy goal brings {way}; the announced saving is {saving}."),
        mark("Let the target lie as far from the baseline as the saving, or further."),
    ),
    # modules
    "many_modules": (
        mark("The case has {n} modules, and {most} are as many as can be explained at a table."),
        mark("Keep those that the story needs most."),
    ),
    "idle_key": (
        mark('The key "{key}" does nothing without the module "{module}".'),
        mark('Delete the key, or name the module: modules = ["{module}"] in [rules].'),
    ),
    "no_posts": (
        mark("The module posts needs the items of the economy overview, and there are none."),
        mark('Write some: posts = [{{ name = "…", value = 2.9, gives = 3 }}].'),
    ),
    "post_without_gives": (
        mark("Nothing can be taken from this item, as it does not say how much it gives."),
        mark("Write the points of the economy track it can give, such as gives = 3; 0 is none."),
    ),
    "posts_below_goal": (
        mark("All items together give {n} points; the goal of the economy is {goal}."),
        mark("Let the items give more, or lower the goal."),
    ),
    "posts_never_bind": (
        mark("The items give {n} points; all ideas together give the economy {gain} on average."),
        mark("Let the items give less, so that the same money is claimed twice now and then."),
    ),
    "heavy_demand": (
        mark("Demand takes {n} points from this track in {rounds} rounds; the goal is {goal}."),
        mark("Name more tracks in demand_tracks, lower the goal, or play fewer rounds."),
    ),
    "balance_at_the_edge": (
        mark("The balance starts at {n}, where the first reality check already costs trust."),
        mark("Let it start between {low} and {high}."),
    ),
    "homeless_track": (
        mark('With {seats} seats nobody is at home on the track "{track}".'),
        mark("Name it in the home of one of the first {seats} roles, or change their order."),
    ),
    "former_key": (
        mark('The key "{key}" belonged to version 1 of the rules and does nothing now.'),
        "",
    ),
    "copied_numbers": (
        mark(
            "In numbers this case is the same as {other}: its ideas have the same cost, "
            "maturity and delay, and its rules and abilities are the same."
        ),
        mark("Let its story decide what is dear, ready or slow here, and which modules it needs."),
    ),
}
