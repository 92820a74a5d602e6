"""What each module adds."""

from __future__ import annotations

from game.engine import ModuleName

OF_MODULES: dict[ModuleName, dict[str, list[str]]] = {
    "tension": {
        "placing an idea and trying: -1, naming a risk and anchoring: +1": [
            "tension::placing_an_idea_and_trying_are_autonomy_naming_a_risk_and_anchoring_are_steering"
        ],
        "the balance begins where the case says and runs from -5 to 5": [
            "tension::a_case_says_where_the_balance_begins",
            "tension::what_would_push_the_balance_past_5_is_lost",
            "tension::an_event_can_shift_the_balance",
        ],
        "at a check 4 or beyond: trust -1; then one step towards 0": [
            "tension::at_4_or_beyond_a_check_costs_1_trust_and_then_the_balance_moves_a_step_towards_0",
            "tension::the_follow_up_does_not_judge_the_balance",
        ],
        "leaning 2 to steering mitigating costs no capacity, to autonomy trials cost none": [
            "tension::leaning_2_or_more_to_steering_working_against_a_risk_costs_no_capacity",
            "tension::leaning_2_or_more_to_autonomy_trials_cost_no_capacity",
        ],
    },
    "posts": {
        "name a post: free, by who claimed, for a benefit on economy that is not realised": [
            "posts::a_post_is_named_by_the_seat_that_claimed_in_anybodys_turn",
            "posts::a_post_is_named_free_from_phase_1",
            "posts::a_post_is_one_of_the_overview",
            "posts::a_post_is_named_for_a_benefit_on_economy_that_is_not_realised",
            "posts::without_the_module_no_post_is_named",
        ],
        "an economy claim without a post gives half": [
            "posts::an_economy_claim_without_a_post_gives_half_rounded_down",
            "posts::an_economy_claim_without_an_owner_and_a_post_gives_half_of_the_3_at_most",
            "posts::a_harm_to_the_economy_and_other_tracks_need_no_post",
        ],
        "a post gives at most what it holds": [
            "posts::with_a_post_it_gives_all_that_the_post_holds",
            "posts::a_post_gives_at_most_what_it_holds",
            "posts::what_one_idea_took_from_a_post_another_cannot_take",
            "posts::what_an_owner_loses_stays_in_the_post",
            "posts::an_economy_claim_without_an_owner_gives_3_at_most_of_what_its_post_holds",
        ],
        "following up takes from the post too, and needs one that still holds something": [
            "posts::following_up_takes_1_more_from_the_post",
            "posts::what_following_up_took_from_a_post_another_idea_cannot_take",
            "posts::a_benefit_is_not_followed_up_whose_post_holds_no_more",
            "posts::what_has_no_post_and_what_is_on_another_track_is_followed_up_all_the_same",
            "posts::without_the_module_no_post_keeps_from_following_up",
        ],
    },
    "demand": {
        "from round 2 every opening pulls a track down by 1, in turn": [
            "modules::demand_pulls_a_track_down_by_1_when_a_round_opens_from_the_second_on_in_turn",
            "modules::demand_comes_after_what_trials_have_shown_and_before_the_event",
        ],
    },
    "combination": {
        "an idea realised beside one of another kind: +1 on its main track, once a kind": [
            "modules::an_idea_realised_beside_one_of_another_kind_gives_1_more_on_its_main_track",
            "modules::the_first_idea_and_another_of_its_kind_combine_with_nothing",
            "modules::each_kind_combines_once",
            "modules::without_the_module_kinds_do_not_combine",
        ],
    },
    "invest": {
        "carrying an idea out takes 1 point off the economy at once": [
            "modules::carrying_an_idea_out_takes_1_point_off_the_economy_at_once"
        ],
    },
    "patience": {
        "spend trust: once a round, free, trust -2, capacity +2; trust must be 3 or more": [
            "modules::spending_trust_is_free_trust_minus_2_capacity_plus_2",
            "modules::trust_is_spent_once_a_round_by_the_group",
            "modules::trust_must_be_3_or_more_to_be_spent",
            "modules::without_the_module_no_trust_is_spent",
        ],
    },
    "everybody": {
        "the first realised idea of each seat: trust +1": [
            "modules::the_first_realised_idea_of_each_seat_raises_trust",
            "modules::it_is_whose_idea_it_was_not_who_carries_it_out",
        ],
    },
    "dropouts": {
        "an idea that gives on process and citizens nothing: citizen -1, unless spoken of": [
            "modules::what_eases_the_process_and_gives_citizens_nothing_costs_citizen_1_unless_spoken_of",
            "modules::without_the_module_nobody_drops_out",
        ],
    },
    "meetings": {
        "trials cost no capacity": ["modules::with_meetings_trials_cost_no_capacity"],
    },
}
