"""The illustrated walk through the rules: eight pictures and a sentence each, in about a minute."""
