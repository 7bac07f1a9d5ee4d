"""Advisories, who sits in them, who leads them, and who stands in."""

from kindling.advisory.models.advisory import Advisory, AdvisoryAdvisor, AdvisoryStudent
from kindling.advisory.models.substitute import Substitute

__all__ = ["Advisory", "AdvisoryAdvisor", "AdvisoryStudent", "Substitute"]
