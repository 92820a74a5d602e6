"""The reality check, the follow-up and the end."""

from __future__ import annotations

OUTCOMES: dict[str, list[str]] = {
    # ---- what is due
    "For every implemented idea now due, in the order implemented, one step at a time": [
        "reality_check::every_implemented_idea_now_due_in_the_order_implemented",
        "reality_check::one_step_at_a_time_risks_stumble_harvest_word_for_each_idea",
        "reality_check::a_realised_idea_is_not_checked_again",
    ],
    "Two ideas a check at most; the rest wait for the next": [
        "reality_check::at_most_two_ideas_a_check_and_the_rest_wait_their_turn",
        "reality_check::a_case_may_say_how_many_ideas_a_check_takes",
        "reality_check::it_is_known_at_which_check_an_idea_under_way_has_its_turn",
        "random_play::Game.a_check_takes_at_most_two_ideas_and_always_asks",
    ],
    "Named, it strikes at a die <= likelihood - 3 for each mitigation": [
        "reality_check::a_named_risk_strikes_at_a_die_at_or_below_its_likelihood",
        "reality_check::each_mitigation_takes_3_off_the_likelihood",
        "risks::a_risk_mitigated_to_nothing_needs_no_die",
    ],
    "not named, at likelihood + 2: what is named never strikes more often": [
        "reality_check::a_risk_not_named_strikes_at_likelihood_plus_2",
        "same_truth::a_risk_that_is_named_never_strikes_where_it_would_not_have_unnamed",
    ],
    "A named risk that is not true is turned over as a false alarm": [
        "reality_check::a_named_risk_that_is_not_true_is_turned_over_as_a_false_alarm"
    ],
    "Stumble: a never proven idea throws a die against its maturity; above: its main track -1": [
        "reality_check::a_never_proven_idea_throws_a_die_against_its_maturity",
        "reality_check::a_stumble_takes_1_off_the_main_track_and_leaves_every_effect_as_it_is",
        "reality_check::a_stumble_strikes_where_the_main_track_gave_nothing",
        "reality_check::a_case_may_say_what_a_stumble_takes",
        "reality_check::a_proven_idea_does_not_stumble",
        "reality_check::a_stumbled_claim_that_nobody_owns_gives_3_at_most_besides_the_strike",
        "ownership::a_stumble_changes_nothing_in_what_the_owner_harvests",
        "harvest::a_stumble_leaves_every_effect_as_it_is",
    ],
    "Effects below zero count in full where a downside was named": [
        "reality_check::effects_below_zero_count_in_full_where_a_downside_was_named"
    ],
    "or 2 points less where amends were made, never turning a harm into a gain": [
        "downsides::amends_make_a_harm_2_points_less_and_what_was_called_a_downside_gives_nothing",
        "downsides::a_case_may_say_what_amends_save",
        "harvest::what_harms_nobody_is_no_harm",
    ],
    "and 2 points more where none was named, a benefit claimed there or not": [
        "downsides::a_harm_of_which_nobody_had_spoken_takes_2_more_whatever_was_claimed_there",
        "downsides::each_harm_of_which_nobody_had_spoken_takes_2_more",
        "downsides::an_owner_does_not_soften_a_harm_of_which_nobody_had_spoken",
        "downsides::a_case_may_say_what_silence_costs",
        "harvest::a_harm_is_more_where_nobody_spoke_of_it_and_less_where_it_was_made_up_for",
    ],
    "Anchored, all of it; claimed only, 3 at most; not claimed, nothing": [
        "reality_check::anchored_all_of_it_claimed_only_3_at_most",
        "reality_check::not_claimed_nothing",
        "reality_check::realised_means_all_true_effects_are_open",
        "ownership::without_an_owner_3_at_most_are_harvested",
        "ownership::a_case_may_say_what_is_harvested_without_an_owner",
        "harvest::3_at_most_come_home_without_an_owner",
    ],
    "1 less if no role of the owner is at home on the track": [
        "ownership::who_is_at_home_on_the_track_harvests_all_of_it",
        "ownership::who_is_not_harvests_1_less",
        "ownership::one_of_several_roles_is_enough",
        "ownership::who_plays_no_role_is_at_home_nowhere",
        "ownership::an_owner_never_gives_less_than_nothing",
        "ownership::handing_a_benefit_over_hands_over_who_answers_for_it",
    ],
    "or the owner owns more than 4 benefits that are not yet realised": [
        "ownership::who_owns_more_than_4_benefits_not_yet_realised_harvests_1_less",
        "ownership::what_is_realised_no_longer_weighs_on_its_owner",
    ],
    "Word kept: gave what was claimed or 1 beside it, downsides included, trust +1": [
        "reality_check::benefits_that_together_gave_what_was_claimed_or_1_beside_it_trust_plus_1",
        "reality_check::2_or_3_points_beside_what_was_claimed_change_nothing",
        "reality_check::a_downside_is_part_of_the_word",
        "reality_check::together_means_the_sum_not_each",
        "reality_check::where_all_was_withdrawn_there_is_no_word_to_keep",
        "reality_check::what_a_risk_took_is_no_part_of_the_word",
        "reality_check::what_a_stumble_took_is_no_part_of_the_word",
        "reality_check::an_unnamed_harm_counts_in_the_word_with_all_that_it_took",
    ],
    "missed by 4 or more, trust -1, of a stumbled idea too": [
        "reality_check::if_they_missed_by_4_or_more_trust_minus_1",
        "reality_check::a_stumbled_idea_is_not_excused",
    ],
    "A harm of which nobody had spoken: trust -1, once an idea": [
        "downsides::a_harm_of_which_nobody_had_spoken_costs_1_trust",
        "downsides::a_harm_that_was_named_costs_no_trust_however_large",
        "downsides::two_harms_of_an_idea_cost_1_trust",
        "downsides::a_harm_where_a_benefit_was_claimed_was_not_spoken_of",
        "downsides::a_risk_that_strikes_is_no_harm_of_the_idea",
    ],
    # ---- the tested claim
    "If nothing is due reality asks about a claim that nobody knows of and opens its effect": [
        "tested_claims::where_nothing_is_due_the_effect_of_the_largest_hidden_claim_is_opened",
        "tested_claims::where_something_is_due_no_claim_is_asked_about",
        "tested_claims::the_idea_asked_about_is_the_one_of_which_most_is_claimed_together",
        "tested_claims::of_ideas_claimed_alike_it_is_the_one_placed_first",
        "tested_claims::of_its_claims_it_is_the_largest_that_is_not_open_first_by_track",
        "tested_claims::an_idea_under_way_is_asked_about_too",
        "tested_claims::one_with_nothing_hidden_leaves_the_question_to_the_next",
        "tested_claims::where_nothing_is_hidden_the_check_says_so",
        "tested_claims::the_claim_of_a_written_idea_is_asked_about_like_a_cards",
    ],
    "What a trial is finding out is left to its report": [
        "tested_claims::what_a_trial_asks_about_is_left_to_its_report",
    ],
    "If only a true risk is hidden it is turned up": [
        "tested_claims::one_with_only_a_true_risk_hidden_has_it_turned_up_and_nobody_is_asked"
    ],
    "Within 1: trust +1; 3 or more beside it: trust -1": [
        "tested_claims::within_1_point_trust_plus_1_and_3_or_more_beside_minus_1"
    ],
    "The seat that claimed stands by it or revises it; then the check ends": [
        "tested_claims::the_seat_that_claimed_answers_and_then_the_check_ends",
        "tested_claims::the_seat_stands_by_its_claim",
        "tested_claims::or_it_revises_it",
        "tested_claims::where_the_truth_is_nothing_or_less_0_withdraws_the_claim",
        "tested_claims::only_the_number_0_withdraws",
        "tested_claims::the_claim_of_a_benefit_is_answered_by_the_seat_that_placed_the_benefit",
        "tested_claims::a_project_that_is_stopped_while_an_answer_is_waited_for_waits_no_more",
    ],
    # ---- trust
    "citizen or employee below zero: trust -1": [
        "course::citizen_or_employee_below_zero_trust_minus_1",
        "course::both_below_zero_cost_1_trust_and_the_other_tracks_none",
        "course::trust_runs_from_0_to_10",
    ],
    "The first time trust is 0 the project is paused: trust becomes 2": [
        "course::the_first_time_trust_is_0_the_project_is_paused_trust_becomes_2",
        "course::trust_that_was_gone_only_within_a_check_is_weighed_at_its_end",
        "tested_claims::trust_that_a_missed_claim_took_is_weighed_when_the_answer_is_given",
    ],
    "and nothing is implemented in the next round": [
        "course::nothing_is_implemented_in_the_next_round",
        "facilitator::a_pause_that_is_to_come_is_still_that_of_the_next_round",
        "facilitator::a_pause_of_this_round_ends_with_the_phase",
    ],
    "the second time it is stopped": ["course::the_second_time_it_is_stopped"],
    # ---- end
    "Follow-up realises what is still due (not after a stop)": [
        "course::follow_up_realises_what_is_still_due",
        "course::follow_up_takes_all_that_is_still_due_however_many",
        "course::after_a_stop_follow_up_realises_nothing",
        "course::follow_up_has_risks_stumbles_and_word_but_no_turns_and_asks_about_no_claim",
        "course::follow_up_judges_no_track_below_zero",
    ],
    "each track: reached, nearly there, on the way, not reached, harmed": [
        "result::each_track_reached_nearly_on_the_way_not_reached_or_harmed"
    ],
    "benefit rate": [
        "result::benefit_rate_mean_of_realised_by_goal_each_clamped_to_0_to_1",
        "result::half_of_the_goals_is_half_whatever_the_goal",
    ],
    "citizen focus": [
        "result::citizen_focus_mean_of_the_citizen_rate_and_the_share_of_ideas_that_moved_it_up"
    ],
    "ownership": [
        "result::ownership_share_of_benefits_on_realised_ideas_that_were_anchored",
        "result::evenness_seats_that_own_at_least_one_by_the_smaller_of_seats_and_owned",
    ],
    "realism is foresight: the estimate that stood while the truth was hidden, beside it": [
        "foresight::a_guess_is_the_estimate_that_stood_while_the_truth_was_hidden",
        "foresight::a_claim_on_what_is_known_already_is_no_guess",
        "foresight::a_downside_is_guessed_like_a_benefit",
        "foresight::a_guess_is_answered_by_a_trial",
        "foresight::a_guess_is_answered_when_reality_asks_about_the_claim",
        "foresight::a_guess_is_answered_when_its_idea_is_realised_whatever_was_harvested",
        "foresight::a_guess_is_answered_once",
        "foresight::what_is_shelved_was_guessed_all_the_same",
        "foresight::realism_1_minus_missed_by_guessed_not_below_0",
        "foresight::an_estimate_that_copies_the_truth_does_not_count",
        "foresight::realism_is_nothing_while_no_guess_is_answered",
    ],
    "how near the guesses came, round by round": [
        "foresight::the_curve_has_every_round_whose_guesses_were_answered",
    ],
    "how often the truth lay within the ranges": [
        "foresight::ranges_tell_how_often_the_truth_lay_within",
        "foresight::a_range_set_when_the_truth_is_known_is_not_counted",
    ],
    "a game of the first version is measured as it was then": [
        "result::in_the_first_version_realism_is_of_last_estimates_and_what_was_harvested",
        "result::a_game_of_the_first_version_keeps_its_verdicts",
        "result::in_the_first_version_a_track_counted_in_the_midst_of_things",
        "foresight::a_game_of_the_first_version_keeps_no_guesses",
    ],
    "a game of the first version is told with its own arithmetic": [
        "harvest::in_the_first_version_a_stumble_halved_gains_rounded_down_and_no_harms",
        "harvest::in_the_first_version_half_came_home_without_an_owner",
        "harvest::in_the_first_version_a_harm_counted_as_it_was",
        "harvest::in_the_first_version_a_proven_idea_cost_1_less_and_never_below_1",
    ],
    "each seat's aim, met or not": ["result::each_seats_aim_is_in_the_result"],
    "the verdict, the first that fits": [
        "result::the_verdict_is_the_first_that_fits",
        "result::a_price_is_paid_where_a_grave_harm_was_left_without_amends",
        "result::without_the_saving_no_price_is_paid_for_it",
        "result::with_every_aim_met_benefit_realised_together",
        "result::stopped_comes_before_all_others",
        "result::the_game_ends_with_the_verdict",
    ],
}
