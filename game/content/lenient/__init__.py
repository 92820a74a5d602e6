"""lenient reading of what people write: amounts, Danish words, files that are no good TOML yet"""
