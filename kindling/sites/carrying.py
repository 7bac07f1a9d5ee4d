"""What hangs on one row is carried to another, and back. Only actions/merging.py calls this."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.apps import apps
from django.db import IntegrityError, transaction
from django.db.models import Model
from django.utils.translation import gettext as _

from kindling.kit.http import Refused
from kindling.sites.models import Organisation
from kindling.sites.references import Reference, in_words, references_to

type Change = list[Any]  # ["app.model", key, field, before, after]


@dataclass
class Journal:
    """All that was written, so that it can be put back. `stayed`: what the database did not let move."""

    moved: dict[str, list[int]] = field(default_factory=dict)
    stayed: dict[str, list[int]] = field(default_factory=dict)
    changed: list[Change] = field(default_factory=list)


def carry(source: Model, target: Model, today: date, journal: Journal) -> None:
    """Let everything that points at `source` point at `target`.

    Where the database allows only one (a second code, a second open row of one mentor) the row
    stays with the source; a dated one ends today.
    """
    for reference in references_to(type(source)):
        keys = list(reference.rows(source.pk).order_by("pk").values_list("pk", flat=True))
        moved = _point(reference, keys, target.pk)
        stayed = [key for key in keys if key not in moved]
        if moved:
            journal.moved.setdefault(reference.label, []).extend(sorted(moved))
        if stayed:
            journal.stayed[reference.label] = stayed
            _end(reference.model, stayed, today, journal)


def _point(reference: Reference, keys: list[int], target: int) -> set[int]:
    """Move all in one statement, or one by one where a constraint objects; return what moved."""
    rows = reference.model._base_manager  # noqa: SLF001
    for batch in [keys, *([key] for key in keys)] if keys else []:
        try:
            # A savepoint: on PostgreSQL a broken constraint would spoil the whole transaction.
            with transaction.atomic():
                rows.filter(pk__in=batch).update(**{reference.field: target})
        except IntegrityError:
            continue
        if batch is keys:
            return set(keys)
    return set(rows.filter(pk__in=keys, **{reference.field: target}).values_list("pk", flat=True))


def _end(model: type[Any], keys: list[int], today: date, journal: Journal) -> None:
    """Of dated rows that could not move, let today be the last day."""
    if not {"since_on", "until_on"} <= {one.name for one in model._meta.fields}:  # noqa: SLF001
        return
    for row in model._base_manager.filter(pk__in=keys, until_on__isnull=True):  # noqa: SLF001
        change(row, "until_on", max(today, row.since_on), journal)


def change(row: Any, name: str, value: Any, journal: Journal) -> None:
    """Write one field of one row and note what stood there."""
    was = getattr(row, name)
    type(row)._base_manager.filter(pk=row.pk).update(**{name: value})  # noqa: SLF001
    setattr(row, name, value)
    journal.changed.append([row._meta.label_lower, row.pk, name, kept(was), kept(value)])  # noqa: SLF001


def rename(label: str, keys: Iterable[int], pair: tuple[int, int], journal: Journal) -> None:
    """Of rows that moved with their site: where they name its old organisation, name the new one."""
    model = Reference.named(label).model
    for one in model._meta.concrete_fields:  # noqa: SLF001
        if one.related_model is Organisation:
            rows = model._base_manager.filter(pk__in=list(keys), **{one.attname: pair[0]})  # noqa: SLF001
            for row in rows:
                change(row, one.attname, pair[1], journal)


def kept(value: Any) -> Any:
    """A value as the journal keeps it."""
    return value.isoformat() if isinstance(value, date) else value


def put_back(moved: Mapping[str, Iterable[int]], was: int, now: int) -> None:
    """Let what was carried point at where it was. What was deleted since stays deleted.

    Raises Refused, naming it, when something has been moved on to a third.
    """
    gone_on: dict[str, list[int]] = {}
    for label, keys in moved.items():
        reference = Reference.named(label)
        rows = reference.model._base_manager.filter(pk__in=list(keys))  # noqa: SLF001
        away = rows.exclude(**{reference.field: now})
        if found := list(away.values_list("pk", flat=True)):
            gone_on[label] = found
            continue
        try:
            with transaction.atomic():
                rows.update(**{reference.field: was})
        except IntegrityError:
            gone_on[label] = list(keys)
    if gone_on:
        raise Refused(
            _("This can’t be undone any more: since then this went elsewhere: %(what)s.")
            % {"what": ", ".join(in_words(gone_on))}
        )


def change_back(changes: Iterable[Change]) -> None:
    """Put single fields back where nobody has changed them since; the latest first.

    What a constraint does not let back (somebody else leads there by now) stays as it is.
    """
    for label, key, name, before, after in reversed(list(changes)):
        model = apps.get_model(label)
        value = model._meta.get_field(name).to_python  # noqa: SLF001
        rows = model._base_manager.filter(pk=key, **{name: value(after)})  # noqa: SLF001
        with suppress(IntegrityError), transaction.atomic():
            rows.update(**{name: value(before)})
