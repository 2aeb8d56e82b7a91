"""Ejercicios que se corrigen solos: ``check``, ``hint`` y ``solution``."""

from .core import check, hint, solution

__all__ = ["check", "hint", "solution"]
