"""What a contact form asks: one tap for how, the rest if there is something to say."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from kindling.outreach import rules
from kindling.outreach.models import Contact
from kindling.schools.models import Person
from kindling.schools.viewer import Viewer
from kindling.sites.models import Site


class ContactForm(forms.Form):
    """`site`: who of its mentors it was can be said; None: the organisation as a whole."""

    how = forms.ChoiceField(
        label=gettext_lazy("How"), choices=Contact.How.choices, widget=forms.RadioSelect,
        initial=Contact.How.CALL,
    )  # fmt: skip
    mentor: forms.ModelChoiceField[Person] = forms.ModelChoiceField(
        label=gettext_lazy("With"), queryset=None, required=False, to_field_name="public_id",
        empty_label=gettext_lazy("Somebody else there"),
    )  # fmt: skip
    said = forms.CharField(
        label=gettext_lazy("What was said"), required=False, max_length=4000,
        help_text=gettext_lazy("Only staff read it."), widget=forms.Textarea(attrs={"rows": 3}),
    )  # fmt: skip
    next_step = forms.CharField(label=gettext_lazy("Next step"), max_length=300, required=False)
    next_on = forms.DateField(label=gettext_lazy("Until when"), required=False)
    owner: forms.ModelChoiceField[Person] = forms.ModelChoiceField(
        label=gettext_lazy("Who does it"), queryset=None, required=False,
        to_field_name="public_id", empty_label=gettext_lazy("Me"),
    )  # fmt: skip
    on = forms.DateField(label=gettext_lazy("When was it"))

    def __init__(
        self,
        *args: Any,
        viewer: Viewer,
        site: Site | None,
        noted: Person | None = None,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.viewer = viewer
        self.fields["owner"].queryset = rules.staff_people(viewer)  # type: ignore[attr-defined]
        self.fields["on"].initial = viewer.school.today()
        if site is None:
            del self.fields["mentor"]
        else:
            known = rules.mentors_of(viewer, site, noted)
            self.fields["mentor"].queryset = known  # type: ignore[attr-defined]

    def clean_on(self) -> Any:
        on = self.cleaned_data["on"]
        if on > self.viewer.school.today():
            raise forms.ValidationError(
                _("Choose today or an earlier day. What is ahead is a next step.")
            )
        return on

    def clean(self) -> dict[str, Any]:
        facts = super().clean() or {}
        if facts.get("next_on") and not facts.get("next_step"):
            self.add_error("next_step", _("Say what is to be done on that day."))
        return facts


class ChoiceForm(forms.Form):
    """When a site is cold."""

    cold_months = forms.IntegerField(
        label=gettext_lazy("A site is cold after so many months"), min_value=1, max_value=36
    )
