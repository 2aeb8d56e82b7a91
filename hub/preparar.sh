#!/bin/sh
# Deja esta carpeta del curso lista para quien use ese Python:
#
#   sudo sh hub/preparar.sh /opt/tljh/user/bin/python
#
# La carpeta es de root, así que quien estudia la lee y no la cambia. Después de un «git pull», la
# misma orden pone al día las bibliotecas y lo que reparten los enlaces.
set -eu
python=$1
cd "$(dirname "$0")/.."

# Las bibliotecas, con las versiones probadas; y el curso, que se usa desde aquí: no se copia.
"$python" -m pip install --quiet -r requirements.txt
"$python" -m pip install --quiet -r hub/requirements.txt
"$python" -m pip install --quiet --no-deps --no-build-isolation -e .
"$python" -m compileall -q course_utils  # quien estudia no puede guardar aquí lo compilado

# La rama que reparten los enlaces: solo los cuadernos. Sale igual de la misma historia, así que
# quien ya tiene su copia recibe lo nuevo encima de lo suyo.
git subtree split -q --prefix=notebooks --branch cuadernos
# git no copia de una carpeta de otra persona sin que alguien diga que se fía.
for folder in "$PWD" "$PWD/.git"; do
  git config --system --replace-all safe.directory "$folder" "^$folder\$"
done
