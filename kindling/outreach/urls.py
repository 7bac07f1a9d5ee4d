"""Addresses below /<school>/outreach/, and (`outside`) the public form."""

from django.urls import path

from kindling.outreach.views import contacts, offers, public, sharing

app_name = "outreach"

urlpatterns = [
    path("", contacts.cold, name="cold"),
    path("settings/", contacts.settings, name="settings"),
    path("log/", contacts.find, name="find"),
    path("steps/", contacts.steps, name="steps"),
    path("contacts/<slug:public_id>/", contacts.contact, name="contact"),
    path("contacts/<slug:public_id>/done/", contacts.finish, name="finish"),
    path("sites/<slug:public_id>/", contacts.site_contacts, name="site"),
    path("sites/<slug:public_id>/log/", contacts.log, name="log"),
    path("sites/<slug:public_id>/called/", contacts.called, name="called"),
    path("sites/<slug:public_id>/share/", sharing.share, name="share"),
    path("sites/<slug:public_id>/stop/", sharing.stop, name="stop"),
    path("organisations/<slug:public_id>/log/", contacts.log_organisation, name="log_organisation"),
    path("offers/", offers.offer_list, name="offers"),
    path("offers/<slug:public_id>/", offers.offer, name="offer"),
    path("offers/<slug:public_id>/accept/", offers.accept, name="accept"),
    path("offers/<slug:public_id>/merge/", offers.merge, name="merge"),
    path("offers/<slug:public_id>/decline/", offers.decline, name="decline"),
    path("form/", offers.form_page, name="form"),
    path("form/poster/", offers.poster, name="poster"),
    path("form/open/", offers.open_form, name="open_form"),
    path("form/close/", offers.close_form, name="close_form"),
    path("form/renew/", offers.renew_form, name="renew_form"),
    path("network/", sharing.network, name="network"),
    path("network/<slug:public_id>/ask/", sharing.ask, name="ask"),
    path("asked/<slug:public_id>/answer/", sharing.answer, name="answer"),
    path("asked/<slug:public_id>/take/", sharing.take, name="take"),
    path("asked/<slug:public_id>/withdraw/", sharing.withdraw, name="withdraw"),
]

outside = [path("offer/<slug:key>/", public.offer, name="offer")]
