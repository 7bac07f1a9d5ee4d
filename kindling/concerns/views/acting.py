"""What a family does about its concerns: the same behind the link and signed in."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.core.exceptions import ValidationError
from django.forms import Form
from django.http import Http404, HttpRequest, HttpResponseBase
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _

from kindling.concerns import actions, rules
from kindling.concerns.forms import RaiseForm, ReplyForm, TalkForm
from kindling.concerns.models import FamilyConcern, Telling, TellingReply
from kindling.kit.http import Refused
from kindling.kit.ids import new_public_id
from kindling.kit.limits import take
from kindling.people.models import Student
from kindling.schools.viewer import Viewer
from kindling.uploads.answering import upload_answer
from kindling.uploads.models import Upload

HOUR = 3600


def heard(request: HttpRequest, said: FamilyConcern | TellingReply) -> HttpResponseBase:
    """A recording, once it was looked at. The caller finds it by its own rule."""
    if said.voice is None or said.voice.scan == Upload.Scan.WAITING:
        raise Http404
    return upload_answer(request, said.voice)


def tries(form: Form, act: Callable[[], Any]) -> bool:
    """Act on a valid form; what stands in the way is told at the form."""
    if not form.is_valid():
        return False
    try:
        act()
    except (Refused, ValidationError) as wrong:
        form.add_error(None, wrong if isinstance(wrong, ValidationError) else str(wrong))
        return False
    return True


def raise_form(request: HttpRequest, viewer: Viewer, student: Student) -> RaiseForm:
    """The form of one child; bound where a concern was sent."""
    people = list(rules.about_people(viewer, student))
    if request.method == "POST" and request.POST.get("do") == "raise":
        return RaiseForm(request.POST, request.FILES, people=people)
    return RaiseForm(people=people, initial={"tap": new_public_id()})


def acted(request: HttpRequest, viewer: Viewer, student: Student, form: RaiseForm) -> str:
    """Do what was sent and say so; "" where a form has to be mended."""
    if viewer.person:  # each of these writes to somebody of the school
        take("family-says", viewer.person.public_id, limit=30, seconds=HOUR)
    do = request.POST.get("do", "")
    if do == "raise":
        sent = tries(form, lambda: actions.raise_concern(student, by=viewer, **form.facts))
        return _("Sent. Somebody at school answers you here.") if sent else ""
    rows = rules.own_concerns(viewer).filter(student=student)
    one = get_object_or_404(rows, public_id=request.POST.get("concern", ""))
    return about_one(request, viewer, one, do)


def about_one(request: HttpRequest, viewer: Viewer, one: FamilyConcern, do: str) -> str:
    """It helped, they want to talk, the child may read it or no more."""
    if do == "helped":
        actions.say_it_helped(one, by=viewer)
        return _("Thank you for telling us.")
    if do in ("show", "hide"):
        actions.show_concern(one, shown=do == "show", by=viewer)
        return _("Saved.")
    form = TalkForm(request.POST)
    if do != "talk" or not form.is_valid():
        raise Http404
    actions.ask_to_talk(one, by=viewer, **form.cleaned_data)
    return _("Sent. Somebody calls you, or writes when you can meet.")


def reply_form(request: HttpRequest) -> ReplyForm:
    if request.method == "POST":
        return ReplyForm(request.POST, request.FILES)
    return ReplyForm(initial={"tap": new_public_id(), "kind": "words"})


def replied(viewer: Viewer, telling: Telling, form: ReplyForm) -> bool:
    """Keep what somebody says back."""
    if viewer.person:
        take("family-says", viewer.person.public_id, limit=30, seconds=HOUR)
    said = lambda: actions.reply_to_telling(telling, by=viewer, **form.facts)  # noqa: E731
    return tries(form, said)
