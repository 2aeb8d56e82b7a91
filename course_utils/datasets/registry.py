"""El registro: qué archivos de datos hay, con su huella, su licencia y su procedencia."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class DataFile:
    """Un archivo de ``data/``: su ruta en ella, su huella, de dónde viene y quién lo carga."""

    path: str
    size: int  # bytes
    sha256: str
    license: str
    source: str
    loader: str  # la función de course_utils


def _fashion_mnist(name: str, size: int, sha256: str) -> DataFile:
    return DataFile(
        path=f"fashion_mnist/{name}",
        size=size,
        sha256=sha256,
        license="MIT © 2017 Zalando SE",
        source="https://github.com/zalandoresearch/fashion-mnist",
        loader="load_fashion_mnist",
    )


def _photo(name: str, size: int, sha256: str, license: str) -> DataFile:
    return DataFile(
        path=f"fotos/{name}",
        size=size,
        sha256=sha256,
        license=license,
        source="https://scikit-image.org/docs/stable/api/skimage.data.html",
        loader="load_photos",
    )


# Clave -> archivo. En las tablas es también el nombre que recibe describe_columns().
# data/README.md cuenta cómo se consiguió cada uno.
REGISTRY = {
    "auto_mpg": DataFile(
        path="auto_mpg.csv",
        size=21277,
        sha256="bb6b0bed763ed23b189539d10b504e32a0ddc8e66ccdf12c89c4825fae7ce552",
        license="CC BY 4.0",
        source="https://doi.org/10.24432/C5859H",
        loader="load_auto_mpg",
    ),
    "bible": DataFile(
        path="biblia.csv.gz",
        size=1373238,
        sha256="c2cf4632bf4125c1e8d05f68073e2d04f6c4b66985a33d2389a515bdcb05bd10",
        license="dominio público",
        source="https://ebible.org/details.php?id=spaRV1909",
        loader="load_bible",
    ),
    "bike_share": DataFile(
        path="bike_share.csv.gz",
        size=95072,
        sha256="dc17be623a2eb09281e14a17ef10c609f330cf84591e7262a669ae3d8c2da4a6",
        license="CC BY 4.0",
        source="https://doi.org/10.24432/C5W894",
        loader="load_bike_share",
    ),
    "california_housing": DataFile(
        path="california_housing.csv.gz",
        size=707222,
        sha256="d3c12e6acc8133d8a12f9bb1a434b70989ca582a7ed777091d02aae9b56d4990",
        license="sin licencia declarada; cifras públicas del censo de 1990",
        source="https://doi.org/10.1016/S0167-7152(96)00140-X",
        loader="load_california_housing",
    ),
    "credit_card_fraud": DataFile(
        path="credit_card_fraud.csv.gz",
        size=22367598,
        sha256="3110d289107816beaf4f315a6b5fe3eb82ea98e907b6f15a742f8e8865a5e6c8",
        license="ODbL 1.0",
        source="https://www.kaggle.com/datasets/mlg-ulb/creditcardfraud",
        loader="load_credit_card_fraud",
    ),
    "efficientnet_lite0": DataFile(
        path="efficientnet_lite0.npz",
        size=9459110,
        sha256="5d57cb491e4f282617b612d7d075adc765c2e8cd95a1272dae6392b1458ea1c0",
        license="Apache 2.0 © 2020 ML Illustrated",
        source="https://arxiv.org/abs/1905.11946",
        loader="load_efficientnet_weights",
    ),
    "el_nino": DataFile(
        path="el_nino.csv",
        size=10460,
        sha256="545f6253ef9bb326a412fc4241d15ad58cfc6ca4f09ca06d9a4daad219c63347",
        license="dominio público",
        source="https://www.cpc.ncep.noaa.gov/data/indices/",
        loader="load_el_nino",
    ),
    "fashion_mnist/train_images": _fashion_mnist(
        "train-images-idx3-ubyte.gz",
        26421856,
        "b0564c3eedabfbf835052cff8503ea422014ce006caf5b757f851416ee8300c7",
    ),
    "fashion_mnist/train_labels": _fashion_mnist(
        "train-labels-idx1-ubyte.gz",
        29491,
        "0ae29f65d86684f32d1b9c85147786c547b9c6aebcaf235f0400a0cce308b056",
    ),
    "fashion_mnist/test_images": _fashion_mnist(
        "t10k-images-idx3-ubyte.gz",
        4422079,
        "cc1d090a38ace84dfa1aa66e3ada7c336ef481a96936906477e6dd344da56eaa",
    ),
    "fashion_mnist/test_labels": _fashion_mnist(
        "t10k-labels-idx1-ubyte.gz",
        5125,
        "8d3605d196f4be44669e46906da9733c8131fef761fdbfec72c424d5222f1a05",
    ),
    "imagenet_classes": DataFile(
        path="imagenet_clases.csv",
        size=27792,
        sha256="1cfd08629055e37e314d23f0dc5c50100e639ec4689119bbcf82ff05b3119036",
        license="CC BY 4.0",
        source="https://arxiv.org/abs/1409.0575",
        loader="load_imagenet_classes",
    ),
    "messages": DataFile(
        path="mensajes.csv",
        size=9384,
        sha256="502d04a633738499a8b63cce75eca769473396362e3fd3d973cec5e9057ab7e7",
        license="CC BY 4.0",
        source="https://creativecommons.org/licenses/by/4.0/deed.es",
        loader="load_messages",
    ),
    "penguins": DataFile(
        path="penguins.csv",
        size=13478,
        sha256="e07636bd8af74260099ea2f8678e2eabbf35def579940cc76f67061ee16c06c1",
        license="CC0 1.0",
        source="https://doi.org/10.5281/zenodo.3960218",
        loader="load_penguins",
    ),
    "photos/astronaut": _photo(
        "astronaut.png",
        791555,
        "88431cd9653ccd539741b555fb0a46b61558b301d4110412b5bc28b5e3ea6cb5",
        "dominio público (NASA)",
    ),
    "photos/camera": _photo(
        "camera.png",
        139512,
        "b0793d2adda0fa6ae899c03989482bff9a42d3d5690fc7e3648f2795d730c23a",
        "CC0 1.0",
    ),
    "photos/chelsea": _photo(
        "chelsea.png",
        240512,
        "596aa1e7cb875eb79f437e310381d26b338a81c2da23439704a73c4651e8c4bb",
        "CC0 1.0",
    ),
    "photos/coffee": _photo(
        "coffee.png",
        466706,
        "cc02f8ca188b167c775a7101b5d767d1e71792cf762c33d6fa15a4599b5a8de7",
        "CC0 1.0",
    ),
    "photos/retina": _photo(
        "retina.jpg",
        269564,
        "38a07f36f27f095e818aea7b96d34202c05176d30253c66733f2e00379e9e0e6",
        "CC0 1.0",
    ),
    "photos/rocket": _photo(
        "rocket.jpg",
        112525,
        "c2dd0de7c538df8d111e479619b129464d0269d0ae5fd18ca91d33a7fdfea95c",
        "dominio público (SpaceX, CC0 1.0)",
    ),
    "proverbs": DataFile(
        path="refranes.txt",
        size=159705,
        sha256="d716a0e74c3beb116ebbd5f7acf890ed1a6941690408165b40c5f6650791c4a9",
        license="se supone de dominio público",
        source="https://tracker.debian.org/pkg/fortunes-es",
        loader="load_proverbs",
    ),
    "verbs": DataFile(
        path="verbos.csv.gz",
        size=100502,
        sha256="db16fab0876b47f460a086662f28b89b2e164424ac3c0047baf002d55cea5b61",
        license="GPL 2 o posterior",
        source="https://github.com/Ars-Linguistica/mlconjug3",
        loader="load_verbs",
    ),
}
