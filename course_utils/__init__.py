"""Lo que los cuadernos del curso comparten: datos, figuras, métricas y ejercicios.

Cada nombre público se importa cuando se usa por primera vez: así ``import course_utils`` es
inmediato y no arrastra TensorFlow ni Matplotlib a una lección que no los necesita.

Examples
--------
>>> from course_utils import load_fashion_mnist
>>> (x_train, y_train), (x_test, y_test) = load_fashion_mnist()
>>> x_train.shape
(60000, 28, 28)
"""

import sys
from importlib import import_module

if sys.version_info < (3, 11):
    # Antes de cargar nada: lo demás está escrito para un Python que este no sabe leer.
    raise ImportError(
        "Este Python es el %d.%d y es demasiado viejo: el curso necesita Python 3.11, 3.12 o 3.13. "
        "Instala Python 3.12, o abre el cuaderno en Google Colab." % sys.version_info[:2]
    )

# Nombre público -> módulo donde vive. Es el índice del paquete: quien añade una función que los
# cuadernos usan, la apunta aquí y en __init__.pyi, que es lo que leen los editores.
_PUBLIC = {
    "check": "exercises.ask",
    "hint": "exercises.ask",
    "solution": "exercises.ask",
    "progress": "exercises.progress",
    "check_environment": "diagnostics",
    "explain_errors": "errors",
    "FASHION_MNIST_CLASSES": "datasets.images",
    "describe_columns": "datasets.columns",
    "load_auto_mpg": "datasets.tables",
    "load_california_housing": "datasets.tables",
    "load_credit_card_fraud": "datasets.tables",
    "load_fashion_mnist": "datasets.images",
    "load_messages": "datasets.text",
    "load_penguins": "datasets.tables",
    "load_photos": "datasets.photos",
    "load_efficientnet_weights": "datasets.imagenet",
    "load_imagenet_classes": "datasets.imagenet",
    "load_bike_share": "datasets.series",
    "load_el_nino": "datasets.series",
    "load_bible": "datasets.language",
    "load_proverbs": "datasets.language",
    "load_verbs": "datasets.language",
    "make_scenes": "datasets.scenes",
    "number_to_words": "datasets.numbers",
    "efficientnet_lite0": "pretrained",
    "classification_summary": "metrics.classification",
    "confusion_counts": "metrics.classification",
    "best_threshold_for_cost": "metrics.decisions",
    "bootstrap_interval": "metrics.bootstrap",
    "expected_cost": "metrics.decisions",
    "paired_difference": "metrics.bootstrap",
    "precision_at_k": "metrics.decisions",
    "recall_at_k": "metrics.decisions",
    "regression_summary": "metrics.regression",
    "plot_boxes": "plotting.boxes",
    "plot_confusion_matrix": "plotting.classification",
    "plot_history": "plotting.history",
    "plot_image": "plotting.images",
    "plot_image_grid": "plotting.images",
    "plot_image_map": "plotting.image_map",
    "plot_most_confused": "plotting.classification",
    "plot_precision_recall": "plotting.classification",
    "plot_predictions": "plotting.images",
    "plot_roc": "plotting.classification",
    "plot_threshold": "plotting.classification",
    "plot_value_array": "plotting.images",
    "explore_alerts": "interactive.alerts",
    "explore_clusters": "interactive.clusters",
    "explore_complexity": "interactive.complexity",
    "explore_components": "interactive.components",
    "explore_convolution": "interactive.convolution",
    "explore_iou": "interactive.iou",
    "explore_learning_rate": "interactive.learning_rate",
    "explore_neuron": "interactive.neuron",
    "explore_rate_range": "interactive.rate_range",
    "explore_receptive_field": "interactive.receptive_field",
    "explore_svm": "interactive.svm",
    "explore_threshold": "interactive.threshold",
    "plot_activation": "plotting.activations",
    "plot_decision_regions": "plotting.regions",
    "plot_decision_tree": "plotting.trees",
    "plot_gradient_path": "plotting.descent",
    "plot_learning_rate_comparison": "plotting.descent",
    "plot_convolution_steps": "plotting.convolution",
    "plot_feature_maps": "plotting.convolution",
    "plot_filters": "plotting.convolution",
    "plot_shift_robustness": "plotting.robustness",
    "plot_groups": "plotting.clusters",
    "plot_silhouettes": "plotting.clusters",
    "plot_calibration": "plotting.decisions",
    "plot_cost_curve": "plotting.decisions",
    "plot_metric_over_time": "plotting.decisions",
    "plot_score_distributions": "plotting.decisions",
    "plot_by_layer": "plotting.layers",
    "plot_map": "plotting.map",
    "plot_mixture": "plotting.mixtures",
    "plot_call": "plotting.objects",
    "plot_indices": "plotting.objects",
    "plot_names": "plotting.objects",
    "plot_steps": "plotting.objects",
    "plot_rarity": "plotting.rarity",
    "plot_predicted_vs_actual": "plotting.regression",
    "plot_regression_plane": "plotting.regression",
    "plot_residuals": "plotting.regression",
    "plot_street": "plotting.street",
    "read_payments": "datasets.payments",
    "LearningCurves": "training",
    "quiet_tensorflow": "training",
    "set_seed": "training",
}

__all__ = sorted(_PUBLIC)


def __getattr__(name):
    if name in _PUBLIC:
        try:
            return getattr(import_module(f"{__name__}.{_PUBLIC[name]}"), name)
        except Exception as error:
            from course_utils.errors import library_problem

            raise library_problem(name, error) from None
    if name in _modules():
        return import_module(f"{__name__}.{name}")
    from course_utils.spanish import similar

    close = similar(name, [*__all__, *_modules()])
    raise AttributeError(
        f"course_utils no tiene «{name}»."
        + (f" ¿Quisiste decir «{close}»?" if close else "")
        + f" Nombres disponibles: {', '.join(__all__)}."
    )


def __dir__():
    return sorted({*globals(), *__all__, *_modules()})


def _modules():
    from pkgutil import iter_modules

    return [module.name for module in iter_modules(__path__)]


def require_every_file() -> None:
    """Comprueba que al paquete no le falta ningún archivo; lo llama la celda de preparación.

    Raises
    ------
    ImportError
        La carpeta del curso es una copia a medias.
    """
    import json
    from pathlib import Path

    package = Path(__file__).parent
    names = {f"{module.replace('.', '/')}.py" for module in _PUBLIC.values()} - {"errors.py"}
    answers = package / "exercises" / "solutions.json"
    if answers.is_file():
        lessons = {tuple(number.split(".")[:2]) for number in json.loads(answers.read_bytes())}
        names |= {f"exercises/lesson_{m.zfill(2)}_{n.zfill(2)}.py" for m, n in lessons}
    missing = sorted(n for n in {*names, "exercises/solutions.json"} if not (package / n).is_file())
    if missing:
        raise ImportError(
            f"La carpeta del curso, «{package.parent.name}», está a medias: falta, por ejemplo, "
            f"course_utils/{missing[0]}. Cámbiale el nombre, reinicia el núcleo de ejecución y "
            "vuelve a ejecutar esta celda, que lo descarga entero."
        )
