"""The ways out: push services, SMTP, text gateways. Errors come back as plain sentences."""

from __future__ import annotations

import smtplib
from collections.abc import Sequence
from email.message import MIMEPart
from urllib.parse import quote

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.utils.translation import gettext as _

from kindling.kit.ical import method_of
from kindling.kit.replying import reply_address, takes_replies
from kindling.notices.letters import as_mail, as_text, full_calendar
from kindling.notices.models import Channel, Notice, PushDevice
from kindling.notices.pushing import push

PERMANENT = 500  # SMTP: from here on, trying again does not help


class TryLater(Exception):
    """It did not work now and may work in a while; the text says why.

    for_everybody: not this message is the trouble, but the gateway.
    """

    def __init__(self, text: str, *, for_everybody: bool = False) -> None:
        super().__init__(text)
        self.for_everybody = for_everybody


class GiveUp(Exception):
    """It will not work however often it is tried; the text says why."""


def is_open(channel: str) -> bool:
    """Say whether this installation has a way out for the channel."""
    if channel == Channel.PUSH:
        return True
    if channel == Channel.SMS:
        return bool(settings.SMS_URL)
    return not settings.MAILERS["default"]["BACKEND"].endswith("dummy.EmailBackend")


def send(notice: Notice, riders: Sequence[Notice] = ()) -> str:
    """Send one notice now, with those that go along; return what was answered.

    Raises TryLater or GiveUp.
    """
    if notice.channel == Channel.PUSH:
        return send_push(notice, riders)
    if notice.channel == Channel.SMS:
        return send_sms(notice, riders)
    return send_mail(notice, riders)


def send_mail(notice: Notice, riders: Sequence[Notice]) -> str:
    mail = written(notice, riders)
    for calendar in filter(None, map(full_calendar, [notice, *riders])):
        mail.attach(enclosed(calendar))
    try:
        mail.send()
    except smtplib.SMTPAuthenticationError as no:
        reason = _("The mail server does not accept our name and password: %(answer)s")
        told = {"answer": answer_of(no.smtp_code, no.smtp_error)}
        raise TryLater(reason % told, for_everybody=True) from no
    except smtplib.SMTPRecipientsRefused as no:
        code, words = next(iter(no.recipients.values()))
        refuse(code, _("The mail server refused the address: %(answer)s"), words)
    except smtplib.SMTPResponseException as no:
        refuse(no.smtp_code, _("The mail server refused the mail: %(answer)s"), no.smtp_error)
    except (ValueError, UnicodeError) as no:
        raise GiveUp(_("This is not an address mail can go to.")) from no
    except (OSError, smtplib.SMTPException) as no:
        reason = _("The mail server cannot be reached: %(answer)s")
        told = {"answer": str(no) or type(no).__name__}
        raise TryLater(reason % told, for_everybody=True) from no
    return _("The mail server took it.")


def written(notice: Notice, riders: Sequence[Notice]) -> EmailMultiAlternatives:
    """Return the mail, with the address that takes an answer where somebody reads it."""
    subject, text, html = as_mail(notice, riders)
    # The same id on every try: mail programs show a mail that came twice once.
    headers = {"Message-ID": f"<{notice.public_id}.{notice.school.slug}@kindling>"}
    answers_to = []
    if notice.reply_id and takes_replies():
        answers_to = [reply_address(notice.reply_id)]
        # An absence note must not answer a conversation.
        headers |= {"Auto-Submitted": "auto-generated", "X-Auto-Response-Suppress": "All"}
    mail = EmailMultiAlternatives(
        subject, text, to=[notice.address], headers=headers, reply_to=answers_to
    )
    mail.attach_alternative(html, "text/html")
    return mail


def enclosed(calendar: str) -> MIMEPart:
    """Return a calendar file as mail programs take it: what it asks for stands in its type, too."""
    part = MIMEPart()
    # As bytes: its lines end in two characters, which a text of a mail does not keep.
    part.set_content(
        calendar.encode(), maintype="text", subtype="calendar", filename="meeting.ics",
        disposition="attachment", params={"method": method_of(calendar), "charset": "utf-8"},
    )  # fmt: skip
    return part


def refuse(code: int, sentence: str, words: bytes | str) -> None:
    """Raise what the server's three digits ask for: 4xx means later, 5xx means never."""
    kind = GiveUp if code >= PERMANENT else TryLater
    raise kind(sentence % {"answer": answer_of(code, words)})


def answer_of(code: int, words: bytes | str) -> str:
    told = words.decode(errors="replace") if isinstance(words, bytes) else words
    return f"{code} {' '.join(told.split())}"


def send_sms(notice: Notice, riders: Sequence[Notice]) -> str:
    """Send by Apprise. The number takes the place of {phone} in SMS_URL, or stands at its end."""
    import apprise  # noqa: PLC0415 (a third of a second that web workers never need)

    number, url = quote(notice.address, safe="+"), settings.SMS_URL
    target = url.replace("{phone}", number) if "{phone}" in url else f"{url.rstrip('/')}/{number}"
    # A redirect would lead the words to an address that nobody wrote into the settings.
    gateway = apprise.Apprise(asset=apprise.AppriseAsset(http_redirects=False))
    if not gateway.add(target):
        reason = _("SMS_URL is not an address we understand. Tell who runs this server.")
        raise TryLater(reason, for_everybody=True)
    with apprise.LogCapture(level=30) as log:  # type: ignore[no-untyped-call]
        arrived = gateway.notify(body=as_text(notice, riders))
        told = " ".join(log.getvalue().split())[-200:]
    if not arrived:
        # Apprise does not say whether the number or the gateway is the trouble.
        reason = _("The text message gateway did not take it: %(answer)s")
        raise TryLater(reason % {"answer": told or "-"}, for_everybody=True)
    return _("The gateway took it.")


def send_push(notice: Notice, riders: Sequence[Notice]) -> str:
    """Send to each device of the person. It has arrived when one push service took it."""
    devices = list(PushDevice.alive(notice.person.user_id))
    answers = [push(device, notice, riders) for device in devices]
    if any(is_taken for is_taken, _words in answers):
        return " · ".join(words for _is_taken, words in answers)
    if not answers:
        raise GiveUp(_("No device takes notifications any more."))
    raise TryLater(" · ".join(words for _is_taken, words in answers))
