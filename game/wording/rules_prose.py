"""The text of the rules: English messages with placeholders for the numbers.

Placeholders are filled in from :func:`game.wording.actions.numbers`, so that a case that changes a
number shows its own. Only constants of the rules (an estimate is 1 to 6) are written out.
"""

from __future__ import annotations

from game.frozen import frozen
from game.i18n import mark


@frozen
class Draft:
    """A section before translation: ``key`` finds its table, ``items`` are list items."""

    key: str
    title: str
    paragraphs: tuple[str, ...] = ()
    items: tuple[str, ...] = ()


TWELVE = Draft(
    "twelve",
    mark("The game in twelve sentences"),
    (mark("Read them aloud: this is the whole game. All that follows says how it is counted."),),
    (
        mark(
            "A municipality announces a change and the saving that it must give, and four tracks "
            "show how citizens, process, economy and staff fare."
        ),
        mark("On your turn you use your actions: everybody advises, and you decide."),
        mark("Place an idea, and say with a number what good it will do: that is a benefit."),
        mark("Place more benefits on it, and say what it will cost somebody: that is a downside."),
        mark(
            "Say what may go wrong, for a risk that somebody has named strikes less often and can "
            "be worked against."
        ),
        mark(
            "Try the idea small: when the next round opens you hear what it truly gives, and if it "
            "did not work you choose what to adjust."
        ),
        mark(
            "Give each benefit an owner who is at home on its track, for only then is all of it "
            "harvested."
        ),
        mark("Pay what the idea costs, and implement it."),
        mark(
            "Every round ends with a reality check: what is due is harvested, at most "
            "{check_ideas} ideas at a time, and if nothing is due reality asks about a claim: "
            "the largest that nobody knows of, at the idea that claims most."
        ),
        mark(
            "Keep your word and trust rises, and trust gives capacity; break it, or harm "
            "somebody without having named it, and trust falls."
        ),
        mark("After the last round what is still under way is followed up."),
        mark(
            "You win together when all four tracks reach their goals, and more so when what each "
            "of you cares for most has come true."
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
            "and a promise in arrows. What they truly give, and what may truly go wrong with them, "
            "nobody at the table knows. At most {open_ideas} ideas that are not yet realised lie "
            "on the table."
        ),
        mark(
            "Benefits lie on their track and belong to one idea: first an estimate from 1 to 6, "
            "then an owner and a measure. Downsides lie there too: what the idea costs somebody, "
            "from 1 to 4, and who bears it. An idea has at most one of the two on each track."
        ),
        mark(
            "Risks lie on the track they hit and belong to one idea: severity 1 to 4, "
            "likelihood 1 to 5. A risk card may be a false alarm."
        ),
        mark(
            "Capacity is what the group has together to get things done with. You begin "
            "with {capacity}. Each round gives half the trust, rounded down, and 1 "
            "more. What you do not use you keep."
        ),
        mark("Trust begins at {trust} and runs from 0 to {trust_high}."),
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
            "Opening. Trials are reported, and what did not work is adjusted. From "
            "round 2 an event is turned over; where it has two ways out, whoever begins "
            "the round chooses. The group gets new capacity. New cards are dealt round "
            "the table: {deal_first} ideas, benefits and risks at the start, "
            "{deal_later} of each at the next {deals_later} openings. Everybody shows "
            "their cards."
        ),
        mark(
            "Turns. The group has {actions_a_round}, shared evenly; what is left over goes one "
            "each to the first in turn. The starting seat moves on by one each round."
        ),
        mark("Reality check."),
    ),
)
ACTIONS = Draft(
    "actions",
    mark("What you can do"),
    (
        mark(
            "Cards come from your hand, or you write them yourselves; both take the same. A "
            "benefit from a card brings its measure, so that anchoring it takes no action."
        ),
    ),
)
TRIALS = Draft(
    "trials",
    mark("Trials"),
    (
        mark(
            "A trial asks one question: what the idea truly gives on a track, or what "
            "may go wrong with it. It runs until the next round opens. Then its "
            "question is answered in any case, and a die is thrown. At the idea's "
            "maturity or below it is proven: you know all its true effects, it may be "
            "implemented in every phase, and it cannot stumble any more. Above it "
            "whoever set the trial up chooses what to adjust:"
        ),
        mark(
            "While its trial runs, an idea can neither be implemented nor shelved. It may be "
            "tried again until it is proven. In the last round no trial is set up, since "
            "nobody would hear the answer. A trial never moves a track."
        ),
    ),
    (
        mark("Maturity: {learned} more, {most_mature} at most."),
        mark("Effect: one more true effect comes to light, first where you claim most."),
        mark("Risk: a true risk that nobody has named comes to light, if there is one."),
    ),
)
CHECK = Draft(
    "check",
    mark("The reality check"),
    (
        mark(
            "At most {check_ideas} ideas that are due are realised, in the order they "
            "were implemented; the others wait for the next reality check. For each, "
            "one step at a time:"
        ),
        mark(
            "If no idea is due, reality asks about the idea that claims most in all, of those "
            "not yet realised and still hiding something: about its largest claim of which "
            "nobody knows the truth, and which no trial is finding out. So what you said decides "
            "what is asked, and never what is true. "
            "The truth about it comes to light: {claim_held} "
            "point beside it or less, trust +1; {claim_missed} or more, trust −1. "
            "Whoever made the claim stands by it, gives it another estimate, or, where it truly "
            "gives nothing, withdraws it with a 0. If only "
            "a risk is hidden, that comes to light instead."
        ),
        mark("When all that is told, Citizen or Staff below zero cost trust −1."),
        mark(
            "The first time trust is 0 the project pauses: trust becomes 2, and nothing "
            "is implemented in the next round. The second time the project is stopped."
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
            "Does it stumble? For an idea that was never proven a die is thrown. Above "
            "the idea's maturity it stumbles: its main track loses {stumble}."
        ),
        mark(
            "Harvest. What harms counts in full: {amends} less if the downside was made up for, "
            "{unspoken} more if none was named on that track. Of what gains, a benefit with an "
            "owner at home on its track gives all; with an owner from elsewhere, or one who "
            "answers for more than {owner_load} benefits not yet realised, 1 less; without an "
            "owner {unowned} at most; and what nobody claimed gives nothing."
        ),
        mark(
            "Did you keep your word? What the idea's benefits and downsides gave "
            "together is held against what was said of them: {word_kept} point beside "
            "it or less, trust +1; {broken_word} or more, trust −1."
        ),
        mark(
            "Were you open? If the idea harms a track where no downside was named, "
            "trust −1: once for an idea, however many it harms."
        ),
    ),
)
OWN_WORDS = Draft(
    "own_words",
    mark("In your own words"),
    (
        mark(
            "What you write says what and where, never how much. A written idea costs "
            "{written_cost}, has maturity {written_maturity} and delay {written_delay}. What it "
            "truly gives is drawn as it is placed and hidden like a card's, whatever you claim: "
            "{main_low} to {main_high} points on its main track, 1 more if that suits its kind; on "
            "a track that suits its kind often something besides; and one in {harmful} harms "
            "somebody. Something can go wrong on its main track, with one in {more_risks} also on "
            "another."
        ),
        mark(
            "For a risk that you write, the severity and the likelihood are your own "
            "estimate, for the register. It names the idea's true risk on that track, if "
            "there is one, and otherwise it is a false alarm; how hard and how often that "
            "strikes is printed or drawn."
        ),
    ),
)
ABILITIES = Draft(
    "abilities",
    mark("Roles, abilities and homes"),
    (
        mark(
            "1 to {max_seats} seats. Each seat has a player and at least one role, if there are "
            "roles enough; with few seats, roles are dealt out until {roles_in_play} are in play. "
            "A role has one ability and one aim, open to all. What an ability brings to light is "
            "open to the whole table."
        ),
        mark(
            "A role is also at home on one or two tracks: there it knows those who do the work, "
            "and answers best as an owner. Its card says where; usually it goes with the ability."
        ),
    ),
)
AIMS = Draft(
    "aims",
    mark("Aims"),
    (
        mark(
            "An aim is what matters most to a role: a track at a certain height, a "
            "number of anchored benefits, of proven ideas, of ideas implemented before "
            "the Implementation phase or of kinds realised, benefits owned by "
            "everybody, a realism, or that no track has ever been below a certain "
            "height when a round was over. Help each other: only together do you reach "
            "them all."
        ),
    ),
)
END = Draft(
    "end",
    mark("How it ends"),
    (
        mark(
            "The Follow-up realises all that is still under way, unless the project was stopped. "
            "A track is reached at {goal} points, nearly there from three quarters of them, on the "
            "way from half, and harmed below zero. Then you see:"
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
            "Ownership: the share of benefits on realised ideas that somebody owned; beside "
            "it how evenly the owned benefits are shared among the players, once there are "
            "two of them: 100% when as many own one as could."
        ),
        mark(
            "Realism: how close your guesses were. A guess is the estimate that stood while "
            "the truth was hidden; what you estimate when you know it does not count. Next "
            "to it you see round by round how far off you were, and how often the truth lay "
            "within your ranges."
        ),
    ),
)
LEVELS = Draft(
    "levels",
    mark("Levels"),
    (
        mark(
            "Before you begin you choose how hard it is to be. Nothing else changes, and every "
            "level can be played with every case. No level takes a goal below {least_goal} points."
        ),
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
            "With two screens the facilitator has a window of their own, while the others see only "
            "the board. It says what comes next, offers a question to ask, and tells how long it "
            "is since the game noted something of each player. What is done there is done at "
            "the table."
        ),
        mark(
            "The timers stand still while the rules, the settings or the console are open. When "
            "one is out nothing happens but that it says so: speed is never scored. Undo neither "
            "gives nor takes time."
        ),
        mark(
            "Estimate poker: before a benefit is placed or revised the facilitator can call for "
            "estimates. Everybody gives a number from 0 to 6, or has no opinion, hidden until all "
            "are in. They are turned at once, and those furthest apart speak first; before that "
            "you may change your answer. 0 says: claim nothing, for what is claimed is 1 at least. "
            "No average is taken: whoever has the turn decides."
        ),
        mark(
            "People come and go, and the facilitator notes it. Whoever comes late gets a "
            "seat, a role that nobody plays and cards as the others got them, and has a turn "
            "after all others. The actions still to come in the round are shared out again "
            "among those who are there. Somebody else can take over a seat with all that "
            "belongs to it, and a player can play another role too: one that nobody plays, "
            "or that of somebody who is away or plays several."
        ),
        mark(
            "Nothing waits for a player who is away. Turns, cards and estimates pass them "
            "by, and the next player at the table decides what they would have been asked. "
            "Their cards, roles and benefits stay theirs, and what their role wants still "
            "counts. The group may hand a benefit of theirs over to somebody who agrees, and "
            "gives them no new one."
        ),
    ),
)
PHONES = Draft(
    "phones",
    mark("Phones"),
    (
        mark(
            "Everybody's phone can be a hand at the table: no app, no account, no internet. F6 "
            "opens the room, here or where the seats are filled in; whoever points the camera at "
            "the code on the screen is in. Tablets and other laptops work alike."
        ),
        mark(
            "On a phone you give your number in estimate poker, write when all write silently, "
            "vote with dots, read your role, your aim, what you own and every card in full, and, "
            "if the facilitator allows it, play your own turn. A phone sees no more than its seat "
            "may see, and decides nothing that the rules of the table do not allow."
        ),
        mark(
            "A phone comes back to its seat by itself, after it has slept and after the "
            "laptop has been restarted. Nobody needs one: whatever phones do can be done at "
            "the screen."
        ),
    ),
)
