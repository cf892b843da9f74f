"""Programs that know the schema alone ask the API whatever it allows, and some things that it does not."""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from tests.builders import report, told
from tests.web.conftest import PORT, stories

from recuento.ledger import Ledger
from recuento.link import Linker
from recuento.recording import record_coding
from recuento.web.app import create_app
from recuento.web.settings import Settings

with warnings.catch_warnings():  # its own imports warn of what they still use
    warnings.simplefilter("ignore")
    schemathesis = pytest.importorskip("schemathesis", reason="schemathesis is not installed: pip install '.[dev]'")
    from schemathesis.checks import not_a_server_error
    from schemathesis.specs.openapi.checks import (
        content_type_conformance,
        response_schema_conformance,
        status_code_conformance,
    )

HOME = f"127.0.0.1:{PORT}"
CHECKS = [not_a_server_error, status_code_conformance, content_type_conformance, response_schema_conformance]
# Enough to meet each parameter in a few ways: the whole takes about a minute.
FEW = settings(
    max_examples=12, deadline=None, database=None, derandomize=True, phases=[Phase.explicit, Phase.generate],
    suppress_health_check=list(HealthCheck),
)  # fmt: skip


@pytest.fixture(scope="module")
def asked(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Any, dict[str, str], dict[str, list[str]]]]:
    """The schema of a running API, the headers that it wants, and names of each kind that it knows."""
    path = tmp_path_factory.mktemp("api") / "ledger.db"
    with Ledger.open(path) as ledger:
        named = told("gunmen killed 4 people", "attack", "killed", 4, actor=("perpetrator", "gunmen", "a-cjng"))
        for coding in [*stories(), report("2024-07-02", [named], on="2024-07-01")]:
            record_coding(ledger, coding, linker=Linker())
        incidents = [row.incident.id for row in ledger.incidents()]
        names = {"incidents": incidents, "reports": list(ledger.document_ids())}
        names["actors"] = [row.key for row in ledger.actors().rows]
        names["claims"] = [claim.id for claim in ledger.incident(incidents[0]).claims]
    app = create_app(Settings(ledger=str(path), port=PORT))
    headers = {"Host": HOME, "Origin": f"http://{HOME}", "X-Recuento-Token": app.state.token}
    yield schemathesis.openapi.from_asgi("/api/openapi.json", app, headers=headers), headers, names
    app.state.ledger.close()


def labels() -> list[str]:
    reads = [
        "incidents",
        "facets",
        "incidents/{name}",
        "reports/{name}",
        "review",
        "decisions",
        "token",
        "actors",
        "actors/{key}",
    ]
    writes = [
        "incidents/{name}/accept", "incidents/{name}/correct", "claims/{name}/correct", "incidents/{name}/judge",
        "reports/{name}/withdraw", "decisions/{number}/undo",
    ]  # fmt: skip
    return [*(f"GET /{each}" for each in reads), *(f"POST /{each}" for each in writes)]


def test_no_address_is_left_out(asked: Any) -> None:
    schema, _, _ = asked
    assert [each.ok().label for each in schema.get_all_operations()] == labels()


@pytest.mark.parametrize("wrong", [False, True], ids=["allowed", "not allowed"])
@pytest.mark.parametrize("label", labels())
def test_every_answer_is_as_the_schema_says(asked: Any, label: str, wrong: bool) -> None:
    schema, headers, names = asked
    operation = next(each.ok() for each in schema.get_all_operations() if each.ok().label == label)
    kind = label.split("/")[1]
    mode = schemathesis.GenerationMode.NEGATIVE if wrong else schemathesis.GenerationMode.POSITIVE
    if wrong and label in {"GET /decisions", "GET /token"}:
        pytest.skip("nothing can be wrong with an address that takes nothing")
    statuses: list[int] = []

    @FEW
    @given(operation.as_strategy(generation_mode=mode), st.sampled_from([*names.get(kind, ["x"])]), st.booleans())
    def ask(case: Any, name: str, known: bool) -> None:
        for parameter in {"name", "key"} & set(case.path_parameters or {}):
            if known:
                case.path_parameters[parameter] = name
        answer = case.call(headers=headers)
        statuses.append(answer.status_code)
        case.validate_response(answer, checks=CHECKS, headers=headers)

    ask()
    assert statuses
