"""How a person wants to be reached, said by themselves or for them by the office."""

from __future__ import annotations

from datetime import time

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from kindling.history.steps import record
from kindling.kit.http import require
from kindling.notices import rules
from kindling.notices.models import Channel, Group, Reach
from kindling.schools.models import Person
from kindling.schools.viewer import Viewer


@transaction.atomic
def choose_ways(
    person: Person,
    *,
    safety: str,
    daily: str,
    other: str,
    quiet_from: time | None,
    quiet_until: time | None,
    by: Viewer,
) -> Reach:
    """Keep which way each group of messages goes ("": as usual), and when nothing should.

    The same time twice: no quiet hours. None: the usual night, 21:00 to 7:00.
    """
    require(rules.may_choose_ways(by, person))
    reach = _reach_of(person)
    facts = {"safety": safety, "daily": daily, "other": other}
    facts |= {"quiet_from": quiet_from, "quiet_until": quiet_until}  # type: ignore[dict-item]
    was = {name: str(getattr(reach, name) or "") for name in facts}
    for name, value in facts.items():
        setattr(reach, name, value)
    reach.save()
    now = {name: str(value or "") for name, value in facts.items()}
    record("reach.choose", person, by=by, was=was, now=now)
    return reach


@transaction.atomic
def choose_way(person: Person, group: str, channel: str, *, by: Viewer) -> None:
    """Keep the way of one group only ("": as usual), in one tap; unknown ones do nothing."""
    require(rules.may_choose_ways(by, person))
    if group not in Group or channel not in ("", *Channel):
        return
    reach = _reach_of(person)
    was = getattr(reach, group)
    if was != channel:
        setattr(reach, group, channel)
        reach.save()
        record("reach.choose", person, by=by, was={group: was}, now={group: channel})


@transaction.atomic
def stop_texts(person: Person, *, by: Viewer) -> None:
    """No text message any more, safety included: who writes STOP means it. E-mail goes on."""
    require(rules.may_choose_ways(by, person))
    reach = _reach_of(person)
    if reach.texts_stopped_at is None:
        reach.texts_stopped_at = timezone.now()
        reach.save()
        record("reach.stop_texts", person, by=by)


@transaction.atomic
def start_texts(person: Person, *, by: Viewer) -> None:
    """Text messages may go again."""
    require(rules.may_choose_ways(by, person))
    reach = _reach_of(person)
    if reach.texts_stopped_at is not None:
        reach.texts_stopped_at = None
        reach.save()
        record("reach.start_texts", person, by=by)


@transaction.atomic
def choose_language(person: Person, code: str, *, by: Viewer) -> None:
    """Write to this person in this language from now on. Unknown codes do nothing."""
    require(rules.may_choose_ways(by, person))
    if code in dict(settings.LANGUAGES) and code != person.language:
        was, person.language = person.language, code
        person.save(update_fields=["language"])
        record("person.choose_language", person, by=by, was=was, now=code)


@transaction.atomic
def choose_text_size(person: Person, *, is_large: bool, by: Viewer) -> None:
    """Show this person every page in large letters, or in the usual ones."""
    require(rules.may_choose_ways(by, person))
    if person.has_large_text != is_large:
        person.has_large_text = is_large
        person.save(update_fields=["has_large_text"])
        record("person.choose_text_size", person, by=by, is_large=is_large)


def _reach_of(person: Person) -> Reach:
    """Return the row of this person, waited for when somebody else changes it."""
    Reach.objects.get_or_create(person=person, defaults={"school_id": person.school_id})
    return Reach.objects.select_for_update().get(person=person)
