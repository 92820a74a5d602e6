"""Reading what people write: amounts, Danish words, and files that are no good TOML yet."""
