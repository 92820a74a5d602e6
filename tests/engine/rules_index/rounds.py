"""Rounds and phases, openings and turns, and what the facilitator does."""

from __future__ import annotations

ROUNDS: dict[str, list[str]] = {
    "Idea development (2), concretisation (2), implementation (3), then follow-up": [
        "opening::idea_development_2_rounds_concretisation_2_implementation_3_then_follow_up",
        "opening::a_scenario_may_change_the_rounds",
    ],
    "Each round: opening, turns, reality check": [
        "opening::each_round_is_opening_turns_reality_check"
    ],
    # ---- opening
    "Trials are reported first": [
        "trial::the_report_comes_before_the_event_and_the_income",
        "trial::several_are_adjusted_one_after_the_other_and_then_the_round_goes_on",
        "trial::an_owner_who_leaves_at_the_opening_leaves_after_the_adjusting",
    ],
    "From round 2 an event is turned over": ["opening::from_round_2_an_event_is_turned_over"],
    "Where it has two options the starting seat chooses": [
        "opening::where_an_event_has_two_options_the_starting_seat_chooses"
    ],
    "An event can change capacity or trust": [
        "opening::an_event_can_change_capacity_not_below_0",
        "opening::an_event_can_change_trust",
        "opening::an_event_that_stops_the_project_ends_the_opening_at_once",
        "opening::a_crisis_of_trust_at_an_opening_pauses_the_round_that_opens",
    ],
    "raise by 1 the likelihood of the true risks on a track": [
        "opening::an_event_can_raise_by_1_the_likelihood_of_the_true_risks_on_a_track",
        "reality_check::a_likelihood_raised_by_an_event_counts_at_the_check",
    ],
    "lower by 1 the maturity of unproven ideas of a kind": [
        "opening::an_event_can_lower_by_1_the_maturity_of_unproven_ideas_of_a_kind",
        "opening::a_proven_idea_keeps_its_maturity_at_an_event",
        "opening::an_unproven_idea_under_way_is_less_mature_too_until_it_is_realised",
        "trial::maturity_lowered_by_an_event_counts_in_the_report",
    ],
    "take a benefit from the seat that owns most": [
        "opening::an_event_can_take_a_benefit_from_the_seat_that_owns_most",
        "opening::an_owner_who_leaves_is_the_first_from_the_starting_seat_when_equal",
        "opening::nobody_leaves_where_nobody_owns",
    ],
    "open the true effects on a track for the ideas on the table": [
        "opening::an_event_can_open_the_true_effects_on_a_track_for_the_ideas_on_the_table",
        "opening::an_effect_opened_is_told_once",
    ],
    "Income is added (after the event)": ["opening::the_event_comes_before_income_and_cards"],
    "Cards are dealt round the table, not per seat": [
        "opening::cards_are_dealt_round_the_table_not_per_seat"
    ],
    "8 ideas, 8 benefits, 8 risks at the start": [
        "opening::cards_are_dealt_8_ideas_8_benefits_8_risks_at_the_start"
    ],
    "4 of each at the opening of rounds 2 and 3": [
        "opening::4_of_each_at_the_opening_of_rounds_2_and_3_and_none_later"
    ],
    "Hands are open": ["opening::hands_are_open_so_observing_shows_them"],
    "An empty deck is no error": ["opening::an_empty_deck_is_no_error"],
    # ---- turns
    "11 actions a round, shared evenly": [
        "seats::11_actions_a_round_shared_evenly_the_rest_to_the_first",
        "seats::a_case_may_give_many_seats_fewer_actions",
        "seats::with_fewer_actions_than_seats_the_last_seats_have_no_turn",
    ],
    "The starting seat moves on by one each round": [
        "seats::the_starting_seat_moves_on_by_one_each_round",
        "opening::the_first_seat_of_the_game_is_seat_0",
    ],
    # ---- facilitator
    "skip a turn": ["facilitator::skip_a_turn"],
    "end the phase early": [
        "facilitator::end_the_phase_early_straight_to_the_check_and_then_the_next_phase",
        "facilitator::ending_the_last_phase_leads_to_the_follow_up",
        "facilitator::an_idea_due_in_a_round_that_was_skipped_is_realised_at_this_check",
        "facilitator::cards_are_dealt_at_the_second_and_third_opening_whatever_was_skipped",
        "trial::a_phase_ended_early_is_reported_when_the_next_one_opens",
    ],
    "end the game early": [
        "facilitator::ending_the_game_realises_what_is_under_way_and_gives_the_result",
        "facilitator::the_game_is_ended_at_any_time_before_its_last_turn",
        "facilitator::what_a_trial_or_reality_has_asked_falls_away_with_the_rounds",
    ],
    "a correction of a track, capacity or trust with a reason": [
        "facilitator::a_correction_of_a_track_with_a_reason",
        "facilitator::a_correction_of_capacity_or_trust",
        "facilitator::a_correction_can_be_made_at_any_time_before_the_end",
        "facilitator::what_cannot_be_corrected",
        "facilitator::trust_corrected_to_0_pauses_the_next_round",
        "facilitator::trust_corrected_to_0_again_stops_the_project",
    ],
    # ---- people come and go
    "Somebody comes late: a new seat with a name and a role that nobody plays": [
        "seating::somebody_comes_late_with_a_name_and_a_free_role",
        "seating::a_table_has_eight_seats_at_most",
        "seating::who_cannot_come",
    ],
    "with cards as the others got them": [
        "seating::who_comes_late_gets_cards_as_the_others_got_them",
        "seating::who_comes_before_the_cards_of_an_opening_are_dealt_gets_those_with_the_others",
    ],
    "and a turn after all others": [
        "seating::who_comes_late_has_a_turn_after_all_others",
        "seating::who_comes_when_nothing_is_left_to_share_begins_in_the_next_round",
    ],
    "The actions still to come are shared anew among those who are there": [
        "seating::the_actions_still_to_come_are_shared_anew_when_somebody_comes",
        "seating::a_phase_that_is_ended_ends_what_was_shared_anew",
        "seating::a_case_that_gives_many_seats_fewer_actions_counts_those_who_are_there",
    ],
    "Turns and cards pass over who is away": [
        "seating::turns_pass_over_who_is_away",
        "seating::cards_are_dealt_to_those_who_are_there",
        "seating::the_last_one_who_is_there_cannot_leave",
    ],
    "A turn passes on when who has it leaves": [
        "seating::a_turn_passes_on_when_who_has_it_leaves",
        "seating::estimates_are_put_away_when_the_last_turn_ends_with_who_leaves",
    ],
    "What who is away would be asked is decided by the next one who is there": [
        "seating::an_event_is_decided_by_the_next_one_who_is_there",
        "seating::what_a_trial_asks_is_decided_by_the_next_one_who_is_there",
        "seating::reality_is_answered_by_the_next_one_who_is_there",
    ],
    "What they own stays theirs until it is handed over": [
        "seating::what_somebody_owns_who_is_away_stays_theirs_until_it_is_handed_over"
    ],
    "and they are given nothing": ["seating::nothing_is_given_to_who_is_away"],
    "The aims of their roles count on": [
        "seating::the_roles_of_who_is_away_count_as_before_and_who_owns_is_asked_of_those_there"
    ],
    "Estimates do not wait for who is away": [
        "seating::who_is_away_is_not_asked_for_an_estimate",
        "seating::estimates_are_turned_when_the_last_one_missing_leaves",
        "seating::who_comes_while_estimates_are_given_is_asked_too",
    ],
    "but a number that was given counts": ["seating::a_number_counts_whoever_gave_it_and_left"],
    "Who is back has a turn after all others, and no second one in a round": [
        "seating::who_is_back_has_a_turn_after_all_others",
        "seating::who_has_had_their_turn_has_no_second_one_in_this_round",
        "seating::only_who_is_away_can_come_back",
    ],
    "Somebody else takes a seat with all that belongs to it": [
        "seating::somebody_else_takes_a_seat_with_all_that_belongs_to_it",
        "seating::who_takes_the_seat_of_somebody_away_is_there",
        "seating::who_cannot_take_a_seat",
    ],
    "A seat plays another role too, if that is free, of somebody away, or one of several": [
        "seating::a_seat_plays_a_free_role_too",
        "seating::a_seat_plays_the_role_of_somebody_away_too",
        "seating::a_role_comes_back_from_a_seat_that_plays_several",
        "seating::which_role_cannot_be_taken",
        "seating::an_ability_that_was_used_is_not_used_again_by_who_takes_its_role",
    ],
    "Who sits where is changed until the game is over, and known to all": [
        "seating::nobody_comes_or_goes_once_the_game_is_over",
        "seating::everybody_sees_who_is_there_and_a_state_keeps_it",
        "seating::a_fingerprint_tells_who_sits_where",
    ],
    # ---- estimate poker
    "Before a benefit is placed or revised the facilitator can call for estimates": [
        "estimate_poker::before_a_benefit_is_placed_the_facilitator_can_call_for_estimates",
        "estimate_poker::before_a_benefit_is_revised_too_but_not_when_it_is_locked",
    ],
    "each seat gives its own, hidden until all are in; then all are turned at once": [
        "estimate_poker::each_seat_gives_its_own_in_any_order",
        "estimate_poker::hidden_until_all_are_in_then_all_are_turned_at_once",
        "estimate_poker::nothing_else_is_decided_while_estimates_are_missing",
    ],
    "a seat may change its number until then": [
        "estimate_poker::a_seat_may_change_its_number_until_all_are_turned",
        "estimate_poker::the_same_number_again_is_taken_since_a_refusal_would_tell_it",
    ],
    "or have no opinion": [
        "estimate_poker::a_seat_may_have_no_opinion",
        "estimate_poker::where_nobody_has_an_opinion_nothing_is_said",
        "estimate_poker::that_somebody_has_no_opinion_is_hidden_too",
    ],
    "the facilitator can put the cards away": [
        "estimate_poker::the_facilitator_can_put_the_cards_away",
        "estimate_poker::turned_cards_are_put_away_with_the_idea_and_at_the_end_of_the_turns",
    ],
    "no average; the acting seat decides": ["estimate_poker::the_acting_seat_decides_no_average"],
    "The log keeps every seat's number": ["estimate_poker::the_log_keeps_every_seats_number"],
}
