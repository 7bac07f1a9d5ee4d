"""Turn a template and a few facts into what one person reads, in their language."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from functools import cache
from typing import Any

from django.conf import settings
from django.template import engines
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from jinja2 import Environment, TemplateNotFound

from kindling.kit.signing import address_of_id
from kindling.notices.models import Notice
from kindling.schools.inside import inside
from kindling.schools.models import Person, School

LINK, CODE = "{link}", "{code}"
# A task may get lost between commit and queue: look again after this long.
RESCUE = timedelta(minutes=5)


@cache
def plain_environment() -> Environment:
    """The site's templates without HTML escaping: O'Brien stays O'Brien in a text."""
    environment: Environment = engines["jinja2"].env  # type: ignore[attr-defined]
    return environment.overlay(autoescape=False)


def compose(person: Person, kind: str, context: Mapping[str, Any], channel: str) -> tuple[str, str]:
    """Return subject and body of "app/verb", from <app>/email/<verb>.txt, in their language.

    The first line of the template is the subject. A text message is the template
    <app>/sms/<verb>.txt where there is one, else the subject and the link.
    """
    app, _slash, verb = kind.partition("/")
    facts = {"school": person.school, "person": person, "viewer": None, **context}
    environment = plain_environment()
    with inside(person.school), translation.override(person.language):
        whole = environment.get_template(f"{app}/email/{verb}.txt").render(facts).strip()
        subject, _line, body = whole.partition("\n")
        subject, body = " ".join(subject.split())[:300], body.strip()
        if channel == Notice.Channel.SMS:
            body = short(environment, f"{app}/sms/{verb}.txt", facts, subject, body)
    return subject, body


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
    """Return the address that stands at "{link}": the pass, the page, or the school's first."""
    if notice.link_id:
        return address_of_id(notice.link_id)
    path = notice.url or f"/{notice.school.slug}/"
    return path if path.startswith("http") else f"{settings.BASE_URL}{path}"


def full_text(notice: Notice) -> str:
    """Return the body with its link and code, as the person reads it. Holds secrets."""
    return notice.body.replace(LINK, link_of(notice)).replace(CODE, notice.code)


def masked_text(notice: Notice) -> str:
    """Return the body as the school's outbox shows it: a personal link opens somebody's pages."""
    link = _("[personal link]") if notice.link_id else link_of(notice)
    return notice.body.replace(LINK, link).replace(CODE, _("[code]"))


def as_mail(notice: Notice) -> tuple[str, str]:
    """Return the mail as text and as HTML, both with the school's name at the foot."""
    school: School = notice.school
    facts = {"school": school, "notice": notice, "text": full_text(notice)}
    facts |= {"link": link_of(notice), "viewer": None}
    with inside(school), translation.override(notice.language):
        text = plain_environment().get_template("notices/mail.txt").render(facts)
        html = engines["jinja2"].env.get_template("notices/mail.html").render(facts)  # type: ignore[attr-defined]
    return text.strip() + "\n", html


def write(person: Person, kind: str, context: Mapping[str, Any], **facts: str) -> Notice:
    """Return the message, not yet saved."""
    channel, address = way_to(person)
    subject, body = compose(person, kind, context, channel)
    notice = Notice(
        school=person.school,
        person=person,
        kind=kind,
        channel=channel,
        address=address,
        language=person.language,
        subject=subject,
        body=body,
        next_at=timezone.now() + RESCUE,
        **facts,
    )
    if not address:
        notice.state, notice.error = Notice.State.FAILED, _("No address on file.")
    return notice


def way_to(person: Person) -> tuple[str, str]:
    """Return channel and address of a person; the address is empty when none is on file."""
    if person.phone and not person.email:
        return Notice.Channel.SMS, person.phone
    return Notice.Channel.EMAIL, person.email
