"""Who stands in for Ana next week."""

from __future__ import annotations

from datetime import date

from kindling.advisory.actions import name_substitute


def add(maker) -> None:
    cast = maker.cast
    span = {"since_on": date(2026, 10, 19), "until_on": date(2026, 10, 23)}
    substitute = name_substitute(cast.tide, cast.chen, **span, by=cast.as_("ana"))
    maker.ids["<slug:substitute_id>"] = substitute.public_id
