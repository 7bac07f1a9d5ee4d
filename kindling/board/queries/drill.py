"""Everybody by where they should be now, for a drill or an alarm."""

from __future__ import annotations

from dataclasses import dataclass

from kindling.board.queries.live import Line, Live, Spot


@dataclass(frozen=True)
class Post:
    """One site (None: at school or at home) and who belongs there now."""

    spot: Spot | None
    lines: list[Line]


def drill_of(live: Live) -> list[Post]:
    """Sites by name, then those without one. Who left or is absent stands with the latter."""
    posts: dict[str, Post] = {}
    elsewhere: list[Line] = []
    for line in live.lines:
        if line.spot is None or line.state == "home":
            elsewhere.append(line)
        else:
            posts.setdefault(line.spot.site_id, Post(line.spot, [])).lines.append(line)
    found = sorted(posts.values(), key=lambda post: post.spot.site if post.spot else "")
    return [*found, Post(None, elsewhere)] if elsewhere else found
