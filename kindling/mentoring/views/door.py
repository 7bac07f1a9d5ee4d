"""A mentor's own page behind a link, in parts: home, the orientation, what they offer."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.forms import Form
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from kindling.attendance.rooms import Room, add_room, asked_room
from kindling.kit.http import Refused, require
from kindling.mentoring import actions, course, rules
from kindling.mentoring.forms import ClassForm, NameForm, OfferForm, RestForm
from kindling.mentoring.queries.home import home_of
from kindling.mentoring.sheet import COURSE, LAYOUT, certificate_sheet, course_sheet
from kindling.mentoring.views.writing import write
from kindling.notices.doorstep import reach_address
from kindling.paper.pressed import pdf_answer
from kindling.passes.models import Pass
from kindling.passes.purposes import PassRequest
from kindling.schools.models import Person
from kindling.schools.viewer import Viewer

type Sent = tuple[str, Form | None, Callable[[], object], str]


def guide_page(request: PassRequest, held: Pass, viewer: Viewer) -> HttpResponse:
    """The mentor's own link, with the rooms that are behind the one about days, too."""
    room = asked_room(request)
    return room.show(request) if room else guide(request)


def guide(request: PassRequest) -> HttpResponse:
    """The page, also as a room behind the link that asks about days."""
    require(rules.is_guide(request.viewer))
    if request.method == "POST":
        return act(request)
    if request.GET.get("at") == "certificate":
        return certificate(request)
    if request.GET.get("at") == "paper":
        person = person_of(request)
        return pdf_answer(COURSE, course_sheet(request.held.school, person.language))
    return show(request)


def here(request: PassRequest) -> str:
    return f"{request.door}?guide=1"


def person_of(request: PassRequest) -> Person:
    return request.held.bearer


def act(request: PassRequest) -> HttpResponse:
    """Do what the sent form says, or show what has to be mended."""
    do = DOES.get(request.POST.get("do", ""))
    if do is None:
        raise Http404
    name, form, work, to = do(request)
    if form is not None and not form.is_valid():
        return show(request, status=422, **{name: form})
    try:
        work()
    except ValidationError as wrong:
        if form is None:
            raise
        form.add_error(None, wrong.messages)
        return show(request, status=422, **{name: form})
    except Refused as refused:
        messages.error(request, str(refused))
        return show(request, status=409)
    messages.success(request, _("Thank you. That is noted."))
    return redirect(f"{here(request)}{to}")


def _apply(request: PassRequest) -> Sent:
    form, path = OfferForm(request.POST), rules.path_of(person_of(request))
    if path is None:
        raise Http404
    return (
        "offer_form", form,
        lambda: actions.apply_to_mentor(path, by=request.viewer, **form.cleaned_data), "",
    )  # fmt: skip


def _read(request: PassRequest) -> Sent:
    key = request.POST.get("chapter", "")
    if key not in course.KEYS:
        raise Http404
    number = course.KEYS.index(key) + 2
    person, by = person_of(request), request.viewer
    to = f"&at=course#chapter-{number}"
    return "", None, lambda: actions.read_chapter(person, key, by=by), to


def _sign(request: PassRequest) -> Sent:
    form, by = NameForm(request.POST), request.viewer
    person = person_of(request)
    return (
        "name_form", form,
        lambda: actions.finish_orientation(person, form.cleaned_data["name"], by=by), "&at=course",
    )  # fmt: skip


def _rest(request: PassRequest) -> Sent:
    form, by, person = RestForm(request.POST), request.viewer, person_of(request)

    def work() -> None:
        always = form.cleaned_data["always"]
        until = None if always else form.cleaned_data["until_on"]
        actions.rest_mentor(person, until, by=by)

    return "rest_form", form, work, "#rest"


def _again(request: PassRequest) -> Sent:
    person, by = person_of(request), request.viewer
    return "", None, lambda: actions.ask_again(person, by=by), "#rest"


def _class(request: PassRequest) -> Sent:
    form = ClassForm(request.POST, viewer=request.viewer)
    work = lambda: actions.offer_visit(by=request.viewer, **form.cleaned_data)  # noqa: E731
    return "class_form", form, work, "#class"


DOES: dict[str, Callable[[PassRequest], Sent]] = {
    "apply": _apply, "read": _read, "sign": _sign, "rest": _rest, "again": _again, "class": _class,
}  # fmt: skip


def show(request: PassRequest, *, status: int = 200, **bound: Form) -> HttpResponse:
    """Home, or the part that the address names."""
    person, viewer = person_of(request), request.viewer
    context: dict[str, Any] = {"here": here(request), "person": person}
    if request.GET.get("at") == "course":
        context |= {
            "chapters": course.CHAPTERS, "name_form": NameForm(initial={"name": person.name}),
            "read": rules.read_chapters(person, course.VERSION),
            "done": rules.orientations_of([person.pk]).filter(version=course.VERSION).first(),
        }  # fmt: skip
        return render(request, "mentoring/course.html", context | bound, status=status)
    context |= {
        "home": home_of(viewer, person), "offer_form": OfferForm(), "rest_form": RestForm(),
        "class_form": ClassForm(viewer=viewer), "reach": reach_address(person),
    }  # fmt: skip
    return render(request, "mentoring/home.html", context | bound, status=status)


def certificate(request: PassRequest) -> HttpResponse:
    """The proof of the orientation, as PDF; the mentor's own."""
    done = rules.orientations_of([person_of(request).pk]).last()
    if done is None:
        raise Http404
    return pdf_answer(LAYOUT, certificate_sheet(done, person_of(request).language))


# config/passes.py brings this file along with its addresses, so every link knows the page.
add_room(Room("guide", gettext_lazy("Everybody who learns with you"), "users", guide, posts=True))
WRITE = gettext_lazy("Write to the school, or ask to be called")
add_room(Room("write", WRITE, "message-circle", write, posts=True))
