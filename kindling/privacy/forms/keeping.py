"""How long, hold, and what becomes of one's work."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from kindling.inventory.words import KEEPS
from kindling.people.models import Student
from kindling.privacy.models import WorkWish
from kindling.privacy.words import BACKUPS, BACKUPS_MONTHS, span

CHOSEN = ("record", "work", "contact", "trail", "letters", "files")


class MonthsForm(forms.Form):
    """A number of months for each end that a school may change."""

    def __init__(self, *args: Any, chosen: dict[str, int], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in CHOSEN:
            keep = KEEPS[name]
            least = _("At least %(time)s.") % {"time": span(keep.least)}
            self._ask(name, str(keep.label), keep.least, chosen.get(name, keep.months), least)
        label = _("Copies of the database for emergencies")
        self._ask(BACKUPS, label, 1, chosen.get(BACKUPS, BACKUPS_MONTHS), "")

    def _ask(self, name: str, label: str, least: int, now: int, hint: str) -> None:
        self.fields[name] = forms.IntegerField(
            label=label, min_value=least, max_value=720, initial=now, help_text=hint
        )


class HoldForm(forms.Form):
    """For whom, and why."""

    student: Any = forms.ModelChoiceField(
        label=gettext_lazy("Student"), queryset=None, to_field_name="public_id"
    )
    reason = forms.CharField(
        label=gettext_lazy("Why"),
        help_text=gettext_lazy("A court, a complaint, a request for records."),
        max_length=300,
    )

    def __init__(self, *args: Any, students: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        chosen: Any = self.fields["student"]
        chosen.queryset = students
        chosen.label_from_instance = Student.__str__


class WishForm(forms.Form):
    """Keep or delete."""

    wish = forms.ChoiceField(
        label=gettext_lazy("What becomes of your work after school?"),
        choices=WorkWish.Wish.choices, widget=forms.RadioSelect,
    )  # fmt: skip
