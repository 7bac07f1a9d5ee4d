"""Which rows are a school's, and which of them stay behind, each with its reason.

A model with a `school` is the school's by itself: an app that comes later is not forgotten. A model
without one stands here, or `tests/test_ways.py` fails.
"""

from __future__ import annotations

from typing import Any

from django.apps import apps
from django.db.models import Field, Model, QuerySet

from kindling.schools.models import Person, School

LINK = "A link works only with the keys of the server that made it. New ones are sent."
MACHINE = "The server's own notes about its work."
REMADE = "It is made anew from what is here."
OPENS = "It is a secret of a person or of a device, and opens doors."
NETWORK = "It belongs to the network, not to the school."

STAYS = {
    "account.EmailConfirmation": LINK,
    "accounts.Session": OPENS,
    "accounts.SignInLink": OPENS,
    "accounts.SignInSheet": OPENS,
    "accounts.Token": OPENS,
    "auth.Group": MACHINE,
    "auth.Group_permissions": MACHINE,
    "auth.Permission": MACHINE,
    "chores.Chore": MACHINE,
    "contenttypes.ContentType": MACHINE,
    "django_tasks_database.DBTaskResult": MACHINE,
    "kiosk.KioskCode": OPENS,
    "mfa.Authenticator": OPENS,
    "network.NetworkHat": NETWORK,
    "notices.AskCount": NETWORK,
    "notices.Outage": MACHINE,
    "notices.PushDevice": OPENS,
    "passes.Pass": LINK,
    "passes.PassDevice": LINK,
    "passes.PassUse": LINK,
    "schools.Installation": MACHINE,
    "search.Passage": REMADE,
    "search.Shelf": REMADE,
    "sites.SiteCode": OPENS,
}

# Field → what stands there instead, and why.
BLANK: dict[str, tuple[Any, str]] = {
    "accounts.User.password": ("!", "Everybody chooses a new one, by a link to their mail."),
    "seals.SealKey.secret": ("", "What was sealed stays provable; new seals get a new key."),
}


def models() -> list[type[Model]]:
    """Every model with a table, by label."""
    found = apps.get_models(include_auto_created=True)
    return sorted((one for one in found if one._meta.managed), key=label_of)  # noqa: SLF001


def label_of(model: type[Model]) -> str:
    return str(model._meta.label)  # noqa: SLF001 (Django documents it)


def packed_models() -> list[type[Model]]:
    """The models of which a school takes rows along."""
    return [one for one in models() if label_of(one) not in STAYS]


def fields_of(model: type[Model]) -> list[Field[Any, Any]]:
    """The columns that hold something of their own, the key first."""
    fields = model._meta.concrete_fields  # noqa: SLF001
    return [one for one in fields if not getattr(one, "generated", False)]


def rows_of(model: type[Model], school: School) -> QuerySet[Model]:
    """The school's rows of a model, in the order of their keys. LookupError for an unknown one."""
    rows: QuerySet[Model] = model._base_manager.order_by("pk")  # noqa: SLF001
    users = Person.objects.filter(school=school, user__isnull=False).values("user")
    ways: dict[str, dict[str, Any]] = {
        "schools.School": {"pk": school.pk},
        "schools.Network": {"pk": school.network_id},
        "accounts.User": {"pk__in": users},
        "accounts.AccountEvent": {"user__in": users},
        "account.EmailAddress": {"user__in": users},
        "roll.Mark": {"student__school": school},
    }
    label = label_of(model)
    if label in ways:
        return rows.filter(**ways[label])
    if not any(one.name == "school" for one in fields_of(model)):
        raise LookupError(label)
    return rows.filter(school=school)
