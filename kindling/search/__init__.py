import os

# A product of 3,000 rows is done by one thread in a millisecond; two would wait for each other.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
