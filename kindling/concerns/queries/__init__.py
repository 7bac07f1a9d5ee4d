"""What the pages of concerns show, and what waits."""
