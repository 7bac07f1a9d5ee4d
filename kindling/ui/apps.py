from django.apps import AppConfig


class UiConfig(AppConfig):
    name = "kindling.ui"
    label = "ui"
    verbose_name = "Components"
