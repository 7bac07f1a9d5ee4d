import pytest

pytest.register_assert_rewrite("tests.pages.look")  # so that a failure says what was found
