"""Forms of care notes and of what a family is let into."""

from kindling.people.forms.care import CareNoteForm
from kindling.people.forms.rights import AgeForm, LimitForm, ShareForm

__all__ = ["AgeForm", "CareNoteForm", "LimitForm", "ShareForm"]
