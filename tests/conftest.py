from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from fake_endpoint import FakeEndpoint

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture
def endpoint() -> Iterator[FakeEndpoint]:
    server = FakeEndpoint()
    yield server
    server.close()
