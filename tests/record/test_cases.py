"""Cases, demands and answers: who has a case, what stands in it, and what does not."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence

from habeas.case.case import State
from habeas.case.decision import Decision, Verdict
from habeas.case.reading import Reading
from habeas.record.exchanges import NAMES_IT, NAMES_THE_ASKER
from habeas.record.store import Store
from habeas.resolve.identities import Identities
from tests.record.articles import Article, arrest, demand

DAY = dt.date(2024, 12, 20)


def test_a_demand_gives_cases_to_the_named_and_to_the_unnamed_of_one_outlet(store: Store) -> None:
    """People and a group tied to a named body are presupposed in custody; no arrest is made up."""
    store.add_reading(demand().reading)
    cases = store.cases(DAY)
    assert [(c.name, c.is_group, c.status.state, c.timeline) for c in cases] == [
        ("journalists from Meydan TV", True, State.PRESUPPOSED, ()),
        ("Rufat Safarov", False, State.PRESUPPOSED, ()),
    ]


def test_a_group_that_nobody_can_name_is_no_case(store: Store) -> None:
    """ "Those unjustly detained" are in the demand, and have no case of their own."""
    article = Article("The United States urged Baku to release those unjustly detained.").who("us", "United States", kind="government")
    article.who("t", "those unjustly detained", form="nominal").action("demand_release", "urged Baku to release", by="us", for_="t")
    store.add_reading(article.reading)
    assert store.cases(DAY) == ()
    assert [p.name for p in store.demands()[0].beneficiaries] == ["those unjustly detained"]


def test_the_matrix_of_demand_and_response(store: Store) -> None:
    """Who asked whom for whom, when, on what ground, and who answered, each with its words."""
    store.add_reading(demand().reading)
    (exchange,) = store.demands()
    assert [p.name for p in exchange.actors] == ["United States"]
    assert [p.name for p in exchange.addressees] == ["Azerbaijani government"]
    assert [p.name for p in exchange.beneficiaries] == ["Rufat Safarov", "journalists from Meydan TV"]
    assert exchange.date is not None
    assert exchange.date.edtf == "2024-12-11"
    assert [n.exact for n in exchange.norms] == ["the commitments it made to the OSCE"]
    ((answer, tie),) = exchange.answers
    assert (answer.actors[0].name, answer.type.value, tie) == ("The foreign ministry", "reject", NAMES_THE_ASKER)


def test_an_answer_that_names_the_demand_is_tied_to_it(store: Store) -> None:
    """A response whose `answers` holds the demand's claim belongs to it, whomever it is directed at."""
    article = Article("The United States urged Baku to free P X. Baku rejected the call.")
    article.who("us", "United States", kind="government").who("b", "Baku", kind="government").who("p", "P X")
    article.action("demand_release", "urged Baku to free", by="us", for_="p").response(
        "reject", "rejected the call", by="b", answers=("c1",)
    )
    store.add_reading(article.reading)
    assert [tie for _, tie in store.demands()[0].answers] == [NAMES_IT]


def test_an_answer_to_somebody_else_is_not_tied(store: Store) -> None:
    """In a text with two who asked, an answer to one is not an answer to the other."""
    article = Article("The United States urged Baku to free P X. Norway criticised Baku. Baku rejected the words of Norway.")
    article.who("us", "United States", kind="government").who("n", "Norway", kind="government")
    article.who("b", "Baku", kind="government").who("p", "P X")
    article.action("demand_release", "urged Baku to free", by="us", for_="p").response("reject", "rejected the words", by="b", toward="n")
    store.add_reading(article.reading)
    assert store.demands()[0].answers == ()


def by_name(readings: Sequence[Reading], decisions: Sequence[Decision]) -> Identities:
    """A resolver for tests of what comes after it: the same name, the same person."""
    return Identities({(r.source.id, e.id): e.name.lower().replace(" ", "-") for r in readings for e in r.entities})


def test_a_case_joins_sources_and_keeps_their_words(open_store: Callable[..., Store]) -> None:
    """One person in two articles: one case with both sources, its events, demands and denials."""
    store = open_store(resolver=by_name)
    store.add_reading(arrest().reading)
    store.add_reading(demand().reading)
    (case,) = store.case("Rufat Safarov", DAY)
    assert [e.type.value for e in case.timeline] == ["detained", "remanded", "appeal_rejected"]
    assert case.status.state is State.HELD
    assert len(case.demands) == 1
    assert [a.type.value for a in case.answers] == ["deny"]
    assert {s.outlet for s in case.sources} == {"Baku Brief", "Caucasus Desk"}
    assert case.last_source is not None
    assert case.last_source.outlet == "Caucasus Desk"
    texts = store.texts(s.id for s in case.sources)
    assert all(p.stands_in(texts[p.source].text) for e in case.timeline for t in e.tellings for p in t.passages)


def test_a_join_can_be_undone(store: Store) -> None:
    """SAME joins two identities, a later DIFFERENT parts them again, and nothing is lost."""
    store.add_reading(arrest().reading)
    other = Article("Rufat Safarov, a footballer, was detained in Lyon in May 2020.", published="2020-05-09", outlet="Lyon").who(
        "s", "Rufat Safarov"
    )
    store.add_reading(other.event("detained", "s", "was detained in Lyon", "2020-05").reading)
    apart = store.case("Rufat Safarov", DAY)
    assert len(apart) == 2
    subject = " ".join(sorted(c.id for c in apart))
    store.add_decision(Decision(subject, Verdict.SAME, "Ana", "2024-12-13T09:00:00+00:00"))
    assert len(store.case("Rufat Safarov", DAY)) == 1
    store.add_decision(Decision(subject, Verdict.DIFFERENT, "Ben", "2024-12-14T09:00:00+00:00"))
    assert {c.id for c in store.case("Rufat Safarov", DAY)} == {c.id for c in apart}


def test_an_unsure_claim_is_a_question_not_a_fact(store: Store) -> None:
    """Below the threshold a claim waits for a person; accepted, it fills the case."""
    article = arrest().event("released", "s", "Court keeps Safarov", "2024-12-12", confidence=0.3)
    store.add_reading(article.reading)
    (case,) = store.case("Rufat Safarov", DAY)
    assert case.status.state is State.HELD
    assert [(q.kind, q.subject) for q in case.questions] == [("released", f"{article.source.id}#c5")]
    assert store.questions() == case.questions
    store.add_decision(Decision(f"{article.source.id}#c5", Verdict.ACCEPT, "Ana", "2024-12-13T09:00:00+00:00"))
    assert store.case("Rufat Safarov", DAY)[0].status.state is State.RELEASED


def test_reprints_are_one_witness(open_store: Callable[..., Store]) -> None:
    """Three outlets that carry one wire are three sources and one witness; a text of its own is a second."""
    store = open_store(resolver=by_name)
    wire = (
        "Rufat Safarov, a former prosecutor who has led the group Defence Line since 2016, was detained by plain-clothes men in Baku on "
        "Tuesday 3 December and taken to the ministry, where he spent the night before a hearing that his lawyers learnt of by telephone."
    )
    for outlet in ("A", "B", "C"):
        copy = Article(f"{wire} ({outlet})", outlet=outlet).who("s", "Rufat Safarov", roles=("detainee",))
        store.add_reading(copy.event("detained", "s", "was detained by plain-clothes men", "2024-12-03").reading)
    own = Article("The former prosecutor Rufat Safarov was detained on 3 December, his group Defence Line said.", outlet="D")
    store.add_reading(own.who("s", "Rufat Safarov", roles=("detainee",)).event("detained", "s", "was detained", "2024-12-03").reading)
    ((event,),) = [c.timeline for c in store.cases(DAY)]
    assert (len(event.sources), event.witnesses) == (4, 2)


def test_two_sources_tell_one_demand(open_store: Callable[..., Store]) -> None:
    """A demand told by two outlets is one exchange with two tellings."""
    store = open_store(resolver=by_name)
    for outlet in ("A", "B"):
        article = Article(
            f"On December 11 the European Parliament urged the release of Rufat Safarov of Defence Line, {outlet} reports.", outlet=outlet
        )
        article.who("ep", "European Parliament", kind="organization").who("s", "Rufat Safarov", roles=("detainee",))
        article.who("d", "Defence Line", kind="organization")
        store.add_reading(article.action("demand_release", "urged the release", by="ep", for_="s", on="2024-12-11").reading)
    assert [len(x.tellings) for x in store.demands()] == [2]
