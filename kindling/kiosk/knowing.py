"""For half a minute the tablet knows who typed the code; the page carries it, nothing is kept but that it was used."""

from __future__ import annotations

from django.core.cache import cache
from django.core.signing import BadSignature, TimestampSigner

from kindling.kit.ids import new_public_id
from kindling.kit.signing import fingerprint
from kindling.passes.models import Pass
from kindling.people.models import Student

SECONDS = 30
SIGNER = TimestampSigner(salt="kindling.kiosk")


def ticket_for(student: Student, held: Pass) -> str:
    """Return a ticket that names the student, for this tablet and half a minute."""
    return SIGNER.sign(f"{held.public_id}.{student.public_id}.{new_public_id()}")


def use_up(ticket: str) -> None:
    """The ticket has done its work: going back in the browser shows nobody."""
    cache.set(_used(ticket), True, SECONDS)


def _used(ticket: str) -> str:
    return f"kiosk-used:{fingerprint(ticket)}"


def named_by(ticket: str, held: Pass) -> str:
    """Return the public id of the student whom a ticket names; "" when it is over or not ours."""
    try:
        said = SIGNER.unsign(ticket, max_age=SECONDS)
    except BadSignature:
        return ""
    if cache.get(_used(ticket)):
        return ""
    tablet, student, _own = said.split(".")
    return student if tablet == held.public_id else ""
