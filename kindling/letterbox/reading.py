"""Read one mail as it came over the wire. Nothing is looked up and nothing is saved."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, field
from email import message_from_bytes, policy
from email.message import EmailMessage
from email.parser import BytesHeaderParser
from email.utils import parseaddr

from kindling.kit.replying import reply_id_in
from kindling.letterbox.quotes import own_words, text_of_page

MOST = 15 * 1024 * 1024  # bytes of one mail
MOST_FILES = 5
LONGEST = 4000  # characters of an answer
LISTS = {"bulk", "junk", "list", "auto_reply"}


@dataclass(frozen=True)
class Incoming:
    """One mail with its envelope: who handed it over, and for whom."""

    content: bytes
    sender: str  # of the envelope; "" for a bounce
    recipients: Sequence[str]


@dataclass(frozen=True)
class File:
    """Something that came along."""

    name: str
    data: bytes


@dataclass(frozen=True)
class Post:
    """A mail that was read. `robot` says why nobody wrote it, "" for a human's."""

    key: str  # the same for the same mail
    sender: str
    name: str
    subject: str
    text: str
    recipients: tuple[str, ...]
    size: int
    reply_id: str = ""
    robot: str = ""
    files: list[File] = field(default_factory=list)
    left_out: int = 0  # files beyond the most


def read(incoming: Incoming) -> Post:
    """Return what the mail says. A mail in pieces or in a broken code is read as far as it goes.

    Of one that is folded into itself without end only the head is read: a mail at which reading
    fails would be sent again for days.
    """
    try:
        return _post(incoming, message_from_bytes(incoming.content, policy=policy.default))
    except RecursionError:
        return _post(
            incoming, BytesHeaderParser(policy=policy.default).parsebytes(incoming.content)
        )


def _post(incoming: Incoming, mail: EmailMessage) -> Post:
    told = tuple(one.strip().lower() for one in incoming.recipients)
    name, sender = parseaddr(_head(mail, "From"))
    files = list(_files(mail))
    return Post(
        key=_key(mail, incoming, told),
        sender=sender.strip().lower()[:254],
        name=name[:200],
        subject=" ".join(_head(mail, "Subject").split())[:200],
        text=own_words(_text(mail))[:LONGEST],
        recipients=told,
        size=len(incoming.content),
        reply_id=next((found for one in told if (found := reply_id_in(one))), ""),
        robot=_robot(mail, incoming),
        files=files[:MOST_FILES],
        left_out=max(0, len(files) - MOST_FILES),
    )


def _head(mail: EmailMessage, name: str) -> str:
    """A header's words; one that cannot be read is empty. PostgreSQL keeps no NUL."""
    try:
        return str(mail.get(name, "")).replace("\0", "")
    except (ValueError, IndexError, AttributeError, UnicodeError, TypeError):
        return ""


def _key(mail: EmailMessage, incoming: Incoming, told: tuple[str, ...]) -> str:
    """The same mail to the same people: servers send again what broke off."""
    own = _head(mail, "Message-ID").strip().encode() or incoming.content
    return hashlib.sha256(own + b"\n" + " ".join(sorted(told)).encode()).hexdigest()


def _text(mail: EmailMessage) -> str:
    part = mail.get_body(("plain",)) or mail.get_body(("html",))
    if part is None:
        return ""
    try:
        words = str(part.get_content())
    except (LookupError, ValueError, KeyError):
        payload = part.get_payload(decode=True)
        words = payload.decode("utf-8", "replace") if isinstance(payload, bytes) else ""
    return text_of_page(words) if part.get_content_type() == "text/html" else words


def _files(mail: EmailMessage) -> list[File]:
    """What was attached on purpose; pictures of a signature stand inside the text."""
    found = []
    for part in mail.iter_attachments():
        if part.get_content_disposition() != "attachment" or part.is_multipart():
            continue
        data = part.get_payload(decode=True)
        if isinstance(data, bytes) and data:
            name = (part.get_filename() or "").replace("\0", "")
            found.append(File(" ".join(name.split())[:200], data))
    return found


def _robot(mail: EmailMessage, incoming: Incoming) -> str:
    """Why no human wrote this: a bounce, an absence note, a list, or a letter of our own."""
    if not incoming.sender.strip("<> ") or mail.get_content_type() == "multipart/report":
        return "bounce"
    if _head(mail, "Auto-Submitted").split(";")[0].strip().lower() not in {"", "no"}:
        return "loop" if _head(mail, "Message-ID").strip().endswith("@kindling>") else "auto"
    if any(mail.get(name) for name in ("X-Autoreply", "X-Autorespond", "X-Auto-Response-From")):
        return "auto"
    if _head(mail, "Precedence").strip().lower() in LISTS or mail.get("List-Id"):
        return "list"
    return ""
