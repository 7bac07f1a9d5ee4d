"""Students, the adults around them, and what a family is let into."""

from kindling.people.models.care import CareNote
from kindling.people.models.people import Connection, Student
from kindling.people.models.rights import Limit, Sharing, Transfer

__all__ = ["CareNote", "Connection", "Limit", "Sharing", "Student", "Transfer"]
