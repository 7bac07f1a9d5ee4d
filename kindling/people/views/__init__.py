"""Pages of what is known in an emergency, and of who in a family sees what."""
