"""What pages of conversations show, and what waits."""
