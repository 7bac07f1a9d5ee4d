"""What is promised in a talk, and that it was done."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from datetime import date

from django.db import transaction

from kindling.history.steps import record, take_step
from kindling.kit.http import Refused, require
from kindling.meetings.actions import keep_commitment, make_commitment
from kindling.meetings.models import Commitment
from kindling.schools.models import Person
from kindling.schools.viewer import Viewer
from kindling.talks import rules
from kindling.talks.models import Talk, TalkPromise


@dataclass(frozen=True, slots=True)
class Said:
    """A promise before it is written down."""

    owner: Person
    words: str
    due_on: date | None


@transaction.atomic
def promise(talk: Talk, said: Said, *, by: Viewer) -> Commitment:
    """Write down who does what by when. Raises ValidationError under "words" and "due_on"."""
    require(rules.may_write(by, talk, "notes"))
    facts = {"owner": said.owner, "words": said.words, "due_on": said.due_on}
    made = make_commitment(talk.student, by=by, **facts)  # type: ignore[arg-type]
    TalkPromise.objects.create(school=by.school, talk=talk, commitment=made)
    record("talk.promise", talk, by=by)
    if talk.is_over:
        with suppress(Refused):  # something was left to do before
            take_step(talk, "follow", by=by)
    return made


@transaction.atomic
def keep_promise(made: Commitment, *, by: Viewer) -> None:
    """It is done. With the last one the talk is closed. Doing it twice changes nothing."""
    if keep_commitment(made, by=by):
        for one in Talk.objects.filter(promises__commitment=made, state=Talk.State.FOLLOW_UP):
            close_if_done(one, by=by)


def close_if_done(talk: Talk, *, by: Viewer) -> None:
    """Close a talk of which nothing is left to do, for actions that have asked the rules."""
    if rules.promises_of(talk).filter(done_at__isnull=True).exists():
        return
    with suppress(Refused):  # somebody was faster
        take_step(talk, "close", by=by)
