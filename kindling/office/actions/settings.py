"""Change what a school says of itself, and the words it uses."""

from __future__ import annotations

from typing import Any

from django.db import transaction

from kindling.history.steps import record
from kindling.kit.http import require
from kindling.office import rules
from kindling.schools.models import School
from kindling.schools.viewer import Viewer
from kindling.schools.words import DEFAULTS


@transaction.atomic
def change_school(school: School, *, by: Viewer, **facts: Any) -> None:
    """Change settings; the earlier values stay in the history. `facts` are School's own fields."""
    require(rules.may_change_school(by) and school.pk == by.school.pk)
    was = {name: getattr(school, name) for name in facts if getattr(school, name) != facts[name]}
    if not was:
        return
    for name in was:
        setattr(school, name, facts[name])
    school.save(update_fields=list(was))
    record("school.change", school, by=by, was={key: str(value) for key, value in was.items()})


@transaction.atomic
def choose_words(school: School, *, by: Viewer, words: dict[str, str]) -> None:
    """Keep the school's own words; an empty one gives Kindling's word back."""
    require(rules.may_change_school(by) and school.pk == by.school.pk)
    own = {key: word.strip() for key, word in words.items() if key in DEFAULTS and word.strip()}
    if own == school.words:
        return
    was, school.words = school.words, own
    school.save(update_fields=["words"])
    record("school.choose_words", school, by=by, was=was)
