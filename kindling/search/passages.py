"""The words of a place, put on its school's shelf. Whatever saves a place calls this."""

from __future__ import annotations

from hashlib import sha256

from django.db import connection, transaction
from django.db.models import F
from django.utils.module_loading import import_string

from kindling.search.models import Passage, Shelf


def shelve(school_id: int, title: str, body: str) -> Passage:
    """Return the row of these words, made where they are new; the school's shelf has changed.

    Found by its words at once. What it means is worked out by a worker, after the transaction.
    """
    touch(school_id)
    digest = sha256(f"{title}\n{body}".encode()).hexdigest()
    facts = {"title": title[:200], "body": body}
    passage, made = Passage.objects.get_or_create(digest=digest, defaults=facts)
    if made:
        tell_after_commit()
    return passage


def touch(school_id: int) -> None:
    """Say that a school's places or their names have changed."""
    if not Shelf.objects.filter(school=school_id).update(number=F("number") + 1):
        Shelf.objects.get_or_create(school_id=school_id, defaults={"number": 1})


def tell_after_commit() -> None:
    """Let a worker work out what is new; asked once for many in one transaction."""
    if not any(entry[1] is ask_worker for entry in connection.run_on_commit):
        transaction.on_commit(ask_worker, robust=True)


def ask_worker() -> None:
    import_string("kindling.search.actions.tell_passages").enqueue()
