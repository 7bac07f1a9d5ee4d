"""What the pages of places read, in a constant number of statements."""
