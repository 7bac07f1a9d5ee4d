"""What hangs on a row, in whichever app: read from the models themselves, so nobody can forget one.

Apps above need not register. A model whose rows tell what once was, and by whom (history, a
signature), says `TELLS_WHAT_WAS = True`: such rows are never rewritten.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.apps import apps
from django.db.models import Model
from django.utils.translation import ngettext


@dataclass(frozen=True)
class Reference:
    """A foreign key that points at a model: which model has it, and what it is called there."""

    model: type[Model]
    field: str

    @property
    def label(self) -> str:
        return f"{self.model._meta.label_lower}.{self.field}"  # noqa: SLF001

    @classmethod
    def named(cls, label: str) -> Reference:
        model, _dot, field = label.rpartition(".")
        return cls(apps.get_model(model), field)

    def rows(self, key: int) -> Any:
        """Return what points at the row with this key, of whichever manager."""
        return self.model._base_manager.filter(**{self.field: key})  # noqa: SLF001


def references_to(model: type[Model]) -> list[Reference]:
    """Return every foreign key to this model, hidden ones too, but for its own and for history."""
    found = []
    for relation in model._meta.get_fields(include_hidden=True):  # noqa: SLF001
        if not relation.auto_created or relation.concrete:
            continue
        holder: Any = relation.related_model
        if holder is model or getattr(holder, "TELLS_WHAT_WAS", False):
            continue
        found.append(Reference(holder, relation.field.name))  # type: ignore[union-attr]
    return sorted(found, key=lambda one: one.label)


def in_words(keys: Mapping[str, Iterable[int]]) -> list[str]:
    """Say how much there is: "2 places", "1 internship". What nobody knows by name goes last."""
    counted: Counter[str] = Counter()
    for label, rows in keys.items():
        counted[label] += len(list(rows))
    told = [_counted(label, number) for label, number in counted.items() if number]
    other = sum(number for label, number in counted.items() if not _counted(label, number))
    rest = [ngettext("%(num)s other entry", "%(num)s other entries", other) % {"num": other}]
    return sorted(filter(None, told)) + (rest if other else [])


def _counted(label: str, n: int) -> str:
    words = {
        "sites.site.organisation": ngettext("%(num)s site", "%(num)s sites", n),
        "sites.opportunity.site": ngettext("%(num)s place", "%(num)s places", n),
        "sites.sitementor.site": ngettext("%(num)s mentor", "%(num)s mentors", n),
        "sites.sitementor.person": ngettext("%(num)s site", "%(num)s sites", n),
        "placements.placement.site": ngettext("%(num)s internship", "%(num)s internships", n),
        "placements.placement.mentor": ngettext("%(num)s internship", "%(num)s internships", n),
        "agreements.agreement.site": ngettext("%(num)s agreement", "%(num)s agreements", n),
        "agreements.certificate.site": ngettext("%(num)s certificate", "%(num)s certificates", n),
        "clearance.proof.site": ngettext("%(num)s proof", "%(num)s proofs", n),
        "clearance.proof.mentor": ngettext("%(num)s proof", "%(num)s proofs", n),
        "passes.pass.bearer": ngettext("%(num)s link", "%(num)s links", n),
    }
    return words[label] % {"num": n} if label in words else ""
