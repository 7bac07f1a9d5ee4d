"""What is shown, and which guest may see it beforehand."""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import gettext as _

from kindling.evidence.models import Evidence
from kindling.exhibitions import rules
from kindling.exhibitions.models import Exhibition, Material, Panelist, Tick
from kindling.history.steps import record
from kindling.kit.http import Refused, require
from kindling.schools.viewer import Viewer

MOST = 30  # pieces of one exhibition


@transaction.atomic
def choose_material(exhibition: Exhibition, evidence: Evidence, *, by: Viewer) -> Material:
    """Show this piece. The student alone chooses; a piece twice is one."""
    require(rules.may_show(by, exhibition) and evidence.student_id == exhibition.student_id)
    _refuse_over(exhibition)
    count = Material.objects.filter(exhibition=exhibition).count()
    if count >= MOST:
        raise Refused(_("Thirty pieces are enough. Take one out first."))
    if not evidence.is_kept:
        raise Refused(_("This piece was taken away."))
    row, is_new = Material.objects.get_or_create(
        exhibition=exhibition, evidence=evidence,
        defaults={"school": by.school, "order": count + 1},
    )  # fmt: skip
    if is_new:
        record("material.choose", exhibition, by=by, evidence=evidence.public_id)
    return row


@transaction.atomic
def drop_material(material: Material, *, by: Viewer) -> None:
    """Show it no longer; nobody sees it from here any more."""
    require(rules.may_show(by, material.exhibition))
    _refuse_over(material.exhibition)
    record("material.drop", material.exhibition, by=by, evidence=material.evidence.public_id)
    material.delete()


@transaction.atomic
def tick_material(material: Material, panelists: list[Panelist], *, by: Viewer) -> None:
    """Let exactly these of the panel see the piece beforehand. The student alone ticks."""
    require(rules.may_show(by, material.exhibition))
    _refuse_over(material.exhibition)
    require(all(one.exhibition_id == material.exhibition_id for one in panelists))
    wanted = {one.pk for one in panelists}
    old = set(Tick.objects.filter(material=material).values_list("panelist", flat=True))
    Tick.objects.filter(material=material, panelist__in=old - wanted).delete()
    Tick.objects.bulk_create(
        [Tick(school=by.school, material=material, panelist_id=pk) for pk in sorted(wanted - old)],
        ignore_conflicts=True,
    )
    if wanted != old:
        names = sorted(one.public_id for one in panelists)
        record("material.tick", material, by=by, panelists=names)


def _refuse_over(exhibition: Exhibition) -> None:
    if exhibition.state in (*Exhibition.OVER, Exhibition.State.CALLED_OFF):
        raise Refused(_("This exhibition is over. What was shown stays as it was."))
