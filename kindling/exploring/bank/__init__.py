"""What comes with Kindling: activities, questions for interviews, scripts. Words of our own."""
