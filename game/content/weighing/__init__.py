"""What is weighed in a case that can be played: whether it is usual, and what its author missed."""
