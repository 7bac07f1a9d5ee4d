"""A number that is on nobody's file: the school it writes to reads it, and decides whose it is.

Nothing that a school knows about anybody is ever told to such a number; names of schools are public.
"""

from __future__ import annotations

from datetime import timedelta

from django.utils import timezone, translation
from django.utils.translation import gettext as _

from kindling.kit.limits import allow
from kindling.kit.text import plain
from kindling.schools.models import School
from kindling.texts import replies
from kindling.texts.callers import Answer
from kindling.texts.grammar import Said
from kindling.texts.models import Text

Verb, Outcome = Text.Verb, Text.Outcome
ANSWERS, DAY = 2, 24 * 3600  # answers to a number nobody has
WAITS = timedelta(minutes=15)  # so long the next text may name the school
ORDERS = {Verb.STOP, Verb.START, Verb.HELP, Verb.CHOICE}


def strangers_answer(text: Text, said: Said) -> tuple[Answer, School | None]:
    """What is texted back, and at which school somebody reads it; None: nobody knows which."""
    is_order = said.verb in ORDERS and not said.words
    school = None if is_order else school_meant(text.body)
    reply = ""
    if allow("text-stranger", text.number, limit=ANSWERS, seconds=DAY):
        with translation.override(said.language):
            reply = _reply(school, is_order=is_order)
    return Answer(reply, Outcome.STRANGER), school


def _reply(school: School | None, *, is_order: bool) -> str:
    if is_order:
        return replies.stranger()
    return somebody_reads(school) if school else which_school_is_it()


def somebody_reads(school: School) -> str:
    """To a number nobody has: a person looks at it. Only what is public about the school."""
    told = {"school": school.name, "phone": school.phone}
    if not school.phone:
        return _("We do not know this number. Somebody at %(school)s reads what you wrote.") % told
    return (
        _(
            "We do not know this number. Somebody at %(school)s reads what you wrote. If it cannot "
            "wait, call %(phone)s."
        )
        % told
    )


def which_school_is_it() -> str:
    return _(
        "We do not know this number. Write the name of your school, and somebody there reads it."
    )


def school_meant(body: str) -> School | None:
    """The only school here, else the one whose name is among the words. One statement."""
    schools = list(School.objects.filter(set_up_at__isnull=False).order_by("pk")[:200])
    if len(schools) == 1:
        return schools[0]
    said = f" {plain(body)} "
    named = [one for one in schools if f" {plain(one.name)} " in said]
    return named[0] if len(named) == 1 else None


def said_before(text: Text) -> list[Text]:
    """What this number wrote a moment ago that no school could be found for."""
    since = timezone.now() - WAITS
    rows = Text.objects.filter(
        number=text.number, at__gte=since, school=None, outcome=Outcome.STRANGER
    )
    return [one for one in rows.exclude(pk=text.pk).order_by("pk") if one.verb not in ORDERS]
