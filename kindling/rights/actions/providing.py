"""Give what was decided: written in the log first, then made into one file, then sent."""

from __future__ import annotations

import logging
import tempfile
from datetime import timedelta
from pathlib import Path

from django.core.files import File
from django.core.files.storage import default_storage
from django.db import transaction
from django.tasks import task
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from kindling.chores.clockwork import every
from kindling.disclosures.actions import disclose
from kindling.disclosures.models import Basis, Disclosure
from kindling.history.steps import record, take_step
from kindling.kit.http import Refused, require
from kindling.notices.actions import notify
from kindling.passes.actions import make_pass
from kindling.rights import rules
from kindling.rights.actions.deciding import list_items
from kindling.rights.models import Bundle, RecordsItem, RecordsRequest
from kindling.rights.record.writing import write_bundle
from kindling.schools.inside import inside
from kindling.schools.viewer import Viewer

log = logging.getLogger(__name__)
DAYS = 30  # a link works


@transaction.atomic
def provide_records(asked: RecordsRequest, given: str, *, by: Viewer) -> None:
    """Give it, as a link, on paper or to look at here. Every item is decided about, or Refused."""
    require(rules.may_handle(by, asked))
    if list_items(asked, by=by) or _open_items(asked):
        raise Refused(_("Some of the record is not decided about yet. Look at those items first."))
    if given == RecordsRequest.Given.LINK and asked.asked_by is None:
        raise Refused(_("We know no address of theirs. Give it on paper, or show it here."))
    logged = _log(asked, by=by)
    take_step(
        asked, "provide", by=by, given=given, closed_by=by.person, closed_at=by.school.now(),
        disclosure=logged,
    )  # fmt: skip
    made = Bundle.objects.create(school=by.school, request=asked)
    record("bundle.begin", made, by=by)
    transaction.on_commit(lambda: make_bundle.enqueue(made.pk))


def _open_items(asked: RecordsRequest) -> bool:
    return RecordsItem.objects.filter(request=asked, decision=RecordsItem.Decision.OPEN).exists()


def _log(asked: RecordsRequest, *, by: Viewer) -> Disclosure:
    """One line of the log: to whom, how many items, how many were held back."""
    items = RecordsItem.objects.filter(request=asked)
    held = items.filter(decision=RecordsItem.Decision.HOLD).count()
    count = items.count() - held
    told = ngettext(
        "A copy of the record, %(num)s item", "A copy of the record, %(num)s items", count
    )
    what = told % {"num": count}
    why = _("They asked to see it on %(day)s") % {"day": asked.asked_on.isoformat()}
    return disclose(asked.student, asked.asker, what, why, consent=None, by=by, basis=Basis.RIGHT)


@task
def make_bundle(pk: int) -> str:
    """Write the file of one bundle, once; return its state. What is there is left as it is."""
    bundle = Bundle.objects.select_related(
        "request__student__person", "request__student__school", "request__asked_by", "school"
    ).get(pk=pk)
    if bundle.is_made:
        return bundle.state
    asked = bundle.request
    language = asked.asked_by.language if asked.asked_by else bundle.school.language
    try:
        with tempfile.TemporaryFile() as file:
            with translation.override(language), timezone.override(bundle.school.zone):
                sha256, size = write_bundle(file, asked)
            name = f"rights/{bundle.school.public_id}/{sha256}.zip"
            if not default_storage.exists(name):
                file.seek(0)
                name = default_storage.save(name, File(file, Path(name).name))
    except Exception as failure:
        log.exception("A bundle of a record could not be made")
        error = f"{type(failure).__name__}: {failure}"[:500]
        Bundle.objects.filter(pk=pk).update(error=error)
        return bundle.state
    keep_bundle(bundle, name, sha256, size, by=Viewer.system(bundle.school))
    return Bundle.State.MADE


@transaction.atomic
def keep_bundle(bundle: Bundle, name: str, sha256: str, size: int, *, by: Viewer) -> None:
    """Keep the first one that was made, and tell who asked."""
    waiting = Bundle.objects.filter(pk=bundle.pk, state=Bundle.State.WAITING)
    made = {"state": Bundle.State.MADE, "file": name, "sha256": sha256, "size": size}
    if not waiting.update(**made, made_at=timezone.now(), error=""):
        return
    record("bundle.make", bundle, by=by, sha256=sha256)
    asked = bundle.request
    if asked.given == asked.Given.LINK and asked.asked_by is not None:
        send_link(asked, by=by)


@transaction.atomic
def send_link(asked: RecordsRequest, *, by: Viewer) -> None:
    """Send who asked the link to what was given; every browser asks for a code."""
    if asked.asked_by is None:
        return
    held = make_pass(
        asked.asked_by, rules.GET_RECORDS, [asked.public_id], by=by, days=DAYS, needs_code=True,
        always_code=True, about=asked.student,
    )  # fmt: skip
    with inside(asked.school):
        context = {
            "student": asked.student.name,
            "is_own": asked.asked_by_id == asked.student.person_id,
        }
        notify(asked.asked_by, "rights/provided", context, by=by, link_id=held.public_id)
    record("records_request.send", asked, by=by)


@transaction.atomic
def note_taking(asked: RecordsRequest, *, by: Viewer) -> None:
    """Write down that what was given was saved."""
    require(rules.may_take(by, asked))
    record("bundle.take", asked.bundle, by=by)


@every(minutes=10)
def make_waiting_bundles() -> None:
    """A worker may have been killed: try again those that were not made."""
    late = Bundle.objects.filter(state=Bundle.State.WAITING)
    late = late.filter(created_at__lt=timezone.now() - timedelta(minutes=5)).order_by("pk")
    for pk in late.values_list("pk", flat=True)[:20]:
        make_bundle.enqueue(pk)
