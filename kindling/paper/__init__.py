"""Paper: what is printed, drawn with Typst as PDF that a screen reader reads. README.md tells how."""
