"""What a family does from its letter: the same behind the link and signed in."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _

from kindling.families import actions, rules
from kindling.families.forms import AfterForm, OfferForm, SayForm, WishForm
from kindling.kit.http import Refused
from kindling.kit.ids import new_public_id
from kindling.kit.limits import take
from kindling.schools.viewer import Viewer

HOUR = 3600

type Forms = dict[str, Any]


def empty_forms(viewer: Viewer) -> Forms:
    """Forms that were not sent yet, each with a tap of its own."""
    fresh = new_public_id()
    tap = {"tap": fresh}
    return {
        "offer": OfferForm(initial=tap), "say": SayForm(initial=tap),
        "wish": WishForm(initial=tap, school=viewer.school), "after": AfterForm(initial=tap),
        "child": "", "tap": fresh,
    }  # fmt: skip


def act(request: HttpRequest, viewer: Viewer) -> tuple[str, int, Forms]:
    """Do what was sent: ("what to say", 200, _), or ("", 422 or 409, the forms as they came)."""
    if viewer.person:  # each of these writes to somebody of the school
        take("family-says", viewer.person.public_id, limit=30, seconds=HOUR)
    do, forms = request.POST.get("do", ""), empty_forms(viewer)
    form: Any
    if do == "say":
        form = SayForm(request.POST)
    elif do == "wish":
        form = WishForm(request.POST, school=viewer.school)
    elif do == "after":
        form = AfterForm(request.POST, request.FILES)
    else:
        form = OfferForm(request.POST)
    key = do if do in ("say", "wish", "after") else "offer"
    forms |= {key: form, "child": request.POST.get("child", "")}
    if not form.is_valid():
        return "", 422, forms
    try:
        return _done(key, form, forms["child"], viewer), 200, forms
    except Refused as refused:
        form.add_error(None, str(refused))
        return "", 409, forms
    except ValidationError as wrong:  # the file
        form.add_error(None, wrong)
        return "", 422, forms


def _done(key: str, form: Any, child: str, viewer: Viewer) -> str:
    said = form.cleaned_data
    if key == "offer":
        actions.offer_help(by=viewer, **said)
        return _("Thank you. The school answers you.")
    if key == "after":
        shown = get_object_or_404(rules.shown_lately(viewer), public_id=child)
        actions.say_after(shown, by=viewer, **form.facts)
        return _("Thank you. They read it, and hear it.")
    if key == "say":
        children = rules.children_of(rules.reader_of(viewer))
        student = get_object_or_404(children, public_id=child)
        actions.write_back(student, said["say"], tap=said["tap"], by=viewer)
        return _("Sent. The answer comes to you as a message.")
    student = get_object_or_404(rules.children_to_meet(viewer), public_id=child)
    speaks = viewer.person.language if viewer.person and said["with_interpreter"] else ""
    facts = {"about": said["about"], "tap": said["tap"], "interpreter": speaks}
    actions.wish_meeting(student, times=form.times, by=viewer, **facts)
    return _("Asked. The advisor chooses a time and writes to you.")
