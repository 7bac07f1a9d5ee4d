"""Narratives on paper: one by one as they are released, and a whole round in one ZIP."""

from __future__ import annotations

import logging
import tempfile
import zipfile
from collections.abc import Iterable
from datetime import timedelta
from functools import partial
from typing import Any

from django.core.files.base import File
from django.core.files.storage import default_storage
from django.db import transaction
from django.tasks import task
from django.utils import timezone
from django.utils.crypto import get_random_string
from django.utils.translation import gettext as _

from kindling.chores.clockwork import every
from kindling.history.steps import record, take_step
from kindling.kit.http import Refused, require
from kindling.narratives import rules
from kindling.narratives.copying import Wanted, draw_copy, wanted
from kindling.narratives.models import Copy, NarrativeRound, Printing, Version
from kindling.schools.viewer import Viewer

log = logging.getLogger(__name__)
STAYS = timedelta(days=7)
TELLS = 10  # sheets between two words about how far it is


def keep_copy(one: Wanted, *, by: Viewer) -> Copy:
    """The copy with these words, drawn if there is none. Two at once keep one."""
    facts = {"version": one.version, "language": one.language, "sheet_hash": one.address}
    found = Copy.objects.filter(**facts).first()
    if found is not None:
        return found
    drawn = draw_copy(one)
    names = ("school", "file", "sha256", "size", "standard")
    with transaction.atomic():
        defaults = {name: getattr(drawn, name) for name in names}
        copy, made = Copy.objects.get_or_create(**facts, defaults=defaults)
        if made:
            record("narrative_copy.make", copy, by=by, language=one.language)
    return copy


@transaction.atomic
def ask_for_copy(version: Version, language: str, *, by: Viewer) -> None:
    """Have the PDF of one version made."""
    require(rules.visible_versions(by).filter(pk=version.pk).exists())
    record("narrative_copy.ask", version.narrative, by=by, language=language)
    transaction.on_commit(partial(print_versions.enqueue, [version.pk], language), robust=True)


@task
def print_versions(keys: list[int], language: str = "") -> int:
    """Draw these versions in a language ("": the school's); return how many. Safe to run twice."""
    rows = Version.objects.filter(pk__in=keys).select_related("narrative", "school").order_by("pk")
    for version in rows:
        chosen = language or version.language
        translated = version.translations.filter(language=chosen).first()
        keep_copy(wanted(version, chosen, translated), by=Viewer.system(version.school))
    return len(keys)


@transaction.atomic
def begin_printing(
    round: NarrativeRound, *, in_family_language: bool = False, by: Viewer
) -> Printing:
    """Begin to print a round. While one is being made, no second one is."""
    require(rules.may_print_all(by) and round.school_id == by.school.pk)
    busy = Printing.objects.filter(round=round, state=Printing.State.WAITING)
    if busy.exists():
        raise Refused(_("This round is being printed already."))
    total = rules.latest_versions(round).count()
    if not total:
        raise Refused(_("Nothing of this round is released yet."))
    printing: Printing = Printing.objects.create(
        school=by.school, round=round, by=by.person, at=by.school.now(), total=total,
        in_family_language=in_family_language,
    )  # fmt: skip
    record("narrative_round.print", round, by=by, count=total)
    transaction.on_commit(partial(make_printing.enqueue, printing.pk), robust=True)
    return printing


@task
def make_printing(pk: int) -> str:
    """Draw what is not drawn yet, tell how far it is, and pack all. A killed one goes on here."""
    printing = Printing.objects.select_related("round", "school").get(pk=pk)
    if printing.state != Printing.State.WAITING:
        return printing.state
    by = Viewer.system(printing.school)
    try:
        copies = _draw_all(printing, by)
        kept, size = _pack(printing, copies)
    except Exception:
        # Whatever it was (a full disk, a sheet that Typst refuses): while it waits for ever, nobody
        # can begin another one.
        log.exception("A round could not be printed")
        return _end(printing, "fail", by)
    return _end(printing, "finish", by, file=kept, size=size, done=printing.total)


def _end(printing: Printing, verb: str, by: Viewer, **facts: Any) -> str:
    """Two workers can have made it, when one was taken for dead: the second one's ZIP goes."""
    try:
        take_step(printing, verb, by=by, **facts)
    except Refused:
        if facts:
            default_storage.delete(facts["file"])
    return printing.state


def _draw_all(printing: Printing, by: Viewer) -> list[tuple[str, Copy]]:
    """Every sheet with its place in the ZIP. What an earlier try drew is taken as it is."""
    versions = list(rules.latest_versions(printing.round))
    languages = _languages(printing, versions)
    there = {
        (one.version_id, one.language, one.sheet_hash): one
        for one in Copy.objects.filter(version__in=versions)
    }
    found = []
    for number, version in enumerate(versions, 1):
        language = languages.get(version.narrative.student_id, version.language)
        translated = next((t for t in version.translations.all() if t.language == language), None)
        one = wanted(version, language, translated)
        copy = there.get((version.pk, language, one.address)) or keep_copy(one, by=by)
        found.append((f"{number:03}-{one.called}", copy))
        if number % TELLS == 0:
            Printing.objects.filter(pk=printing.pk).update(done=number)
    return found


def _languages(printing: Printing, versions: list[Version]) -> dict[int, str]:
    """The language of each student's first guardian, where the round is printed so."""
    found: dict[int, str] = {}
    if printing.in_family_language:
        for row in rules.families_of([one.narrative for one in versions]):
            found.setdefault(row.student_id, row.adult.language)
    return found


def _pack(printing: Printing, copies: Iterable[tuple[str, Copy]]) -> tuple[str, int]:
    """Put the PDFs into one ZIP; return its name in the storage and its size."""
    with tempfile.TemporaryFile() as file:
        with zipfile.ZipFile(file, "w", zipfile.ZIP_STORED) as packed:
            for name, copy in copies:
                with default_storage.open(copy.file, "rb") as sheet:
                    packed.writestr(name, sheet.read())
        size = file.tell()
        file.seek(0)
        name = f"narratives/{printing.school.public_id}/{get_random_string(24)}.zip"
        return default_storage.save(name, File(file)), size


@every(minutes=30)
def go_on_printing() -> None:
    """A worker may have been killed for good: what was begun long ago is begun again."""
    before = timezone.now() - timedelta(minutes=30)
    waiting = Printing.objects.filter(state=Printing.State.WAITING, created_at__lt=before)
    for pk in waiting.order_by("pk").values_list("pk", flat=True)[:20]:
        make_printing.enqueue(pk)


@every(hours=6)
def sweep_printings() -> None:
    """After a week a ZIP is deleted; it can be made again any time."""
    rows = Printing.objects.exclude(state=Printing.State.GONE)
    for one in rows.filter(created_at__lt=timezone.now() - STAYS).select_related("school")[:100]:
        name = one.file
        take_step(one, "delete", by=Viewer.system(one.school), file="")
        if name:
            default_storage.delete(name)
