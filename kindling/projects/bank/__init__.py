"""What projects may begin with, in our own words."""
