"""Where reports are coded: in this process, or in several on this machine."""

from recuento.engine.local import coder

__all__ = ["coder"]
