"""The roll as the advisor fills it in, and the school's codes. Forms read; actions write."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from kindling.roll.codes import OUT
from kindling.roll.models import Meaning
from kindling.roll.roster import Roll, Row, Said

MOST = 600  # minutes late or missed in one day
DIGITS = 6  # longer ones are no minutes at all


class RollForm(forms.Form):
    """`code-<id>`, `minutes-<id>` and `was-<id>` (what the page showed) for each student.

    Fields of Django's for sixty controls would cost more than the rest of the page.
    """

    why = forms.CharField(
        label=gettext_lazy("Why does it change?"),
        max_length=500,
        required=False,
        help_text=gettext_lazy("Both values stay on record, with your name."),
    )

    def __init__(self, *args: Any, roll: Roll, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.roll = roll
        self.said: dict[str, Said] = {}

    def clean(self) -> dict[str, Any]:
        """Read every row, also below one that is wrong: the page shows again what was said."""
        wrong, offered = [], {word.letter for word in self.roll.codes.offered}
        for row in self.roll.rows:
            code = self.data.get(f"code-{row.public_id}", "")
            if not code:
                continue
            if code not in offered and code != (row.said and row.said.code):
                wrong.append(_("Choose one of the codes for %(name)s.") % {"name": row.name})
                continue
            self.said[row.public_id] = said = Said(code, self._minutes(row, code))
            if not 0 <= said.minutes <= MOST:
                told = {"name": row.name, "most": MOST}
                wrong.append(_("Minutes of %(name)s: a number up to %(most)s.") % told)
        if wrong:
            raise ValidationError(wrong)
        return self.cleaned_data

    def _minutes(self, row: Row, code: str) -> int:
        """Return what was typed; -1 for what is no number of minutes."""
        text = self.data.get(f"minutes-{row.public_id}", "").strip()
        if self.roll.codes.of(code).meaning == Meaning.PRESENT or not text:
            return 0
        return int(text) if text.isdecimal() and len(text) <= DIGITS else -1

    @property
    def seen(self) -> dict[str, str]:
        """The letters that the page showed when it was made."""
        return {
            row.public_id: self.data[f"was-{row.public_id}"]
            for row in self.roll.rows
            if f"was-{row.public_id}" in self.data
        }

    def shown(self, row: Row) -> Said | None:
        """What the page offers for this student: what was sent, else what stands."""
        if self.is_bound:
            return self.said.get(row.public_id) or row.said
        return row.shown


class CodeForm(forms.Form):
    """One code of the school."""

    letter = forms.RegexField(
        r"^[A-Z][A-Z0-9]?$",
        label=gettext_lazy("Letter"),
        max_length=2,
        help_text=gettext_lazy("One or two capital letters. It stays for good."),
        error_messages={"invalid": gettext_lazy("Use a capital letter such as S.")},
    )
    label = forms.CharField(label=gettext_lazy("Name"), max_length=40)
    meaning = forms.ChoiceField(
        label=gettext_lazy("How it counts"),
        choices=[choice for choice in Meaning.choices if choice[0] != Meaning.INTERNSHIP],
    )
    sis_code = forms.CharField(
        label=gettext_lazy("Code in your district’s system"), max_length=20, required=False
    )

    def clean(self) -> dict[str, Any]:
        """What follows from internship days may be named, never made to count as something else."""
        if self.cleaned_data.get("letter") == OUT:
            self.cleaned_data["meaning"] = Meaning.INTERNSHIP
        return self.cleaned_data
