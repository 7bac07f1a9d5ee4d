from django.urls import path

from kindling.records.views import sheets, years

app_name = "records"

urlpatterns = [
    path("", sheets.sheet, name="sheet"),
    path("csv/", sheets.sheet_csv, name="csv"),
    path("exceptions/", sheets.exceptions, name="exceptions"),
    path("corrections/", sheets.corrections, name="corrections"),
    path("away/", years.away, name="away"),
    path("year/", years.year_of_school, name="school"),
    path("students/<slug:public_id>/", years.year_of_student, name="student"),
]
