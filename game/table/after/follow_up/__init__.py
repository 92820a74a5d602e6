"""The follow-up meeting: a session reopened weeks later to record the real outcomes."""
