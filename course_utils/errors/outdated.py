"""Código de tutoriales viejos: lo que ya no existe, y qué se escribe hoy en su lugar."""

from __future__ import annotations

from .words import Answer, cite

_TYPES = ("float", "int", "str", "object", "complex")  # np.bool volvió en NumPy 2
_OPTIMIZERS = ("Adam", "SGD", "RMSprop", "Adagrad", "Adamax", "Nadam", "Adadelta")

_NO_SESSION = (
    "Quítalo: TensorFlow 2 calcula cada operación al momento, sin sesiones. Antes que arreglar "
    "línea a línea un ejemplo de TensorFlow 1, busca uno más reciente."
)

# «dueño.nombre» -> lo que sigue a «Hoy se escribe …», o una frase entera. El dueño es una
# biblioteca (da igual en qué parte de ella estuviera), una clase o, de un parámetro, su función.
TODAY = {
    # Python
    "builtins.xrange": "`range(…)`",
    "builtins.raw_input": "`input(…)`",
    "builtins.unicode": "`str(…)`",
    "builtins.basestring": "`str`",
    "builtins.long": "`int(…)`",
    "builtins.unichr": "`chr(…)`",
    "builtins.reduce": "`from functools import reduce`",
    "builtins.reload": "`from importlib import reload`",
    "dict.has_key": "`clave in diccionario`",
    "dict.iteritems": "`.items()`",
    "dict.iterkeys": "`.keys()`",
    "dict.itervalues": "`.values()`",
    "time.clock": "`time.perf_counter()`",
    "fractions.gcd": "`math.gcd(…)`",
    "string.letters": "`string.ascii_letters`",
    "string.maketrans": "`str.maketrans(…)`",
    "itertools.izip": "`zip(…)`",
    "itertools.imap": "`map(…)`",
    "collections.Iterable": "`from collections.abc import Iterable`",
    "collections.Mapping": "`from collections.abc import Mapping`",
    "collections.Callable": "`from collections.abc import Callable`",
    # NumPy
    **{f"numpy.{name}": f"`{name}`, el tipo de Python" for name in _TYPES},
    "numpy.float_": "`float` (o `np.float64`)",
    "numpy.complex_": "`complex` (o `np.complex128`)",
    "numpy.string_": "`np.bytes_`",
    "numpy.unicode_": "`str` (o `np.str_`)",
    "numpy.unicode": "`str`",
    "numpy.product": "`np.prod(…)`",
    "numpy.cumproduct": "`np.cumprod(…)`",
    "numpy.sometrue": "`np.any(…)`",
    "numpy.alltrue": "`np.all(…)`",
    "numpy.in1d": "`np.isin(…)`",
    "numpy.trapz": "`np.trapezoid(…)`",
    "numpy.round_": "`np.round(…)`",
    "numpy.asscalar": "`array.item()`",
    "numpy.asfarray": "`np.asarray(datos, dtype=float)`",
    "numpy.msort": "`np.sort(datos, axis=0)`",
    "numpy.mat": "`np.array(…)`, y `@` para multiplicar matrices",
    **{f"numpy.{name}": "`np.nan`" for name in ("NaN", "NAN")},
    **{f"numpy.{name}": "`np.inf`" for name in ("Inf", "infty", "Infinity", "PINF")},
    "numpy.NINF": "`-np.inf`",
    "ndarray.ptp": "`np.ptp(array)`",
    "ndarray.itemset": "`array[posicion] = valor`",
    # pandas
    "DataFrame.append": "`pd.concat([tabla, otra])`",
    "Series.append": "`pd.concat([columna, otra])`",
    **{f"{kind}.ix": "`.loc[…]`, o `.iloc[…]` por posición" for kind in ("DataFrame", "Series")},
    **{f"{kind}.iteritems": "`.items()`" for kind in ("DataFrame", "Series")},
    **{f"{kind}.as_matrix": "`.to_numpy()`" for kind in ("DataFrame", "Series")},
    "DataFrame.applymap": "`.map(…)`",
    "DataFrame.sort": "`.sort_values(columna)`",
    "Series.sort": "`.sort_values()`",
    "Series.order": "`.sort_values()`",
    "DataFrame.get_value": "`tabla.at[fila, columna]`",
    "DataFrame.set_value": "`tabla.at[fila, columna] = valor`",
    "fillna.method": "`tabla.ffill()` o `tabla.bfill()`, según de dónde quieras rellenar",
    "read_csv.error_bad_lines": "`on_bad_lines='skip'`",
    "read_csv.squeeze": "Quítalo, y usa después `tabla.squeeze()`.",
    "pandas.datetime": "`from datetime import datetime`",
    "pandas.value_counts": "`pd.Series(datos).value_counts()`",
    "pandas.rolling_mean": "`columna.rolling(n).mean()`",
    "pandas.scatter_matrix": "`pd.plotting.scatter_matrix(…)`",
    "pandas.Panel": "Usa una tabla por cada capa, o un array de tres dimensiones.",
    # Matplotlib y SciPy
    "matplotlib.get_cmap": "`plt.get_cmap('viridis')`",
    "hist.normed": "`density=True`",
    "gca.projection": "`plt.figure().add_subplot(projection='3d')`",
    "scipy.imread": "`plt.imread('foto.png')`",
    "scipy.imresize": "`Image.open('foto.png').resize(…)`, con `from PIL import Image`",
    "scipy.simps": "`simpson`",
    "scipy.trapz": "`trapezoid`",
    # scikit-learn
    "sklearn.cross_validation": "`from sklearn.model_selection import …`",
    "sklearn.grid_search": "`from sklearn.model_selection import …`",
    "sklearn.learning_curve": "`from sklearn.model_selection import …`",
    "sklearn.joblib": "`import joblib`",
    "sklearn.Imputer": "`from sklearn.impute import SimpleImputer`",
    "sklearn.load_boston": "Los datos de Boston se retiraron: una de sus columnas es racista. Usa "
    "`fetch_california_housing` (en el curso, `load_california_housing`).",
    "sklearn.fetch_mldata": "`fetch_openml`",
    "sklearn.plot_confusion_matrix": "`ConfusionMatrixDisplay.from_estimator(…)`",
    "sklearn.plot_roc_curve": "`RocCurveDisplay.from_estimator(…)`",
    "sklearn.plot_precision_recall_curve": "`PrecisionRecallDisplay.from_estimator(…)`",
    "sklearn.jaccard_similarity_score": "`jaccard_score`",
    **{
        f"{model}.normalize": f"`make_pipeline(StandardScaler(), {model}())`"
        for model in ("LinearRegression", "Ridge", "Lasso", "ElasticNet")
    },
    "OneHotEncoder.sparse": "`sparse_output=False`",
    **{
        f"{kind}.get_feature_names": "`.get_feature_names_out()`"
        for kind in ("OneHotEncoder", "CountVectorizer", "TfidfVectorizer", "PolynomialFeatures")
    },
    "mean_squared_error.squared": "`root_mean_squared_error(…)`, que ya es la raíz",
    **{
        f"{ensemble}.base_estimator": "`estimator=…`"
        for ensemble in ("BaggingClassifier", "BaggingRegressor", "AdaBoostClassifier")
    },
    "LogisticRegression.multi_class": "Quítalo: con más de dos clases ya hace lo que debe.",
    # Keras
    "Model.predict_classes": "`model.predict(x).argmax(axis=1)`, o `model.predict(x) > 0.5` si la "
    "red tiene una sola salida",
    "Model.predict_proba": "`model.predict(x)`, que ya da probabilidades",
    **{f"Model.{name}_generator": f"`model.{name}(…)`" for name in ("fit", "evaluate", "predict")},
    **{f"{name}.lr": "`learning_rate=…`" for name in _OPTIMIZERS},
    "fit.nb_epoch": "`epochs=…`",
    "Dense.init": "`kernel_initializer=…`",
    "Dense.output_dim": "`units=…`, o solo el número: `Dense(10)`",
    "Dropout.p": "`Dropout(0.5)`",
    "Conv2D.border_mode": "`padding=…`",
    "Conv2D.subsample": "`strides=…`",
    "Conv2D.nb_filter": "`filters=…`",
    "ModelCheckpoint.period": "`save_freq='epoch'`",
    "keras.core": "`from keras.layers import …`, sin lo que va detrás de layers",
    **{
        f"keras.{name}": "`from keras.layers import …`, sin lo que va detrás de layers"
        for name in (
            *("convolutional", "pooling", "normalization", "recurrent", "embeddings"),
            *("merge", "advanced_activations", "noise"),
        )
    },
    "keras.engine": "`from keras.layers import Layer` o `from keras import Model`",
    "keras.experimental": "`keras.layers.Rescaling(…)`, sin lo de en medio",
    "keras.np_utils": "`from keras.utils import to_categorical`",
    "keras.text": "`keras.layers.TextVectorization(…)`",
    "keras.layers.wrappers": "`from keras.layers import …`, sin lo que va detrás de layers",
    **{
        f"keras.{name}": "`from scikeras.wrappers import …`, que es otra biblioteca"
        for name in ("wrappers", "scikit_learn")
    },
    "keras.ImageDataGenerator": "El aumento de datos son hoy capas de la red, como "
    "`keras.layers.RandomFlip('horizontal')`.",
    "keras.adam_v2": "`from keras.optimizers import Adam`",
    "keras.CuDNNLSTM": "`LSTM`, que ya usa la GPU si la hay",
    "keras.CuDNNGRU": "`GRU`, que ya usa la GPU si la hay",
    "keras.multi_gpu_model": "`tf.distribute.MirroredStrategy()`",
    "keras.get_session": _NO_SESSION,
    # TensorFlow 1
    **{
        f"tensorflow.{name}": _NO_SESSION
        for name in (
            *("Session", "InteractiveSession", "global_variables_initializer"),
            "enable_eager_execution",
        )
    },
    "tensorflow.placeholder": "`keras.Input(…)` en una red; en lo demás, el dato mismo",
    "tensorflow.get_variable": "`tf.Variable(…)`",
    "tensorflow.set_random_seed": "`tf.random.set_seed(…)`",
    "tensorflow.random_normal": "`tf.random.normal(…)`",
    "tensorflow.log": "`tf.math.log(…)`",
    "tensorflow.to_float": "`tf.cast(x, tf.float32)`",
    "tensorflow.contrib": "Casi todo lo de ahí está en Keras: busca un ejemplo más reciente.",
    "tensorflow.layers": "`keras.layers.Dense(…)` y las demás capas de Keras",
    "tensorflow.AdamOptimizer": "`keras.optimizers.Adam(…)`",
    "tensorflow.GradientDescentOptimizer": "`keras.optimizers.SGD(…)`",
    "tensorflow.examples": "`keras.datasets.mnist.load_data()` (en el curso, "
    "`load_fashion_mnist()`)",
}

# Lo que scikit-learn admitía como valor de un parámetro, y lo que se pone hoy.
TODAY_VALUES = {
    ("max_features", "'auto'"): "`'sqrt'`",
    ("loss", "'deviance'"): "`'log_loss'`",
    ("loss", "'log'"): "`'log_loss'`",
    ("loss", "'ls'"): "`'squared_error'`",
    ("penalty", "'none'"): "`None`, sin comillas",
}


def library_of(module: str) -> str:
    """La biblioteca de un módulo: ``tf.keras`` es Keras, y lo privado no cuenta.

    >>> library_of("tensorflow.keras.layers"), library_of("tensorflow._api.v2.train")
    ('keras', 'tensorflow')
    """
    parts = module.split(".")
    return "keras" if "keras" in parts else parts[0]


def outdated(written: str, *keys: str) -> Answer | None:
    """Qué se escribe hoy en lugar de ``written``, si es de un tutorial viejo; si no, ``None``.

    Parameters
    ----------
    written : str
        Cómo está escrito en la celda.
    keys : str
        Cómo puede llamarse en la tabla: vale la primera que esté.
    """
    today = next((TODAY[key] for key in keys if key in TODAY), None)
    return no_longer(written, today) if today else None


def no_longer(written: str, today: str) -> Answer:
    """Que algo ya no existe, y qué se escribe en su lugar."""
    return (
        f"{cite(written)} es de una versión antigua: sale en muchos tutoriales, y ya no existe.",
        today if today.endswith(".") else f"Hoy se escribe {today}.",
    )
