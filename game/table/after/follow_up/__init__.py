"""The follow-up meeting: a session opened again weeks later, to tell what came of it in reality."""
