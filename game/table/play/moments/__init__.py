"""Screens for moments the whole room watches: a round's opening, a discovery, a crisis."""
