"""The hints in order of priority: of several that apply, the first is shown."""

from __future__ import annotations

from game.i18n import mark
from game.table.guide import conditions as when
from game.table.guide import followed as here
from game.table.guide.hint_model import Hint
from game.table.guide.taught import PHONES

AT_THE_TABLE = (
    Hint(
        "hand",
        "table",
        mark("Your cards. Point at an idea and read it aloud. To pick it up, click or drag it."),
        when.hand,
        when.placed,
    ),
    Hint(
        "risk",
        "table",
        mark(
            "No risk of {idea} is named yet. Put this card on it: a risk that is "
            "named strikes less often."
        ),
        when.risk,
        when.risk_named,
    ),
    Hint(
        "benefit",
        "table",
        mark("Could {idea} give something on another track too? Put a benefit card on it."),
        when.benefit,
        when.many_claims,
    ),
    Hint(
        "downside",
        "table",
        mark(
            "Going by what you know now, {idea} costs somebody something. Press it and "
            "name that downside: a harm that was named costs no trust."
        ),
        when.downside,
        when.downside_named,
        here=Hint(
            "downside",
            "sheet",
            mark("Name here what {idea} costs: a harm that was named costs no trust."),
            here.downside,
        ),
    ),
    Hint(
        "next_seat",
        "table",
        mark("Now it is another player's turn. Pass the mouse on, and help each other."),
        when.next_seat,
    ),
    Hint(
        PHONES,
        "table",
        mark("Many of you at one mouse? With F6 everybody can join on a phone of their own."),
        when.crowd,
    ),
    Hint(
        "ability",
        "table",
        mark("This is what your role can do. It takes no action."),
        when.ability,
        when.ability_used,
    ),
    Hint(
        "empty_track",
        "table",
        mark("Nothing is claimed here yet. You win only if all four tracks reach their goal."),
        when.empty_track,
    ),
    Hint(
        "trial",
        "table",
        mark(
            "Not sure about {idea}? Press it and try it small: when the next round opens you hear "
            "what you asked."
        ),
        when.trial,
        when.tried,
        here=Hint(
            "trial",
            "sheet",
            mark("Here {idea} is tried small. First you choose what you want to know."),
            here.trial,
        ),
    ),
    Hint(
        "on_trial",
        "table",
        mark(
            "{idea} is being tried until the next round opens. If it works you know all that "
            "it gives, and it cannot stumble when it meets reality."
        ),
        when.on_trial,
        news=True,
    ),
    Hint(
        "anchor",
        "table",
        mark(
            "Nobody owns this benefit. Press it, and give it an owner and a measure: "
            "without them at most {unowned} of its points are harvested."
        ),
        when.anchor,
        when.owned,
        here=Hint(
            "anchor",
            "sheet",
            mark(
                "Here it gets an owner and a measure: without, at most {unowned} points are "
                "harvested."
            ),
            here.anchor,
        ),
    ),
    Hint(
        "implement",
        "table",
        mark("Ready to implement {idea}? Press it and do. Only then can it give anything."),
        when.implement,
        when.implemented,
        here=Hint(
            "implement",
            "sheet",
            mark("Here {idea} is implemented. Only then can it give anything."),
            here.implement,
        ),
    ),
    Hint(
        "rally",
        "table",
        mark("There is too little capacity for any idea. Rally: one action gives 1 capacity."),
        when.rally,
    ),
    Hint(
        "mitigate",
        "table",
        mark(
            "If this risk is a true one, it is likely to strike {idea}. Press it and mitigate it "
            "while there is time."
        ),
        when.mitigate,
        when.mitigated,
        here=Hint(
            "mitigate",
            "sheet",
            mark("Mitigate the risk here, while there is time."),
            here.mitigate,
        ),
    ),
    Hint(
        "mitigate_written",
        "table",
        mark(
            "Nobody knows how likely this risk of {idea} truly is. Press it, and do something "
            "about it while there is time."
        ),
        when.mitigate_written,
        when.mitigated,
        here=Hint(
            "mitigate_written",
            "sheet",
            mark("Do something about the risk here, while there is time."),
            here.mitigate,
        ),
    ),
    Hint(
        "amends",
        "table",
        mark(
            "You have said what {idea} costs. Press it and make up for it, and the harm will be "
            "less."
        ),
        when.amends,
        when.made_up,
        here=Hint(
            "amends",
            "sheet",
            mark("Make up for what {idea} costs here, and the harm will be less."),
            here.amends,
        ),
    ),
    Hint(
        "under_way",
        "table",
        mark("{idea} is under way. Until it is realised you can still anchor and mitigate."),
        when.under_way,
        here=Hint(
            "under_way",
            "sheet",
            mark("Here you can still give the benefit an owner."),
            here.anchor,
        ),
    ),
    Hint(
        "balance",
        "table",
        mark(
            "You are leaning to one side. At 4 it costs trust. Ideas and trials pull towards "
            "autonomy, risks and anchoring towards steering."
        ),
        when.balance,
    ),
    Hint(
        "leaning",
        "table",
        mark(
            "Leaning to a side has its use: towards autonomy trials take no capacity, towards "
            "steering mitigating takes none."
        ),
        when.leaning,
    ),
    Hint(
        "patience",
        "table",
        mark(
            "Short of capacity? Ask for patience: it takes no action, and is paid in trust. "
            "Once a round."
        ),
        when.patience,
        when.patience_asked,
    ),
    Hint(
        "trust",
        "table",
        mark("Trust has changed. The more trust, the more capacity at the start of a round."),
        when.trust,
        news=True,
    ),
    Hint(
        "follow_up",
        "table",
        mark("{idea} has been realised. Follow the benefit up, and it gives 1 point more."),
        when.follow_up,
        here=Hint(
            "follow_up",
            "sheet",
            mark("Follow the benefit up here, and it gives 1 point more."),
            here.follow_up,
        ),
    ),
    Hint(
        "write",
        "table",
        mark("No idea left in this hand? Write one yourselves."),
        when.write,
    ),
    Hint(
        "undo",
        "table",
        mark("Did something go wrong? It can always be undone."),
        when.undo,
    ),
    Hint(
        "turns",
        "table",
        mark("When the actions are used the turn is over. You can also end it yourself."),
        when.turns,
        when.turn_ended,
    ),
)
CARRYING = (
    Hint(
        "refused",
        "carrying",
        mark("Not there: put it where the edge is green. Esc or right-click puts it back."),
        when.refused,
    ),
    Hint(
        "carry",
        "carrying",
        mark("You can put the card where it lights up. Click there, or drop it there."),
        when.first_lit,
        when.placed,
    ),
)
IN_DIALOGS = (
    Hint(
        "estimate",
        "estimate",
        mark(
            "Say what you really believe, not what you hope: hit it and trust rises; miss by "
            "a lot and it falls."
        ),
        when.estimate,
        when.placed,
    ),
    Hint(
        "poker",
        "estimate",
        mark("Do you disagree? Let everybody give a number, hidden until all are in."),
        when.poker,
    ),
    Hint(
        "owner_first",
        "sheet",
        mark(
            "Wait a moment: this benefit has no owner. At most {unowned} of its points would be "
            "harvested."
        ),
        when.owner_first,
    ),
    Hint(
        "sheet",
        "sheet",
        mark("All that can be done with {idea}. What is greyed out says why when you press it."),
        when.sheet,
    ),
    Hint(
        "range",
        "sheet",
        mark(
            "Not sure? Say what it gives at worst and at best: at home these are your pessimistic "
            "and your optimistic target."
        ),
        when.range_,
        when.ranged,
    ),
)
AT_THE_CHECK = (
    Hint(
        "check_claim",
        "check",
        mark(
            "Nothing was due, so reality asked about the idea that claims most and still hides "
            "something. What did the one who claimed it know?"
        ),
        when.at_step("claim"),
    ),
    Hint(
        "check",
        "check",
        mark("One step at a time. Talk about what you see, and press Next when you are ready."),
        when.at_step("due", at="next"),
    ),
    Hint(
        "check_risk",
        "check",
        mark("A risk that is named strikes less often than one that is not. Who had seen it?"),
        when.at_step("risk"),
    ),
    Hint(
        "check_stumble",
        "check",
        mark(
            "This idea was never proven, so it may stumble. A trial that works spares "
            "you this throw."
        ),
        when.at_step("stumble"),
    ),
    Hint(
        "check_harvest",
        "check",
        mark("What you believed beside what you got. What explains the difference?"),
        when.at_step("harvest"),
    ),
    Hint(
        "check_unspoken",
        "check",
        mark(
            "A harm that is named beforehand takes less, and costs no trust. Who could have told "
            "you of it?"
        ),
        when.at_step("unspoken"),
    ),
    Hint(
        "check_word",
        "check",
        mark("Claim what you believe: keeping your word gives trust, and trust gives capacity."),
        when.at_step("word"),
    ),
    Hint(
        "check_balance",
        "check",
        mark("Far out to one side you lose trust. Then the balance swings back a step."),
        when.at_step("balance"),
    ),
)
HINTS = (*AT_THE_TABLE, *CARRYING, *IN_DIALOGS, *AT_THE_CHECK)
