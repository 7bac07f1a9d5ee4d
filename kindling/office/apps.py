from django.apps import AppConfig


class OfficeConfig(AppConfig):
    name = "kindling.office"
