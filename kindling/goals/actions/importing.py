"""Bring in a CASE package: looked at first, then all of it in one transaction, or nothing.

What differs becomes the next version, so that what was judged by the one before keeps its words.
What is gone from its source stays, marked, where it stood. Nothing is ever fetched.
"""

from __future__ import annotations

from typing import Any

from django.db import DatabaseError, transaction
from django.db.models import Max
from django.tasks import task
from django.utils.translation import gettext as _

from kindling.goals import rules
from kindling.goals.case.comparing import Difference, compare
from kindling.goals.case.package import Package, Unreadable
from kindling.goals.case.reading import read_package
from kindling.goals.models import (
    Association,
    CaseFile,
    CaseImport,
    Framework,
    Goal,
    Progression,
)
from kindling.goals.planting import AT_ONCE, make_scale, plant
from kindling.goals.tree import paths_of
from kindling.history.steps import record, take_step
from kindling.kit.http import Refused, require
from kindling.schools.inside import inside
from kindling.schools.viewer import Viewer


@transaction.atomic
def upload_package(*, by: Viewer, file_name: str, content: bytes) -> CaseImport:
    """Read a package and say what it would change. Raises Unreadable; then nothing is kept."""
    require(rules.may_edit_goals(by))
    package = read_package(content)
    difference = compare(package, _before(package, by))
    imported: CaseImport = CaseImport.objects.create(
        school=by.school, file_name=file_name[-200:], title=package.title, by=by.person,
        counts=_counts(package, difference),
    )  # fmt: skip
    CaseFile.objects.create(school=by.school, parent=imported, content=content)
    record("caseimport.upload", imported, by=by, title=package.title)
    return imported


@transaction.atomic
def apply_package(imported: CaseImport, *, by: Viewer) -> None:
    """Begin to bring it in; a worker does it."""
    require(rules.may_edit_goals(by))
    take_step(imported, "apply", by=by, trouble="")
    carry_out_package.enqueue(imported.pk)


@task
def carry_out_package(import_id: int) -> None:
    """Bring it in, in the background; a failure is written down and nothing of it stays."""
    imported = CaseImport.objects.select_related("school", "by").get(pk=import_id)
    if imported.state != CaseImport.State.APPLYING:
        return
    by = Viewer.of_person(imported.by) if imported.by else Viewer.system(imported.school)
    with inside(imported.school):
        try:
            finish_import(imported, by=by)
        except (Unreadable, Refused, DatabaseError) as failure:
            known = isinstance(failure, Unreadable | Refused)
            trouble = str(failure) if known else _("The database refused it. Nothing was changed.")
            take_step(imported, "fail", by=by, trouble=trouble)


@transaction.atomic
def finish_import(imported: CaseImport, *, by: Viewer) -> None:
    """Read once more, write, and forget the file. Expects state applying."""
    package = read_package(bytes(imported.file.content))
    framework, difference = bring_in(package, by=by)
    take_step(
        imported, "finish", by=by, framework=framework, applied_at=by.school.now(),
        counts=_counts(package, difference),
    )  # fmt: skip
    CaseFile.objects.filter(parent=imported).delete()


@transaction.atomic
def discard_import(imported: CaseImport, *, by: Viewer) -> None:
    """Throw the file away."""
    require(rules.may_edit_goals(by))
    take_step(imported, "discard", by=by)
    CaseFile.objects.filter(parent=imported).delete()


@transaction.atomic
def bring_in(package: Package, *, by: Viewer) -> tuple[Framework, Difference]:
    """Write a package as the next version of its framework; the same one again changes nothing."""
    require(rules.may_edit_goals(by))
    # One at a time: two uploads of one package make one framework.
    type(by.school).objects.select_for_update().get(pk=by.school.pk)
    before = _before(package, by)
    difference = compare(package, before)
    if before is not None and difference.is_nothing:
        return before, difference
    if before is not None and before.state == Framework.State.PUBLISHED:
        take_step(before, "retire", by=by)
    framework = _framework(package, before, by)
    planted = _plant(framework, package, difference, by)
    _put_links(framework, package, before, by)
    _put_steps(framework, package, planted)
    record("framework.import", framework, by=by, **difference.counts())
    return framework, difference


def _before(package: Package, by: Viewer) -> Framework | None:
    """The last version that this package was brought in as."""
    versions = Framework.objects.filter(
        school=by.school, source=Framework.Source.CASE, identifier=package.identifier
    )
    return versions.order_by("-number").first()


def _framework(package: Package, before: Framework | None, by: Viewer) -> Framework:
    key = f"case-{package.identifier}"[:60]
    versions = Framework.objects.filter(school=by.school, key=key)
    now = by.school.now()
    made: Framework = Framework.objects.create(
        school=by.school, key=key, number=(versions.aggregate(m=Max("number"))["m"] or 0) + 1,
        state=Framework.State.PUBLISHED, source=Framework.Source.CASE,
        is_planned=before.is_planned if before else False, published_at=now,
        published_by=by.person, case=package.raw,
        **{
            name: getattr(package, name)
            for name in ("identifier", "title", "text", "creator", "language", "licence", "uri")
        },
    )  # fmt: skip
    return made


def _plant(
    framework: Framework, package: Package, difference: Difference, by: Viewer
) -> dict[str, Goal]:
    """Write the items, and what is gone below what it stood under, marked. Identifier → goal."""
    gone = {goal.identifier: goal for goal in (*difference.gone, *difference.was_gone)}
    parents = {item.identifier: item.parent for item in package.items}
    parents |= {key: goal.parent.identifier if goal.parent else None for key, goal in gone.items()}
    paths = paths_of(parents, [*(item.identifier for item in package.items), *gone])
    rows: list[dict[str, Any]] = [
        {**item.facts(), "path": paths[item.identifier]} for item in package.items
    ]
    now = by.school.now()
    names = ("identifier", "code", "kind", "title", "question", "text", "uri", "case")
    rows += [
        {
            **{name: getattr(goal, name) for name in names},
            "path": paths[key],
            "deprecated_at": goal.deprecated_at or now,
        }
        for key, goal in gone.items()
    ]
    for row in rows:
        row["order"] = int(row["path"][-4:])
    return {goal.identifier: goal for goal in plant(framework, rows).values()}


def _put_links(
    framework: Framework, package: Package, before: Framework | None, by: Viewer
) -> None:
    """Write the other associations; those that are gone stay, marked."""
    listed = {link.identifier for link in package.links}
    rows = [
        Association(
            school=by.school, framework=framework, identifier=link.identifier, kind=link.kind,
            origin=link.origin, destination=link.destination, case=link.raw,
        )
        for link in package.links
    ]  # fmt: skip
    gone = before.associations.all() if before else ()
    rows += [
        Association(
            school=by.school, framework=framework, identifier=one.identifier, kind=one.kind,
            origin=one.origin, destination=one.destination, case=one.case,
            deprecated_at=one.deprecated_at or by.school.now(),
        )
        for one in gone
        if one.identifier not in listed
    ]  # fmt: skip
    Association.objects.bulk_create(rows, batch_size=AT_ONCE)


def _put_steps(framework: Framework, package: Package, planted: dict[str, Goal]) -> None:
    """Write the scale of a package that a Kindling wrote."""
    if not package.steps:
        return
    levels = [{"mark": s.mark, "label": s.label, "text": s.text} for s in package.steps]
    scale, made = make_scale(framework.school, {"name": package.scale, "levels": levels})
    scale.direction = package.direction
    scale.save(update_fields=["direction"])
    framework.scale = scale
    framework.save(update_fields=["scale"])
    Progression.objects.bulk_create(
        Progression(school=framework.school, goal=planted[key], level=level, text=text)
        for level, step in zip(made, package.steps, strict=True)
        for key, text in step.texts.items()
        if key in planted and text
    )


def _counts(package: Package, difference: Difference) -> dict[str, int]:
    deepest = max(item.path.count(".") for item in package.items) + 1
    return {
        **difference.counts(),
        "items": len(package.items),
        "associations": len(package.links),
        "skipped": package.skipped,
        "deep": deepest,
    }
