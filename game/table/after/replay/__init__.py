"""A recorded game at the table again: watched, talked about, and gone on from."""
