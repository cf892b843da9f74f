"""A title's figure belongs to the account that the text tells without one."""

from __future__ import annotations

from tests.builders import day

from recuento.pipeline import code_text

TEXT = "Police in Tula are looking for a gunman who opened fire on a group of friends on Monday. All were taken home."


def test_a_title_s_figure_is_of_the_text_s_account() -> None:
    coding = code_text(TEXT, published_on=day("2024-03-26"), title="Four men shot in Tula")
    (account,) = coding.accounts
    told = [(c.event, c.quote.field, c.figure.count.exact if c.figure else None) for c in account.claims]
    assert told == [("attack", "text", None), ("attack", "title", 4)]
    assert {claim.account for claim in coding.claims} == {account.id}


def test_a_title_on_another_kind_of_event_stands_alone() -> None:
    coding = code_text(TEXT, published_on=day("2024-03-26"), title="Four men arrested in Tula")
    assert len(coding.accounts) == 2
    assert all(claim.account == account.id for account in coding.accounts for claim in account.claims)
