"""The board's ETag: another one as soon as the board could look different."""

from __future__ import annotations

from hashlib import blake2b

from django.utils import translation

from kindling.board.queries.asked import Asked
from kindling.history.stir import stir
from kindling.schools.viewer import Viewer


def stamp_of(viewer: Viewer, asked: Asked, page: str = "") -> str:
    """Return the ETag of what this viewer asked for. One statement.

    Every action leaves an event, so the number of events is enough; the minute is in it because
    lateness follows the clock.
    """
    roles = ",".join(sorted(viewer.roles))
    facts = (stir(viewer.school), str(viewer.person_id), roles, asked.query(), page,
             translation.get_language() or "")  # fmt: skip
    digest = blake2b("|".join(facts).encode(), digest_size=9).hexdigest()
    return f'"{digest}"'
