"""Take one mail: find out whose answer it is, let it land, or keep it for a person."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction

from kindling.history.steps import record
from kindling.kit.http import Refused
from kindling.kit.limits import Try, allow, take_all
from kindling.letterbox.actions.telling import tell_once
from kindling.letterbox.along import Addressee, Answered, addressee_of
from kindling.letterbox.models import Mail
from kindling.letterbox.reading import Incoming, Post, read
from kindling.schools.inside import inside
from kindling.schools.models import Person, School
from kindling.schools.viewer import Viewer

State, Why = Mail.State, Mail.Why
MANY, SECONDS = 20, 3600  # answers to one address; two machines talking end here
OF_SCHOOL = 100  # letters an hour that wait for a person of one school


@transaction.atomic
def take_mail(incoming: Incoming) -> Mail:
    """Return the row of this mail. The same mail sent twice counts once.

    All of it or nothing: when something breaks, the server sends it again.
    """
    post = read(incoming)
    mail, is_new = Mail.objects.take(
        post.key, sender=post.sender, sender_name=post.name, subject=post.subject,
        size=post.size, files=len(post.files) + post.left_out, reply_id=post.reply_id,
    )  # fmt: skip
    if is_new:
        _decide(mail, post)
        mail.save()
        if mail.school is not None:
            told = {"outcome": mail.state, "why": mail.why}
            record("mail.take", mail, by=Viewer.system(mail.school), **told)
    return mail


def _decide(mail: Mail, post: Post) -> None:
    """Set what comes of it."""
    addressee = addressee_of(post.reply_id) if post.reply_id else None
    if addressee is not None:
        mail.school, mail.person = addressee.person.school, addressee.person
        mail.staff = addressee.staff
    if post.robot:
        _end(mail, State.DROPPED, post.robot)
    elif addressee is None:
        _to_school(mail, post)
    elif not allow("letterbox", post.reply_id, limit=MANY, seconds=SECONDS):
        _end(mail, State.DROPPED, Why.MANY)
    elif post.sender not in _addresses_of(addressee.person):
        _hold(mail, post, Why.OTHER_SENDER)
    elif not post.text and not post.files:
        _hold(mail, post, Why.EMPTY)
    else:
        _land(mail, post, addressee)


def _land(mail: Mail, post: Post, addressee: Addressee) -> None:
    """Give it to the conversation; what it refuses waits for a person, with its sentence."""
    try:
        with transaction.atomic(), inside(addressee.person.school):
            addressee.take(Answered(post.text, post.files, post.key))
    except (Refused, ValidationError, PermissionDenied) as no:
        _hold(mail, post, Why.REFUSED)
        mail.note = " ".join(getattr(no, "messages", [str(no)]))[:300]
    else:
        mail.state = State.LANDED


def _to_school(mail: Mail, post: Post) -> None:
    """An answer to nothing: the school that is written to looks at it, where that is plain."""
    mail.school = _school_of(post)
    if mail.school is None:
        _end(mail, State.STRANGER, Why.BAD_ADDRESS)
        return
    people = Person.objects.filter(school=mail.school, email__iexact=post.sender)
    mail.person = people.filter(merged_into__isnull=True).first() if post.sender else None
    _hold(mail, post, Why.NO_THREAD)


def _school_of(post: Post) -> School | None:
    """The school whose name stands before the @, else the only one at which the sender is known."""
    names = [one.partition("@")[0] for one in post.recipients]
    named = School.objects.filter(slug__in=names).first()
    if named is not None or not post.sender:
        return named
    known = School.objects.filter(
        pk__in=Person.objects.filter(email__iexact=post.sender).values("school")
    )
    found = list(known[:2])
    return found[0] if len(found) == 1 else None


def _hold(mail: Mail, post: Post, why: str) -> None:
    """Keep it for a person, who is told once. Too many in an hour: the server keeps it meanwhile.

    Raises TooMany, and nothing of it is kept: the server sends it again later, so nothing is lost.
    """
    if mail.school is not None:
        take_all(
            Try("held-from", f"{mail.school.public_id} {post.sender}", MANY, SECONDS),
            Try("held-at", mail.school.public_id, OF_SCHOOL, SECONDS),
        )
        tell_once(mail.school)
    mail.state, mail.why, mail.text = State.HELD, why, post.text


def _end(mail: Mail, state: str, why: str) -> None:
    mail.state, mail.why = state, why


def _addresses_of(person: Person) -> set[str]:
    """From where a person writes: the address on file, and the one they sign in with."""
    user: Any = person.user
    return {one.strip().lower() for one in (person.email, user.email if user else "") if one}
