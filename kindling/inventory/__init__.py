"""What Kindling keeps: a class, a topic and an end for every field of every model."""
