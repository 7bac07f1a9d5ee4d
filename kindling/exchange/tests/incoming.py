"""Bring a roster in, as the registrar does."""

from kindling.exchange.actions import apply_import, preview_import, upload_import
from kindling.exchange.tests.packages import make_zip, small_roster
from kindling.schools.models import Person


def hand_in(cast, content, *, who="priya", kind="oneroster", name="roster.zip", **choices):
    viewer = cast.as_(who)
    imported = upload_import(kind=kind, file_name=name, content=content, by=viewer)
    preview_import(imported, by=viewer, **choices)
    return imported


def bring_in(cast, roster=None, **choices):
    imported = hand_in(cast, make_zip(roster), **choices)
    apply_import(imported, by=cast.as_("priya"))
    imported.refresh_from_db()
    return imported


def totals(imported):
    return {what: n for what, n in imported.counts["totals"].items() if n}


def without(source_ids):
    """The small roster without these people, in every file."""
    roster = small_roster()
    roster["users"] = [u for u in roster["users"] if u["sourcedId"] not in source_ids]
    for user in roster["users"]:
        if user.get("agentSourcedIds") in source_ids:
            user["agentSourcedIds"] = ""
    for name in ("roles", "enrollments"):
        roster[name] = [r for r in roster[name] if r["userSourcedId"] not in source_ids]
    roster["demographics"] = [r for r in roster["demographics"] if r["sourcedId"] not in source_ids]
    return roster


def person_of(source_id):
    return Person.objects.get(source_id=source_id)
