"""A round for scarce places: its places, the lists, whom mentors ask for, and what came out."""

from kindling.rounds.models.lists import Ballot, Choice, Pick
from kindling.rounds.models.outcomes import Move, Outcome, Record
from kindling.rounds.models.rounds import Round, RoundPlace

__all__ = ["Ballot", "Choice", "Move", "Outcome", "Pick", "Record", "Round", "RoundPlace"]
