"""A school writes its templates, shares them with its network, and copies those of others."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from kindling.consents.protected import refuse_unlooked
from kindling.history.steps import record
from kindling.kit.http import require
from kindling.projects import rules
from kindling.projects.collection import Offered
from kindling.projects.models import Template
from kindling.schools.viewer import Viewer

ASKS = ("title", "text", "question", "research")  # what a student does and finds out


@transaction.atomic
def keep_template(
    one: Offered | None, facts: dict[str, Any], steps: Iterable[tuple[str, int]], *, by: Viewer,
    looked: bool = False,
) -> Template:  # fmt: skip
    """Write the school's words: for a new one, for its own, or in place of one of the bank.

    looked: somebody says that words which sound protected ask a student for nothing of it.
    """
    require(rules.may_keep_templates(by))
    if not str(facts.get("title", "")).strip():
        raise ValidationError({"title": _("Give it a name.")})
    kept = [{"title": title.strip()[:200], "days": days} for title, days in steps if title.strip()]
    texts = [str(facts.get(name, "")) for name in ASKS] + [str(step["title"]) for step in kept]
    sounds = refuse_unlooked(texts, looked=looked)
    row = _row_of(one, by)
    for name, value in facts.items():
        setattr(row, name, value.strip() if isinstance(value, str) else value)
    row.steps = kept
    row.save()
    record("template.keep", row, by=by, sounds=sounds)
    return row


def _row_of(one: Offered | None, by: Viewer) -> Template:
    if one is None:
        return Template(school=by.school)
    if one.is_standard:
        found = Template.objects.filter(school=by.school, key=one.key).first()
        return found or Template(school=by.school, key=one.key, kind=one.kind)
    return Template.objects.get(school=by.school, public_id=one.ref)


@transaction.atomic
def share_template(row: Template, *, is_shared: bool, by: Viewer) -> None:
    """Let the schools of the network copy it, or no longer. Copies stay with who has them."""
    require(rules.may_keep_templates(by) and row.school_id == by.school.pk)
    Template.objects.filter(pk=row.pk).update(is_shared=is_shared)
    record("template.share", row, by=by, shared=is_shared)


@transaction.atomic
def retire_template(row: Template, *, by: Viewer) -> None:
    """Take it off the list. Projects that began with it stay as they are."""
    require(rules.may_keep_templates(by) and row.school_id == by.school.pk)
    Template.objects.filter(pk=row.pk).update(is_retired=True, is_shared=False)
    record("template.retire", row, by=by)


@transaction.atomic
def copy_template(theirs: Template, *, by: Viewer) -> Template:
    """Take over another school's shared template: its text alone, to change at will."""
    require(rules.may_keep_templates(by))
    require(rules.visible_theirs(by).filter(pk=theirs.pk).exists())
    copied = Template.objects.create(
        school=by.school, kind=theirs.kind, title=theirs.title, text=theirs.text,
        question=theirs.question, product=theirs.product, benefit=theirs.benefit,
        research=theirs.research, steps=theirs.steps, origin=theirs.school.name,
    )  # fmt: skip
    record("template.copy", copied, by=by, origin=theirs.public_id)
    return copied
