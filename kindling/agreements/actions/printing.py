"""Make the PDF of an agreement, once, in the background."""

from __future__ import annotations

import logging
from functools import partial

from django.db import transaction
from django.tasks import task
from django.utils import timezone

from kindling.agreements.models import Agreement, Paper
from kindling.agreements.sheet import LAYOUT, sheet_of
from kindling.chores.clockwork import every
from kindling.history.steps import record
from kindling.kit.files import keep_bytes
from kindling.schools.viewer import Viewer

log = logging.getLogger(__name__)


@transaction.atomic
def begin_paper(agreement: Agreement, *, by: Viewer) -> Paper:
    """Have the PDF of an agreement made, unless it is there or on its way."""
    paper, is_new = Paper.objects.get_or_create(
        agreement=agreement, defaults={"school": agreement.school}
    )
    if is_new:
        record("paper.begin", paper, by=by)
        transaction.on_commit(partial(print_paper.enqueue, paper.pk), robust=True)
    return paper


@task
def print_paper(pk: int) -> str:
    """Draw one paper and keep it; return its state. One that is there is left as it is."""
    paper = Paper.objects.select_related("agreement__school").get(pk=pk)
    if paper.state == Paper.State.MADE:
        return paper.state
    from kindling.paper.draw import draw  # noqa: PLC0415  (Typst is large)

    try:
        drawn, standard = draw(LAYOUT, sheet_of(paper.agreement))
    except Exception as failure:
        log.exception("A paper could not be made")
        Paper.objects.filter(pk=pk).update(error=f"{type(failure).__name__}: {failure}"[:500])
        return paper.state
    keep_paper(paper, drawn, standard, by=Viewer.system(paper.school))
    return Paper.State.MADE


@transaction.atomic
def keep_paper(paper: Paper, drawn: bytes, standard: str, *, by: Viewer) -> None:
    """Store a PDF under its own SHA-256. The first one stays, whoever else made one meanwhile."""
    name, digest = keep_bytes(f"agreements/{paper.school.public_id}", drawn, "pdf")
    waiting = Paper.objects.filter(pk=paper.pk, state=Paper.State.WAITING)
    if not waiting.update(
        state=Paper.State.MADE, file=name, sha256=digest, size=len(drawn), standard=standard,
        made_at=timezone.now(), error="",
    ):  # fmt: skip
        return
    record("paper.make", paper, by=by, sha256=digest)


@every(minutes=10)
def print_what_waits() -> None:
    """A worker may have been killed, or the disk full: try again those that were not made."""
    waiting = Paper.objects.filter(state=Paper.State.WAITING)
    for pk in waiting.order_by("pk").values_list("pk", flat=True)[:50]:
        print_paper.enqueue(pk)
