"""What a piece has to do with, and which drafts belong together."""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import gettext as _

from kindling.evidence import rules
from kindling.evidence.models import Evidence, Series, Tag
from kindling.evidence.tagging import Targets, found_by
from kindling.history.steps import record
from kindling.kit.http import Refused, require
from kindling.schools.viewer import Viewer


@transaction.atomic
def put_tags(evidence: Evidence, targets: Targets, *, by: Viewer) -> None:
    """Add tags; one that is there already stays. What is not the student's own is left out."""
    require(rules.may_change(by, evidence))
    if not targets:
        return
    for kind, ids in targets.ids.items():
        for thing in found_by(kind, evidence.student, ids):
            Tag.objects.get_or_create(
                evidence=evidence, **{kind: thing}, defaults={"school": by.school}
            )
    record("evidence.tag", evidence, by=by, targets=targets.ids)


@transaction.atomic
def take_tag(tag: Tag, *, by: Viewer) -> None:
    """Take one off again."""
    require(rules.may_change(by, tag.evidence))
    record("evidence.untag", tag.evidence, by=by, target=str(tag.target))
    tag.delete()


@transaction.atomic
def put_in_series(evidence: Evidence, series: str, *, by: Viewer) -> Series:
    """Keep it together with earlier drafts. series: a public id, or the words for a new one."""
    require(rules.may_change(by, evidence))
    mine = Series.objects.filter(school=by.school, student=evidence.student)
    found = mine.filter(public_id=series).first() or mine.filter(title=series).first()
    if found is None:
        if not series.strip():
            raise Refused(_("Say what these drafts are for."))
        found = Series.objects.create(
            school=by.school, student=evidence.student, title=series.strip()[:120]
        )
    Evidence.objects.filter(pk=evidence.pk).update(series=found)
    evidence.series = found
    record("evidence.series", evidence, by=by, series=found.public_id)
    return found
