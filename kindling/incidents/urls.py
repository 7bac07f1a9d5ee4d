from django.urls import path

from kindling.incidents.views import adults, incidents, steps, worries

app_name = "incidents"

urlpatterns = [
    path("worry/", worries.worry, name="worry"),
    path("worry/<slug:public_id>/", worries.told, name="told"),
    path("incidents/", incidents.incident_list, name="incidents"),
    path("incidents/new/", incidents.open_incident, name="open"),
    path("incidents/adults/", adults.adults, name="adults"),
    path("incidents/adults/plan/", adults.change_plan, name="plan"),
    path("incidents/adults/<slug:public_id>/withdraw/", adults.withdraw, name="withdraw"),
    path("incidents/<slug:public_id>/", incidents.incident, name="incident"),
    path("incidents/<slug:public_id>/write/", incidents.write, name="write"),
    path("incidents/<slug:public_id>/told/", incidents.note_told, name="note_told"),
    path("incidents/<slug:public_id>/readers/", steps.add_reader, name="add_reader"),
    path("incidents/<slug:public_id>/readers/end/", steps.end_reader, name="end_reader"),
    path("incidents/<slug:public_id>/pause/", steps.pause, name="pause"),
    path("incidents/<slug:public_id>/visits/", steps.double_visits, name="double_visits"),
    path("incidents/<slug:public_id>/pause-site/", steps.pause_site, name="pause_site"),
    path("incidents/<slug:public_id>/suspend/", steps.suspend_mentor, name="suspend"),
    path("incidents/<slug:public_id>/lift/", steps.lift_suspension, name="lift"),
    path("incidents/<slug:public_id>/resume/", steps.resume, name="resume"),
    path("incidents/<slug:public_id>/tell-mentor/", steps.tell_mentor, name="tell_mentor"),
    path("incidents/<slug:public_id>/against/", steps.against, name="against"),
    path("incidents/<slug:public_id>/close/", steps.close, name="close"),
    path("incidents/<slug:public_id>/reopen/", steps.reopen, name="reopen"),
]
