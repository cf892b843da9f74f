"""What was counted, kept until the ledger is written to: many readers look at the same few views."""

from __future__ import annotations

from collections import OrderedDict
from threading import Lock

from recuento.ledger import Counted, IncidentFilter, Ledger
from recuento.ledger.steps import Stamp

__all__ = ["Counts"]

_MOST = 64


class Counts:
    """The counts of the views asked last, of the ledger as it stands; safe to ask from several threads."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._stamp: Stamp | None = None
        self._kept: OrderedDict[IncidentFilter, Counted] = OrderedDict()
        self._lock = Lock()

    def of(self, wanted: IncidentFilter) -> Counted:
        """Return how many of the incidents that pass are what.

        Raises:
            OptionError: ``wanted.words`` holds no word.
        """
        with self._lock:  # one at a time: readers who wait for the same view find it counted
            stamp = self._ledger.stamp()
            if stamp != self._stamp:
                self._stamp = stamp
                self._kept.clear()
            if wanted not in self._kept:
                self._kept[wanted] = self._ledger.counted(wanted)
                if len(self._kept) > _MOST:
                    self._kept.popitem(last=False)
            self._kept.move_to_end(wanted)
            return self._kept[wanted]
