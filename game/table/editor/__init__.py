"""the case editor: a form for every key of a case, beside the card that comes of it"""
