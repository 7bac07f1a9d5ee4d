"""Rows of blocks: what for, a name, from, to. Empty rows are left out."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.forms.boundfield import BoundField
from django.utils.translation import gettext as _

from kindling.schedule.blocks import MOST, BlockPlan, checked_blocks
from kindling.schedule.models import AnyBlock, Kind

PARTS = ("kind", "label", "from", "to")


class BlockRows(forms.Form):
    """Twelve rows. A valid form leaves the checked blocks under "blocks"."""

    def __init__(self, *args: Any, blocks: Sequence[AnyBlock] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for n in range(MOST):
            block = blocks[n] if n < len(blocks) else None
            self._add_row(n, block)

    def _add_row(self, n: int, block: AnyBlock | None) -> None:
        row = {"row": n + 1}
        kinds = [("", _("Nothing")), *Kind.choices]
        initial = {
            "kind": block.kind if block else "", "label": block.label if block else "",
            "from": block.starts_at if block else None, "to": block.ends_at if block else None,
        }  # fmt: skip
        fields: dict[str, forms.Field] = {
            "kind": forms.ChoiceField(label=_("Row %(row)s: what for") % row, choices=kinds),
            "label": forms.CharField(label=_("Row %(row)s: your name for it") % row, max_length=60),
            "from": forms.TimeField(label=_("Row %(row)s: from") % row),
            "to": forms.TimeField(label=_("Row %(row)s: to") % row),
        }
        for part, field in fields.items():
            field.required, field.initial = False, initial[part]
            self.fields[f"{part}_{n}"] = field

    @property
    def rows(self) -> list[tuple[BoundField, ...]]:
        """The fields of each row, for the page."""
        return [tuple(self[f"{part}_{n}"] for part in PARTS) for n in range(MOST)]

    def clean(self) -> dict[str, Any]:
        """Leave the checked blocks under "blocks"; say which row is wrong and how to mend it."""
        cleaned = super().clean() or {}
        blocks = [block for n in range(MOST) if (block := self._block(n))]
        try:
            cleaned["blocks"] = checked_blocks(blocks)
        except ValidationError as error:
            self.add_error(None, error)
        return cleaned

    def _block(self, n: int) -> BlockPlan | None:
        kind, label, begin, end = (self.cleaned_data.get(f"{part}_{n}") for part in PARTS)
        if any(f"{part}_{n}" in self.errors for part in PARTS):
            return None
        if not kind:
            if label or begin or end:
                self.add_error(f"kind_{n}", _("Say what this block is for, or clear the row."))
            return None
        if not (begin and end):
            sentence = _("Say when it begins.") if end else _("Say when it ends.")
            sentence = sentence if begin or end else _("Say from when until when.")
            self.add_error(f"to_{n}" if begin else f"from_{n}", sentence)
            return None
        return BlockPlan(kind, label or "", begin, end, row=n + 1)
