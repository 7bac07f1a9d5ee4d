"""What a person decides for themselves at every school they belong to."""

from __future__ import annotations

from django.conf import settings
from django.db import transaction

from kindling.accounts.models import User
from kindling.history.steps import record
from kindling.schools.models import Person
from kindling.schools.viewer import Viewer


@transaction.atomic
def choose_language(user: User, code: str) -> None:
    """Read everything in this language from now on, at each school. Unknown codes do nothing."""
    if code not in dict(settings.LANGUAGES):
        return
    others = Person.objects.filter(user=user).exclude(language=code).select_related("school")
    for person in others:
        was, person.language = person.language, code
        person.save(update_fields=["language"])
        record("person.choose_language", person, by=Viewer.of_person(person), was=was, now=code)


@transaction.atomic
def choose_text_size(user: User, *, is_large: bool) -> None:
    """Read everything in large letters from now on, or in the usual ones, at each school."""
    others = Person.objects.filter(user=user).exclude(has_large_text=is_large)
    for person in others.select_related("school"):
        person.has_large_text = is_large
        person.save(update_fields=["has_large_text"])
        by = Viewer.of_person(person)
        record("person.choose_text_size", person, by=by, is_large=is_large)
