"""Django's cache in the database, which can also count: several tallies in one statement."""

from __future__ import annotations

import secrets
from datetime import UTC, datetime, timedelta

from django.core.cache.backends.db import DatabaseCache
from django.db import connections, router

SWEEP = 200  # one count in so many also throws away what is over


class TallyCache(DatabaseCache):
    """`tally` adds one to each key. Its rows hold plain numbers: never read them with get()."""

    _table: str  # Django's own

    def tally(self, keys: dict[str, int]) -> dict[str, int]:
        """Add one to each key, which lives so many seconds from its first; return the sums."""
        connection = connections[router.db_for_write(self.cache_model_class)]
        quoted = connection.ops.quote_name(self._table)
        now, rows = datetime.now(UTC).replace(microsecond=0), []
        for key, seconds in sorted(keys.items()):  # in one order, so that two never wait in a ring
            over = connection.ops.adapt_datetimefield_value(now + timedelta(seconds=seconds + 1))
            rows += [key, over]
        values = ", ".join(["(%s, '1', %s)"] * len(keys))
        with connection.cursor() as cursor:
            cursor.execute(
                f"INSERT INTO {quoted} (cache_key, value, expires) VALUES {values} "  # noqa: S608
                "ON CONFLICT (cache_key) DO UPDATE SET "
                f"value = CAST(CAST({quoted}.value AS integer) + 1 AS text) "
                "RETURNING cache_key, value",
                rows,
            )
            found = {key: int(value) for key, value in cursor.fetchall()}
            if not secrets.randbelow(SWEEP):
                before = connection.ops.adapt_datetimefield_value(now)
                cursor.execute(f"DELETE FROM {quoted} WHERE expires < %s", [before])  # noqa: S608
        return found
