"""Which screen comes when, and which files are touched: the only package that knows all screens."""
