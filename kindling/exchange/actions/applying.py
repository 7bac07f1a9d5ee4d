"""Do what the preview promised, in the background and in one transaction."""

from __future__ import annotations

from django.db import DatabaseError, transaction
from django.tasks import task
from django.utils.translation import gettext as _

from kindling.exchange import rules
from kindling.exchange.actions.writing import Tell, write_plan
from kindling.exchange.founding import found_calendar
from kindling.exchange.keeping import keep_changes, shelve_again
from kindling.exchange.models import Import, ImportFile
from kindling.exchange.planning.internships import leaving_busy
from kindling.exchange.planning.making import Made, findings_of, make_plan
from kindling.history.steps import take_step
from kindling.kit.http import Refused, require
from kindling.placements.actions import end_everything
from kindling.schools.inside import inside
from kindling.schools.viewer import Viewer


@transaction.atomic
def apply_import(imported: Import, *, by: Viewer) -> None:
    """Begin to apply. A file with a fault, or that changes nothing, is refused."""
    require(rules.may_import(by, imported.kind))
    _refuse_what_cannot_be_applied(imported)
    take_step(imported, "apply", by=by, progress=1)
    carry_out_import.enqueue(imported.pk, by.person_id)


@transaction.atomic
def apply_at_once(imported: Import, *, by: Viewer, tell: Tell) -> None:
    """Apply without a worker, telling how far it is (commands). Raises Refused like apply_import."""
    require(rules.may_import(by, imported.kind))
    _refuse_what_cannot_be_applied(imported)
    take_step(imported, "apply", by=by)
    do_import(imported, by=by, tell=tell)


def _may_skip_rows(imported: Import) -> bool:
    """Rows of a spreadsheet stand alone; a package, or a complete list, is whole or nothing."""
    return imported.is_sheet and not imported.is_complete


def _refuse_what_cannot_be_applied(imported: Import) -> None:
    """Raise Refused with the reason, or return."""
    if imported.total_of("faults") and not _may_skip_rows(imported):
        raise Refused(_("Something in the file is wrong. Mend it, then hand it in again."))
    if imported.changes_nothing:
        raise Refused(_("There is nothing to apply: the school is already as the file says."))


@task
def carry_out_import(import_id: int, person_id: int | None) -> None:
    """Apply in the background; a failure is written down and nothing of it stays."""
    imported = Import.objects.select_related("school", "by").get(pk=import_id)
    if imported.state != Import.State.APPLYING:
        return
    viewer = Viewer.system(imported.school)
    if imported.by and imported.by_id == person_id:
        viewer = Viewer.of_person(imported.by)
    with inside(imported.school):
        try:
            do_import(imported, by=viewer, tell=_progress_of(imported))
        except (Refused, DatabaseError) as failure:
            reason = str(failure) if isinstance(failure, Refused) else _broken()
            findings = {"failure": reason, **imported.findings}
            take_step(imported, "fail", by=viewer, findings=findings, progress=0)


def do_import(imported: Import, *, by: Viewer, tell: Tell) -> Made:
    """Read and compare once more, then write all of it, or nothing. Expects state applying."""
    tell(_("Reading the file"), 0)
    content = bytes(imported.file.content)
    with transaction.atomic():
        made = make_plan(imported, content)
        if made.log.faults and not _may_skip_rows(imported):
            raise Refused(_("Something changed since the preview. Look at it again."))
        for student in leaving_busy(made.plan, imported.school):
            end_everything(student, by=by)
        write_plan(imported, made.plan, by=by, tell=tell)
        keep_changes(imported, made.plan)
        shelve_again(imported)
        ImportFile.objects.filter(parent=imported).delete()
        _keep_org(imported, made)
        found_calendar(imported.school, made.calendar)
        take_step(
            imported, "finish", by=by, progress=100, samples=[], applied_at=by.school.now(),
            counts=made.plan.counts(), findings=findings_of(made.log, made.schools),
        )  # fmt: skip
    return made


def _keep_org(imported: Import, made: Made) -> None:
    """From now on the school knows which one it is in the roster system."""
    school = imported.school
    if made.org and not school.source_id:
        school.source_id = made.org
        school.save(update_fields=["source_id"])


def _progress_of(imported: Import) -> Tell:
    """Write the progress down while no transaction holds the database."""

    def tell(what: str, count: int) -> None:
        if not transaction.get_connection().in_atomic_block:
            Import.objects.filter(pk=imported.pk).update(progress=10)

    return tell


def _broken() -> str:
    return _("The database refused the rows. Nothing was changed. Preview the file again.")
