"""What the pages of a family's rights show."""
