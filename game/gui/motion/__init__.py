"""Motion: two scenes are compared, and what differs moves."""
