"""A sentence that says what only a source can, cites one; a sentence that says less is left alone."""

import pytest

from course import claims

CLAIMS = [
    "Cela aide 48\u00a0% des gens.",
    "It helps 48% of people.",
    "Une personne sur deux, soit 3 sur 10, le dit.",
    "In a survey, people said so.",
    "La loi le prévoit.",
    "Ce règlement le prévoit.",
    "Two studies showed it.",
    "Une méta-analyse le montre.",
    "A field experiment tried it.",
]
PLAIN = [
    "À 16 h 30, trois personnes sur place rient.",
    "Nous n’avons trouvé aucune étude là-dessus.",
    "We found no study that did.",
    "Le 12 tombait un mardi.",
    "Elle étudie la facture.",
    "Le bureau de la loyauté.",
    "# Une loi\n",
    "```\nLa loi le prévoit.\n```",
]


@pytest.mark.parametrize("sentence", CLAIMS)
def test_a_claim_cites(sentence):
    ((line, found),) = claims.unsupported(f"Un geste.\n\n{sentence} Et puis.\n", 5)
    assert (line, found) == (7, sentence)
    for cited in (f"{sentence[:-1]} [^zeta].", f"Avant [^zeta]. {sentence}", f"{sentence} Après [^zeta]."):
        assert not list(claims.unsupported(cited)), "a citation beside it does not count"
    assert list(claims.unsupported(f"Avant [^zeta].\n\n{sentence}")), "a citation in another paragraph counts"
    assert list(claims.unsupported(f"{sentence} Puis. Après [^zeta].")), "a citation far behind counts"


@pytest.mark.parametrize("text", PLAIN)
def test_what_claims_nothing_cites_nothing(text):
    assert not list(claims.unsupported(text))
