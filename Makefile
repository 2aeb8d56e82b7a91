# Todo lo que se hace con el curso, en una palabra. «make» a secas muestra la lista.
#
#   PYTHON=python3.12    otro Python (en Windows también vale PYTHON="py -3.12")
#   VERSIONES=ultimas    otras versiones: fijas (las probadas), minimas o ultimas
#
#   LECCIONES="4.4 5"    solo esas lecciones o módulos (build, prueba)
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
	--nbval-sanitize-with=tests/notebooks/sanitize.cfg --nbval-cell-timeout=900 \
	-n 2 --dist loadfile

# Con dos cuadernos a la vez, los hilos de scikit-learn que se esperan unos a otros le quitarían el
# procesador al otro: la 7.6 tardaba cinco veces más.
OMP_WAIT_POLICY ?= passive
export OMP_WAIT_POLICY
# Lo mismo, con las multiplicaciones de matrices de NumPy: un hilo por cuaderno. La 7.7 y la 7.9
# juntas, con dos hilos cada una: 99 y 79 segundos de procesador; con uno, 9 y 10. Quien abre un
# cuaderno (make lab) usa todos los suyos.
prueba cuadernos soluciones: export OPENBLAS_NUM_THREADS ?= 1

.DEFAULT_GOAL := ayuda
.PHONY: ayuda entorno pytorch busqueda series opcionales lab curso test estreno fuentes unidades respuestas prueba cuadernos soluciones build sitio diapositivas avance test-web test-colab test-versiones bench lock limpiar

ayuda: ## muestra esta lista
	$(need_python)
	@$(PYTHON) -c "import io; [print('make ' + line.split(':')[0].ljust(10), line.split('## ')[1].strip()) for line in io.open('Makefile', encoding='utf-8') if line[0].isalpha() and ': ' in line and ' ## ' in line]"

entorno:
	$(need_python)
	@$(PYTHON) authoring/bootstrap.py --versions $(VERSIONES)

# Lo opcional para quien estudia: cada añadido de pyproject.toml, con su orden. Las pruebas los
# instalan después de ver, en «estreno», que sin ellos «make curso» termina bien.
pytorch: entorno ## instala PyTorch, que solo usa la lección 2.15
busqueda: entorno ## instala Optuna, Keras Tuner y TensorBoard, que solo usa la lección 8.12
series: entorno ## instala statsmodels, que solo usa la lección 10.2
pytorch busqueda series:
	$(VENV_PYTHON) -m pip install --quiet --disable-pip-version-check --no-build-isolation -e ".[$@]"

opcionales: pytorch busqueda series

lab: entorno ## prepara todo y abre el curso en JupyterLab
	$(VENV_PYTHON) -m jupyterlab notebooks/00_inicio.ipynb

curso: entorno ## ejecuta el curso y lo deja para leerlo: make curso LECCIONES="4.4 6" (vacío: todo)
	$(VENV_PYTHON) -m authoring course $(LECCIONES)

test: estreno opcionales fuentes unidades test-web prueba ## pasa todas las pruebas, las mismas que CI

# Como quien acaba de llegar: antes de instalar nada opcional.
estreno: entorno
	$(VENV_PYTHON) -m pytest -q -rs tests/authoring/test_course.py -k newcomer

fuentes: entorno
	$(VENV_PYTHON) -m ruff check .
	$(VENV_PYTHON) -m ruff format --check .
	$(VENV_PYTHON) -m authoring build --check

unidades: entorno
	$(VENV_PYTHON) -m pytest -n 2 --dist loadfile --ignore=tests/web

# Mil respuestas al azar a cada ejercicio; con cada cambio, «unidades» prueba una muestra.
SEMILLA ?= 1
respuestas: export COURSE_FUZZ := 1000
respuestas: export COURSE_FUZZ_SEED := $(SEMILLA)
respuestas: entorno
	$(VENV_PYTHON) -m pytest -q -n 2 tests/exercises/test_fuzz.py

# Los exploradores interactivos enseñan su figura fija: nbval no puede comparar los otros.
# Y lo que se comprueba no es el avance de nadie.
prueba cuadernos soluciones: export COURSE_STATIC := 1
prueba cuadernos soluciones: export COURSE_PROGRESS := no

# Los dos cuadernos de cada lección en un solo núcleo.
prueba: entorno ## ejecuta los cuadernos y compara: make prueba LECCIONES="4 5.2" (vacío: todos)
	$(VENV_PYTHON) -m authoring proof $(LECCIONES)
	$(NBVAL) build/prueba

# Lo mismo, más despacio: cada cuaderno, en su núcleo. Es lo que se hace cada semana, y lo único
# que ve si una solución cambia lo que imprime una celda posterior.

cuadernos: entorno
	$(NBVAL) notebooks --ignore=notebooks/soluciones

soluciones: export COURSE_STRICT := 1
soluciones: entorno
	$(NBVAL) notebooks/soluciones

# Con las versiones de authoring/colab.txt, en un entorno aparte (build/colab, 3 GB): cada cuaderno
# solo, en una carpeta vacía, por su celda de preparación.
test-colab: entorno ## ejecuta cuadernos como en Google Colab: make test-colab LECCIONES="0 1" (vacío: todos)
	$(VENV_PYTHON) -m authoring colab $(LECCIONES)

# Cada combinación, en su entorno (build/versiones, 3 GB cada una). Sin elegir nada son nueve, y
# horas. No toca .venv: VERSIONES y PYTHON, si se dicen, solo eligen; y con LECCIONES y PRUEBAS
# (archivos o carpetas) se prueba una parte, y la tabla lo dice.
chosen = $(filter-out file,$(firstword $(origin $(1))))
test-versiones: ## prueba otras versiones: make test-versiones VERSIONES=minimas PYTHON=python3.12
	$(need_python)
	$(PYTHON) -m authoring.versions $(if $(call chosen,PYTHON),--this-python) \
		$(if $(call chosen,VERSIONES),--versions $(VERSIONES)) $(LECCIONES) \
		$(if $(PRUEBAS),--tests $(PRUEBAS))

build: entorno ## construye los cuadernos: make build LECCIONES="4.4 5.1" (vacío: todos)
	$(VENV_PYTHON) -m authoring build $(LECCIONES)

sitio: entorno ## construye el sitio web en build/sitio/html, que se lee sin red
	$(VENV_PYTHON) -m authoring site

diapositivas: entorno ## escribe las diapositivas en build/diapositivas: make diapositivas LECCIONES="4.4 6"
	$(VENV_PYTHON) -m authoring slides $(LECCIONES)

avance: entorno ## la tabla de la clase, de los progress(export=…): make avance CARPETA=exportados
	$(VENV_PYTHON) -m authoring class "$(CARPETA)"

# Con el Chromium del sistema; sin él se omiten y dicen por qué.
test-web: entorno ## prueba el sitio, las diapositivas y JupyterLab en un navegador
	$(VENV_PYTHON) -m pip install --quiet --disable-pip-version-check --no-build-isolation -e ".[web]"
	$(VENV_PYTHON) -m pytest -q -rs -n 2 --dist loadfile tests/web

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
