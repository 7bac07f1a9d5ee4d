"""What stands on the sheets that invite families: one a page, each in its family's language."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from io import BytesIO
from pathlib import Path
from typing import Any

import segno
from django.utils import translation
from django.utils.translation import gettext as _

from kindling.kit.signing import address_of_id
from kindling.paper.pressed import frame, left_to_right
from kindling.passes.models import Pass
from kindling.schools.models import Person, School

LAYOUT = Path(__file__).with_name("paper") / "invitation.typ"
MOST = 60  # sheets of one PDF


def invitation_sheet(
    guardians: Sequence[Person], links: Mapping[int, Pass], school: School
) -> dict[str, Any]:
    """The sheet of all; the frame is in the language of who prints."""
    title = _("Invitations for families")
    base = frame(translation.get_language() or "en", title, school.name, school.now())
    return {**base, "families": [_family(one, links[one.pk], school) for one in guardians]}


def _family(guardian: Person, held: Pass, school: School) -> dict[str, Any]:
    address = address_of_id(held.public_id)
    drawn = BytesIO()
    segno.make(address, error="m").save(drawn, kind="svg", scale=8, border=2)
    with translation.override(guardian.language):
        return {
            "language": guardian.language,
            "is_rtl": translation.get_language_bidi(),
            "name": guardian.name,
            "title": _("%(school)s writes to you in your language") % {"school": school.name},
            "how": [
                _("Point the camera of your phone at the square. It needs no password."),
                _("You read how the week was, what comes, and what the school asks you."),
                _("This sheet is yours alone. Please do not pass it on."),
            ],
            "alt": _("Code to scan"),
            "code": drawn.getvalue().decode(),
            "call": left_to_right(school.phone),
        }
