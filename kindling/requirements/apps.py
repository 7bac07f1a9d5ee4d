from django.apps import AppConfig


class RequirementsConfig(AppConfig):
    name = "kindling.requirements"
