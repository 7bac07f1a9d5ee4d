"""What waits in moods."""
