"""Motion: two scenes are compared, and the differences are animated."""
