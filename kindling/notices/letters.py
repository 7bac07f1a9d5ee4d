"""Turn a template and a few facts into what one person reads, in their language."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cache
from typing import Any

from django.conf import settings
from django.template import engines
from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from jinja2 import Environment, TemplateNotFound

from kindling.kit.ical import fold
from kindling.kit.replying import CUT, takes_replies
from kindling.kit.signing import address_of_id
from kindling.notices.doorstep import reach_address
from kindling.notices.kinds import SIGN_IN
from kindling.notices.models import Channel, Group, Notice
from kindling.schools.inside import inside
from kindling.schools.models import Person, School

LINK, CODE = "{link}", "{code}"

type Maker = Callable[[Notice], str]

MAKERS: dict[str, Maker] = {}


def makes_link(kind: str) -> Callable[[Maker], Maker]:
    """Register what makes the link of a letter that signs in (kinds.SIGN_IN), each time it leaves.

    It is never stored and never shown; how long it works is the maker's.
    """

    def register(maker: Maker) -> Maker:
        MAKERS[kind] = maker
        return maker

    return register


@cache
def plain_environment() -> Environment:
    """The site's templates without HTML escaping: O'Brien stays O'Brien in a text."""
    environment: Environment = engines["jinja2"].env  # type: ignore[attr-defined]
    return environment.overlay(autoescape=False)


def compose(person: Person, kind: str, context: Mapping[str, Any]) -> tuple[str, str, str]:
    """Return subject, body and text message of "app/verb", in the person's language.

    The first line of <app>/email/<verb>.txt is the subject. The text message is the template
    <app>/sms/<verb>.txt where there is one, else the subject and the link.
    """
    app, _slash, verb = kind.partition("/")
    facts = {"school": person.school, "person": person, "viewer": None, **context}
    environment = plain_environment()
    with inside(person.school), translation.override(person.language):
        whole = environment.get_template(f"{app}/email/{verb}.txt").render(facts).strip()
        subject, _line, body = whole.partition("\n")
        subject, body = " ".join(subject.split())[:300], body.strip()
        text = short(environment, f"{app}/sms/{verb}.txt", facts, subject, body)
    return subject, body, text


def short(
    environment: Environment, template: str, facts: dict[str, Any], subject: str, body: str
) -> str:
    """Return the body of a text message; every character costs somebody money."""
    try:
        return environment.get_template(template).render(facts).strip()
    except TemplateNotFound:
        kept = [marker for marker in (CODE, LINK) if marker in body]
        return " ".join([subject, *kept])


def link_of(notice: Notice) -> str:
    """Return the address that stands at "{link}": the pass, the page, or the school's first.

    Of a letter that signs in it is a new one each time, so this is for sending only.
    """
    if notice.kind in SIGN_IN:
        return MAKERS[notice.kind](notice)
    if notice.link_id:
        return address_of_id(notice.link_id)
    path = notice.url or f"/{notice.school.slug}/"
    return path if path.startswith("http") else f"{settings.BASE_URL}{path}"


def full_text(notice: Notice) -> str:
    """Return the body with its link and code, as the person reads it. Holds secrets."""
    return words_of(notice).replace(LINK, link_of(notice)).replace(CODE, notice.code)


def full_calendar(notice: Notice) -> str:
    """Return the calendar file with its link, its lines folded; "" when none goes along."""
    return fold(notice.calendar.replace(LINK, link_of(notice))) if notice.calendar else ""


def masked_text(notice: Notice) -> str:
    """Return the body as the school's outbox shows it: a personal link opens somebody's pages."""
    is_personal = notice.link_id or notice.kind in SIGN_IN
    link = _("[personal link]") if is_personal else link_of(notice)
    return words_of(notice).replace(LINK, link).replace(CODE, _("[code]"))


def words_of(notice: Notice) -> str:
    """Return what the notice says by the way it goes, with its markers."""
    if notice.channel == Channel.SMS:
        return notice.short
    return title_of(notice) if notice.channel == Channel.PUSH else notice.body


def title_of(notice: Notice) -> str:
    """Return what a notification says.

    It stands on a lock screen, where anybody beside the phone reads it. So it tells which school
    and how soon, and neither a name nor where anybody is.
    """
    school = {"school": notice.school.name}
    with translation.override(notice.language):
        if notice.is_urgent:
            return _("%(school)s: please look now") % school
        if notice.group == Group.DAILY:
            return _("%(school)s: something about today") % school
        return _("%(school)s: a message for you") % school


def as_text(notice: Notice, riders: Sequence[Notice] = ()) -> str:
    """Return a text message: one alone, or several that waited for the same person."""
    if not riders:
        return full_text(notice)
    with translation.override(notice.language):
        return "\n".join([heading(notice, riders), *map(full_text, [notice, *riders])])


def heading(notice: Notice, riders: Sequence[Notice]) -> str:
    """Return the subject: the notice's own, or how many there are."""
    if not riders:
        return notice.subject
    number = len(riders) + 1
    text = ngettext("%(num)s message from %(school)s", "%(num)s messages from %(school)s", number)
    return text % {"num": number, "school": notice.school.name}


def as_mail(notice: Notice, riders: Sequence[Notice] = ()) -> tuple[str, str, str]:
    """Return the mail's subject, text and HTML, with the school's name at the foot."""
    school: School = notice.school
    with inside(school), translation.override(notice.language):
        parts = [(one.subject if riders else "", full_text(one)) for one in (notice, *riders)]
        subject = heading(notice, riders)
        facts = {"school": school, "subject": subject, "parts": parts, "viewer": None}
        facts["reach_link"] = reach_address(notice.person)
        facts["cut"] = CUT if notice.reply_id and takes_replies() else ""
        text = plain_environment().get_template("notices/mail.txt").render(facts)
        html = engines["jinja2"].env.get_template("notices/mail.html").render(facts)  # type: ignore[attr-defined]
    return subject, text.strip() + "\n", html
