"""The messages about what an author overlooked: rules, units, figures, languages and texts."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from game.i18n import mark

OVERSIGHTS: Final[Mapping[str, tuple[str, str]]] = {
    # numbers
    "far_rule": (
        mark('"{key}" is {n}; {low} to {high} is usual.'),
        mark("Write {key} = {default}, or let gevinst simulate show what comes of it."),
    ),
    "far_rounds": (
        mark("The game has {n} rounds; {low} to {high} is usual."),
        mark("Write for instance [2, 2, 3] for a full game, [1, 1, 1] for a short one."),
    ),
    "low_goal": (
        mark("The goal is {goal} points in {rounds} rounds; {usual} is usual."),
        mark("Write goal = {near} or more, or groups reach it without thinking."),
    ),
    "high_goal": (
        mark("The goal is {goal} points in {rounds} rounds; {usual} is usual."),
        mark("Write goal = {near} or less, or hardly any group reaches it."),
    ),
    "easy_aim": (
        mark("The aim asks for {n}; {usual} is usual, and less is easier to meet."),
        mark("Ask for more, so that the group has to give it weight."),
    ),
    "hard_aim": (
        mark("The aim asks for {n}; {usual} is usual, and more is harder to meet."),
        mark("Ask for less: the top verdict needs all goals and all aims at once."),
    ),
    "different_aims": (
        mark(
            "{n} different aims are in play; with more than {most} they hardly ever all come true."
        ),
        mark("Let two or three roles share an aim."),
    ),
    "same_ability": (
        mark('{n} roles at the table have the ability "{ability}"; {most} are enough.'),
        mark("Give this one another ability, so that each can do something of its own."),
    ),
    "same_options": (
        mark("Both options do the same."),
        mark("Let each cost something else, such as capacity and trust."),
    ),
    "no_choice": (
        mark("Option {better} is better by any account, so there is nothing to choose."),
        mark("Let the better one cost something that the other does not."),
    ),
    "event_without_risks": (
        mark("The event makes risks on the track {track} likelier, and there are none."),
        mark("Name a track that has risks, or delete the key."),
    ),
    "event_without_ideas": (
        mark("The event makes ideas of the kind {kind} less mature, and there are none."),
        mark("Name a kind that some idea has, or delete the key."),
    ),
    "far_event": (
        mark("The event changes {key} by {n}; {low} to {high} is usual."),
        mark("Write a smaller number, or one event decides the game."),
    ),
    "harsh_events": (
        mark("An event changes {key} by {mean} on average; {low} to {high} is usual."),
        mark("Let more events give something: a group that only loses stops to try."),
    ),
    "mild_events": (
        mark("An event changes {key} by {mean} on average; {low} to {high} is usual."),
        mark("Let more events cost something, or the group need not choose."),
    ),
    "idle_prompts": (
        mark("The prompts stand in for decks of cards, and this case has decks."),
        mark("Delete them, or write own_project = true and leave out the cards."),
    ),
    "large_saving": (
        mark("The saving is {saving}, and all items together cost {whole}."),
        mark(
            "A saving is usually less than 40% of the operation; are both numbers in the same unit?"
        ),
    ),
    "huge_saving": (
        mark(
            "{saving}, in {unit}, is {billions} billion kroner: more than a municipality can save."
        ),
        mark("The unit counts already; write saving = {one}, or another unit."),
    ),
    "small_saving": (
        mark("The saving is {saving}, and all items together cost {whole}."),
        mark("Count both in the same unit: with 3 for three million, 16.8 is 16,800,000."),
    ),
    "post_in_other_unit": (
        mark("The item is {n}, and the items usually are about {middle}."),
        mark("Count all of them in the unit of the overview; a number has no thousands points."),
    ),
    "saving_in_other_unit": (
        mark("Reaching the economy goal brings {way}; the announced saving is {saving}."),
        mark("Count both in the same unit."),
    ),
    "thousands": (
        mark("{written} is read as {n}: a point stands before decimals."),
        mark("Write {whole} if you mean the whole number, or leave out the last zeros."),
    ),
    "percent_beyond": (
        mark("{n} percent: a share lies between {low} and {high}."),
        mark("Write a share between them, or the unit in which it is counted."),
    ),
    "beyond_scale": (
        mark("{n} is not on the scale from {low} to {high}."),
        mark("Write a figure on the scale, or fix the unit."),
    ),
    "percent_as_share": (
        mark("{n} percent stands beside {other} percent: {whole} percent may be meant."),
        mark("Write {whole}, if that is meant."),
    ),
    "percent_of_number": (
        mark("The indicator counts a number, and the unit is percent."),
        mark('Write "Share of …", or what is counted as the unit.'),
    ),
    "share_without_percent": (
        mark("The indicator is a share, and the unit is not percent."),
        mark('Write unit = "%", or name what is counted.'),
    ),
    "units_differ": (
        mark('The unit is "{da}" in Danish and "{en}" in English, and the figures are the same.'),
        mark("Let both mean the same, such as mio. kr. and DKK m."),
    ),
    "far_apart": (
        mark("From {baseline} to {target} is very far."),
        mark("Count both in the same unit; a number has no thousands points."),
    ),
    "should_fall": (
        mark(
            "Going by its name, this should become less; here it rises from {baseline} to {target}."
        ),
        mark("Swap baseline and target, or say in the indicator what is good about more."),
    ),
    "should_rise": (
        mark(
            "Going by its name, this should become more; here it falls from {baseline} to {target}."
        ),
        mark("Swap baseline and target, or say in the indicator what is good about less."),
    ),
    "far_months": (
        mark("Months until the measure is read: {n}; {low} to {high} is usual."),
        mark("Write when somebody can still ask for it, such as 6 or 12."),
    ),
    "one_language": (
        mark("The text is in one language, and the title in both."),
        mark('Write {{ da = "…", en = "…" }}.'),
    ),
    "one_language_in_many": (
        mark("{n} texts here stand in one language, and the title in both; this is the first."),
        mark('Write {{ da = "…", en = "…" }} in each, or give the title one language.'),
    ),
    "title_in_one_language": (
        mark("The title is in one language, and most texts in both."),
        mark('Write title = {{ da = "…", en = "…" }}.'),
    ),
    "same_in_both": (
        mark("Both languages have the same words."),
        mark("Translate one of them, or write the text once, without braces."),
    ),
    "swapped_languages": (
        mark("The languages are exchanged: English stands under da, and Danish under en."),
        mark("Swap the two texts."),
    ),
    "english_under_da": (
        mark("This is English, and it stands under da."),
        mark("Write it in Danish."),
    ),
    "danish_under_en": (
        mark("This is Danish, and it stands under en."),
        mark("Write it in English."),
    ),
    "english_among_danish": (
        mark("This is English; the other texts are Danish."),
        mark("Translate it."),
    ),
    "danish_among_english": (
        mark("This is Danish; the other texts are English."),
        mark("Translate it."),
    ),
    "blank_text": (
        mark("There is nothing to read in this text."),
        mark("Write something, or delete the key."),
    ),
    "equal_names": (
        mark('"{text}" is also what the card on line {line} is called.'),
        mark("Give each card a name of its own; at the table they could not be told apart."),
    ),
    "equal_texts": (
        mark('The same text stands on the card on line {line}: "{text}".'),
        mark("Write what is particular to this card."),
    ),
    "placeholder": (
        mark('"{text}" is left where a text was to come.'),
        mark("Write the text, or delete the key."),
    ),
    "sample_text": (
        mark("This is still the text of the small example."),
        mark("Write your own, or delete the card."),
    ),
    "sample_texts": (
        mark("{n} of {all} texts are still those of the small example; this is the first."),
        mark("Write your own, or delete the cards that you do not need."),
    ),
    "spoilt_letters": (
        mark('Letters were broken by a copy: "{spoilt}" is meant to be "{meant}".'),
        mark('Write "{meant}"; save the file as UTF-8, and open it as UTF-8.'),
    ),
    "lost_letter": (
        mark('A letter was lost: "{text}".'),
        mark("Write the letter again; save the file as UTF-8."),
    ),
    "markup": (
        mark(
            '"{text}" is shown as it stands here; the cards know no bold type, headings or codes.'
        ),
        mark("Write plain text."),
    ),
}
