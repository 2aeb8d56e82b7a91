"""Las explicaciones de errores: dentro de IPython, como las ve quien estudia."""

import ast
import errno
import importlib
import re
import subprocess
import sys
import traceback
import warnings
from pathlib import Path

import nbformat
import pytest
from IPython.core.interactiveshell import InteractiveShell
from nbclient import NotebookClient
from traitlets.config import Config

import course_utils
from course_utils import errors, explain_errors
from course_utils.errors import libraries, operations, syntax, tables, values

ROOT = Path(__file__).parents[3]
ICON = "🔎"


@pytest.fixture(scope="module")
def the_shell():
    shell = InteractiveShell.instance(config=Config({"HistoryManager": {"enabled": False}}))
    yield shell, dict(shell.user_ns)
    InteractiveShell.clear_instance()


@pytest.fixture
def run(the_shell, capsys):
    """Ejecuta celdas y devuelve lo que se ve, sin colores."""
    shell, clean = the_shell
    shell.user_ns.clear()  # como reiniciar el núcleo, pero deprisa
    shell.user_ns.update(clean)
    explain_errors()
    # A IPython le cuesta muchos segundos escribir el error de una recursión de miles de llamadas.
    limit = sys.getrecursionlimit()
    sys.setrecursionlimit(min(limit, 600))

    def run_cells(*cells):
        capsys.readouterr()
        for cell in cells:
            shell.run_cell(cell, store_history=True)
        return re.sub(r"\x1b\[[0-9;]*m", "", capsys.readouterr().out)

    yield run_cells
    explain_errors(False)
    sys.setrecursionlimit(limit)


# Celda -> clase de error en el título, y lo que la explicación tiene que decir.
CASES = [
    # Nombres
    (
        "precio_total = 1\nprint(precio_totl)",
        "NameError",
        ["pero sí `precio_total`: ¿quisiste decir precio_total?"],
    ),
    ("Año = 1\nano", "NameError", ["¿quisiste decir Año?"]),
    ("pritn(3)", "NameError", ["¿quisiste decir print?"]),
    ("x = verdadero", "NameError", ["¿quisiste decir True?"]),
    ("print(hola)", "NameError", ["la celda que lo define", "comillas: `'hola'`"]),
    ("total = 1\ntotl", "NameError", ["¿quisiste decir total?"]),
    ("imprint = 1\nprimt(3)", "NameError", ["¿quisiste decir print?"]),
    ("imprimir(3)", "NameError", ["¿quisiste decir print?"]),
    ("xrange(3)", "NameError", ["`xrange` es de una versión antigua", "`range(…)`"]),
    ("raw_input('x')", "NameError", ["`input(…)`"]),
    ("'a'.foo.bar", "AttributeError", ["no tiene `foo`"]),
    ("{}.iteritems()", "AttributeError", ["`{}.iteritems` es de una versión antigua", ".items()"]),
    ("import time\ntime.clock()", "AttributeError", ["`time.perf_counter()`"]),
    ("np.array([1])", "NameError", ["`import numpy as np`"]),
    ("def f():\n    print(x)\n    x = 1\nf()", "UnboundLocalError", ["`x` recibe un valor"]),
    # Tipos
    ('"3" + 4', "TypeError", ['`"3"` es un texto (str) y `4` es un número', "`str(4)`"]),
    ("edad = '3'\nedad - 1", "TypeError", ["con `-` no se pueden", "`float(edad)`"]),
    ("n = 3\nn + ' años'", "TypeError", ["`str(n)`"]),
    ("x = 'a'\nx += 1", "TypeError", ["`x` es un texto (str) y `1`", "`str(1)`"]),
    ("x = print('a')\nx + 1", "TypeError", ["`x` es `None`", "de dónde viene"]),
    ("[1] + 2", "TypeError", ["`lista.append(…)`"]),
    ("sum(['3'])", "TypeError", ["un número entero (int) y un texto (str)"]),
    ("'5' >= 18", "TypeError", ["`>=` no puede comparar `'5'`", "`input(…)`"]),
    ("list = [1]\nlist('abc')", "TypeError", ["tapa a la función `list`", "`del list`"]),
    ("str = 'a'\nstr(3)", "TypeError", ["tapa a la función `str`", "`del str`"]),
    ("print = 3\nprint('a')", "TypeError", ["tapa a la función `print`"]),
    ("notas = [1]\nnotas(0)", "TypeError", ["corchetes: `notas[0]`"]),
    (
        "def media(v): return 3\nmedia = media([1])\nmedia([2])",
        "TypeError",
        ["tapa a la función `media`", "la celda que la define"],
    ),
    ("precio = 29,5\nprecio * 1.16", "TypeError", ["`precio` vale `(29, 5)`", "`29.5`"]),
    ("precio = 29,5\nprecio + 1", "TypeError", ["`precio` vale `(29, 5)`", "`29.5`"]),
    ("precio = (29, 5)\n2.5 * precio", "TypeError", ["con punto: si querías 29.5"]),
    ("precio = 29,5\nprecio / 2", "TypeError", ["`29.5`"]),
    ("precio = 29,5\nt = 0\nt += precio", "TypeError", ["`precio` vale `(29, 5)`"]),
    ("precio = 29,5\nprecio > 20", "TypeError", ["`29.5`"]),
    ("precio = 29,5\nround(precio)", "TypeError", ["`29.5`"]),
    ("precio = 29,5\nabs(precio)", "TypeError", ["`29.5`"]),
    ("import math\nprecio = 29,5\nmath.sqrt(precio)", "TypeError", ["`29.5`"]),
    ("(29, 5) + 1", "TypeError", ["`(29, 5)` es una tupla de dos números", "`29.5`"]),
    ("float((29, 5))", "TypeError", ["`29.5`"]),
    ("('a', 5) + 1", "TypeError", ["`('a', 5)` es una tupla (tuple)"]),
    ("2(3 + 1)", "TypeError", ["¿Falta un signo?"]),
    ("'a'('b')", "TypeError", ["¿Falta una coma"]),
    ("import math\nmath(3)", "TypeError", ["`math` es un módulo"]),
    ("x = 5\nx[0]", "TypeError", ["`x` es un número entero (int): no tiene posiciones"]),
    ("len['abc']", "TypeError", ["paréntesis: `len('abc')`"]),
    ("for i in 5:\n    pass", "TypeError", ["`range(5)`"]),
    ("max(3)", "TypeError", ["Lo que va entre los paréntesis es un número entero"]),
    ("a, b = 3", "TypeError", ["varios nombres", "un número entero (int)"]),
    ("len(5)", "TypeError", ["`5` es un número entero (int)", "`len(str(5))`"]),
    ("def f(a, b): pass\nf(1)", "TypeError", ["faltó darle: `b`"]),
    ("def f(a, b, c): pass\nf()", "TypeError", ["`a`, `b` y `c`"]),
    ("class P:\n    def m(self): pass\nP.m()", "TypeError", ["Crea primero el objeto"]),
    ("def f(a): pass\nf(1, 2)", "TypeError", ["`f(…)` admite 1 argumento y le pasaste 2."]),
    ("class P:\n    def m(self): pass\nP().m(1)", "TypeError", ["cuenta también `self`"]),
    ("def f(nombre=1): pass\nf(nombr=2)", "TypeError", ["¿quisiste decir nombre?"]),
    ("print(3, edn='')", "TypeError", ["ningún parámetro que se llame `edn`"]),
    (
        "import json\njson.dumps(3, indnt=2)",
        "TypeError",
        ["¿quisiste decir indent?"],
    ),
    ("len([1], [2])", "TypeError", ["A `len(…)` le pasaste más o menos", "`help(len)`"]),
    ("[1]['a']", "TypeError", ["entre los corchetes hay un texto (str)"]),
    ("'abc'['a']", "TypeError", ["Una posición es un número entero"]),
    ("t = (1, 2)\nt[0] = 3", "TypeError", ["una tupla (tuple), y no se puede cambiar"]),
    ("{[1]: 2}", "TypeError", ["una lista (list), que puede cambiar"]),
    ("'a' * 2.0", "TypeError", ["un número entero de veces"]),
    ("range(2.5)", "TypeError", ["hace falta un número entero", "`//`"]),
    ("int([1])", "TypeError", ["`int(…)` convierte", "una lista (list)"]),
    ("'%d %d' % 3", "TypeError", ["`f'{nombre}'`"]),
    ("round('a')", "TypeError", ["un tipo distinto"]),
    # Valores
    ("int('3,5')", "ValueError", ["con punto, no con coma", "`float('3.5')`"]),
    ("float('3,5')", "ValueError", ["con punto, no con coma"]),
    ("int('3.5')", "ValueError", ["tiene decimales", "`int(float('3.5'))`"]),
    ("int('')", "ValueError", ["texto vacío"]),
    ("int('doce')", "ValueError", ["caracteres que no son de un número"]),
    ("a, b = 1, 2, 3", "ValueError", ["hay 2 nombres (`a, b`)", "hay más valores"]),
    ("a, b, c = 1, 2", "ValueError", ["hay 3 nombres (`a, b, c`)", "menos valores (2)"]),
    ("[1].index(3)", "ValueError", ["no está en la colección"]),
    ("(1,).index(3)", "ValueError", ["no está en la colección"]),
    ("[1].remove(3)", "ValueError", ["no está en la colección"]),
    ("'abc'.index('z')", "ValueError", ["`.find(…)`"]),
    ("max([])", "ValueError", ["`max` no puede elegir: la colección está vacía"]),
    ("import math\nmath.sqrt(-1)", "ValueError", ["la raíz de un negativo"]),
    ("'%b' % 5", "ValueError", ["`%b` no existe", "`format(5, 'b')`"]),
    ("f'{\"a\":.2f}'", "ValueError", ["en `{…:…}` no vale"]),
    ("'abc'.encode('ascii').hex('zz')", "ValueError", ["valor concreto no sirve"]),
    ("print(2**20000)", "ValueError", ["bien calculado", "más de 4300 cifras", "log10"]),
    ("str(10**5000)", "ValueError", ["más de 4300 cifras"]),
    ("f'{10**5000}'", "ValueError", ["más de 4300 cifras"]),
    ("int('9' * 5000)", "ValueError", ["Ese texto tiene 5000 cifras"]),
    # Posiciones
    (
        "notas = [7, 8, 9]\nnotas[3]",
        "IndexError",
        ["`notas` tiene 3 elementos, en las posiciones 0 a 2, y pediste la 3.", "`notas[2]`"],
    ),
    ("v = [1, 2]\nfor i in range(5):\n    v[i]", "IndexError", ["pediste la 2", "un ciclo"]),
    ("v = [1, 2]\nv[len(v)]", "IndexError", ["pediste la 2"]),
    ("v = [1, 2]\nv[-3]", "IndexError", ["pediste la -3"]),
    ("v = []\nv[0]", "IndexError", ["`v` no tiene ningún elemento"]),
    ("'hola'[10]", "IndexError", ["tiene 4 caracteres"]),
    ("d = {'a': [1]}\nd['a'][1]", "IndexError", ["`d['a']` tiene un solo elemento"]),
    ("[].pop()", "IndexError", ["está vacía"]),
    ("[1].pop(4)", "IndexError", ["más allá del final"]),
    # Claves
    ("edades = {'Ana': 3}\nedades['ana']", "KeyError", ["¿quisiste decir Ana?"]),
    ("d = {1: 2}\nd['1']", "KeyError", ["pero sí `1`", "`d[1]`"]),
    ("d = {'a': 1, 'b': 2}\nd['z']", "KeyError", ["`'z'` no está en `d`", "`'a'`, `'b'`"]),
    ("d = {}\nd['z']", "KeyError", ["Está vacío"]),
    ("{1}.remove(2)", "KeyError", ["La clave `2` no está."]),
    ("d = {'a': 1}\nd.pop('b')", "KeyError", ["`'b'` no está en `d`", "`'a'`"]),
    ("d = {'precio': 1}\nd.pop('preciio')", "KeyError", ["Cambia `'preciio'` por `'precio'`"]),
    # Atributos
    ("'abc'.uper()", "AttributeError", ["`'abc'` es un texto (str)", "¿quisiste decir upper?"]),
    ("import math\nmath.sqr(3)", "AttributeError", ["¿quisiste decir sqrt?"]),
    ("[1].push(2)", "AttributeError", ["`.append(…)`"]),
    ("[1].lenght", "AttributeError", ["`len(…)`"]),
    ("{'a': 1}.append(2)", "AttributeError", ["`diccionario[clave] = valor`"]),
    ("(5).foo", "AttributeError", ["es un número entero (int), y no tiene `foo`"]),
    (
        "class Bosque:\n    oob_score = False\nBosque().oob_score_",
        "AttributeError",
        ["no tiene `oob_score_`", "Lo que acaba en «_» aparece después de `fit(…)`"],
    ),
    (
        "v = [3, 1]\nv = v.sort()\nv.append(2)",
        "AttributeError",
        ["`v` vale `None`", "guardaste lo que devuelve sort", "Quita `v =`", "`sorted(…)`"],
    ),
    ("x = None\nx.foo", "AttributeError", ["`x` vale `None`", "de dónde viene"]),
    # Divisiones, bibliotecas, archivos
    ("n = 0\n10 / n", "ZeroDivisionError", ["El divisor, `n`, vale 0", "`if n != 0:`"]),
    ("1 / 0", "ZeroDivisionError", ["`0`, vale 0", "`if divisor != 0:`"]),
    ("v = []\nsum(v) / len(v)", "ZeroDivisionError", ["`len(v)`, vale 0: la colección está"]),
    ("x = 3\nx %= 0", "ZeroDivisionError", ["vale 0"]),
    ("import panda", "ModuleNotFoundError", ["¿quisiste decir pandas?"]),
    ("import nunpy", "ModuleNotFoundError", ["¿quisiste decir numpy?"]),
    ("import matplotlb", "ModuleNotFoundError", ["¿quisiste decir matplotlib?"]),
    ("import json.decodr", "ModuleNotFoundError", ["no tiene dentro", "¿quisiste decir decoder?"]),
    ("import Numpy_", "ModuleNotFoundError", ["¿quisiste decir numpy?"]),
    ("import scikit_learn", "ModuleNotFoundError", ["`import sklearn`"]),
    ("import cv2", "ModuleNotFoundError", ["`pip install opencv-python`"]),
    ("import math.raiz", "ModuleNotFoundError", ["`math` está, pero no tiene dentro `raiz`"]),
    ("import zzzq", "ModuleNotFoundError", ["no encuentra `zzzq`"]),
    ("from math import sqr", "ImportError", ["¿quisiste decir sqrt?"]),
    ("open('no_existe.csv')", "FileNotFoundError", ["No existe `no_existe.csv`"]),
    # Los demás
    ("def f(n):\n    return f(n - 1)\nf(3)", "RecursionError", ["`f(…)` se llama a sí misma"]),
    ("assert 1 == 2", "AssertionError", ["`assert` (`1 == 2`) no se cumple"]),
    ("raise ValueError('mal')", "ValueError", ["a propósito una instrucción `raise`"]),
    ("class Mio(Exception): pass\nraise Mio", "Mio", ["el programa se detuvo", "`raise`"]),
    ("raise KeyboardInterrupt", "KeyboardInterrupt", ["la celda se detuvo"]),
    ("next(iter([]))", "StopIteration", ["Tu línea es la 1: `next(iter([]))`"]),
    (
        "import json\njson.loads('{')",
        "JSONDecodeError",
        ["dentro de `json`", "tu línea 2: `json.loads('{')`"],
    ),
    # Sintaxis
    ("print((1, 2)", "SyntaxError", ["Línea 1: `print((1, 2)`. Abriste `(`"]),
    ("x = [1, 2\nprint(x)", "SyntaxError", ["Línea 1", "Abriste `[`"]),
    ("print(3))", "SyntaxError", ["Sobra este `)`"]),
    ("x = (3]", "SyntaxError", ["Abriste con `(` y cerraste con `]`"]),
    ("s = 'hola", "SyntaxError", ["Abriste un texto con comillas"]),
    ("s = f'hola", "SyntaxError", ["Abriste un texto con comillas"]),
    ("s = '''hola", "SyntaxError", ["tres comillas"]),
    ("for i in range(3)\n    print(i)", "SyntaxError", ["Faltan los dos puntos"]),
    ("if x = 3:\n    pass", "SyntaxError", ["Cambia `=` por `==`"]),
    ("x = 1\nif x => 3:\n    pass", "SyntaxError", ["Línea 2", "`>=`"]),
    ("print 'hola'", "SyntaxError", ["`print(…)`"]),
    ("mi-nota = 3", "SyntaxError", ["`mi_nota`"]),
    ("mi nota = 3", "SyntaxError", ["`mi_nota`"]),
    ("2x = 3", "SyntaxError", ["no puede empezar por una cifra"]),
    ("precio = 29,05", "SyntaxError", ["con punto y no con coma: `29.05`"]),
    ("lambda = 0.1", "SyntaxError", ["`lambda` es una palabra reservada"]),
    ("len(x) = 3", "SyntaxError", ["A la izquierda del `=`"]),
    ("True = 1", "SyntaxError", ["`True` es un valor de Python"]),
    ("x = [1 2]", "SyntaxError", ["casi siempre una coma"]),
    ("print(Hola mundo)", "SyntaxError", ["siempre entre comillas"]),
    ("a y b", "SyntaxError", ["`and` (y)"]),
    ("x = x + y z", "SyntaxError", ["no entiende"]),  # esta y es una variable
    ("if no x:\n    pass", "SyntaxError", ["`not`"]),
    ("x && y", "SyntaxError", ["`&&` no existe"]),
    ("x++", "SyntaxError", ["`x += 1`"]),
    ("if x > 3 then:\n    pass", "SyntaxError", ["no se escribe `then`"]),
    ("if 1: pass\nelse if 2: pass", "SyntaxError", ["`elif`"]),
    ("else:\n    pass", "SyntaxError", ["no tiene encima"]),
    ("else\n    pass", "SyntaxError", ["no entiende", "dos puntos"]),
    ("x = 1 +", "SyntaxError", ["a medias"]),
    ("import scikit-learn", "SyntaxError", ["`import sklearn`"]),
    ("print(“hola”)", "SyntaxError", ["`“` no vale"]),
    ("x =\xa03", "SyntaxError", ["carácter invisible"]),
    ("print(sep='', 2)", "SyntaxError", ["Pon primero"]),
    ("return 3", "SyntaxError", ["dentro de una función"]),
    ("break", "SyntaxError", ["dentro de un ciclo"]),
    ("p = 'C:\\Users\\ana'", "SyntaxError", ["ruta de Windows"]),
    ("f'{}'", "SyntaxError", ["llaves de una f-string"]),
    ("try:\n    x = 1\nprint(2)", "SyntaxError", ["le falta su `except`"]),
    ("if True:\nprint(3)", "IndentationError", ["La instrucción de la línea 1"]),
    ("for i in range(3):", "IndentationError", ["La instrucción de la línea 1"]),
    ("x = 1\n  y = 2", "IndentationError", ["más espacios de los que tocan"]),
    ("def f():\n    x = 1\n  y = 2", "IndentationError", ["ningún bloque de encima"]),
    ("if 1:\n\tx = 1\n        y = 2", "TabError", ["tabuladores"]),
]


@pytest.mark.filterwarnings("ignore::SyntaxWarning")  # los de las propias celdas
@pytest.mark.parametrize(("cell", "name", "expected"), CASES, ids=[case[0] for case in CASES])
def test_explains_under_the_original_error(run, cell, name, expected):
    output = run(cell)
    original, icon, explanation = output.partition(ICON)
    assert icon, output
    # El error de Python va delante y entero: su última línea lleva la clase de error.
    assert re.search(rf"^_?{name}|Error:|KeyboardInterrupt|StopIteration", original, re.MULTILINE)
    assert explanation.startswith(f" {name}: ")
    for fragment in expected:
        assert fragment in explanation
    assert output.count(ICON) == 1
    assert "/" not in re.sub("`[^`]*`", "", explanation)  # ninguna ruta de la máquina
    assert "0x" not in explanation


# Sin sitio, también al guardar desde una biblioteca: ahí no hay que mirar lo que se le pasa.
_SAVE = "import numpy as np\nwith open('/dev/full', 'wb') as file:\n    "


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="este sistema no tiene /dev/full")
@pytest.mark.parametrize("save", ["file.write(b'1' * 10**6)", "np.save(file, np.zeros(10**5))"])
def test_a_full_disk_is_named(run, save):
    output = run(_SAVE + save)
    assert f"{ICON} OSError: el sistema no pudo leer o escribir" in output
    assert "No queda espacio en el disco" in output


def test_a_folder_in_the_place_of_a_file_is_named(run):
    # Windows dice PermissionError; los demás, IsADirectoryError.
    assert "`.` es una carpeta, y aquí hace falta un archivo" in run("open('.')")


def test_what_may_not_be_written_is_named(run, monkeypatch):
    cell = "import os, pathlib\npathlib.Path('notas.csv').touch()"
    monkeypatch.setattr("os.open", _refuse)
    monkeypatch.setattr("os.utime", _refuse)
    assert "no tiene permiso para leer o escribir `notas.csv`" in run(cell)


def _refuse(path, *_, **__):
    raise PermissionError(errno.EACCES, "Permission denied", str(path))


def test_the_original_output_is_the_same_with_and_without(run):
    cell = "def f():\n    return 1 / 0\nf()"
    explained = run(cell)
    explain_errors(False)
    plain = run(cell)
    numbers = re.compile(r"ipython-input-\d+\S*|In\[\d+\]")
    assert numbers.sub("", explained).startswith(numbers.sub("", plain).rstrip())
    assert ICON in explained and ICON not in plain


def test_nothing_to_say_when_nothing_fails(run):
    assert run("x = 1\nprint(x)") == "1\n"


def test_off_and_on_again(run):
    explain_errors(False)
    assert ICON not in run("1 / 0")
    explain_errors(False)  # apagarlo dos veces no es un error
    explain_errors()
    assert ICON in run("1 / 0")


def test_never_twice(run):
    explain_errors()
    run("from course_utils import explain_errors", "explain_errors()", "explain_errors()")
    assert run("1 / 0").count(ICON) == 1


def test_never_twice_after_reloading(run):
    importlib.reload(errors)
    errors.explain_errors()
    try:
        assert run("1 / 0").count(ICON) == 1
    finally:
        errors.explain_errors(False)


def test_other_callbacks_stay(run, the_shell):
    shell, seen = the_shell[0], []

    def mine(result):
        seen.append(result)

    shell.events.register("post_run_cell", mine)
    try:
        explain_errors(False)
        run("1")
        assert len(seen) == 1
    finally:
        shell.events.unregister("post_run_cell", mine)


@pytest.mark.parametrize("failure", [ZeroDivisionError, KeyboardInterrupt, SystemExit])
def test_a_broken_explainer_breaks_nothing(run, monkeypatch, failure):
    def broken(error, spot):
        raise failure

    monkeypatch.setitem(errors.EXPLAINERS, NameError, ("", broken))
    output = run("nada", "print('sigue')")
    assert "NameError: name 'nada' is not defined" in output
    assert ICON not in output
    assert "callback" not in output
    assert output.endswith("sigue\n")


def test_same_error_same_text(run):
    cell = "d = {k: 1 for k in 'abcdefghijk'}\nd['z']"
    first, second = run(cell), run(cell)
    assert first.partition(ICON)[2] == second.partition(ICON)[2]


def test_outside_ipython_it_says_so_and_nothing_else(monkeypatch, capsys):
    monkeypatch.setattr(errors, "ipython", lambda: None)
    explain_errors()
    assert capsys.readouterr().out == "explain_errors() solo funciona dentro de un cuaderno.\n"


def test_importing_it_brings_only_the_standard_library():
    code = (
        "import sys; import course_utils.errors; "
        "print(sorted({'IPython', 'numpy', 'pandas', 'course_utils.exercises'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True)
    assert done.stdout == "[]\n", done.stderr


# ------------------------------------------------------------------------- los nombres del curso


@pytest.mark.parametrize("name", course_utils.__all__)
def test_a_name_of_the_course_that_is_not_imported(run, name):
    explanation = run(f"{name}('1.1.1')").partition(ICON)[2]
    assert f"`{name}` es del curso" in explanation
    assert f"`from course_utils import {name}`" in explanation
    assert "quisiste decir" not in explanation and "comillas" not in explanation


@pytest.mark.parametrize("name", course_utils.__all__)
def test_a_name_of_the_course_hidden_by_a_variable(run, name):
    output = run(f"from course_utils import {name}", f"{name} = 3", f"{name}(3)")
    assert f"tapa a la función `{name}` del curso" in output
    assert f"con `from course_utils import {name}`" in output
    assert "¿Falta un signo?" not in output


@pytest.mark.parametrize(
    ("cell", "right"),
    [
        ("from course_utils import plot_imagen", "plot_image"),
        ("from course_utils import plot_image, chek", "check"),
        ("from course_utils import load_fashon_mnist", "load_fashion_mnist"),
        ("from course_utils import learningcurves", "LearningCurves"),
        ("chek('1.1.1', 3)", "check"),
        ("load_pengüins()", "load_penguins"),
    ],
)
def test_a_name_of_the_course_misspelled(run, cell, right):
    assert f"¿quisiste decir {right}?" in run(cell)


# --------------------------------------------------------------------- una sugerencia que lo sea


@pytest.mark.parametrize(
    "cell",
    [
        *("lista", "suma", "cars", "mapa", "formato", "filtro", "orden", "tupla", "hora", "tipo"),
        *("credito", "rango", "valores", "val", "entero", "datos", "ranges", "maximo", "media"),
        *("x_train = 1\ny_train", "modelo_1 = 1\nmodelo_2", "nota_a = 1\nnota_b", "w1 = 1\nw2"),
        *("casa = 1\ncosa", "precio = 1\nprecios_de_casas"),
    ],
)
def test_another_word_is_not_a_misspelling(run, cell):
    explanation = run(cell).partition(ICON)[2]
    assert "Todavía no hay nada que se llame" in explanation, explanation


def test_the_names_of_the_notebook_come_first(run):
    assert "¿quisiste decir printa?" in run("printa = 1\nprimta")
    assert "¿quisiste decir rounds?" in run("rounds = [1]\nroundz")


def test_what_is_called_is_not_a_text_without_quotes(run):
    for cell in ("zzz(3)", "zzz.head()", "zzz[0]"):
        assert "comillas" not in run(cell)
    assert "comillas: `'zzz'`" in run("print(zzz)")


# --------------------------------------------------------------------------------- los avisos

CHAINED = [
    ('t["n"][0] = 5', "`t.loc[0, 'n'] = …`"),
    ('t["n"][t["n"] > 1] += 5', "`t.loc[t['n'] > 1, 'n'] = …`"),
    ('t[t["n"] > 1]["c"] = "z"', "`t.loc[t['n'] > 1, 'c'] = …`"),
    ('t.loc[t["n"] > 1]["c"] = "z"', "`t.loc[t['n'] > 1, 'c'] = …`"),
    ('t["n"].fillna(0, inplace=True)', "`t['n'] = t['n'].fillna(0)`"),
    ("t.loc[:, 'n'][0] = 5", "`tabla.loc[filas, 'columna'] = valor`"),
]
TABLE = 'import pandas as pd\nt = pd.DataFrame({"n": [1, 2], "c": ["a", "b"]})'


@pytest.mark.parametrize(("cell", "better"), CHAINED, ids=[cell for cell, _ in CHAINED])
def test_a_change_that_is_lost_in_a_copy(run, cell, better):
    pytest.importorskip("pandas")
    run(TABLE)
    with warnings.catch_warnings(record=True):
        explanation = run(cell).partition(ICON)[2]
    assert "la tabla no ha cambiado" in explanation and better in explanation


# pandas 3 avisa con la primera clase; pandas 2.2, con las otras.
WARNINGS = [
    ("ChainedAssignmentError", "A value is being set on a copy of a DataFrame", ": la tabla no"),
    ("SettingWithCopyWarning", "A value is trying to be set on a copy of a slice", ": quizá la"),
    ("FutureWarning", "ChainedAssignmentError: behaviour will change in pandas 3.0!", ": quizá la"),
    ("FutureWarning", "A value is trying to be set on a copy of a DataFrame or Series", ": quizá"),
]


@pytest.mark.parametrize(("name", "text", "says"), WARNINGS)
def test_the_warnings_of_each_pandas(run, name, text, says):
    kind = "" if name == "FutureWarning" else f"class {name}(Warning): pass\n"
    cell = f"{kind}import warnings\nfor i in range(3):\n    warnings.warn({text!r}, {name})"
    with warnings.catch_warnings(record=True):
        output = run(cell)
    assert output.count(ICON) == 1 and f"{name}{says}" in output


def test_other_warnings_are_shown_and_not_explained(run, monkeypatch):
    seen = []

    def show(message, *rest):
        seen.append(str(message))

    monkeypatch.setattr(warnings, "showwarning", show)
    assert ICON not in run("import warnings\nwarnings.warn('Cuidado.')")
    assert seen == ["Cuidado."]
    assert warnings.showwarning is show, "se escuchan solo mientras la celda se ejecuta"


def test_a_long_number_as_the_value_of_a_cell(run):
    assert "más de 4300 cifras" in run("2**20000").partition(ICON)[2]
    assert ICON not in run("2**200")


# ------------------------------------------------------------------------- errores que no son suyos


def test_errors_of_the_course_speak_for_themselves(run):
    output = run("from course_utils import check\ncheck(44)")
    assert "El primer argumento es el número del ejercicio" in output
    assert ICON not in output
    assert ICON not in run("import course_utils\ncourse_utils.no_existe")


def test_unforeseen_errors_inside_the_course_point_to_the_learners_line(run):
    output = run("from course_utils.spanish import similar\nsimilar('x', 3)")
    assert "dentro de `course_utils`" in output and "tu línea 2: `similar('x', 3)`" in output


def test_errors_calling_the_course_badly_are_explained(run):
    assert "faltó darle: `exercise_id`" in run("from course_utils import check\ncheck()")


def test_a_function_of_the_learner_called_by_a_library_is_direct(run):
    output = run("import functools\ndef f(a, b):\n    return a + b\nfunctools.reduce(f, ['a', 1])")
    assert "`a` es un texto (str) y `b` es un número entero (int)" in output


def test_a_similar_file(run, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "ventas.csv").touch()
    output = run("open('venta.csv')")
    assert "¿quisiste decir ventas.csv?" in output
    assert str(tmp_path) not in output.partition(ICON)[2]
    missing = tmp_path / "otra.txt"
    explanation = run(f"open({str(missing)!r})").partition(ICON)[2]
    assert "No existe `otra.txt`" in explanation and str(tmp_path) not in explanation


DATA_CASES = [
    ("import numpy as np\nnp.ones(2) + np.ones(3)", ["(2,) y (3,) no encajan"]),
    ("import numpy as np\nnp.ones((2, 3)) @ np.ones(2)", ["multiplicar matrices"]),
    ("import numpy as np\nnp.dot(np.ones((2, 3)), np.ones(2))", ["multiplicar matrices"]),
    ("import numpy as np\nnp.arange(5).reshape(2, 3)", ["Hay 5 números", "(2,3)"]),
    ("import numpy as np\nnp.array([[1, 2], [3]])", ["misma longitud"]),
    ("import numpy as np\nif np.arange(3) > 1: pass", ["`.any()`"]),
    ("import numpy as np\na = np.arange(3)\na[3]", ["posición 3 en el eje 0", "tiene 3"]),
    ("import numpy as np\nnp.arange(3)[1, 2]", ["más índices que dimensiones"]),
    (
        "import numpy as np\nnp.arange(5)[np.arange(3) > 1]",
        ["máscara tiene 3 valores", "la aplicas, 5"],
    ),
    ("import numpy as np\na = np.arange(3)\na(2)", ["corchetes: `a[2]`"]),
    ("import numpy as np\nnp.lispace(0, 1)", ["¿quisiste decir linspace?"]),
    ("t['Precio']", ["La columna `'Precio'` no está en `t`", "¿quisiste decir precio?"]),
    ("t[['precio', 'b']]", ["La columna `'b'` no está"]),
    ("t.precios", ["¿quisiste decir precio?"]),
    ("t.append(3)", ["`pd.concat([tabla, otra])`"]),
    ("t['c'].astype(float)", ["está el texto `'a'`", "tu línea 1: `t['c'].astype(float)`"]),
    ("t.iloc[9]", ["dentro de `pandas`", "tu línea 1: `t.iloc[9]`"]),
    ("LinearRegression().predict([[1]])", ["todavía no ha aprendido", "`fit(…)`"]),
    ("LinearRegression().fit([1, 2], [1, 2])", ["dos dimensiones"]),
    ("LinearRegression().fit([[1], [2]], [1])", ["mismo número de filas"]),
    ("LinearRegression().fit([[float('nan')]], [1])", ["(NaN)", "Empezó en tu línea 1"]),
]


@pytest.mark.parametrize(("cell", "expected"), DATA_CASES, ids=[case[0] for case in DATA_CASES])
def test_messages_of_the_data_libraries(run, cell, expected):
    for library in ("numpy", "pandas", "sklearn"):
        pytest.importorskip(library)
    run(
        "import pandas as pd",
        "from sklearn.linear_model import LinearRegression",
        "t = pd.DataFrame({'precio': [1], 'c': ['a']})",
    )
    explanation = run(cell).partition(ICON)[2]
    for fragment in expected:
        assert fragment in explanation


# ------------------------------------------------------------------------------------- disparates

GARBAGE = [
    "raise SyntaxError('mal', ('a', None, 'b', 7))",
    "raise ExceptionGroup('varios', [ValueError(1), TypeError(2)])",
    "class E(Exception):\n    def __str__(self): raise RuntimeError\nraise E",
    "class E(KeyError):\n    def __repr__(self): raise RuntimeError\nraise E(E())",
    "class E(TypeError):\n    args = None\nraise E",
    "class E(TypeError):\n    def __bool__(self): raise ValueError\nraise E",
    "exec('raise NameError')",
    "exec('1 +')",
    "class K:\n    def __hash__(self): raise TypeError('no')\n{}[K()]",
    "class K:\n    def __eq__(self, o): raise ValueError\n    __hash__ = int\n{}[K()]",
    "class K:\n    def __repr__(self): raise ValueError\nd = {K(): 1}\nd['a']",
    "class D(dict):\n    def keys(self): raise ValueError\nd = D()\nd['a']",
    "class L(list):\n    def __len__(self): raise ValueError\nv = L()\nv[3]",
    "class A:\n    def __dir__(self): raise ValueError\n    def __repr__(self): 1 / 0\nA().x",
    "class A:\n    def __getattribute__(self, n): raise AttributeError(n)\nA().x",
    "class M(type):\n    def __dir__(c): raise ValueError\nclass A(metaclass=M): pass\nA().x",
    "d = {i: i for i in range(10**6)}\nd['a']",
    "d = {'k' * 10**6: 1}\nd['k' * 10**6 + 'j']",
    "int('9' * 5000)",
    "int('`<b>`')",
    "v = list(range(10**6))\nv[10**6]",
    "v = [1]\nv[10**30]",
    "globals().update({f'v{i}': 1 for i in range(10**5)})\nvx",
    "globals()['__name__'] = 3\n1 / 0",
    "In = 3\nx = None\nx.y",
    "x = (lambda: y)()",
    "[z for i in range(3)]",
    "def f():\n    try:\n        1 / 0\n    finally:\n        [][0]\nf()",
    "import sys\nsys.exit()",
    "\0",
    "x = 1\n" * 3000 + "y",
    "(" * 500,
]


@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize("cell", GARBAGE, ids=range(len(GARBAGE)))
def test_garbage_never_adds_an_error(run, cell):
    name = run.__name__  # la celda puede cambiar __name__: se repone en la siguiente
    output = run(cell, "globals()['__name__'] = '__main__'\nprint('sigue')")
    assert output.endswith("sigue\n"), name
    assert "callback" not in output
    assert output.count(ICON) <= 1
    assert len(output.partition(ICON)[2]) < 1500


ODD_ARGUMENTS = [(), (None,), (5,), ([1], {2: 3}), ("",), (b"x", object()), ("'" * 5000,)]


@pytest.mark.parametrize("args", ODD_ARGUMENTS, ids=range(len(ODD_ARGUMENTS)))
@pytest.mark.parametrize("kind", errors.EXPLAINERS)
@pytest.mark.parametrize("where", ["en la celda", "en una biblioteca", "sin rastro"])
def test_odd_arguments_always_have_an_explanation(kind, args, where):
    try:
        error = kind(*args)
    except TypeError:
        pytest.skip("Python no deja crear este error")
    namespace = {"throw": (i for i in ()).throw, "error": error, "__name__": "__main__"}
    if where == "en una biblioteca":
        namespace["throw"] = re.Scanner([("a", lambda scanner, text: throw_in_cell(error))]).scan
        namespace["error"] = "a"
    if where != "sin rastro":
        with pytest.raises(kind):
            exec("(i for i in ()).throw(error)" if "celda" in where else "throw(error)", namespace)
    explanation = errors.explain(error, namespace, "")
    assert explanation.title.startswith(kind.__name__)
    assert explanation.cause and explanation.fix
    assert len(repr(explanation)) < 1500


def throw_in_cell(error):
    raise error


def test_an_error_that_cannot_say_its_message():
    class Mute(ValueError):
        def __str__(self):
            raise RuntimeError

    assert errors.explain(Mute(), {}).title == "Mute: el programa se detuvo"


def test_a_dictionary_with_its_own_keys(run):
    assert "Está vacío" in run(
        "class D(dict):\n    keys = __iter__ = __len__ = None", "d = D()\nd['a']"
    )


def test_commands_of_ipython_are_left_alone(run):
    assert ICON not in run("%orden_que_no_existe")


def test_explaining_does_not_run_code_of_the_learner(run, the_shell):
    spy = (
        "seen = []\n"
        "class V:\n"
        "    def __repr__(self): seen.append('repr'); return ''\n"
        "    def __len__(self): seen.append('len'); return 3\n"
        "    def __bool__(self): seen.append('bool'); return True\n"
        "    @property\n"
        "    def size(self): seen.append('size')\n"
        "    def __add__(self, other): seen.append('add'); return 9 if other is w else 1 + other\n"
        "v = w = V()\n"
        "pair = [1, 2]"
    )
    cells = [
        spy,
        "pair[len(v)]",
        "pair[v + w]",
        "v - 1",
        "v[0]",
        "v()",
        "v.syze",
        "{}[v]",
        "v < 1",
        "int(v)",
        "[1][v]",
    ]
    seen = {}
    for on in (False, True):  # IPython mira alguna cosa por su cuenta: se compara con apagarlo
        explain_errors(on)
        assert run(*cells).count(ICON) == (len(cells) - 1 if on else 0)
        seen[on] = the_shell[0].user_ns["seen"]
    assert seen[True] == seen[False]


def test_warnings_are_not_repeated(run, recwarn):
    counts = []
    for on in (False, True):
        explain_errors(on)
        recwarn.clear()
        run("'\\d'\n1 / 0")
        counts.append(len(recwarn))
    assert counts[0] == counts[1]


# ------------------------------------------------------------------------------ las dos formas


def test_html_is_escaped_and_marks_code():
    page = errors.Explanation("T<b>", "`a<b`", "c & d")._repr_html_()
    assert "T&lt;b&gt;" in page
    assert ">a&lt;b</code>" in page
    assert "c &amp; d" in page
    assert 'lang="es"' in page
    assert "`" not in page


TABLES = [
    operations.TYPE_MESSAGES,
    values.VALUE_MESSAGES,
    libraries.DATA_MESSAGES,
    tables.INSIDE_MESSAGES,
    syntax.SYNTAX_LINES,
    syntax.SYNTAX_MESSAGES,
    syntax.INDENTATION,
]


@pytest.mark.parametrize("row", [row for table in TABLES for row in table], ids=lambda row: row[0])
def test_every_row_of_the_tables_can_be_filled(row):
    pattern, answer = row
    groups = re.compile(pattern).groups
    if callable(answer):
        return
    assert len(answer) == 2
    for part in answer:
        text = part.format(*["x"] * groups, kind=["x"] * groups)
        assert text.strip().endswith((".", "…")), text
        assert text.count("`") % 2 == 0


# ----------------------------------------------------------------------------------- un núcleo real


def test_in_a_real_kernel_with_the_real_setup_cell():
    setup = (ROOT / "authoring" / "setup_cell.py.txt").read_text(encoding="utf-8")
    ast.parse(setup)
    sources = [
        setup,
        "precio_total = 3\nprint(precio_totl)",
        "if x = 3:\n    pass",
        "  \nif True:\nprint(3)",
        "import signal\nsignal.raise_signal(signal.SIGINT)",
        "print('sigue')",
        setup,
        "1 / 0",
        "explain_errors(False)",
        "1 / 0",
    ]
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(s) for s in sources])
    resources = {"metadata": {"path": str(ROOT)}}
    arguments = ["--IPKernelApp.log_level=40"]
    NotebookClient(
        notebook,
        timeout=60,
        kernel_name="python3",
        resources=resources,
        allow_errors=True,
        extra_arguments=arguments,
    ).execute()
    seen = [
        [
            (o.output_type, o.get("ename") or o.get("text") or o.data["text/plain"])
            for o in c.outputs
        ]
        for c in notebook.cells
    ]
    assert seen[0] == [] and seen[6] == [] and seen[8] == []
    for index, name, text in [
        (1, "NameError", "¿quisiste decir precio_total?"),
        (2, "SyntaxError", "`==`"),
        (3, "IndentationError", "bloque con sangría"),
        (4, "KeyboardInterrupt", "La celda se detuvo a medias"),
        (7, "ZeroDivisionError", "vale 0"),
    ]:
        (first, error), (second, explanation) = seen[index]
        assert (first, error, second) == ("error", name, "display_data")
        assert explanation.startswith(f"{ICON} {name}: ") and text in explanation
        assert "text/html" in notebook.cells[index].outputs[1].data
    assert seen[5] == [("stream", "sigue\n")]
    assert [kind for kind, _ in seen[9]] == ["error"]


def test_of_an_endless_recursion_only_its_ends_are_written(run, the_shell, monkeypatch):
    """A IPython le cuesta mucho cada llamada, y con TensorFlow cargado, más."""
    written, (shell, _) = [], the_shell
    write = shell.InteractiveTB.structured_traceback

    def counted(kind, error, trace, *args, **options):
        written.append(len(list(traceback.walk_tb(trace))))
        if written[-1] > 100:  # con contarlas basta: escribirlas es lo que tarda
            return []
        return write(kind, error, trace, *args, **options)

    monkeypatch.setattr(shell.InteractiveTB, "structured_traceback", counted)
    out = run("def f(n):\n    return f(n - 1)", "f(3)")
    assert written and max(written) <= 4, out
    assert "return f(n - 1)" in out
    assert "RecursionError: " in out
    assert "`f(…)` se llama a sí misma" in out
    explain_errors(False)
    run("f(3)")
    assert max(written) > 100, "apagado, IPython lo escribe como siempre"
