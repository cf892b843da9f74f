"""The packaged pipelines' syntax: spaCy's own transitions, chosen for all sentences at once.

spaCy takes Python's lock anew for almost every number that it adds up for a transition, and that takes more time than
the adding. Here the numbers of all sentences that are still open are added up in a few numpy calls for each step. It
imports numpy and spaCy; import it only where a pipeline is loaded.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from sys import intern
from types import SimpleNamespace
from typing import Any

import numpy as np
from numpy.typing import NDArray
from spacy.ml.parser_model import ParserStepModel  # type: ignore[import-not-found]  # compiled, without stubs
from spacy.tokens import Doc

from recuento.errors import DataError

__all__ = ["Transitions"]

Floats = NDArray[np.float32]

_ROOT = "ROOT"
_LIFTED = "||"  # spaCy's sign between the label of an arc and that of the head it was lifted from


@dataclass(frozen=True, slots=True)
class Transitions:
    """A trained parser of two pieces without beam.

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
    labels: dict[int, str]

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
            {
                component.vocab.strings[label]: intern(label)
                for of_move in component.moves.labels.values()
                for label in of_move
            },
        )

    def trees(self, docs: Sequence[Doc], vectors: Floats) -> list[tuple[list[int], list[str]]]:
        """Return each sentence's heads and labels; ``vectors`` has a row for each token of the sentences.

        They are those that spaCy's greedy search finds, but for the rounding of floats.
        """
        return [self._tree(doc, state) for doc, state in zip(docs, self._states(docs, vectors), strict=True)]

    def _states(self, docs: Sequence[Doc], vectors: Floats) -> list[Any]:
        states: list[Any] = self.component.moves.init_batch(docs)
        parts = self._parts(vectors)
        features, hidden = len(self.none), self.upper.shape[0]
        room = np.empty((features, len(states), parts.shape[1]), np.float32)
        still_open = [state for state in states if not state.is_final()]
        while still_open:
            ids = ParserStepModel.get_token_ids(self.shape, still_open)
            ids *= features
            ids += self.columns
            # A word that is not there is -1: counted from the end.
            gathered = parts.take(ids.T, axis=0, out=room[:, : len(still_open)], mode="wrap")
            summed = np.add.reduce(gathered, axis=0)
            scores = np.maximum(summed[:, :hidden], summed[:, hidden:]) @ self.upper
            scores += self.upper_bias
            still_open = self.component.transition_states(still_open, scores)
        return states

    def _tree(self, doc: Doc, state: Any) -> tuple[list[int], list[str]]:
        heads = list(range(len(doc)))
        deps = [_ROOT] * len(heads)
        for arc in state.arcs:
            child = arc["child"]
            heads[child], deps[child] = arc["head"], self.labels[arc["label"]]
        if any(_LIFTED in dep for dep in deps):
            return self._lowered(doc, state)
        return heads, deps

    def _lowered(self, doc: Doc, state: Any) -> tuple[list[int], list[str]]:
        """Return a tree in which crossing arcs were lifted when it was learned, put back where they belong."""
        self.component.set_annotations([doc], [state])
        table = doc.to_array(["DEP", "HEAD"]).astype(np.int64)
        deps = [doc.vocab.strings[dep] for dep in doc.to_array("DEP").tolist()]
        return (table[:, 1] + np.arange(len(doc))).tolist(), deps

    def _parts(self, vectors: Floats) -> Floats:
        """Return what each word adds as each feature, a row for each; the last rows are a missing word's (id -1)."""
        features, width = self.none.shape
        parts: Floats = np.empty(((len(vectors) + 1) * features, width), np.float32)
        np.matmul(vectors, self.lower, out=parts[:-features].reshape(len(vectors), features * width))
        parts[-features:] = self.none
        parts[::features] += self.bias
        return parts
