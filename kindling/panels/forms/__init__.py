"""What is sent to a panel. Words around the result are saved field by field."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from kindling.exhibitions.models import Result
from kindling.panels.merging import Sent, is_level
from kindling.panels.models import Form, Panel
from kindling.panels.models.forms import NOT_SEEN
from kindling.panels.sheet import Sheet
from kindling.panels.values import values_of


class SheetForm(forms.Form):
    """A whole form as a page sends it: every field, and `base-…`: what the page began with.

    No level has to be there: what is missing is said when it is sent.
    """

    def __init__(self, *args: Any, sheet: Sheet, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        marks = [(str(one.at), str(one)) for one in reversed(sheet.levels)]
        marks.append((str(NOT_SEEN), _("I could not see it")))
        for name in values_of(None, [], sheet):
            most = 2000 if name.startswith("words-") else 4000
            self.fields[name] = (
                forms.ChoiceField(choices=marks, required=False)
                if is_level(name)
                else forms.CharField(max_length=most, required=False, strip=False)
            )

    @property
    def sent(self) -> Sent:
        """What the action takes. A field that was not in the request is left as it is."""
        values = {name: str(self.cleaned_data[name]) for name in self.fields if self._is_here(name)}
        bases = {
            name: str(self.data[f"base-{name}"])
            for name in self.fields
            if f"base-{name}" in self.data
        }
        return Sent(values, bases)

    def _is_here(self, name: str) -> bool:
        # Radio buttons of which none is chosen are not sent, and mean nothing.
        return name in self.data


class ResultForm(forms.Form):
    """What the panel agreed on."""

    result = forms.ChoiceField(
        label=gettext_lazy("What did you agree on?"),
        choices=[(value, label) for value, label in Result.choices if value],
    )


class ConditionForm(forms.Form):
    """What has to be done, by whom, by when."""

    text = forms.CharField(label=gettext_lazy("What has to be done?"), max_length=500)
    owner = forms.ChoiceField(label=gettext_lazy("Who does it?"))
    due_on = forms.DateField(label=gettext_lazy("By when?"))

    def __init__(self, *args: Any, panel: Panel, people: list[Form], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.people = {one.person.public_id: one.person for one in people}
        own = panel.exhibition.student.person
        order = sorted(self.people.values(), key=lambda one: (one.pk != own.pk, one.name))
        self.fields["owner"].choices = [(one.public_id, one.name) for one in order]  # type: ignore[attr-defined]

    @property
    def said(self) -> dict[str, Any]:
        """What the action takes."""
        return {**self.cleaned_data, "owner": self.people[self.cleaned_data["owner"]]}
