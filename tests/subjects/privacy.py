"""A count, a hold, and a lost phone of Ana's."""

from datetime import date

from kindling.privacy import actions
from kindling.privacy.models import Run

FIRST, LAST = date(2026, 10, 1), date(2026, 10, 13)


def add(maker) -> None:
    """Priya counted and holds Luis; Dana opened a case."""
    cast = maker.cast
    hold = actions.hold_student(cast.luis, "A court asks", by=cast.as_("priya"))
    run = Run.objects.create(
        school=cast.school, on=LAST, by=cast.priya, at=cast.school.now(), state=Run.State.READY
    )
    case = actions.report_breach(
        "device", cast.ana, "In the bus.", since_on=FIRST, until_on=LAST, by=cast.as_("dana")
    )
    maker.ids |= {
        "<slug:hold_id>": hold.public_id,
        "<slug:run_id>": run.public_id,
        "<slug:breach_id>": case.public_id,
        "<slug:duty_key>": "district",
    }
