"""Everything of one school as plain files, and back again."""
