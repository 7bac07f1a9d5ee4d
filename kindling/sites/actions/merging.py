"""Two entries are one: merge them, and undo it exactly."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from kindling.chores.clockwork import every
from kindling.history.steps import record
from kindling.kit.http import Refused, require
from kindling.schools.models import Membership, Person, School
from kindling.schools.roles import Role
from kindling.schools.viewer import Viewer
from kindling.search.passages import touch
from kindling.sites import rules
from kindling.sites.carrying import Journal, carry, change, change_back, kept, put_back, rename
from kindling.sites.composing import compose_mentor_quiet, compose_site_quiet, let_one_lead
from kindling.sites.models import (
    Apart,
    Commute,
    Kind,
    Merge,
    Opportunity,
    Organisation,
    Site,
    SiteMentor,
)

type Entry = Organisation | Site | Person

MODELS: dict[str, type[Entry]] = {
    Kind.ORGANISATION: Organisation, Kind.SITE: Site, Kind.MENTOR: Person,
}  # fmt: skip
# What is chosen together, and in this order on the page.
CHOICES: dict[str, dict[str, tuple[str, ...]]] = {
    Kind.ORGANISATION: {name: (name,) for name in ("name", "website")},
    Kind.SITE: {
        **{
            name: (name,)
            for name in (
                "name", "address", "city", "postal_code", "phone", "languages", "access",
                "entrance", "hospital",
            )
        },
        "position": ("latitude", "longitude", "near_metres"),
    },
    Kind.MENTOR: {
        "name": ("given_name", "family_name", "preferred_given_name", "preferred_family_name"),
        **{name: (name,) for name in ("pronouns", "email", "phone", "language")},
    },
}  # fmt: skip
FOLLOWED = timedelta(days=30)


@transaction.atomic
def merge(
    kind: Kind, stays: Entry, goes: Entry, *, of_other: frozenset[str] = frozenset(), by: Viewer
) -> Merge:
    """Let `stays` have all that hangs on `goes`. `of_other`: of which CHOICES the other's hold.

    Notes for staff are kept from both.

    Raises Refused when one of them was merged already, or when that mentor signs in.
    """
    require(rules.may_merge(by, kind) and stays.school_id == goes.school_id == by.school.pk)
    stays, goes = _locked(kind, stays.pk, goes.pk)
    _check(kind, stays, goes, by)
    journal = Journal()
    if isinstance(stays, Site) and isinstance(goes, Site):
        _one_leads(stays, goes, journal)
    _carry(stays, goes, journal, by)
    made = Merge(
        school=by.school, kind=kind, kept_id=stays.public_id, gone_id=goes.public_id,
        kept_name=stays.name, gone_name=goes.name, moved=journal.moved,
        values=_take_values(kind, stays, goes, of_other), changed=journal.changed,
        at=by.school.now(), by=by.person,
    )  # fmt: skip
    _save_once(made, goes)
    _mark(goes, stays.pk)
    _settle(kind, stays, goes, by)
    was = {name: str(before or "") for name, (before, _after) in made.values.items()}
    record(f"{kind}.merge", stays, by=by, name=made.gone_name, gone=goes.public_id, was=was)
    return made


@transaction.atomic
def undo_merge(merged: Merge, *, by: Viewer) -> list[str]:
    """Put everything back. Return the fields that somebody changed since: those stay as they are.

    Raises Refused when something that happened since makes it impossible, naming that.
    """
    kind = Kind(merged.kind)
    require(rules.may_merge(by, kind) and merged.school_id == by.school.pk)
    both = _both(merged)
    if both is None:
        raise Refused(
            _("This can’t be undone any more: since then this went elsewhere: %(what)s.")
            % {"what": merged.gone_name}
        )
    stays, goes = both
    _refuse_later(stays)
    live = Merge.objects.filter(pk=merged.pk, undone_at__isnull=True)
    if not live.update(undone_at=by.school.now(), undone_by=by.person):
        raise Refused(_("Someone was faster: this is undone already."))
    merged.refresh_from_db()
    put_back(merged.moved, goes.pk, stays.pk)
    change_back(merged.changed)
    changed_since = _give_values_back(stays, merged.values)
    _mark(goes, None)
    _settle(kind, stays, goes, by)
    record(f"{kind}.unmerge", stays, by=by, name=merged.gone_name)
    record(f"{kind}.unmerge", goes, by=by, name=merged.kept_name)
    return changed_since


@transaction.atomic
def keep_apart(kind: Kind, one: Entry, other: Entry, *, by: Viewer) -> None:
    """Remember that these two are not the same: they are not offered again. Twice is once."""
    require(rules.may_merge(by, kind) and one.school_id == other.school_id == by.school.pk)
    first, second = sorted([one.public_id, other.public_id])
    _row, made = Apart.objects.get_or_create(
        one_id=first, other_id=second,
        defaults={"school": by.school, "kind": kind, "by": by.person},
    )  # fmt: skip
    if made:
        record(f"{kind}.keep_apart", one, by=by, name=other.name)


@every(hours=1)
def follow_merges() -> None:
    """Carry over what was written to the one that is gone by somebody who had it open meanwhile."""
    for school in School.objects.filter(pk__in=_followed().values("school")):
        by = Viewer.system(school)
        for merged in _followed().filter(school=school, at__gte=by.school.now() - FOLLOWED):
            follow_merge(merged, by=by)


@transaction.atomic
def follow_merge(merged: Merge, *, by: Viewer) -> None:
    """The same for one merge. What moves now moves back with it, too."""
    require(by.is_a(Role.SYSTEM))
    kind = Kind(merged.kind)
    both = _both(merged)
    held = Merge.objects.select_for_update().filter(pk=merged.pk, undone_at__isnull=True).first()
    if held is None or both is None:
        return
    stays, goes = both
    journal = Journal()
    _carry(stays, goes, journal, by)
    if not journal.moved and not journal.changed:
        return
    for label, keys in journal.moved.items():
        held.moved[label] = sorted({*held.moved.get(label, []), *keys})
    held.changed += journal.changed
    held.save(update_fields=["moved", "changed"])
    record(f"{kind}.follow_merge", stays, by=by, name=held.gone_name)
    _settle(kind, stays, goes, by)


def _followed() -> Any:
    return Merge.objects.filter(undone_at__isnull=True)


def _locked(kind: Kind, *keys: int) -> tuple[Any, Any]:
    """Read both under a lock, always in the same order: two merges at once wait for each other."""
    rows = MODELS[kind]._base_manager.select_for_update().filter(pk__in=keys).order_by("pk")  # noqa: SLF001
    found = {row.pk: row for row in rows}
    if len(found) < 2:  # noqa: PLR2004
        raise Refused(_("Choose two different entries."))
    return found[keys[0]], found[keys[1]]


def _refuse_later(stays: Entry) -> None:
    later = Merge.objects.filter(gone_id=stays.public_id, undone_at__isnull=True).first()
    if later is not None:
        raise Refused(
            _("%(one)s is part of %(other)s since then. Undo that first.")
            % {"one": later.gone_name, "other": later.kept_name}
        )


def _both(merged: Merge) -> tuple[Any, Any] | None:
    """Both rows of a merge under a lock; None when one was deleted since (an import taken back)."""
    kind = Kind(merged.kind)
    found = MODELS[kind]._base_manager.filter(public_id__in=[merged.kept_id, merged.gone_id])  # noqa: SLF001
    keys = {row.public_id: row.pk for row in found}
    if len(keys) < 2:  # noqa: PLR2004
        return None
    return _locked(kind, keys[merged.kept_id], keys[merged.gone_id])


def _mark(goes: Any, into: int | None) -> None:
    type(goes)._base_manager.filter(pk=goes.pk).update(merged_into=into)  # noqa: SLF001


def _check(kind: Kind, stays: Any, goes: Any, by: Viewer) -> None:
    rules.refuse_merged(by, [stays.public_id, goes.public_id])
    if kind == Kind.MENTOR:
        _check_mentors(stays, goes)


def _check_mentors(stays: Person, goes: Person) -> None:
    """Only a mentor who is nothing else goes: nobody gains or loses a door by a merge."""
    for person in (stays, goes):
        if hasattr(person, "student"):
            raise Refused(_("%(name)s is a student here, so not a mentor.") % {"name": person})
        if person.suspended_at:
            raise Refused(
                _("%(name)s works with no students for now. Decide on that first.")
                % {"name": person.name}
            )
    worn = Membership.objects.filter(person=goes, until_on__isnull=True)
    if goes.user_id or worn.exclude(role=Role.MENTOR).exists():
        raise Refused(
            _("%(name)s signs in here or is more than a mentor. Keep this entry, not the other.")
            % {"name": goes.name}
        )


def _carry(stays: Any, goes: Any, journal: Journal, by: Viewer) -> None:
    """Carry all over. What names a site's organisation beside the site (a certificate) names the new."""
    carry(goes, stays, by.school.today(), journal)
    if isinstance(goes, Site) and goes.organisation_id != stays.organisation_id:
        for label, keys in list(journal.moved.items()):
            rename(label, keys, (goes.organisation_id, stays.organisation_id), journal)


def _one_leads(stays: Site, goes: Site, journal: Journal) -> None:
    """Where both have a lead, the one of the site that stays leads on."""
    leads = SiteMentor.objects.filter(is_lead=True, until_on__isnull=True)
    if leads.filter(site=stays).exists():
        for row in leads.filter(site=goes):
            change(row, "is_lead", False, journal)


def _take_values(kind: Kind, stays: Any, goes: Any, of_other: frozenset[str]) -> dict[str, Any]:
    """Write the chosen values to the one that stays; return field → [before, after]."""
    wanted = [name for group in of_other for name in CHOICES[kind].get(group, ())]
    values = {
        name: [kept(getattr(stays, name)), kept(getattr(goes, name))]
        for name in wanted
        if getattr(stays, name) != getattr(goes, name)
    }
    if isinstance(stays, Organisation) and goes.notes not in stays.notes:
        values["notes"] = [stays.notes, "\n\n".join(filter(None, [stays.notes, goes.notes]))]
    _write(stays, {name: after for name, (_before, after) in values.items()})
    return values


def _give_values_back(stays: Any, values: Mapping[str, Any]) -> list[str]:
    """Put back what nobody has changed since; return the names of the rest."""
    mine = {name for name, (_before, after) in values.items() if getattr(stays, name) == after}
    _write(stays, {name: values[name][0] for name in mine})
    return sorted(set(values) - mine)


def _write(entry: Any, values: dict[str, Any]) -> None:
    if not values:
        return
    for name, value in values.items():
        setattr(entry, name, value)
    names = list(values)
    if isinstance(entry, Person):
        entry.compose()
        names += ["name", "sort_name"]
    entry.save(update_fields=names)


def _save_once(made: Merge, goes: Entry) -> None:
    try:
        with transaction.atomic():
            made.save(force_insert=True)
    except IntegrityError:
        raise Refused(
            _("Someone was faster: %(one)s is part of another entry now. Look at them again.")
            % {"one": goes.name}
        ) from None


def _settle(kind: Kind, stays: Any, goes: Any, by: Viewer) -> None:
    """Work out again what is kept beside the rows: search, leads, rests."""
    both = [stays.pk, goes.pk]
    if kind == Kind.MENTOR:
        for person in (stays, goes):
            compose_mentor_quiet(person, by=by)
        return
    if kind == Kind.ORGANISATION:
        Opportunity.objects.filter(site__organisation__in=both).refresh_words()
        return
    for site in (stays, goes):
        let_one_lead(site)
        compose_site_quiet(site, by=by)
    Opportunity.objects.filter(site__in=both).refresh_words()
    Commute.objects.filter(opportunity__site__in=both).delete()
    touch(by.school.pk)  # what must fit: languages, ways in, where it is
