"""Addresses below /<school>/kiosk/, for staff. The tablet itself stands at /p/…/."""

from django.urls import path

from kindling.kiosk.views import office

app_name = "kiosk"

urlpatterns = [
    path("", office.kiosk, name="kiosk"),
    path("open/", office.open_here, name="open"),
    path("codes/", office.code_list, name="codes"),
    path("codes/print/", office.print_codes, name="print_codes"),
]
