# Lo que leen los editores y los comprobadores de tipos: el índice de __init__.py es perezoso y no
# lo siguen. tests/course_utils/test_package.py comprueba que los dos dicen lo mismo.

from . import (
    arguments as arguments,
    datasets as datasets,
    diagnostics as diagnostics,
    errors as errors,
    exercises as exercises,
    interactive as interactive,
    metrics as metrics,
    models as models,
    notebook as notebook,
    plotting as plotting,
    pretrained as pretrained,
    spanish as spanish,
    training as training,
)
from .datasets.columns import describe_columns as describe_columns
from .datasets.images import (
    FASHION_MNIST_CLASSES as FASHION_MNIST_CLASSES,
    load_fashion_mnist as load_fashion_mnist,
)
from .datasets.imagenet import (
    load_efficientnet_weights as load_efficientnet_weights,
    load_imagenet_classes as load_imagenet_classes,
)
from .datasets.language import (
    load_bible as load_bible,
    load_proverbs as load_proverbs,
    load_verbs as load_verbs,
)
from .datasets.numbers import number_to_words as number_to_words
from .datasets.payments import read_payments as read_payments
from .datasets.photos import load_photos as load_photos
from .datasets.scenes import make_scenes as make_scenes
from .datasets.series import (
    load_bike_share as load_bike_share,
    load_el_nino as load_el_nino,
)
from .datasets.tables import (
    load_auto_mpg as load_auto_mpg,
    load_california_housing as load_california_housing,
    load_credit_card_fraud as load_credit_card_fraud,
    load_penguins as load_penguins,
)
from .datasets.text import load_messages as load_messages
from .diagnostics import check_environment as check_environment
from .errors import explain_errors as explain_errors
from .exercises.ask import check as check, hint as hint, solution as solution
from .exercises.progress import progress as progress
from .interactive.alerts import explore_alerts as explore_alerts
from .interactive.clusters import explore_clusters as explore_clusters
from .interactive.complexity import explore_complexity as explore_complexity
from .interactive.components import explore_components as explore_components
from .interactive.convolution import explore_convolution as explore_convolution
from .interactive.iou import explore_iou as explore_iou
from .interactive.learning_rate import explore_learning_rate as explore_learning_rate
from .interactive.neuron import explore_neuron as explore_neuron
from .interactive.rate_range import explore_rate_range as explore_rate_range
from .interactive.receptive_field import explore_receptive_field as explore_receptive_field
from .interactive.svm import explore_svm as explore_svm
from .interactive.threshold import explore_threshold as explore_threshold
from .metrics.bootstrap import bootstrap_interval as bootstrap_interval
from .metrics.bootstrap import paired_difference as paired_difference
from .metrics.classification import (
    classification_summary as classification_summary,
    confusion_counts as confusion_counts,
)
from .metrics.decisions import (
    best_threshold_for_cost as best_threshold_for_cost,
    expected_cost as expected_cost,
    precision_at_k as precision_at_k,
    recall_at_k as recall_at_k,
)
from .metrics.regression import regression_summary as regression_summary
from .plotting.activations import plot_activation as plot_activation
from .plotting.boxes import plot_boxes as plot_boxes
from .plotting.classification import (
    plot_confusion_matrix as plot_confusion_matrix,
    plot_most_confused as plot_most_confused,
    plot_precision_recall as plot_precision_recall,
    plot_roc as plot_roc,
    plot_threshold as plot_threshold,
)
from .plotting.clusters import (
    plot_groups as plot_groups,
    plot_silhouettes as plot_silhouettes,
)
from .plotting.convolution import (
    plot_convolution_steps as plot_convolution_steps,
    plot_feature_maps as plot_feature_maps,
    plot_filters as plot_filters,
)
from .plotting.decisions import (
    plot_calibration as plot_calibration,
    plot_cost_curve as plot_cost_curve,
    plot_metric_over_time as plot_metric_over_time,
    plot_score_distributions as plot_score_distributions,
)
from .plotting.descent import (
    plot_gradient_path as plot_gradient_path,
    plot_learning_rate_comparison as plot_learning_rate_comparison,
)
from .plotting.history import plot_history as plot_history
from .plotting.image_map import plot_image_map as plot_image_map
from .plotting.images import (
    plot_image as plot_image,
    plot_image_grid as plot_image_grid,
    plot_predictions as plot_predictions,
    plot_value_array as plot_value_array,
)
from .plotting.layers import plot_by_layer as plot_by_layer
from .plotting.map import plot_map as plot_map
from .plotting.mixtures import plot_mixture as plot_mixture
from .plotting.objects import (
    plot_call as plot_call,
    plot_indices as plot_indices,
    plot_names as plot_names,
    plot_steps as plot_steps,
)
from .plotting.rarity import plot_rarity as plot_rarity
from .plotting.regions import plot_decision_regions as plot_decision_regions
from .plotting.regression import (
    plot_predicted_vs_actual as plot_predicted_vs_actual,
    plot_regression_plane as plot_regression_plane,
    plot_residuals as plot_residuals,
)
from .plotting.robustness import plot_shift_robustness as plot_shift_robustness
from .plotting.street import plot_street as plot_street
from .plotting.trees import plot_decision_tree as plot_decision_tree
from .pretrained import efficientnet_lite0 as efficientnet_lite0
from .training import (
    LearningCurves as LearningCurves,
    quiet_tensorflow as quiet_tensorflow,
    set_seed as set_seed,
)

__all__: list[str]
