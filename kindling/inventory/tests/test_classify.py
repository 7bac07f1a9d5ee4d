"""Every field of every model stands in one class, and every model has an end."""

import pytest
from django.apps import apps

from kindling.inventory.checking import faults_of

APPS = [c for c in apps.get_app_configs() if list(c.get_models(include_auto_created=True))]
# A tool of development: no school has it.
APPS = [c for c in APPS if c.label != "django_linear_migrations"]


@pytest.mark.parametrize("config", APPS, ids=lambda c: c.label)
def test_every_field_is_classed_and_every_model_ends(config):
    assert faults_of(config) == []
