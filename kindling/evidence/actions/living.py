"""A piece after it was kept: reflected on, shared, seen, taken away."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.db.models import F
from django.utils.translation import gettext as _

from kindling.evidence import rests, rules
from kindling.evidence.actions.showing import tell_mentors
from kindling.evidence.models import Evidence, EvidenceChoice, Tally
from kindling.history.steps import record, record_many, take_step
from kindling.kit.http import Refused, require
from kindling.people.models import Student
from kindling.schools.viewer import Viewer
from kindling.uploads.actions import drop_upload


@transaction.atomic
def change_evidence(
    evidence: Evidence, *, title: str, reflection: str, words: str | None = None, by: Viewer
) -> None:
    """Call it something else, reflect on it. Words of somebody else never change."""
    require(rules.may_write(by, evidence))
    facts: dict[str, Any] = {"title": title.strip(), "reflection": reflection.strip()}
    if words is not None and evidence.source == Evidence.Source.OWN:
        facts["words"] = words.strip()
    was = {
        name: getattr(evidence, name) for name in facts if getattr(evidence, name) != facts[name]
    }
    if not was:
        return
    Evidence.objects.filter(pk=evidence.pk).update(**facts)
    for name, value in facts.items():
        setattr(evidence, name, value)
    record("evidence.change", evidence, by=by, was=was)


@transaction.atomic
def share_evidence(evidence: Evidence, *, family: bool, mentor: bool, by: Viewer) -> None:
    """Let the family and the mentor of its project see it, or not any more."""
    require(rules.may_share(by, evidence))
    if (family or mentor) and not evidence.may_be_shown:
        raise Refused(
            _("Not everybody in this picture has said yes. It stays with you until then.")
        )
    if mentor and not evidence.for_mentor:
        tell_mentors(evidence, by=by)
    Evidence.objects.filter(pk=evidence.pk).update(for_family=family, for_mentor=mentor)
    evidence.for_family, evidence.for_mentor = family, mentor
    record("evidence.share", evidence, by=by, family=family, mentor=mentor)


@transaction.atomic
def mark_seen(student: Student, *, by: Viewer) -> int:
    """Whoever guides the student has seen all pieces so far; return how many were new."""
    require(rules.may_mark_seen(by, student))
    fresh = Evidence.objects.filter(
        school=by.school, student=student, state=Evidence.State.KEPT, seen_at__isnull=True
    )
    new = list(fresh)
    if new:
        fresh.filter(pk__in=[one.pk for one in new]).update(seen_at=by.school.now())
        record_many("evidence.see", new, by=by)
    return len(new)


@transaction.atomic
def remove_evidence(evidence: Evidence, *, by: Viewer) -> None:
    """Take it away: from every list at once. The file is deleted unless a judgement rests on it."""
    require(rules.may_remove(by, evidence))
    kept = rests.has_weight(evidence)
    take_step(evidence, "remove", by=by, detail={"file_kept": kept}, series=None)
    Tally.objects.filter(student=evidence.student_id, term=evidence.term_id).update(
        count=F("count") - 1
    )
    if evidence.upload is not None and not kept:
        drop_upload(evidence.upload, by=by)


@transaction.atomic
def choose_for_families(*, sees_all: bool, by: Viewer) -> None:
    """Families see every piece of their child, or what the child shares."""
    require(rules.may_choose(by))
    choice, _made = EvidenceChoice.objects.update_or_create(
        school=by.school, defaults={"family_sees_all": sees_all}
    )
    record("evidence.choose", choice, by=by, family_sees_all=sees_all)
