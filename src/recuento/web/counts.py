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
        self._counting = Lock()

    def of(self, wanted: IncidentFilter) -> Counted:
        """Return how many of the incidents that pass are what.

        Raises:
            OptionError: ``wanted.words`` holds no word.
        """
        stamp = self._ledger.stamp()
        found = self._kept_under(stamp, wanted)
        if found is None:
            with self._counting:  # one at a time: readers who wait for the same view find it counted
                found = self._kept_under(stamp, wanted)
                if found is None:
                    found = self._ledger.counted(wanted)
                    self._keep(stamp, wanted, found)
        return found

    def _kept_under(self, stamp: Stamp, wanted: IncidentFilter) -> Counted | None:
        with self._lock:
            if stamp != self._stamp or wanted not in self._kept:
                return None
            self._kept.move_to_end(wanted)
            return self._kept[wanted]

    def _keep(self, stamp: Stamp, wanted: IncidentFilter, found: Counted) -> None:
        with self._lock:
            if stamp != self._stamp:
                self._stamp = stamp
                self._kept.clear()
            self._kept[wanted] = found
            if len(self._kept) > _MOST:
                self._kept.popitem(last=False)
