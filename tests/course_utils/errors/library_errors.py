"""Errores de las bibliotecas: cómo se provocan, y lo que la explicación tiene que decir.

Los textos de cada biblioteca cambian de una versión a otra. En ``wordings/`` están los de las
versiones mínimas que el curso admite y los de las últimas; los de las instaladas se recogen con::

    python tests/course_utils/errors/library_errors.py newest
"""

import importlib.metadata
import json
import linecache
import re
import sys
import warnings
from functools import cache
from pathlib import Path

WORDINGS = Path(__file__).parent / "wordings"
LIBRARIES = ("keras", "matplotlib", "numpy", "pandas", "scikit-learn")

# Lo que se ejecuta antes -> celdas que fallan, y lo que hay que decir de cada una.
GROUPS = [
    (
        "import numpy as np\n"
        "import keras\n"
        "model = keras.Sequential([keras.Input((28, 28)), keras.layers.Flatten(), "
        "keras.layers.Dense(10)])\n"
        "x = np.zeros((10, 28, 28))",
        [
            (
                "model.predict(x[7])",
                ["recibió una sola, de forma `(28, 28)`", "`x[7:8]`", "tu línea 1"],
            ),
        ],
    ),
    (
        "import numpy as np\n"
        "import keras\n"
        "model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(1)])\n"
        "x = np.zeros((10, 4))",
        [
            (
                "model.predict(x[7])",
                ["de forma `(None, 4)`, y recibió una sola, de forma `(4,)`", "`x[7:8]`"],
            ),
        ],
    ),
    (
        "import numpy as np\n"
        "import keras\n"
        "model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(1)])\n"
        "x = np.zeros((10, 4))\n"
        "uno = x[7]",
        [
            ("model.predict(uno)", ["recibió una sola", "lote de una"]),
        ],
    ),
    (
        "import numpy as np\n"
        "import keras\n"
        "model = keras.Sequential([keras.Input((28, 28)), keras.layers.Flatten(), "
        "keras.layers.Dense(10)])\n"
        "x = np.zeros((10, 14, 28))",
        [
            (
                "model.predict(x)",
                ["espera 784 valores", "en la red con forma `(10, 14, 28)`"],
            ),
        ],
    ),
    (
        "import numpy as np\n"
        "import keras\n"
        "model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(1)])",
        [
            ("model.predict(np.zeros((10, 5)))", ["espera 4 valores en el eje -1", "`(10, 5)`"]),
        ],
    ),
    (
        "import numpy as np\n"
        "import keras\n"
        "model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(1)])\n"
        'model.compile(loss="mse")',
        [
            (
                "model.fit(np.zeros((10, 5)), np.zeros(10))",
                ["espera 4 valores en el eje -1", "`(None, 5)`"],
            ),
        ],
    ),
    (
        "import numpy as np\nimport keras",
        [
            (
                "keras.layers.Conv2D(8, 3)(keras.Input((28, 28)))",
                ["espera 4 dimensiones", "recibió 3", "`x[..., np.newaxis]`"],
            ),
        ],
    ),
    (
        "import numpy as np\n"
        "import keras\n"
        "model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(1)])\n"
        'model.compile(loss="mse")',
        [
            ("model.fit(np.zeros((3, 4)), np.zeros(4))", ["mismo número de filas"]),
        ],
    ),
    (
        "import numpy as np\n"
        "import keras\n"
        "model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(3, "
        'activation="softmax")])\n'
        'model.compile(loss="categorical_crossentropy")',
        [
            (
                "model.fit(np.zeros((5, 4)), np.array([0, 1, 2, 0, 1]))",
                ["tienen forma (None,)", "'sparse_categorical_crossentropy'"],
            ),
        ],
    ),
    (
        "import numpy as np\n"
        "import keras\n"
        "model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(3, "
        'activation="softmax")])\n'
        'model.compile(loss="sparse_categorical_crossentropy")',
        [
            (
                "model.fit(np.zeros((3, 4)), np.eye(3))",
                ["un número de clase por muestra", "`'categorical_crossentropy'`"],
            ),
            (
                "model.fit(np.zeros((4, 4)), np.array([0, 1, 2, 3]))",
                ["una etiqueta 3, y la última capa tiene 3 neuronas"],
            ),
        ],
    ),
    (
        "import numpy as np\n"
        "import keras\n"
        "model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(1)])\n"
        'model.compile(loss="mse")',
        [
            ("model.fit([[1, 2, 3, 4]], [1])", ["recibió una lista", "`np.array(datos)`"]),
            ('model.fit(np.array([["a"] * 4] * 3), np.zeros(3))', ["Entre los datos hay textos"]),
        ],
    ),
    (
        "import numpy as np\n"
        "import keras\n"
        "model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(1)])",
        [
            ("model.fit(np.zeros((3, 4)), np.zeros(3))", ["sin compilar", "`model.compile("]),
            ("model.evaluate(np.zeros((3, 4)), np.zeros(3))", ["sin compilar"]),
            (
                'model.compile(loss="mse", optimizer="adams")',
                ["Keras no conoce `adams`", "`'adam'`"],
            ),
        ],
    ),
    (
        "import numpy as np\nimport keras",
        [
            ('keras.layers.Dense(1, activation="rellu")', ["Keras no conoce `rellu`", "`'relu'`"]),
        ],
    ),
    (
        "import numpy as np\nimport keras\nmodel = keras.Sequential()",
        [
            ("model.add(keras.layers.Dense)", ["capas ya creadas"]),
        ],
    ),
    (
        "import numpy as np\nimport keras",
        [
            ("keras.Sequential(keras.layers.Dense(1), keras.layers.Dense(2))", ["en una lista"]),
        ],
    ),
    (
        "import numpy as np\n"
        "import keras\n"
        "model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(1)])\n"
        'model.compile(loss="mse", metrics=["accuracy"])\n'
        "h = model.fit(np.zeros((3, 4)), np.zeros(3), verbose=0)",
        [
            ('h.history["acc"]', ["se llama `'accuracy'`"]),
        ],
    ),
    (
        "import numpy as np\n"
        "import keras\n"
        "model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(1)])\n"
        'model.compile(loss="mse")\n'
        "h = model.fit(np.zeros((3, 4)), np.zeros(3), verbose=0)",
        [
            ('h.history["val_loss"]', ["validation_split"]),
            ('h["loss"]', ['`h.history["loss"]`']),
        ],
    ),
    (
        "import numpy as np\n"
        "import keras\n"
        "model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(1)])\n"
        'model.compile(loss="mse")',
        [
            ("model.fit(np.zeros((3, 4)), np.zeros(3), epoch=3)", ["¿quisiste decir epochs?"]),
            (
                "model.fit(np.zeros((3, 4)), np.zeros(3), nb_epoch=3)",
                ["es de una versión antigua", "`epochs=…`"],
            ),
        ],
    ),
    (
        "import numpy as np\nimport keras",
        [
            ("keras.callbacks.EarlyStopping(patient=3)", ["¿quisiste decir patience?"]),
            (
                "keras.layers.Dense(10, input_dims=4)",
                ["ningún parámetro que se llame `input_dims`"],
            ),
            ("keras.optimizers.Adam(lr=0.01)", ["es de una versión antigua", "`learning_rate=…`"]),
        ],
    ),
    (
        "import keras\nfrom keras.optimizers import SGD",
        [
            ("SGD(lr=0.01)", ["es de una versión antigua", "`learning_rate=…`"]),
        ],
    ),
    (
        "import numpy as np\nimport keras",
        [
            (
                'keras.layers.Dense(10, init="uniform")',
                ["es de una versión antigua", "`kernel_initializer=…`"],
            ),
            ("keras.layers.Dense(output_dim=10)", ["es de una versión antigua", "`units=…`"]),
            ("keras.layers.Dropout(p=0.5)", ["es de una versión antigua", "`Dropout(0.5)`"]),
            (
                'keras.layers.Conv2D(32, 3, border_mode="same")',
                ["es de una versión antigua", "`padding=…`"],
            ),
            (
                'keras.callbacks.ModelCheckpoint("modelo.keras", period=2)',
                ["es de una versión antigua", "save_freq"],
            ),
        ],
    ),
    (
        "import numpy as np\n"
        "import keras\n"
        "model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(1)])",
        [
            ('model.save("modelo")', ["`modelo`", "`model.save('modelo.keras')`"]),
        ],
    ),
    (
        "import numpy as np\nimport keras",
        [
            ('keras.models.load_model("modelo")', ["`modelo` no es un archivo", "`.keras`"]),
            ('keras.models.load_model("modelo.keras")', ["No existe el archivo `modelo.keras`"]),
        ],
    ),
    (
        "import numpy as np\n"
        "import keras\n"
        "model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(1)])",
        [
            ('model.save_weights("pesos.h5")', ["terminar en `.weights.h5`"]),
        ],
    ),
    (
        "import numpy as np\nimport keras",
        [
            ('keras.callbacks.ModelCheckpoint("modelo")', ["terminar en `.keras`"]),
        ],
    ),
    (
        "import numpy as np\n"
        "import keras\n"
        "model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(1)])\n"
        'model.save_weights("p.weights.h5")\n'
        "other = keras.Sequential([keras.Input((4,)), keras.layers.Dense(2)])",
        [
            ('other.load_weights("p.weights.h5")', ["son de otra red", "(4, 2)", "(4, 1)"]),
        ],
    ),
    (
        "import tensorflow as tf",
        [
            ("tf.keras.optimizers.legacy.Adam()", ["es de una versión antigua", "sin `legacy`"]),
        ],
    ),
    (
        "import numpy as np\nimport keras",
        [
            ("keras.optimizers.legacy.Adam()", ["es de una versión antigua", "sin `legacy`"]),
        ],
    ),
    (
        "import numpy as np\n"
        "import keras\n"
        "model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(1)])",
        [
            (
                "model.predict_classes([1])",
                ["`model.predict_classes`", "es de una versión antigua", "argmax(axis=1)"],
            ),
            ("model.predict_proba([1])", ["es de una versión antigua", "`model.predict(x)`"]),
            ("model.fit_generator([1])", ["es de una versión antigua", "`model.fit(…)`"]),
        ],
    ),
    (
        "import keras",
        [
            (
                "from keras.layers.core import Dense",
                ["es de una versión antigua", "from keras.layers import"],
            ),
            (
                "from keras.layers.convolutional import Conv2D",
                ["es de una versión antigua", "from keras.layers import"],
            ),
            (
                "from keras.layers.normalization import BatchNormalization",
                ["es de una versión antigua", "from keras.layers import"],
            ),
            (
                "from tensorflow.keras.layers.experimental.preprocessing import Rescaling",
                ["es de una versión antigua", "keras.layers.Rescaling"],
            ),
            ("from keras.utils import np_utils", ["es de una versión antigua", "to_categorical"]),
            (
                "from keras.utils.np_utils import to_categorical",
                ["es de una versión antigua", "to_categorical"],
            ),
            (
                "from keras.preprocessing.image import ImageDataGenerator",
                ["es de una versión antigua", "RandomFlip"],
            ),
            (
                "from keras.preprocessing.text import Tokenizer",
                ["es de una versión antigua", "TextVectorization"],
            ),
            (
                "from keras.wrappers.scikit_learn import KerasClassifier",
                ["es de una versión antigua", "scikeras"],
            ),
            ("from keras.optimizers import adam_v2", ["es de una versión antigua", "import Adam"]),
            ("from keras.layers import CuDNNLSTM", ["es de una versión antigua", "`LSTM`"]),
            (
                "from keras.engine.topology import Layer",
                ["es de una versión antigua", "from keras.layers import Layer"],
            ),
            (
                "from tensorflow.examples.tutorials.mnist import input_data",
                ["es de una versión antigua", "keras.datasets.mnist"],
            ),
            ("from keras.optimizers import adam", ["¿quisiste decir Adam?"]),
        ],
    ),
    (
        "import tensorflow as tf",
        [
            (
                "tf.keras.layers.experimental.preprocessing.Rescaling(1 / 255)",
                ["es de una versión antigua", "`keras.layers.Rescaling(…)`"],
            ),
        ],
    ),
    (
        "import numpy as np\nimport keras",
        [
            ("keras.backend.get_session()", ["es de una versión antigua", "sin sesiones"]),
        ],
    ),
    (
        "import tensorflow as tf",
        [
            ("tf.Session()", ["es de una versión antigua", "sin sesiones"]),
            ("tf.placeholder(tf.float32)", ["es de una versión antigua", "keras.Input"]),
            ("tf.global_variables_initializer()", ["es de una versión antigua", "sin sesiones"]),
            ("tf.set_random_seed(1)", ["es de una versión antigua", "`tf.random.set_seed(…)`"]),
            (
                "tf.random.set_random_seed(1)",
                ["es de una versión antigua", "`tf.random.set_seed(…)`"],
            ),
            ("tf.contrib", ["es de una versión antigua", "más reciente"]),
            ("tf.layers.dense", ["es de una versión antigua", "Dense"]),
            (
                "tf.train.AdamOptimizer(0.1)",
                ["es de una versión antigua", "`keras.optimizers.Adam(…)`"],
            ),
            ("tf.log(1.0)", ["es de una versión antigua", "`tf.math.log(…)`"]),
            ("tf.enable_eager_execution()", ["es de una versión antigua", "al momento"]),
        ],
    ),
    (
        "import numpy as np",
        [
            ("np.float", ["es de una versión antigua", "`float`"]),
            ("np.int(3.2)", ["es de una versión antigua", "`int`"]),
            ("np.object", ["es de una versión antigua", "`object`"]),
            ("np.str", ["es de una versión antigua", "`str`"]),
            ("np.product([1, 2])", ["es de una versión antigua", "`np.prod(…)`"]),
            ("np.cumproduct([1, 2])", ["es de una versión antigua", "`np.cumprod(…)`"]),
            ("np.alltrue([1, 2])", ["es de una versión antigua", "`np.all(…)`"]),
            ("np.in1d([1, 2], [1])", ["es de una versión antigua", "`np.isin(…)`"]),
            ("np.trapz([1, 2])", ["es de una versión antigua", "`np.trapezoid(…)`"]),
            ("np.float_(3)", ["es de una versión antigua", "`float`"]),
            ("np.NaN", ["es de una versión antigua", "`np.nan`"]),
            ("np.Inf", ["es de una versión antigua", "`np.inf`"]),
            ("np.round_(3.2)", ["es de una versión antigua", "`np.round(…)`"]),
            ("np.asscalar(np.array(3))", ["es de una versión antigua", "`array.item()`"]),
            ("np.asfarray([1])", ["es de una versión antigua", "np.asarray"]),
            ("np.mat([1])", ["es de una versión antigua", "`np.array(…)`"]),
            ("np.array([1, 2]).ptp()", ["es de una versión antigua", "`np.ptp(array)`"]),
            ("np.array([[1], [2, 3]])", ["misma longitud"]),
            ('np.arange(2) + "1"', ["se mezclan números y textos"]),
        ],
    ),
    (
        "",
        [
            (
                "from sklearn.datasets import load_boston",
                ["es de una versión antigua", "racista", "fetch_california_housing"],
            ),
        ],
    ),
    (
        "from sklearn import datasets",
        [
            ("datasets.load_boston()", ["es de una versión antigua", "fetch_california_housing"]),
        ],
    ),
    (
        "import sklearn",
        [
            (
                "from sklearn.cross_validation import train_test_split",
                ["es de una versión antigua", "from sklearn.model_selection"],
            ),
            (
                "from sklearn.grid_search import GridSearchCV",
                ["es de una versión antigua", "from sklearn.model_selection"],
            ),
            (
                "from sklearn.externals import joblib",
                ["es de una versión antigua", "`import joblib`"],
            ),
            (
                "from sklearn.preprocessing import Imputer",
                ["es de una versión antigua", "SimpleImputer"],
            ),
            (
                "from sklearn.metrics import plot_confusion_matrix",
                ["es de una versión antigua", "ConfusionMatrixDisplay"],
            ),
            (
                "from sklearn.metrics import plot_roc_curve",
                ["es de una versión antigua", "RocCurveDisplay"],
            ),
            (
                "from sklearn.datasets import fetch_mldata",
                ["es de una versión antigua", "`fetch_openml`"],
            ),
        ],
    ),
    (
        "from sklearn.linear_model import LinearRegression",
        [
            (
                "LinearRegression(normalize=True)",
                [
                    "`LinearRegression(…, normalize=…)`",
                    "es de una versión antigua",
                    "make_pipeline(StandardScaler()",
                ],
            ),
        ],
    ),
    (
        "from sklearn.preprocessing import OneHotEncoder",
        [
            ("OneHotEncoder(sparse=False)", ["es de una versión antigua", "`sparse_output=False`"]),
        ],
    ),
    (
        'from sklearn.preprocessing import OneHotEncoder\ne = OneHotEncoder().fit([["a"], ["b"]])',
        [
            ("e.get_feature_names()", ["es de una versión antigua", "get_feature_names_out"]),
        ],
    ),
    (
        "from sklearn.metrics import mean_squared_error",
        [
            (
                "mean_squared_error([1, 2], [1, 3], squared=False)",
                ["es de una versión antigua", "root_mean_squared_error"],
            ),
        ],
    ),
    (
        "from sklearn.ensemble import BaggingClassifier",
        [
            (
                "BaggingClassifier(base_estimator=None)",
                ["es de una versión antigua", "`estimator=…`"],
            ),
        ],
    ),
    (
        "from sklearn.linear_model import LogisticRegression",
        [
            ('LogisticRegression(multi_class="ovr")', ["es de una versión antigua", "Quítalo"]),
        ],
    ),
    (
        "from sklearn.ensemble import RandomForestClassifier",
        [
            (
                'RandomForestClassifier(max_features="auto").fit([[1], [2]], [0, 1])',
                ["es de una versión antigua", "`'sqrt'`"],
            ),
        ],
    ),
    (
        "from sklearn.ensemble import GradientBoostingClassifier",
        [
            (
                'GradientBoostingClassifier(loss="deviance").fit([[1], [2]], [0, 1])',
                ["es de una versión antigua", "`'log_loss'`"],
            ),
        ],
    ),
    (
        "from sklearn.linear_model import SGDClassifier",
        [
            (
                'SGDClassifier(loss="log").fit([[1], [2]], [0, 1])',
                ["es de una versión antigua", "`'log_loss'`"],
            ),
        ],
    ),
    (
        "from sklearn.linear_model import LogisticRegression",
        [
            (
                'LogisticRegression(penalty="none").fit([[1], [2]], [0, 1])',
                ["es de una versión antigua", "`None`, sin comillas"],
            ),
        ],
    ),
    (
        "from sklearn.tree import DecisionTreeClassifier",
        [
            (
                'DecisionTreeClassifier(max_depth="3").fit([[1], [2]], [0, 1])',
                ["`max_depth` de `DecisionTreeClassifier` no admite `'3'`"],
            ),
        ],
    ),
    (
        "from sklearn.linear_model import LinearRegression",
        [
            ("LinearRegression().predict([[1]])", ["todavía no ha aprendido"]),
        ],
    ),
    (
        "from sklearn.linear_model import LinearRegression\n"
        "m = LinearRegression().fit([[1, 2]], [1])",
        [
            ("m.predict([[1]])", ["tablas con 2 columnas y ahora recibe una de 1"]),
            ("m.predict([1, 2])", ["dos dimensiones"]),
        ],
    ),
    (
        "from sklearn.linear_model import LogisticRegression",
        [
            ("LogisticRegression().fit([[1], [2]], [0, 0])", ["con una sola clase"]),
            ("LogisticRegression().fit([[1], [2]], [0.5, 0.1])", ["decimales donde van clases"]),
        ],
    ),
    (
        "from sklearn.metrics import accuracy_score",
        [
            ("accuracy_score([1, 0], [0.2, 0.7])", ["decimales donde van clases"]),
        ],
    ),
    (
        "from sklearn.metrics import f1_score",
        [
            ("f1_score([1, 0, 2], [1, 0, 2])", ["`average='macro'`"]),
        ],
    ),
    (
        "from sklearn.model_selection import train_test_split",
        [
            ("train_test_split([1, 2, 3], [1, 2])", ["mismo número de filas"]),
            ("train_test_split([1, 2, 3], stratify=[1, 2, 2])", ["una clase con una sola muestra"]),
        ],
    ),
    (
        'import pandas as pd\nt = pd.DataFrame({"n": [1, 2], "c": ["a", "b"]})',
        [
            ("t.mean()", ["hay texto", "numeric_only=True"]),
            ('t["c"].mean()', ["hay texto", "numeric_only=True"]),
            ("t.median()", ["hay texto", "numeric_only=True"]),
            ('t.groupby("n").mean()', ["hay texto", "numeric_only=True"]),
            ("t.std()", ["texto", "Empezó en tu línea 1"]),
            ("t.corr()", ["texto", "Empezó en tu línea 1"]),
            ('t.append({"n": 1})', ["es de una versión antigua", "`pd.concat([tabla, otra])`"]),
            (
                't["n"].append(t["n"])',
                ["es de una versión antigua", "`pd.concat([columna, otra])`"],
            ),
            ("t.ix[0]", ["es de una versión antigua", ".loc"]),
            ("t.iteritems()", ["es de una versión antigua", "`.items()`"]),
            ("t.as_matrix()", ["es de una versión antigua", "`.to_numpy()`"]),
            ("t.applymap(str)", ["es de una versión antigua", "`.map(…)`"]),
            ('t.fillna(method="ffill")', ["es de una versión antigua", "`tabla.ffill()`"]),
            ('t.sort("n")', ["es de una versión antigua", "sort_values"]),
            ('t.get_value(0, "n")', ["es de una versión antigua", "tabla.at"]),
            ("pd.datetime.now()", ["es de una versión antigua", "from datetime import datetime"]),
            ("pd.Panel()", ["es de una versión antigua", "tres dimensiones"]),
            ("pd.value_counts([1, 1])", ["es de una versión antigua", "value_counts"]),
            (
                'pd.read_csv("x.csv", error_bad_lines=False)',
                ["es de una versión antigua", "on_bad_lines"],
            ),
            ('pd.read_csv("x.csv", squeeze=True)', ["es de una versión antigua", "squeeze()"]),
            ('t.drop("c", 1)', ["admite 2 argumentos y le pasaste 3", "`nombre=…`"]),
            (
                't.drop("c")',
                ["las etiquetas de las filas, y ninguna es `c`", "`tabla.drop(columns='c')`"],
            ),
            ('t.drop(columns="d")', ["ninguna columna `d`"]),
            ('t.drop("d", axis=1)', ["ninguna columna `d`"]),
            ('t.sort_values("d")', ["La columna `'d'` no está en `t`", "`'n'`, `'c'`"]),
            ('t.groupby("N").mean()', ["¿quisiste decir n?", "Cambia `'N'` por `'n'`"]),
            ('t.loc["n"]', ["ninguna fila con la etiqueta `'n'`", "`t['n']`"]),
            ("t.loc[5]", ["ninguna fila con la etiqueta `5`"]),
            ("t[0]", ["La columna `0` no está", "`tabla.iloc[0]`"]),
            ('t["e"] = [1, 2, 3]', ["tiene 3 valores y la tabla 2 filas"]),
            ('t["c"] + 1', ["se mezclan textos y números", "`tabla.dtypes`"]),
            ('t["c"] > 3', ["se mezclan textos y números"]),
            ('t["n"] + "1"', ["se mezclan números y textos"]),
            ('t[t["n"] > 1 & t["n"] < 2]', ["`&` y `|` con paréntesis"]),
        ],
    ),
    (
        "import pandas as pd",
        [
            ('pd.DataFrame({"a": [1, 2], "b": [1]})', ["mismo número de valores"]),
            ('pd.DataFrame({"a": 1})', ["entre corchetes"]),
            ('pd.to_datetime("hola")', ["`hola` no es una fecha"]),
        ],
    ),
    (
        'import pandas as pd\ns = pd.Series(range(3), index=pd.date_range("2020", periods=3))',
        [
            ('s.resample("M").sum()', ["frecuencia `M`", "`ME`"]),
        ],
    ),
    (
        "import matplotlib.pyplot as plt\nimport numpy as np",
        [
            ('plt.style.use("seaborn")', ["es de una versión antigua", "`'seaborn-v0_8'`"]),
            (
                'plt.style.use("seaborn-whitegrid")',
                ["es de una versión antigua", "`'seaborn-v0_8-whitegrid'`"],
            ),
            ('plt.style.use("bonito")', ["no conoce el estilo `bonito`"]),
            ("plt.hist([1, 2], normed=True)", ["es de una versión antigua", "`density=True`"]),
            ('plt.gca(projection="3d")', ["es de una versión antigua", "add_subplot"]),
            ('plt.cm.get_cmap("viridis")', ["es de una versión antigua", "plt.get_cmap"]),
            ('plt.plot([1, 2], colour="red")', ["¿quisiste decir color?"]),
            ("plt.plot([1, 2], [1, 2, 3])", ["(2,) y (3,)"]),
            ('plt.plot([1, 2], color="rojo")', ["el color `rojo`"]),
            ('plt.imshow(np.zeros((2, 2)), cmap="grey2")', ["mapa de colores `grey2`"]),
            ("plt.imshow([1, 2, 3])", ["la forma (3,)"]),
        ],
    ),
    (
        "import scipy",
        [
            ("from scipy.misc import imread", ["es de una versión antigua", "plt.imread"]),
            ("from scipy.integrate import simps", ["es de una versión antigua", "`simpson`"]),
        ],
    ),
]
CASES = [(before, cell, says) for before, cells in GROUPS for cell, says in cells]


@cache
def provoked(before, cell):
    """El error de una celda, y las variables que se veían."""
    namespace, name = {"__name__": "__main__"}, f"<{cell}>"
    linecache.cache[name] = (len(cell), None, cell.splitlines(keepends=True), name)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        exec(before, namespace)
        try:
            exec(compile(cell, name, "exec"), namespace)
        except Exception as error:
            return error, namespace
    return None, namespace


def wording(error):
    """La clase y el texto de un error, sin rutas de esta máquina; None si no lo hay."""
    if error is None:
        return None
    text = error.args[0] if isinstance(error, KeyError) else str(error)
    if isinstance(text, str):
        text = re.sub(r"\(/\S*?/(\w+/__init__.py)\)", r"(/…/\1)", text)
        text = re.sub(r'File "[^"]*"', 'File "…"', text)
        text = text if len(text) <= 1000 else f"{text[:500]}…{text[-500:]}"
    return [type(error).__name__, text]


def record(file):
    """Guarda los textos de las versiones instaladas."""
    texts = [
        {"before": before, "cell": cell, "error": wording(provoked(before, cell)[0])}
        for before, cell, _ in CASES
    ]
    versions = {library: importlib.metadata.version(library) for library in LIBRARIES}
    written = json.dumps({"versions": versions, "texts": texts}, ensure_ascii=False, indent=1)
    (WORDINGS / f"{file}.json").write_text(written + "\n", encoding="utf-8")


if __name__ == "__main__":
    record(sys.argv[1])
