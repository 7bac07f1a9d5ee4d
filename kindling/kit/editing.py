"""Several people write one thing at once: saved field by field, and no word is lost.

A page sends the text and the stamp of the text it began with. While the row still holds that text,
the new one takes its place. When somebody was faster nothing is written: the answer is a Clash with
both texts, and a person puts them together. `ui/editing.html` draws the field, `frontend/editing.js`
saves it after a pause; without JavaScript it is a plain form.
"""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any

from django.db import models, transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from kindling.kit.http import Refused, go_to, is_partial

MOST = 20_000  # characters of one field
EXACT = 1_500_000  # pairs to compare: a fifth of a second


def clean_text(text: str) -> str:
    """Return the text as it is kept: browsers send two characters for a new line."""
    return text.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "")


def stamp_of(text: str) -> str:
    """Return 16 characters that are another for another text."""
    return hashlib.sha256(clean_text(text).encode()).hexdigest()[:16]


@dataclass(frozen=True, slots=True)
class Clash:
    """Somebody else wrote here since. `base` is the stamp of `theirs`: what the next try begins with."""

    field: str
    theirs: str
    yours: str
    base: str

    @property
    def joined(self) -> str:
        """Every line of both texts, the same ones once: what is easiest to edit."""
        return joined(self.theirs, self.yours)


def save_field(
    thing: models.Model,
    field: str,
    text: str,
    *,
    base: str,
    if_still: Mapping[str, Any] | None = None,
    **also: Any,
) -> Clash | None:
    """Set one text of `thing` while it holds what the writer began with; `also` is set along.

    `if_still`: fields as they must be for anybody to write ({"state": "draft"}); Refused when they
    are not. The row is locked, so a signature and a last word never cross. Same text is no clash.
    """
    text, model = clean_text(text), type(thing)
    with transaction.atomic():
        rows = model._base_manager.filter(pk=thing.pk, **(if_still or {}))  # noqa: SLF001
        found = rows.select_for_update().values_list(field, flat=True).first()
        if found is None:
            raise Refused(_("This is closed now. Copy your words before you leave the page."))
        if text != found:
            if stamp_of(found) != base:
                return Clash(field, found, text, stamp_of(found))
            rows.update(**{field: text, **also})
    for name, value in {field: text, **also}.items():
        setattr(thing, name, value)
    return None


def joined(theirs: str, yours: str) -> str:
    """Put two texts together line by line. No line of either is left out."""
    one, other = theirs.split("\n"), yours.split("\n")
    lines: list[str] = []
    for step, a, b, c, d in steps_between(one, other):
        lines += one[a:b]
        if step != "equal":
            lines += other[c:d]
    return "\n".join(lines)


def steps_between(
    one: Sequence[str], other: Sequence[str]
) -> Sequence[tuple[str, int, int, int, int]]:
    """Return what makes `other` of `one`, as difflib's opcodes.

    Two long ones are compared by what is rare in them: exactly, they would take up to a minute.
    """
    is_long = len(one) * len(other) > EXACT
    return SequenceMatcher(None, one, other, autojunk=is_long).get_opcodes()


@dataclass(frozen=True, slots=True)
class Edit:
    """What a page sent: one field, its text, and the stamp of the text it began with."""

    field: str
    text: str
    base: str

    @classmethod
    def sent(cls, request: HttpRequest, fields: Collection[str]) -> Edit:
        """Read a POST. 404 for a field that is none of these, Refused for a text too long."""
        field = request.POST.get("field", "")
        if field not in fields:
            raise Http404
        text = clean_text(request.POST.get("text", ""))
        if len(text) > MOST:
            raise Refused(_("This is too long for one field. Shorten it, then save again."))
        return cls(field, text, request.POST.get("base", ""))


def answer_edit(
    request: HttpRequest, edit: Edit, clash: Clash | None, *, label: str, to: Any
) -> HttpResponse:
    """Say that the field is saved, or show both texts (409). `to`: the page it stands on."""
    if clash:
        part = "ui/_clash.html" if is_partial(request) else "ui/clash.html"
        return render(request, part, {"clash": clash, "label": label, "back": to}, status=409)
    if is_partial(request):
        return render(request, "ui/_saved.html", {"stamp": stamp_of(edit.text)})
    return go_to(request, to, _("Saved."))
