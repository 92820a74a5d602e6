"""Tests of the rules; every sentence of the rules is named in rules_index."""
