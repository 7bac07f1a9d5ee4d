"""What the pages of services show and what waits."""
