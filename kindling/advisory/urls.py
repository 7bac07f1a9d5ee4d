from django.urls import path

from kindling.advisory.views import advisories, substitutes

app_name = "advisory"

urlpatterns = [
    path("", advisories.advisory_list, name="list"),
    path("make/", advisories.make_advisory, name="make"),
    path("<slug:public_id>/", advisories.advisory_detail, name="detail"),
    path("<slug:public_id>/advisors/", advisories.give_advisor, name="give_advisor"),
    path(
        "<slug:public_id>/advisors/<slug:person_id>/end/",
        advisories.end_advisor,
        name="end_advisor",
    ),
    path("<slug:public_id>/substitutes/", substitutes.name_substitute, name="substitute"),
    path(
        "<slug:public_id>/substitutes/<slug:substitute_id>/end/",
        substitutes.end_substitute,
        name="end_substitute",
    ),
]
