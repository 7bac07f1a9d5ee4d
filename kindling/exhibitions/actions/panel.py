"""Who sits on the panel: named, allowed, asked, answering, taken off."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from kindling.exhibitions import rules
from kindling.exhibitions.actions.inviting import invite_named, write
from kindling.exhibitions.calendars import CANCEL
from kindling.exhibitions.letters import facts
from kindling.exhibitions.models import Exhibition, Panelist, Part
from kindling.history.steps import record, take_step
from kindling.kit.http import Refused, require
from kindling.notices.actions import notify_many
from kindling.schools.inside import inside
from kindling.schools.models import Person
from kindling.schools.viewer import Viewer

MOST = 12  # on one panel
State = Panelist.State


@transaction.atomic
def name_panelist(
    exhibition: Exhibition, person: Person, *, is_remote: bool = False, by: Viewer
) -> Panelist:
    """Put somebody whom the school knows on the panel; they are asked as soon as there is a date."""
    require(rules.may_prepare(by, exhibition))
    part = rules.part_for(by, exhibition, person)
    require(part is not None)
    _refuse_full(exhibition)
    row, is_new = Panelist.objects.get_or_create(
        exhibition=exhibition, person=person,
        defaults={
            "school": by.school, "part": part or Part.STAFF, "name": person.name, "language": person.language,
            "needs_interpreter": _needs(person, by), "is_remote": is_remote, "by": by.person,
        },
    )  # fmt: skip
    if not is_new:
        _bring_back(row, part or row.part, is_remote=is_remote)
    record("panelist.name", exhibition, by=by, person=person.public_id, part=row.part)
    invite_named(exhibition, by=by)
    return row


def _bring_back(row: Panelist, part: str, *, is_remote: bool) -> None:
    if row.off_at is None:
        raise Refused(_("%(name)s is on the panel already.") % {"name": row.name})
    row.off_at, row.state, row.part, row.is_remote = None, State.NAMED, part, is_remote
    row.is_invited, row.note, row.answered_at = False, "", None
    row.save(
        update_fields=[
            "off_at", "state", "part", "is_remote", "is_invited", "note", "answered_at",
        ]
    )  # fmt: skip


def _needs(person: Person, by: Viewer) -> bool:
    """Who reads another language than the school's is asked whether they need an interpreter."""
    return person.language[:2] != "en"


def _refuse_full(exhibition: Exhibition) -> None:
    """Lock it, so that two who invite at once do not pass the limit; refuse what is over."""
    locked = Exhibition.objects.select_for_update().get(pk=exhibition.pk)
    if not locked.is_ahead:
        raise Refused(_("This exhibition is over. Nobody can be asked any more."))
    rows = Panelist.objects.filter(exhibition=exhibition, off_at__isnull=True)
    if rows.exclude(state=State.REFUSED).count() >= MOST:
        raise Refused(_("This panel is full. Take somebody off first."))


@transaction.atomic
def propose_guest(
    exhibition: Exhibition,
    *,
    name: str,
    email: str = "",
    phone: str = "",
    who: str = "",
    language: str = "en",
    needs_interpreter: bool = False,
    is_remote: bool = False,
    by: Viewer,
) -> Panelist:
    """Name somebody the school does not know. No letter leaves before staff say yes.

    Staff's own guests need no second yes; a second tap is the same guest. Raises ValidationError
    without a way to reach them.
    """
    require(rules.may_prepare(by, exhibition))
    name, email, phone = " ".join(name.split())[:200], email.strip().lower(), phone.strip()[:40]
    if not email and not phone:
        raise ValidationError({"email": _("Write an e-mail address or a telephone number.")})
    _refuse_full(exhibition)
    row = _proposed(
        exhibition, {"name": name, "email": email, "phone": phone}, by=by,
        who=who.strip()[:200], language=language, needs_interpreter=needs_interpreter,
        is_remote=is_remote,
    )  # fmt: skip
    if row.state == State.PROPOSED and rules.leads(by, exhibition):
        return allow_guest(row, by=by)
    return row


def _proposed(
    exhibition: Exhibition, whose: dict[str, str], *, by: Viewer, **facts: Any
) -> Panelist:
    """The row of this guest: the one there is, or a new one. The caller holds the exhibition."""
    same = Panelist.objects.filter(exhibition=exhibition, part=Part.GUEST, **whose)
    row = same.filter(off_at__isnull=True).exclude(state=State.REFUSED).first()
    if row is None:
        row = Panelist.objects.create(
            **whose, **facts, school=by.school, exhibition=exhibition, part=Part.GUEST,
            state=State.PROPOSED, by=by.person,
        )  # fmt: skip
        record("panelist.propose", exhibition, by=by, panelist=row.public_id)
    return row


@transaction.atomic
def allow_guest(panelist: Panelist, *, by: Viewer) -> Panelist:
    """Say yes to a guest: now the school knows them, and the invitation goes out."""
    exhibition = panelist.exhibition
    require(rules.leads(by, exhibition))
    person = rules.known_adult(by, panelist.email) or _person_of(panelist, by)
    others = Panelist.objects.filter(exhibition=exhibition, person=person).exclude(pk=panelist.pk)
    if others.filter(off_at__isnull=True).exists():
        raise Refused(_("%(name)s is on the panel already.") % {"name": person.name})
    others.update(person=None)  # asked no longer, and now again: what was ticked then is not
    if person.suspended_at is not None:
        raise Refused(_("%(name)s cannot be invited now.") % {"name": person.name})
    take_step(panelist, "allow", by=by, person=person, language=person.language)
    invite_named(exhibition, by=by)
    return panelist


def _person_of(panelist: Panelist, by: Viewer) -> Person:
    """A new person without any hat: somebody to write to, nobody who may enter."""
    given, _space, family = panelist.name.partition(" ")
    person = Person(
        school=by.school, given_name=given, family_name=family, email=panelist.email,
        phone=panelist.phone, language=panelist.language,
    ).compose()  # fmt: skip
    person.save()
    record("person.add", person, by=by)
    return person


@transaction.atomic
def refuse_guest(panelist: Panelist, note: str = "", *, by: Viewer) -> None:
    """Say no; the student reads why. How to reach the guest is forgotten."""
    require(rules.leads(by, panelist.exhibition))
    take_step(panelist, "refuse", by=by, note=note.strip()[:300], email="", phone="")


@transaction.atomic
def answer_invitation(
    panelist: Panelist,
    *,
    coming: bool,
    note: str = "",
    needs_interpreter: bool | None = None,
    is_remote: bool | None = None,
    by: Viewer,
) -> None:
    """Say that one comes, or cannot, and how. Student and advisor learn of a no."""
    require(rules.may_answer(by, panelist))
    exhibition = Exhibition.objects.select_for_update().get(pk=panelist.exhibition_id)
    if not exhibition.has_date or panelist.state not in (State.ASKED, *Panelist.ANSWERED):
        raise Refused(_("There is nothing to answer now."))
    said = State.COMING if coming else State.DECLINED
    was, facts = panelist.state, {"needs_interpreter": needs_interpreter, "is_remote": is_remote}
    told = {name: value for name, value in facts.items() if value is not None}
    told |= {"state": said, "note": note.strip()[:300], "answered_at": by.school.now()}  # type: ignore[dict-item]
    for name, value in told.items():
        setattr(panelist, name, value)
    panelist.save(update_fields=list(told))
    record("panelist.answer", panelist, by=by, said=said.value)
    if not coming and was != said:
        _tell_hosts(panelist, by)


def _tell_hosts(panelist: Panelist, by: Viewer) -> None:
    exhibition = panelist.exhibition
    hosts = {one.pk: one for one in (exhibition.student.person, exhibition.advisor)}
    hosts.pop(panelist.person_id or 0, None)
    for one in hosts.values():
        one.school = by.school
    with inside(by.school):
        url = exhibition.get_absolute_url()
    told = facts(exhibition, exhibition.student.person, by)
    told |= {"who": panelist.name, "note": panelist.note, "is_own": False}
    notify_many(hosts.values(), "exhibitions/cannot_come", told, by=by, url=url)


@transaction.atomic
def take_off_panel(panelist: Panelist, *, by: Viewer) -> None:
    """Ask somebody no longer. It leaves their calendar, and their link shows it no more."""
    exhibition = panelist.exhibition
    require(rules.may_prepare(by, exhibition))
    if panelist.part == Part.ADVISOR and panelist.person_id == exhibition.advisor_id:
        raise Refused(_("Who leads the exhibition is always there."))
    if not exhibition.is_ahead:
        raise Refused(_("This exhibition is over. Its panel stays as it was."))
    was = panelist.is_invited
    panelist.off_at, panelist.is_invited = by.school.now(), False
    panelist.email = panelist.phone = ""  # of a guest; a person has their own
    panelist.save(update_fields=["off_at", "is_invited", "email", "phone"])
    record("panelist.take_off", exhibition, by=by, panelist=panelist.public_id)
    if was and exhibition.has_date:
        write(exhibition, [panelist], "taken_off", CANCEL, by=by)


@transaction.atomic
def settle_interpreter(
    panelist: Panelist, *, needs: bool, name: str = "", comes: bool = False, by: Viewer
) -> None:
    """Say whether this panelist needs an interpreter, who it is, and whether they come."""
    require(rules.may_prepare(by, panelist.exhibition))
    if comes:
        require(rules.leads(by, panelist.exhibition))
    kinds = Panelist.Interpreter
    wanted = (kinds.CONFIRMED if comes else kinds.ASKED) if needs else kinds.NONE
    panelist.needs_interpreter, panelist.interpreter = needs, wanted
    panelist.interpreter_name = name.strip()[:200] if needs else ""
    panelist.save(update_fields=["needs_interpreter", "interpreter", "interpreter_name"])
    record("panelist.interpreter", panelist, by=by, needs=needs, comes=comes)


@transaction.atomic
def give_lead(exhibition: Exhibition, person: Person, *, by: Viewer) -> None:
    """Let somebody else of the school lead it; who led it is on the panel no longer."""
    require(rules.guides(by, exhibition.student))
    require(rules.staff_now(by).filter(pk=person.pk).exists())
    _refuse_full(exhibition)
    if person.pk == exhibition.advisor_id:
        raise Refused(_("%(name)s leads it already.") % {"name": person.first})
    rows = Panelist.objects.filter(exhibition=exhibition, person=exhibition.advisor_id)
    before = list(rows.filter(is_invited=True).select_related("person"))
    rows.update(off_at=by.school.now())
    facts = {"off_at": None, "part": Part.ADVISOR, "state": State.COMING, "is_invited": False}
    Panelist.objects.update_or_create(
        exhibition=exhibition, person=person, defaults=facts,
        create_defaults={
            **facts, "school": by.school, "name": person.name, "language": person.language,
        },
    )  # fmt: skip
    Exhibition.objects.filter(pk=exhibition.pk).update(advisor=person)
    exhibition.advisor = person
    record("exhibition.give_lead", exhibition, by=by, to=person.public_id)
    if exhibition.has_date:
        write(exhibition, before, "taken_off", CANCEL, by=by)
    invite_named(exhibition, by=by)
