"""What apps above ask along with a tap: questions, a photo, a pulse.

They register a Companion here. Attendance shows its part in the form of the tap, and hands it what
was sent once the tap itself is kept, so a wrong file or answer never loses a check-out.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.http import Http404, HttpRequest, HttpResponse

from kindling.attendance.models import Day
from kindling.kit.http import Refused
from kindling.schools.viewer import Viewer


class Moment(StrEnum):
    """When something is asked, or (DAY) where it is read."""

    CHECK_IN = "check_in"
    CHECK_OUT = "check_out"
    CONFIRM = "confirm"  # the mentor's page
    DAY = "day"  # the page of one day


@dataclass(frozen=True)
class About:
    """Whom a tap is about: keys of student and internship, and the day where there is one."""

    student: int
    placement: int
    day: Day | None = None


@dataclass(frozen=True)
class Part:
    """A template, and what it shows as `along.facts`. `asks`: it has fields to fill in."""

    template: str
    facts: Any
    asks: bool = True


@dataclass(frozen=True)
class Sent:
    """The fields and files that came with a tap."""

    fields: Mapping[str, Any]
    files: Mapping[str, UploadedFile[Any] | None] = field(default_factory=dict)

    def text(self, name: str) -> str:
        """One field as a text; "" when it did not come."""
        value = self.fields.get(name, "")
        return value if isinstance(value, str) else ""


@dataclass(frozen=True)
class Companion:
    """`show` gives a part of the form, or none; `keep` writes what came back.

    `keep` raises Refused or ValidationError with a sentence: the tap stands all the same. `open`
    answers with a file of that id which this viewer may see, or with None.
    """

    show: Callable[[Viewer, Moment, About], Part | None]
    keep: Callable[[Day, Moment, Sent, Viewer], None]
    open: Callable[[HttpRequest, Viewer, str], HttpResponse | None] | None = None


COMPANIONS: list[Companion] = []


def accompany(companion: Companion) -> None:
    """Register what is asked along; twice is once."""
    if companion not in COMPANIONS:
        COMPANIONS.append(companion)


def parts_for(viewer: Viewer, moment: Moment, about: About) -> list[Part]:
    """Return what is shown along. A companion with nothing to ask costs no statement."""
    shown = (companion.show(viewer, moment, about) for companion in COMPANIONS)
    return [part for part in shown if part is not None]


def open_file(request: HttpRequest, viewer: Viewer, public_id: str) -> HttpResponse:
    """Answer with a file for the bearer of a link; 404 for what they may not see."""
    for companion in COMPANIONS:
        found = companion.open(request, viewer, public_id) if companion.open else None
        if found is not None:
            return found
    raise Http404


def keep_along(day: Day, moment: Moment, sent: Sent, *, by: Viewer) -> list[str]:
    """Hand what was sent to every companion; return what could not be kept, in sentences."""
    sentences = []
    for companion in COMPANIONS:
        try:
            companion.keep(day, moment, sent, by)
        except Refused as refusal:
            sentences.append(str(refusal))
        except ValidationError as wrong:
            sentences += wrong.messages
    return sentences
