"""Addresses below /<school>/places/."""

from django.urls import path

from kindling.sites.views import (
    closures,
    codes,
    keeping,
    liking,
    mentors,
    organisations,
    places,
    suggestions,
)

app_name = "sites"

urlpatterns = [
    path("", places.place_list, name="places"),
    path("add/", keeping.add_place, name="add"),
    path("for-you/", liking.liking, name="liking"),
    path("for-you/back/", liking.bring_back, name="bring_back"),
    path("wishes/", places.wish_list, name="wishes"),
    path("suggestions/", suggestions.suggestion_list, name="suggestions"),
    path("suggestions/new/", suggestions.suggest, name="suggest"),
    path("suggestions/<slug:public_id>/", suggestions.suggestion, name="suggestion"),
    path("suggestions/<slug:public_id>/merge/", suggestions.merge, name="merge"),
    path("suggestions/<slug:public_id>/decline/", suggestions.decline, name="decline"),
    path("organisations/", organisations.organisation_list, name="organisations"),
    path("organisations/<slug:public_id>/", organisations.organisation, name="organisation"),
    path(
        "organisations/<slug:public_id>/edit/",
        organisations.edit_organisation,
        name="edit_organisation",
    ),
    path("organisations/<slug:public_id>/sites/", organisations.add_site, name="add_site"),
    path("sites/<slug:public_id>/", organisations.site, name="site"),
    path("sites/<slug:public_id>/edit/", organisations.edit_site, name="edit_site"),
    path("sites/<slug:public_id>/mentors/", mentors.add_mentor, name="add_mentor"),
    path("sites/<slug:public_id>/closed/", closures.closed_days, name="closed_days"),
    path("closures/<slug:public_id>/open/", closures.open_site, name="open_site"),
    path("sites/<slug:public_id>/code/", codes.site_code, name="code"),
    path("sites/<slug:public_id>/code/poster/", codes.poster, name="poster"),
    path("sites/<slug:public_id>/code/renew/", codes.renew, name="renew_code"),
    path("sites/<slug:public_id>/code/stop/", codes.stop, name="stop_code"),
    path("mentors/<slug:public_id>/lead/", mentors.make_lead, name="make_lead"),
    path("mentors/<slug:public_id>/end/", mentors.end_mentor, name="end_mentor"),
    path("<slug:public_id>/", places.place, name="place"),
    path("<slug:public_id>/edit/", keeping.edit_place, name="edit"),
    path("<slug:public_id>/pause/", keeping.pause, name="pause"),
    path("<slug:public_id>/open/", keeping.open_again, name="open"),
    path("<slug:public_id>/close/", keeping.close, name="close"),
    path("<slug:public_id>/wish/", places.wish, name="wish"),
    path("<slug:public_id>/put-away/", liking.put_away, name="put_away"),
    path("<slug:public_id>/unwish/", places.unwish, name="unwish"),
]
