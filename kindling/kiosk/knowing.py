"""For one minute the tablet knows who typed the code; the page carries it, nothing is kept."""

from __future__ import annotations

from django.core.signing import BadSignature, TimestampSigner

from kindling.passes.models import Pass
from kindling.people.models import Student

SECONDS = 60
SIGNER = TimestampSigner(salt="kindling.kiosk")


def ticket_for(student: Student, held: Pass) -> str:
    """Return a ticket that names the student, for this tablet and one minute."""
    return SIGNER.sign(f"{held.public_id}.{student.public_id}")


def named_by(ticket: str, held: Pass) -> str:
    """Return the public id of the student whom a ticket names; "" when it is over or not ours."""
    try:
        said = SIGNER.unsign(ticket, max_age=SECONDS)
    except BadSignature:
        return ""
    tablet, _dot, student = said.partition(".")
    return student if tablet == held.public_id else ""
