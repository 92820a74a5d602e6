"""What a case will look like, beside what is wrong with its file: for whoever writes it."""
