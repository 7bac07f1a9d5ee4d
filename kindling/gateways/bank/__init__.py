"""Checklists that a school may begin with. In our own words; a school changes every line."""
