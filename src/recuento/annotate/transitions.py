"""The packaged pipelines' syntax and names: spaCy's own transitions, chosen for all sentences at once.

spaCy takes Python's lock anew for almost every number that it adds up for a transition, and that takes more time than
the adding. Here the numbers of all sentences that are still open are added up in a few numpy calls for each step. It
imports numpy and spaCy; import it only where a pipeline is loaded.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from types import SimpleNamespace
from typing import Any

import numpy as np
from numpy.typing import NDArray
from spacy.ml.parser_model import ParserStepModel  # type: ignore[import-not-found]  # compiled, without stubs
from spacy.tokens import Doc

from recuento.errors import DataError

__all__ = ["Transitions"]

Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Transitions:
    """A trained parser or name finder of two pieces without beam; ``states`` is what its ``predict`` would return.

    ``lower`` has a column for each feature, then piece, then hidden unit; ``none`` is what a word adds that a state
    does not have, and ``bias`` is added once.
    """

    component: Any
    lower: Floats
    none: Floats
    bias: Floats
    upper: Floats
    upper_bias: Floats
    shape: Any
    columns: Any

    @classmethod
    def of(cls, component: Any) -> Transitions:
        """Return the component's weights, laid out for numpy.

        Raises:
            DataError: it is not built as the packaged ones are.
        """
        model = component.model
        lower, upper = model.get_ref("lower"), model.get_ref("upper")
        weights = lower.get_param("W")
        features, hidden, pieces, width = weights.shape
        if pieces != 2 or component.cfg["beam_width"] != 1 or model.attrs["unseen_classes"]:
            raise DataError("the pipeline's parser is not built as the packaged ones are; install the package again")
        return cls(
            component,
            np.ascontiguousarray(weights.transpose(3, 0, 2, 1).reshape(width, features * pieces * hidden)),
            np.ascontiguousarray(lower.get_param("pad")[0].transpose(0, 2, 1).reshape(features, pieces * hidden)),
            np.ascontiguousarray(lower.get_param("b").T.reshape(pieces * hidden)),
            np.ascontiguousarray(upper.get_param("W").T),
            upper.get_param("b"),
            SimpleNamespace(state2vec=SimpleNamespace(nF=features)),
            np.arange(features, dtype=np.int32)[None],
        )

    def states(self, docs: Sequence[Doc]) -> Any:
        """Return the final state of each sentence, as spaCy's greedy search finds it but for the rounding of floats."""
        states = self.component.moves.init_batch(docs)
        parts = self._parts(self.component.model.get_ref("tok2vec").predict(docs))
        features, hidden = len(self.none), self.upper.shape[0]
        still_open = [state for state in states if not state.is_final()]
        while still_open:
            ids = ParserStepModel.get_token_ids(self.shape, still_open)
            ids *= features
            ids += self.columns
            summed = np.add.reduce(parts.take(ids.T, axis=0), axis=0)
            scores = np.maximum(summed[:, :hidden], summed[:, hidden:]) @ self.upper
            scores += self.upper_bias
            still_open = self.component.transition_states(still_open, scores)
        return states

    def _parts(self, vectors: Floats) -> Floats:
        """Return what each word adds as each feature, a row for each; the last rows are a missing word's (id -1)."""
        features, width = self.none.shape
        parts: Floats = np.empty(((len(vectors) + 1) * features, width), np.float32)
        np.matmul(vectors, self.lower, out=parts[:-features].reshape(len(vectors), features * width))
        parts[-features:] = self.none
        parts[::features] += self.bias
        return parts
