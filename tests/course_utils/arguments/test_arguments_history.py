"""El historial: cuál fue la mejor época y en cuál se rompió el entrenamiento."""

from types import SimpleNamespace

import numpy as np
import pytest

from course_utils.arguments.history import check_history


@pytest.mark.parametrize(
    ("validation", "best"),
    [([3, 1, 2], 2), ([np.nan, 5, np.inf], 2), ([np.nan] * 3, None), ([2, 1, 1], 2)],
)
def test_the_best_epoch_is_the_first_with_the_lowest_validation_loss(validation, best):
    assert check_history({"loss": [1, 1, 1], "val_loss": validation}).best_epoch == best


@pytest.mark.parametrize(
    ("loss", "epoch"), [([1, 2], None), ([1, np.nan], 2), ([np.inf, np.nan], 1)]
)
def test_it_diverges_at_the_first_epoch_without_a_number(loss, epoch):
    assert check_history({"loss": loss}).diverged_at == epoch


def test_epochs_go_on_where_the_training_did():
    resumed = SimpleNamespace(history={"loss": [1, np.nan], "val_loss": [2, 3]}, epoch=[5, 6])
    history = check_history(resumed)
    assert history.epochs.tolist() == [6, 7]
    assert (history.best_epoch, history.diverged_at) == (6, 7)
    assert check_history({"loss": [1]}).best_epoch is None
