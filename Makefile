# Todo lo que se hace con el curso, en una palabra. «make» a secas muestra la lista.
#
#   PYTHON=python3.12    otro Python (en Windows también vale PYTHON="py -3.12")
#   VERSIONES=ultimas    otras versiones: fijas (las probadas), minimas o ultimas
#
# Las órdenes valen igual en sh y en el cmd de Windows: sin «;», sin comillas simples y sin
# «VARIABLE=valor orden».

ifeq ($(OS),Windows_NT)
PYTHON ?= python
VENV_PYTHON := ".venv/Scripts/python"
else
PYTHON ?= python3
VENV_PYTHON := ".venv/bin/python"
endif

VERSIONES ?= fijas

# Se mira si Python responde, no si existe: en Windows «python» puede ser solo un anuncio.
# Sin «exit 1», make repetiría en inglés el error de la orden que no existe (estado 127).
need_python = $(if $(filter 1,$(shell $(PYTHON) -c "print(1)" 2>&1 || exit 1)),,$(error \
No encuentro Python («$(PYTHON)»). Instala Python 3.11, 3.12 o 3.13, o di cuál usar: make lab PYTHON=python3.12))

NBVAL := $(VENV_PYTHON) -m pytest --nbval --nbval-current-env \
	--nbval-sanitize-with=tests/notebooks/sanitize.cfg --nbval-cell-timeout=300 \
	-n 2 --dist loadfile

.DEFAULT_GOAL := ayuda
.PHONY: ayuda entorno pytorch lab curso test fuentes unidades cuadernos soluciones build bench lock limpiar

ayuda: ## muestra esta lista
	$(need_python)
	@$(PYTHON) -c "import io; [print('make ' + line.split(':')[0].ljust(9), line.split('## ')[1].strip()) for line in io.open('Makefile', encoding='utf-8') if line[0].isalpha() and ': ' in line and ' ## ' in line]"

entorno:
	$(need_python)
	@$(PYTHON) authoring/bootstrap.py --versions $(VERSIONES)

# PyTorch es opcional para quien estudia (lección 2.7); las pruebas lo instalan.
pytorch: entorno
	$(VENV_PYTHON) -m pip install --quiet --disable-pip-version-check --no-build-isolation -e ".[pytorch]"

lab: entorno ## prepara todo y abre el curso en JupyterLab
	$(VENV_PYTHON) -m jupyterlab notebooks/00_inicio.ipynb

curso: entorno ## ejecuta el curso entero y lo deja en build/curso para leerlo
	$(VENV_PYTHON) -m authoring course

test: pytorch fuentes unidades cuadernos soluciones ## pasa todas las pruebas, las mismas que CI

fuentes: entorno
	$(VENV_PYTHON) -m ruff check .
	$(VENV_PYTHON) -m ruff format --check .
	$(VENV_PYTHON) -m authoring build --check

unidades: entorno
	$(VENV_PYTHON) -m pytest -n 2 --dist loadfile

# Los exploradores interactivos enseñan su figura fija: nbval no puede comparar los otros.
cuadernos soluciones: export COURSE_STATIC := 1

cuadernos: entorno
	$(NBVAL) notebooks --ignore=notebooks/soluciones

soluciones: export COURSE_STRICT := 1
soluciones: entorno
	$(NBVAL) notebooks/soluciones

build: entorno ## construye los cuadernos: make build LECCIONES="4.4 5.1" (vacío: todos)
	$(VENV_PYTHON) -m authoring build $(LECCIONES)

bench: entorno ## mide la velocidad frente a las recetas de los manuales
	$(VENV_PYTHON) -m benchmarks

lock: entorno ## recalcula requirements.txt: make lock OPCIONES=--upgrade (subir versiones)
	$(VENV_PYTHON) -m pip install --quiet uv
	$(VENV_PYTHON) -m uv pip compile pyproject.toml --extra dev --universal --generate-hashes \
		--python-version 3.11 --no-emit-index-url --no-header --no-annotate --quiet \
		$(OPCIONES) -o requirements.txt

limpiar: ## borra el entorno y lo generado (los cuadernos no se tocan)
	$(need_python)
	@$(PYTHON) authoring/bootstrap.py --clean
