"""Questions for an interview, to choose from. The student adds their own."""

from __future__ import annotations

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

# Headed groups, in the order of a conversation.
QUESTIONS: list[tuple[Promise, tuple[Promise, ...]]] = [
    (_("To begin"), (
        _("What did you do today before I came?"),
        _("How did you come to do this work?"),
        _("Who helped you when you began?"),
    )),
    (_("The work"), (
        _("What does a usual day look like?"),
        _("What do people get wrong about your work?"),
        _("What do you have to be exact about?"),
        _("What is hard, and what do you do then?"),
        _("Which tool or number do you need every day?"),
    )),
    (_("Learning it"), (
        _("What should somebody learn first?"),
        _("What did you learn that no school taught you?"),
        _("What would you do differently if you began again?"),
    )),
    (_("To end"), (
        _("What could somebody my age do here?"),
        _("Whom else should I talk to?"),
        _("May I come and watch for a day?"),
    )),
]  # fmt: skip


def standard_questions() -> list[str]:
    """All of them, in the reader's language."""
    return [str(one) for _head, group in QUESTIONS for one in group]
