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

from importlib import import_module

# Nombre público -> módulo donde vive. Es el índice del paquete: quien añade una función
# que los cuadernos usan, la apunta aquí.
_PUBLIC = {
    "check": "exercises",
    "hint": "exercises",
    "solution": "exercises",
    "check_environment": "diagnostics",
    "explain_errors": "errors",
    "FASHION_MNIST_CLASSES": "datasets",
    "describe_columns": "datasets",
    "load_auto_mpg": "datasets",
    "load_california_housing": "datasets",
    "load_credit_card_fraud": "datasets",
    "load_fashion_mnist": "datasets",
    "load_messages": "datasets",
    "load_penguins": "datasets",
    "classification_summary": "metrics",
    "confusion_counts": "metrics",
    "best_threshold_for_cost": "metrics_decisions",
    "bootstrap_interval": "metrics_decisions",
    "expected_cost": "metrics_decisions",
    "precision_at_k": "metrics_decisions",
    "recall_at_k": "metrics_decisions",
    "regression_summary": "metrics_regression",
    "plot_confusion_matrix": "plotting",
    "plot_history": "plotting",
    "plot_image": "plotting",
    "plot_image_grid": "plotting",
    "plot_most_confused": "plotting",
    "plot_precision_recall": "plotting",
    "plot_predictions": "plotting",
    "plot_roc": "plotting",
    "plot_threshold": "plotting",
    "plot_value_array": "plotting",
    "explore_alerts": "interactive",
    "explore_complexity": "interactive",
    "explore_convolution": "interactive",
    "explore_learning_rate": "interactive",
    "explore_neuron": "interactive",
    "explore_threshold": "interactive",
    "plot_activation": "plotting_concepts",
    "plot_decision_regions": "plotting_concepts",
    "plot_gradient_path": "plotting_concepts",
    "plot_learning_rate_comparison": "plotting_concepts",
    "plot_convolution_steps": "plotting_convolution",
    "plot_feature_maps": "plotting_convolution",
    "plot_filters": "plotting_convolution",
    "plot_shift_robustness": "plotting_convolution",
    "plot_calibration": "plotting_decisions",
    "plot_cost_curve": "plotting_decisions",
    "plot_metric_over_time": "plotting_decisions",
    "plot_score_distributions": "plotting_decisions",
    "plot_map": "plotting_regression",
    "plot_predicted_vs_actual": "plotting_regression",
    "plot_regression_plane": "plotting_regression",
    "plot_residuals": "plotting_regression",
    "read_payments": "payments",
    "LearningCurves": "training",
    "quiet_tensorflow": "training",
    "set_seed": "training",
}

__all__ = sorted(_PUBLIC)


def __getattr__(name):
    if name not in _PUBLIC:
        raise AttributeError(
            f"course_utils no tiene «{name}». Nombres disponibles: {', '.join(__all__)}."
        )
    return getattr(import_module(f"{__name__}.{_PUBLIC[name]}"), name)


def __dir__():
    return sorted([*globals(), *__all__])
