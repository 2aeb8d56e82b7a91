"""Ejercicios que se corrigen solos: ``check``, ``hint`` y ``solution``."""

from .ask import check, hint, solution

__all__ = ["check", "hint", "solution"]
