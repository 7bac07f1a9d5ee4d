"""Letters about signing in. The worker writes them, so that every request answers alike.

Who belongs to a school gets a letter of its outbox: kept, tried again, in their language. Others
(a network's office) get one that is only sent. A link is made when its letter leaves, and never
waits in a queue.
"""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.tasks import task
from django.template.loader import render_to_string
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from kindling.accounts.actions import LINK_MINUTES
from kindling.accounts.doors import tells_of_change
from kindling.accounts.mailing import send
from kindling.accounts.models import User
from kindling.keys.actions.users import find_user
from kindling.keys.links import reset_address, sign_in_address
from kindling.keys.rules import person_at
from kindling.notices.actions import notify
from kindling.notices.delivery import deliver
from kindling.notices.letters import LINK
from kindling.notices.posting import SOON
from kindling.schools.viewer import Viewer

# Seconds to wait before each new attempt, when the mail server does not take it.
PATIENCE = (10, 60, 240)
LATEST = timedelta(hours=1)  # nobody waits longer; they ask again
LONGEST = 400  # characters of where to go afterwards


@task(priority=SOON)
def mail_link(email: str, language: str, onward: str, attempt: int = 0) -> None:
    """Send a link that signs in, if somebody has this address."""
    user = find_user(email)
    if user is None or _by_outbox(user, "keys/link", onward):
        return
    facts = {"link": sign_in_address(user, onward), "minutes": LINK_MINUTES}
    if not _sent(email, language, "link", facts):
        _try_later(mail_link, attempt, email, language, onward)


@task(priority=SOON)
def mail_reset(email: str, language: str, attempt: int = 0) -> None:
    """Send a link to choose a new password, if somebody has this address."""
    user = find_user(email)
    if user is None or _by_outbox(user, "keys/reset", ""):
        return
    if not _sent(email, language, "reset", {"link": reset_address(user)}):
        _try_later(mail_reset, attempt, email, language)


@tells_of_change
def tell_of_change(user: User, what: str) -> None:
    """Write to who signs in that their ways in changed, at the first school that knows them."""
    person = person_at(user, "")
    if person is not None:
        notify(person, "keys/changed", {"what": what}, by=Viewer.system(person.school), url="/you/")


def _by_outbox(user: User, kind: str, onward: str) -> bool:
    """Write the letter into the outbox of a school of theirs and send it now; False: no school."""
    person = person_at(user, onward)
    if person is None:
        return False
    context = {"link": LINK, "minutes": LINK_MINUTES}
    when: Any = {"at_once": True, "until": timezone.now() + LATEST}
    by = Viewer.system(person.school)
    letter = notify(person, kind, context, by=by, url=onward[:LONGEST], **when)
    deliver(letter.pk)  # they wait in front of the page: not after a second turn in the queue
    return True


def _sent(email: str, language: str, verb: str, facts: dict[str, Any]) -> bool:
    """Send a letter that stands in no outbox; say whether the mail server took it."""
    with translation.override(language):
        whole = render_to_string(f"keys/email/{verb}.txt", facts).strip()
        subject, _line, body = whole.partition("\n")
        return send(email, subject, f"{body.strip()}\n\n--\n{_('Sent with Kindling.')}")


def _try_later(letter: Any, attempt: int, *args: Any) -> None:
    """Put the letter into the queue again; after the last attempt it is given up."""
    if attempt < len(PATIENCE):
        after = timezone.now() + timedelta(seconds=PATIENCE[attempt])
        letter.using(run_after=after).enqueue(*args, attempt=attempt + 1)
