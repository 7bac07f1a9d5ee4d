"""What people fill in to sign, and what staff fill in to make something signed. Forms only read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django import forms
from django.conf import settings
from django.utils.dates import WEEKDAYS
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from kindling.agreements.models import Kind, Party, Template
from kindling.agreements.rules import visible_templates
from kindling.agreements.strokes import read_strokes
from kindling.agreements.words import wrong_fields
from kindling.people.matters import Matter
from kindling.people.models import Student
from kindling.people.rules import visible_students
from kindling.schools.viewer import Viewer
from kindling.sites.models import Opportunity, Site


class SignForm(forms.Form):
    """A name under the words with this address. A drawing is an addition, never needed."""

    content_hash = forms.RegexField(r"^[0-9a-f]{64}$", widget=forms.HiddenInput)
    language = forms.SlugField(max_length=10, widget=forms.HiddenInput)
    name = forms.CharField(
        label=gettext_lazy("Your full name"),
        max_length=200,
        help_text=gettext_lazy("Typing your name counts like signing by hand."),
    )
    drawing = forms.CharField(max_length=30_000, required=False, widget=forms.HiddenInput)
    agrees = forms.BooleanField(
        label=gettext_lazy("I have read this and I agree."),
        error_messages={"required": gettext_lazy("Tick this to sign, or say no below.")},
    )

    def clean_name(self) -> str:
        name = " ".join(str(self.cleaned_data["name"]).split())
        if not any(sign.isalpha() for sign in name):
            raise forms.ValidationError(_("Write your name in letters."))
        return name

    def clean_drawing(self) -> str:
        return read_strokes(self.cleaned_data["drawing"])

    @property
    def signed(self) -> dict[str, Any]:
        """What the action takes."""
        return {key: value for key, value in self.cleaned_data.items() if key != "agrees"}


class DeclineForm(forms.Form):
    """Why not."""

    reason = forms.CharField(
        label=gettext_lazy("Why not?"),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=gettext_lazy("The school reads it and will talk with you."),
    )


class WhoForm(forms.Form):
    """About whom, where nothing in the address says it."""

    student = forms.ChoiceField(label=gettext_lazy("Student"))

    def __init__(self, *args: Any, viewer: Viewer, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        rows = visible_students(viewer, Matter.DAYS).filter(state=Student.State.ENROLLED)
        found = rows.order_by("person__sort_name", "pk").values_list("public_id", "person__name")
        self.fields["student"].choices = [("", ""), *found]  # type: ignore[attr-defined]


@dataclass(frozen=True)
class About:
    """What an agreement is about: a student at a place, a student, or a site."""

    student: Student | None = None
    opportunity: Opportunity | None = None
    site: Site | None = None

    @property
    def needs(self) -> set[str]:
        """Which parties it cannot have."""
        without = set() if self.student else {Party.STUDENT.value, Party.FAMILY.value}
        return without if self.opportunity or self.site else {*without, Party.SITE.value}


class MakeForm(forms.Form):
    """What is signed, from when, on which days."""

    template = forms.ChoiceField(label=gettext_lazy("What is signed?"))
    starts_on = forms.DateField(label=gettext_lazy("First day"))
    ends_on = forms.DateField(
        label=gettext_lazy("Last day"),
        required=False,
        help_text=gettext_lazy("Leave it empty for as long as the template says."),
    )
    days = forms.TypedMultipleChoiceField(
        label=gettext_lazy("Days"),
        coerce=int,
        required=False,
        choices=list(WEEKDAYS.items()),
    )
    starts_at = forms.TimeField(label=gettext_lazy("From"), required=False)
    ends_at = forms.TimeField(label=gettext_lazy("Until"), required=False)

    def __init__(self, *args: Any, viewer: Viewer, about: About, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.templates = {one.public_id: one for one in offered(viewer, about)}
        named = [(key, one.label) for key, one in self.templates.items()]
        self.fields["template"].choices = named  # type: ignore[attr-defined]
        if len(named) == 1:
            self.fields["template"].initial = named[0][0]
        place = about.opportunity
        self.fields["starts_on"].initial = viewer.school.today()
        if place is None:
            for name in ("days", "starts_at", "ends_at"):
                del self.fields[name]
        else:
            self.fields["days"].initial = place.weekdays
            self.fields["starts_at"].initial = place.starts_at
            self.fields["ends_at"].initial = place.ends_at

    def clean_template(self) -> Template:
        return self.templates[self.cleaned_data["template"]]

    def clean(self) -> dict[str, Any]:
        said = self.cleaned_data
        first, last = said.get("starts_on"), said.get("ends_on")
        if first and last and last < first:
            self.add_error("ends_on", _("The last day must not come before the first day."))
        if said.get("starts_at") and said.get("ends_at") and said["ends_at"] <= said["starts_at"]:
            self.add_error("ends_at", _("It must end after it starts."))
        return said


def offered(viewer: Viewer, about: About) -> list[Template]:
    """The templates in use that somebody could sign about this."""
    found = visible_templates(viewer).filter(state=Template.State.LIVE).order_by("label", "pk")
    kept = found.prefetch_related("versions")
    return [one for one in kept if not about.needs & set(parties_of(one))]


def parties_of(template: Template) -> list[str]:
    """Who signs its newest published version."""
    published = [one for one in template.versions.all() if one.published_at]
    return max(published, key=lambda one: one.number).parties if published else []


class ReasonForm(forms.Form):
    """Why the school takes something back."""

    reason = forms.CharField(label=gettext_lazy("Why?"), max_length=500)


class EndForm(ReasonForm):
    """Why and when."""

    on = forms.DateField(label=gettext_lazy("Last day"))


class TemplateForm(forms.Form):
    """What staff call it, and when it is asked for."""

    label = forms.CharField(label=gettext_lazy("What do you call it?"), max_length=120)
    kind = forms.ChoiceField(label=gettext_lazy("What is it for?"), choices=Kind.choices)
    is_usual = forms.BooleanField(
        label=gettext_lazy("Every internship needs one"), required=False, initial=True
    )
    lasts_days = forms.IntegerField(
        label=gettext_lazy("How many days does it hold?"),
        min_value=1,
        max_value=3660,
        required=False,
        help_text=gettext_lazy("From its first day. Leave it empty for no end."),
    )


class NewTemplateForm(TemplateForm):
    """The same, and who signs the first version."""

    parties = forms.MultipleChoiceField(
        label=gettext_lazy("Who signs?"), choices=Party.choices, initial=list(Party.values)
    )


class VersionForm(forms.Form):
    """Who signs, and what is new."""

    parties = forms.MultipleChoiceField(label=gettext_lazy("Who signs?"), choices=Party.choices)
    changes = forms.CharField(
        label=gettext_lazy("What has changed since the last version?"),
        max_length=1000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=gettext_lazy("Whoever has to sign again reads this."),
    )


class LanguageForm(forms.Form):
    language = forms.ChoiceField(label=gettext_lazy("Language"), choices=settings.LANGUAGES)


class TextForm(forms.Form):
    """The words in one language. A field that we do not know is named in a sentence."""

    title = forms.CharField(label=gettext_lazy("Title"), max_length=200)
    opening = forms.CharField(label=gettext_lazy("What everybody reads first"))
    student = forms.CharField(label=gettext_lazy("What the student promises"))
    family = forms.CharField(label=gettext_lazy("What the family promises"))
    site = forms.CharField(label=gettext_lazy("What the site promises"))
    school_part = forms.CharField(label=gettext_lazy("What the school promises"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in list(self.fields)[1:]:
            self.fields[name].required = False
            self.fields[name].widget = forms.Textarea(attrs={"rows": 7, "maxlength": 8000})

    def clean(self) -> dict[str, Any]:
        for name, text in list(self.cleaned_data.items()):
            for sentence in wrong_fields(text):
                self.add_error(name, sentence)
        return self.cleaned_data
