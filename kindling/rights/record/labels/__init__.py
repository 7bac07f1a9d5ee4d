"""What a field of the record is called, in the reader's language: a file for each kind of fact.

A name means the same in every app. Where it does not, "app.Model.field" stands beside it and goes first.
"""

from __future__ import annotations

from typing import Any

from django.db.models import BooleanField, DateField, Field, TimeField
from django.utils.text import capfirst

from kindling.rights.record.labels.what import WHAT
from kindling.rights.record.labels.when import WHEN
from kindling.rights.record.labels.whether import WHETHER
from kindling.rights.record.labels.which import WHICH
from kindling.rights.record.labels.who import WHO

FILES = {"when": WHEN, "who": WHO, "which": WHICH, "whether": WHETHER, "what": WHAT}
PEOPLE = ("schools.Person", "accounts.User")


def file_of(one: Field[Any, Any]) -> str:
    """In which file its words stand ("when")."""
    if one.is_relation:
        return "who" if one.related_model._meta.label in PEOPLE else "which"  # type: ignore[union-attr]  # noqa: SLF001
    if isinstance(one, BooleanField):
        return "whether"
    return "when" if isinstance(one, (DateField, TimeField)) else "what"


def label_of(one: Field[Any, Any]) -> str:
    """Say what a field is. A test sees to it that every field of the record has words."""
    words, label = FILES[file_of(one)], one.model._meta.label  # noqa: SLF001
    usual = words.get(one.name, capfirst(one.verbose_name))
    return str(words.get(f"{label}.{one.name}", usual))
