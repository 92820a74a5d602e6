"""A talk that is led on the shared screen, page by page: what debrief and follow-up share."""
