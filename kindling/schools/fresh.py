"""A folder that nobody has used yet: the first command in it makes its tables and its mark."""

from __future__ import annotations

from django.core.management import call_command
from django.db import connection

from kindling.schools import world
from kindling.schools.models import Installation, School


def make_ready() -> None:
    """Make an empty database a real installation; leave one that holds something alone.

    `./go manage import_roster` and `make_school` come before `./go school` as well as after it.
    """
    if "schools_installation" not in connection.introspection.table_names():
        call_command("migrate", verbosity=0)
        call_command("createcachetable", verbosity=0)
    if not (Installation.objects.exists() or School.objects.exists()):
        Installation.objects.create(is_demo=False)
        world.forget()
