"""To the families, in one action; and what was released, put right."""

from __future__ import annotations

from datetime import date
from functools import partial

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import Sum, prefetch_related_objects
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from kindling.chores.clockwork import every
from kindling.history.steps import record, record_many
from kindling.kit.http import Refused, require
from kindling.narratives import rules
from kindling.narratives.actions.printing import print_versions
from kindling.narratives.actions.translating import translate_for_families
from kindling.narratives.content import PARTS, content_of, hash_of
from kindling.narratives.models import (
    Acknowledgement,
    Citation,
    Idea,
    Narrative,
    NarrativeRound,
    Part,
    Version,
)
from kindling.narratives.sources import piece_label
from kindling.narratives.words import count_words
from kindling.notices.actions import Letter, notify, notify_each
from kindling.plans.actions import Source, suggest_change
from kindling.plans.models import Suggestion
from kindling.schools.inside import inside
from kindling.schools.viewer import Viewer

State = Narrative.State
NAMED = 12  # how many names a sentence takes
MORNING = 6  # by the school's clock


@transaction.atomic
def release_round(round: NarrativeRound, *, by: Viewer, without: bool = False) -> int:
    """Give every narrative that is ready to its family; return how many.

    While one is not ready this is Refused with the names, unless `without` says to go without them.
    """
    require(rules.may_release(by) and round.school_id == by.school.pk)
    missing = [] if without else list(rules.not_ready(round))
    if missing:
        raise Refused(_missing_told(missing))
    rows = Narrative.objects.select_for_update(of=("self",)).filter(round=round, state=State.READY)
    ready: list[Narrative] = list(
        rows.select_related("student__person", "advisor", "round__term__year", "school")
        .prefetch_related(*PARTS)
        .order_by("pk")
    )
    if not ready:
        raise Refused(_("Nothing is ready to be released."))
    _say_what_is_shared(ready, by=by)
    made = [_make_version(one, by=by) for one in ready]
    keys = [one.pk for one in ready]
    Narrative.objects.filter(pk__in=keys).update(state=State.RELEASED, released_at=by.school.now())
    record_many("narrative.release", ready, by=by, round=round.public_id)
    NarrativeRound.objects.filter(pk=round.pk).update(planned_on=None, planned_by=None)
    _give_ideas(keys, by=by)
    _tell_family(ready, "narratives/released", by=by)
    _follow_up(made, by=by)
    return len(ready)


def _missing_told(missing: list[Narrative]) -> str:
    """Who is not ready, in one sentence."""
    names = ", ".join(one.student.name for one in missing[:NAMED])
    more = len(missing) - NAMED
    if more > 0:
        told = ngettext(
            "Not ready: %(names)s and %(num)s more. Wait for them, or release without them.",
            "Not ready: %(names)s and %(num)s more. Wait for them, or release without them.", more,
        )  # fmt: skip
        return told % {"names": names, "num": more}
    return _("Not ready: %(names)s. Wait, or release without them.") % {"names": names}


def _say_what_is_shared(narratives: list[Narrative], *, by: Viewer) -> None:
    """Name each cited piece as the family may read it today, not as it was when it was cited.

    A student can stop sharing a piece, or take it away, after the advisor cited it.
    """
    cited = [row for one in narratives for row in one.citations.all() if row.kind == "piece"]
    keys = [row.source.partition(":")[2] for row in cited]
    labels = {
        f"piece:{one.public_id}": piece_label(one)[:300]
        for one in rules.pieces_named(keys, by.school.pk)
        if not (one.for_family and one.is_kept)
    }
    changed = [row for row in cited if labels.get(row.source, row.label) != row.label]
    for row in changed:
        row.label = labels[row.source]
    Citation.objects.bulk_update(changed, ["label"], batch_size=200)


def _make_version(narrative: Narrative, *, by: Viewer, reason: str = "") -> Version:
    """Keep the words as they are now, for good. Call it inside an action that records."""
    content = content_of(narrative)
    narrative.version_count += 1
    version = Version(
        school=by.school, narrative=narrative, number=narrative.version_count, content=content,
        content_hash=hash_of(content), language=by.school.language, reason=reason, by=by.person,
        at=by.school.now(),
    )  # fmt: skip
    version.save()
    narrative.save(update_fields=["version_count"])
    return version


def _give_ideas(narratives: list[int], *, by: Viewer) -> None:
    """What the advisor suggests for the next plan waits in the student's plan from now on."""
    rows = Idea.objects.filter(narrative__in=narratives, given_at=None).order_by("pk")
    for one in rows.select_related("narrative__student__person", "narrative__round"):
        source = Source(Suggestion.Source.NARRATIVE, one.narrative.round.title)
        suggest_change(one.narrative.student, one.words, source=source, by=by)
    rows.update(given_at=by.school.now())


def _follow_up(versions: list[Version], *, by: Viewer) -> None:
    """In the background: on paper, and in the families' languages."""
    translate_for_families(versions, by=by)
    keys = [one.pk for one in versions]
    transaction.on_commit(partial(print_versions.enqueue, keys), robust=True)


def _tell_family(narratives: list[Narrative], kind: str, *, by: Viewer, reason: str = "") -> None:
    """A letter to each guardian and to the student, each in their language."""
    of: dict[int, Narrative] = {one.student_id: one for one in narratives}
    letters = []
    with inside(by.school):
        for row in rules.families_of(narratives):
            one = of[row.student_id]
            facts = {"narrative": one, "reason": reason, "own": False}
            letters.append(Letter(row.adult, facts, url=one.get_absolute_url()))
        for one in narratives:
            facts = {"narrative": one, "reason": reason, "own": True}
            letters.append(Letter(one.student.person, facts, url=one.get_absolute_url()))
        notify_each(letters, kind, by=by)


@transaction.atomic
def acknowledge(narrative: Narrative, *, by: Viewer) -> None:
    """I have read it. A second tap changes nothing; a correction asks again."""
    require(rules.may_acknowledge(by, narrative))
    version = Version.objects.filter(narrative=narrative).order_by("-number").first()
    if version is None or by.person is None:
        raise Refused(_("There is nothing to read yet."))
    _row, made = Acknowledgement.objects.get_or_create(
        version=version, person=by.person, defaults={"school": by.school, "at": by.school.now()}
    )
    if not made:
        return
    record("narrative.acknowledge", narrative, by=by, version=version.number)
    if not rules.is_about(by, narrative):
        rows = Narrative.objects.filter(pk=narrative.pk, acknowledged_at=None)
        rows.update(acknowledged_at=by.school.now())


@transaction.atomic
def begin_correction(narrative: Narrative, *, reason: str, by: Viewer) -> None:
    """Open a released narrative's words. What the family has stays until the correction is out."""
    require(rules.may_correct(by, narrative))
    rows = Narrative.objects.filter(pk=narrative.pk, state=State.RELEASED, correcting_why="")
    if not rows.update(correcting_why=reason.strip()):
        raise Refused(_("It is being put right already, or was not released."))
    record("narrative.begin_correction", narrative, by=by)


@transaction.atomic
def publish_correction(narrative: Narrative, *, by: Viewer) -> Version:
    """The next version, with its reason. The family gets a letter."""
    require(rules.may_correct(by, narrative))
    rows = Narrative.objects.select_for_update(of=("self",))
    found: Narrative = rows.select_related(
        "student__person", "advisor", "round__term__year", "school"
    ).get(pk=narrative.pk)
    if not found.correcting_why:
        raise Refused(_("It is not being put right. Say first why."))
    prefetch_related_objects([found], *PARTS)
    _say_what_is_shared([found], by=by)
    last = Version.objects.filter(narrative=found).order_by("-number").first()
    if last is not None and hash_of(content_of(found)) == last.content_hash:
        raise Refused(_("No word is different. Change it first, or leave it as it is."))
    reason, found.correcting_why = found.correcting_why, ""
    version = _make_version(found, by=by, reason=reason)
    found.save(update_fields=["correcting_why"])
    record("narrative.publish_correction", found, by=by, version=version.number)
    _give_ideas([found.pk], by=by)
    _tell_family([found], "narratives/corrected", by=by, reason=reason)
    _follow_up([version], by=by)
    return version


@transaction.atomic
def drop_correction(narrative: Narrative, *, by: Viewer) -> None:
    """Leave what was released as it is. The words go back to those of the last version."""
    require(rules.may_correct(by, narrative))
    rows = Narrative.objects.filter(pk=narrative.pk).exclude(correcting_why="")
    if not rows.update(correcting_why=""):
        raise Refused(_("It is not being put right. Say first why."))
    last = Version.objects.filter(narrative=narrative).order_by("-number").first()
    # By key: a heading can have got another title since, and two can have the same.
    written = {one["key"]: one["advisor"] for one in (last.content["sections"] if last else [])}
    for part in Part.objects.filter(narrative=narrative, voice="advisor").select_related("section"):
        text = written.get(part.section.public_id, "")
        Part.objects.filter(pk=part.pk).update(text=text, words=count_words(text))
    words = Part.objects.filter(narrative=narrative, voice="advisor").aggregate(n=Sum("words"))
    Narrative.objects.filter(pk=narrative.pk).update(advisor_words=words["n"] or 0)
    Idea.objects.filter(narrative=narrative, given_at=None).delete()
    record("narrative.drop_correction", narrative, by=by)


@transaction.atomic
def plan_release(
    round: NarrativeRound, on: date | None, *, by: Viewer, without: bool = False
) -> None:
    """Release by itself on the morning of a day; None takes that back."""
    require(rules.may_release(by) and round.school_id == by.school.pk)
    if on is not None and on < by.school.today():
        raise Refused(_("Choose a day that is still to come."))
    round.planned_on, round.planned_by = on, by.person if on else None
    round.planned_without, round.planned_said_on = without, None
    names = ["planned_on", "planned_by", "planned_without", "planned_said_on"]
    round.save(update_fields=names)
    record("narrative_round.plan_release", round, by=by, on=str(on or ""))


@every(minutes=15)
def release_what_is_planned() -> None:
    """On its day, from six in the morning: out to the families, or a word to who planned it."""
    rows = NarrativeRound.objects.filter(planned_on__isnull=False, state=NarrativeRound.State.OPEN)
    for one in rows.select_related("school", "term__year", "planned_by").order_by("pk"):
        now = one.school.now()
        is_due = one.planned_on is not None and one.planned_on <= now.date()
        if is_due and now.hour >= MORNING and one.planned_said_on is None:
            _release_planned(one)


@transaction.atomic
def _release_planned(round: NarrativeRound) -> None:
    by = Viewer.of_person(round.planned_by) if round.planned_by else Viewer.system(round.school)
    try:
        with transaction.atomic():
            release_round(round, by=by, without=round.planned_without)
    except (Refused, PermissionDenied) as why:
        today = round.school.today()
        NarrativeRound.objects.filter(pk=round.pk).update(planned_said_on=today)
        record("narrative_round.not_released", round, by=Viewer.system(round.school))
        if round.planned_by is not None:
            with inside(round.school):
                url = round.get_absolute_url() + "release/"
            context = {"round": round, "why": str(why)}
            notify(round.planned_by, "narratives/not_released", context, by=by, url=url)
