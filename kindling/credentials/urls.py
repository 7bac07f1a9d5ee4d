"""Addresses below /<school>/credentials/, and those that belong to no school."""

from django.urls import path

from kindling.credentials.views import credentials, public, taking

app_name = "credentials"

urlpatterns = [
    path("", credentials.credentials, name="credentials"),
    path("for/<slug:public_id>/", credentials.credentials_for, name="for"),
    path("for/<slug:public_id>/take/", taking.take, name="take"),
    path(
        "for/<slug:public_id>/award/<slug:award_kind>/<slug:thing>/",
        credentials.award,
        name="award",
    ),
    path("folders/<slug:public_id>/", taking.parcel, name="parcel"),
    path("folders/<slug:public_id>/file/", taking.file, name="parcel_file"),
    path("ask/<slug:public_id>/", credentials.ask, name="ask"),
    path("<slug:public_id>/", credentials.credential, name="credential"),
    path("<slug:public_id>/file/<slug:file_kind>/", credentials.download, name="download"),
    path("<slug:public_id>/revoke/", credentials.revoke, name="revoke"),
    path("<slug:public_id>/share/", credentials.share, name="share"),
    path("<slug:public_id>/stop/", credentials.stop, name="stop"),
]

outside = [
    path("credentials/check/", public.check, name="check_credential"),
    path("credentials/shown/<uuid:uuid>/", public.shown, name="shown_credential"),
    path("credentials/status/<slug:school_slug>/<int:number>/", public.status, name="statuses"),
]
