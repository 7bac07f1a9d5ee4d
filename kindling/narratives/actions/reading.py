"""Handing in, reading, giving back."""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import gettext as _

from kindling.history.steps import record, take_step
from kindling.kit.http import Refused, require
from kindling.narratives import rules
from kindling.narratives.models import Narrative, NarrativeRound, Part, Review, Section, Voice
from kindling.notices.actions import notify
from kindling.schools.inside import inside
from kindling.schools.models import Person
from kindling.schools.viewer import Viewer

Kind, Verdict = Review.Kind, Review.Verdict


@transaction.atomic
def submit_narrative(narrative: Narrative, *, by: Viewer, reader: Person | None = None) -> None:
    """The advisor is done. It goes to a reader, the principal, or is ready, as the round says."""
    require(rules.may_write(by, narrative, Voice.ADVISOR))
    _must_be_whole(narrative)
    asked_before = Review.objects.filter(narrative=narrative, verdict=Verdict.RETURNED).last()
    of = narrative.round
    if of.reader_reads and _reader_next(narrative):
        if reader is None and asked_before is not None and asked_before.kind == Kind.READER:
            reader = asked_before.reader
        if reader is None:
            raise Refused(_("Choose who reads it first."))
        require(rules.possible_readers(by).filter(pk=reader.pk).exists())
        take_step(narrative, "submit", by=by)
        _ask(narrative, Kind.READER, reader, by)
    elif of.principal_reads:
        take_step(narrative, "submit", by=by)
        _ask(narrative, Kind.PRINCIPAL, None, by)
    else:
        take_step(narrative, "approve", by=by)


def _reader_next(narrative: Narrative) -> bool:
    """A reader reads once; what the principal gave back goes to the principal again."""
    passed = Review.objects.filter(narrative=narrative, kind=Kind.READER, verdict=Verdict.PASSED)
    return not passed.exists()


def _must_be_whole(narrative: Narrative) -> None:
    """Refuse while a heading that the advisor writes is empty, naming it."""
    if narrative.round.state != NarrativeRound.State.OPEN:
        raise Refused(_("This round is kept as it is. Begin another one."))
    written = Part.objects.filter(narrative=narrative, voice=Voice.ADVISOR, words__gt=0)
    rows = Section.objects.filter(round=narrative.round_id, advisor_words__gt=0)
    empty = rows.exclude(pk__in=written.values("section")).values_list("title", flat=True)
    if empty:
        told = _("Nothing stands below: %(titles)s. Write a sentence, then hand it in.")
        raise Refused(told % {"titles": ", ".join(f"“{one}”" for one in empty)})


def _ask(narrative: Narrative, kind: str, reader: Person | None, by: Viewer) -> None:
    Review.objects.create(
        school=by.school, narrative=narrative, kind=kind, reader=reader, asked_at=by.school.now()
    )
    if reader is not None:
        with inside(by.school):
            url = narrative.get_absolute_url()
        notify(reader, "narratives/read", {"narrative": narrative, "by": by.person}, by=by, url=url)


@transaction.atomic
def take_back(narrative: Narrative, *, by: Viewer) -> None:
    """The advisor writes on before anybody said anything."""
    require(rules.may_write(by, narrative, Voice.ADVISOR))
    take_step(narrative, "return", by=by)
    Review.objects.filter(narrative=narrative, verdict=Verdict.WAITING).delete()


@transaction.atomic
def pass_on(narrative: Narrative, *, by: Viewer, comment: str = "") -> None:
    """Read, and good: to the principal, or ready for the family."""
    review = _say(narrative, Verdict.PASSED, comment, by)
    if review.kind == Kind.READER and narrative.round.principal_reads:
        record("narrative.pass_on", narrative, by=by, kind=review.kind)
        _ask(narrative, Kind.PRINCIPAL, None, by)
    else:
        take_step(narrative, "approve", by=by)


@transaction.atomic
def give_back(narrative: Narrative, *, comment: str, by: Viewer) -> None:
    """Back to the advisor with a comment, also one that was ready."""
    if narrative.state == Narrative.State.READY:
        require(rules.may_return(by, narrative))
        _note_return(narrative, comment, by)
    else:
        _say(narrative, Verdict.RETURNED, comment, by)
    take_step(narrative, "return", by=by)
    if narrative.advisor is not None:
        with inside(by.school):
            url = narrative.get_absolute_url()
        context = {"narrative": narrative, "by": by.person}
        notify(narrative.advisor, "narratives/returned", context, by=by, url=url)


def _note_return(narrative: Narrative, comment: str, by: Viewer) -> None:
    now = by.school.now()
    Review.objects.create(
        school=by.school, narrative=narrative, kind=Kind.PRINCIPAL, reader=by.person,
        verdict=Verdict.RETURNED, comment=comment.strip(), asked_at=now, said_at=now,
    )  # fmt: skip


def _say(narrative: Narrative, verdict: str, comment: str, by: Viewer) -> Review:
    """Close the reading that is open. Two who say it at once: one wins."""
    review = Review.objects.filter(narrative=narrative, verdict=Verdict.WAITING).first()
    if review is None:
        raise Refused(_("Nobody has to read this now. Open it again."))
    require(rules.may_review(by, review))
    rows = Review.objects.filter(pk=review.pk, verdict=Verdict.WAITING)
    facts = {"verdict": verdict, "comment": comment.strip(), "said_at": by.school.now()}
    if not rows.update(reader=by.person, **facts):
        raise Refused(_("Nobody has to read this now. Open it again."))
    return review
