"""What waits for a teacher or a student because of alternative learning."""

from kindling.ale.queries.months import waits

__all__ = ["waits"]
