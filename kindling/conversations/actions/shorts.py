"""The school's short messages: write one, change one of ours, take one out."""

from __future__ import annotations

from collections.abc import Mapping

from django.db import transaction
from django.utils.translation import gettext as _

from kindling.conversations import rules
from kindling.conversations.models import ShortMessage
from kindling.conversations.models.short import TITLE
from kindling.conversations.ours import OURS
from kindling.conversations.shorts import shorts_of
from kindling.history.steps import record
from kindling.kit.editing import clean_text
from kindling.kit.http import Refused, require
from kindling.kit.ids import new_public_id
from kindling.schools.models import School
from kindling.schools.viewer import Viewer

MOST = 40


@transaction.atomic
def write_short(title: str, words: Mapping[str, str], *, key: str = "", by: Viewer) -> ShortMessage:
    """Keep it. A key of ours or of one that is there changes that one. Raises Refused."""
    require(rules.may_write_shorts(by))
    School.objects.select_for_update().get(pk=by.school.pk)  # two at once make no forty-first
    known = {one.key for one in shorts_of(by.school)}
    if key not in known and len(known) >= MOST:
        raise Refused(_("There are many already. Take one out first."))
    kept = {code: told for code, text in words.items() if (told := clean_text(text).strip())}
    if not kept or not title.strip():
        raise Refused(_("Write the words in one language at least."))
    facts = {"title": title.strip()[:TITLE], "words": kept, "ended_at": None}
    made, is_new = ShortMessage.objects.update_or_create(
        school=by.school, key=key or new_public_id(), defaults=facts
    )
    record("shortmessage.write", made, by=by, languages=sorted(kept), new=is_new)
    return made


@transaction.atomic
def remove_short(key: str, *, by: Viewer) -> None:
    """Take it out of the list. What was sent with it stays as it was sent."""
    require(rules.may_write_shorts(by))
    ours = OURS.get(key)
    defaults = {"title": str(ours[0]), "words": ours[1]} if ours else {}
    rows = ShortMessage.objects.select_for_update()
    if ours:
        made, _new = rows.get_or_create(school=by.school, key=key, defaults=defaults)
    else:
        made = rows.get(school=by.school, key=key)
    made.ended_at = by.school.now()
    made.save(update_fields=["ended_at"])
    record("shortmessage.remove", made, by=by)
