"""The link at the foot of a letter, by which people without an account say how to reach them.

It is no pass: it opens one page on which ways, quiet hours and language are chosen, and nothing
else can be seen or done. It is computed, not stored, and ends when the contact on file changes.
"""

from __future__ import annotations

import base64

from django.conf import settings
from django.utils.crypto import constant_time_compare, salted_hmac

from kindling.schools.models import Person

SALT = "kindling.reach"


def reach_token(person: Person) -> str:
    """Return `public_id.signature` (128 bits, URL-safe)."""
    told = f"{person.public_id}|{person.email}|{person.phone}"
    digest = salted_hmac(SALT, told, algorithm="sha256").digest()[:16]
    return f"{person.public_id}.{base64.urlsafe_b64encode(digest).decode().rstrip('=')}"


def reach_address(person: Person) -> str:
    """Return the whole address, for a letter: https://host/reach/TOKEN/."""
    return f"{settings.BASE_URL}/reach/{reach_token(person)}/"


def person_of(token: str) -> Person | None:
    """Return whose page it is; None for a changed letter or a contact that has changed since."""
    public_id = token.partition(".")[0]
    person = Person.objects.filter(public_id=public_id).select_related("school").first()
    if person is None or not constant_time_compare(token, reach_token(person)):
        return None
    return person
