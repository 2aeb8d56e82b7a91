"""Cómo se escribe una medida frente a su límite."""


def within(name, value, limit, unit):
    """Escribe una medida y si cumple su límite; devuelve 0 si lo cumple, 1 si no."""
    ok = value <= limit
    print(f"{'✅' if ok else '❌'} {name}: {value:.3f} {unit} (límite {limit:.3f})", flush=True)
    return 0 if ok else 1


def at_least(name, value, limit):
    """Escribe una medida que debe llegar a un mínimo; devuelve 0 si llega, 1 si no."""
    ok = value >= limit
    print(f"{'✅' if ok else '❌'} {name}: {value:.4f} (mínimo {limit:.4f})", flush=True)
    return 0 if ok else 1
