from django.apps import AppConfig


class IncidentsConfig(AppConfig):
    name = "kindling.incidents"
