"""What was given away by hand."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from kindling.disclosures.models import Basis
from kindling.schools.models import Person


class NoteForm(forms.Form):
    """One line of the log."""

    to = forms.CharField(label=gettext_lazy("Who got it?"), max_length=200)
    what = forms.CharField(label=gettext_lazy("What did they get?"), max_length=300)
    why = forms.CharField(label=gettext_lazy("What for?"), max_length=300)
    basis = forms.ChoiceField(label=gettext_lazy("Why was it allowed?"), choices=Basis.choices)
    consent = forms.ChoiceField(
        label=gettext_lazy("Who agreed?"),
        help_text=gettext_lazy("From eighteen on the student, before that their family."),
        required=False,
    )

    def __init__(self, *args: Any, people: list[Person], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.people = {person.public_id: person for person in people}
        choices = [("", _("Nobody")), *((key, one.name) for key, one in self.people.items())]
        self.fields["consent"].choices = choices  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """Consent is somebody's."""
        found = super().clean() or self.cleaned_data
        if found.get("basis") == Basis.CONSENT and not found.get("consent"):
            self.add_error("consent", _("Say who agreed, or choose another reason."))
        found["consent"] = self.people.get(found.get("consent", ""))
        return found
