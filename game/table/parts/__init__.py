"""What several screens are put together from."""
