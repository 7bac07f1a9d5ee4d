"""For whom: the whole school, a grade or an advisory."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from kindling.advisory.models import Advisory
from kindling.advisory.rules import visible_advisories
from kindling.schedule.rules import grades_of
from kindling.schools.viewer import Viewer


class AudienceForm(forms.Form):
    """One choice: everybody, a grade, an advisory. Leaves `grade` and `advisory` when it is valid."""

    audience = forms.ChoiceField(label=gettext_lazy("For whom?"), required=False)

    def __init__(self, *args: Any, viewer: Viewer, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.viewer = viewer
        advisories = visible_advisories(viewer).filter(ended_on__isnull=True)
        self.advisories = {f"advisory:{one.public_id}": one for one in advisories}
        self.grades = {f"grade:{one}": one for one in grades_of(viewer.school)}
        choice = self.fields["audience"]
        assert isinstance(choice, forms.ChoiceField)  # noqa: S101  for the type checker
        choice.choices = [
            ("", _("Whole school")),
            *((key, _("Grade %(grade)s") % {"grade": one}) for key, one in self.grades.items()),
            *((key, one.name) for key, one in self.advisories.items()),
        ]

    def whom(self) -> dict[str, Any]:
        """Return grade and advisory as the actions take them."""
        said = self.cleaned_data.get("audience", "")
        return {"grade": self.grades.get(said, ""), "advisory": self.advisories.get(said)}


def audience_key(grade: str, advisory: Advisory | None) -> str:
    """Return the choice that stands for these people."""
    if advisory is not None:
        return f"advisory:{advisory.public_id}"
    return f"grade:{grade}" if grade else ""
