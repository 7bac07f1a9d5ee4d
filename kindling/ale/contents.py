"""Does a student's plan of this term have what the rule pack asks of it?"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from kindling.ale.models import AlePlace
from kindling.plans.models import Plan, PlanItem, Signature, Version


@dataclass(frozen=True)
class Content:
    """One thing the plan must have. `mend`: what to do when it is not there."""

    label: str
    is_there: bool
    mend: str


@dataclass(frozen=True)
class Contents:
    """All of it, and the plan it was read from."""

    plan: Plan | None
    contents: tuple[Content, ...]

    @property
    def missing(self) -> int:
        return sum(not one.is_there for one in self.contents)


def contents_of(place: AlePlace) -> Contents:
    """Read the plan of this term. Three statements; what is not in a plan stands in the place."""
    today = place.school.today()
    plans = Plan.objects.filter(
        student=place.student_id, term__starts_on__lte=today, term__ends_on__gte=today
    )
    plan = plans.order_by("-term__starts_on").first()
    rows = PlanItem.objects.filter(plan=plan, dropped_at__isnull=True) if plan else []
    items = list(rows)
    signed = plan is not None and Signature.objects.filter(
        signer__version__plan=plan, signer__version__state=Version.State.IN_FORCE,
        person=place.teacher_id,
    ).exists()  # fmt: skip
    return Contents(plan, (*_of_items(items), *_of_place(place, signed=signed)))


def _of_items(items: list[PlanItem]) -> Iterable[Content]:
    """Every piece of the plan needs each of these."""

    def all_have(*fields: str) -> bool:
        return bool(items) and all(any(_filled(one, f) for f in fields) for one in items)

    dated = all_have("starts_on") and all_have("ends_on")
    yield Content(_("Dates"), dated, _("Give every piece of the plan a first and a last day."))
    yield Content(
        _("Goals"), all_have("objectives"), _("Say of every piece what is to be learned.")
    )
    yield Content(_("Materials"), all_have("resources"), _("Say of every piece what it needs."))
    judged = all_have("on_the_way", "at_exhibition")
    yield Content(
        _("How learning is judged"), judged, _("Say of every piece what there will be to show.")
    )


def _filled(item: PlanItem, field: str) -> bool:
    value: Any = getattr(item, field)
    return bool(value.strip() if isinstance(value, str) else value)


def _of_place(place: AlePlace, *, signed: bool) -> Iterable[Content]:
    yield Content(_("Hours a week"), place.hours_week is not None, _("Set the hours on this page."))
    yield Content(_("How contact is kept"), bool(place.contact_how), _("Set it on this page."))
    yield Content(
        _("Approved by the certificated teacher"), signed,
        _("The teacher signs the plan of this term."),
    )  # fmt: skip
