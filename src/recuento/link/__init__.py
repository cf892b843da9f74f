"""Which accounts of several reports tell of one incident."""

from recuento.link.across import person_keys, ties_across
from recuento.link.block import Keys
from recuento.link.compare import Comparison
from recuento.link.incidents import incident_of
from recuento.link.linking import Linker
from recuento.link.ties import Tied, ties_within
from recuento.link.unfold import Field, Unfolded
from recuento.link.weights import Weights, load_weights

__all__ = [
    "Comparison",
    "Field",
    "Keys",
    "Linker",
    "Tied",
    "Unfolded",
    "Weights",
    "incident_of",
    "load_weights",
    "person_keys",
    "ties_across",
    "ties_within",
]
