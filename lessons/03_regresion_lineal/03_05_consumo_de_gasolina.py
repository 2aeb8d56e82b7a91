# %% [markdown]
# # 3.5 · Consumo de gasolina: preparar los datos y dibujar curvas
#
# | | |
# |---|---|
# | **Objetivos** | Convertir unidades que van al revés; rellenar huecos y codificar categorías sin fugas, dentro de un *pipeline*; dibujar curvas con una regresión lineal; comparar dos maneras en los mismos exámenes, uno a uno; predecir el consumo de un coche nuevo al que le falta un dato |
# | **Duración** | {{minutos}} |
# | **Requisitos** | Precios de casas (lección {{precios_de_casas}}); sobreajuste con polinomios ({{sobreajuste}}); validación cruzada ({{maneras_de_aprender}}) |
# | **Datos** | Auto-MPG: 398 modelos de coche de 1970 a 1982 (CC BY 4.0), incluidos en el curso |
# | **Práctica** | Práctica 8.5: el consumo de un coche |

# %%
import matplotlib.pyplot as plt
import numpy as np
import pandas as pd
from sklearn.compose import make_column_transformer
from sklearn.impute import SimpleImputer
from sklearn.linear_model import LinearRegression
from sklearn.model_selection import KFold, cross_val_score, train_test_split
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import OneHotEncoder, OrdinalEncoder
from sklearn.preprocessing import PolynomialFeatures, StandardScaler

from course_utils import check, hint, solution
from course_utils import describe_columns, load_auto_mpg, regression_summary

# %% [markdown] presenta="course_utils.load_auto_mpg, .to_dict"
# ## 1 · ¿Qué hay en los datos, y en qué unidad se contesta?
#
# Entre 1970 y 1982 la gasolina se encareció dos veces de golpe, y los coches cambiaron. Esta tabla reúne
# casi cuatrocientos, con su consumo en ciudad. La pregunta: con lo que dice su ficha técnica, **¿cuánto
# gasta un coche?** `load_auto_mpg` la lee. (`to_dict` convierte una columna en diccionario, para verla
# en una línea.)

# %% [markdown] tags=["docente"]
# **{{minutos}}.** Antes de 3.5.2, votación rápida: ¿dónde se ahorra más gasolina, al pasar de 5 a 8 km/l o de
# 15 a 30? Casi todos eligen la segunda. La confusión está estudiada: Larrick y Soll, *The MPG Illusion*
# (Science, 2008). 3.5.1 es ampliación: queda para casa.

# %%
cars = load_auto_mpg()

print("filas y columnas:", cars.shape)
print("huecos:",
      {name: int(n) for name, n in cars.isna().sum().items() if n})
print("origen:", cars["origin"].value_counts().to_dict())
print(describe_columns("auto_mpg")["unidad"].to_string())

# %% [markdown]
# Hay seis huecos en la potencia, una columna de texto y unidades de otro país: libras, pulgadas cúbicas
# y **millas por galón**. Una milla son 1.609344 km, y un galón de EE. UU., 3.785411784 litros: las dos
# definiciones son exactas.
#
# ### ★ Ampliación · Ejercicio 3.5.1
#
# Escribe `a_km_l(mpg)`: recibe millas por galón (un número o un array) y devuelve **kilómetros por
# litro**. Que el factor lo calcule Python a partir de las dos definiciones, sin redondear.

# %% tags=["ejercicio"]
def a_km_l(mpg):
    # >>> return ...
    return mpg * 1.609344 / 3.785411784
    # <<<

# %%
check("3.5.1", a_km_l)

# %% [markdown]
# ### ¿Y en litros cada 100 km?
#
# En muchos países el consumo se dice al revés: **litros por cada 100 km**. No es otra escala, es la
# **inversa**: más km/l es mejor; más l/100 km es peor.
#
# Vamos a dibujar las dos. Pero antes de mirar se reparte, como en la lección {{precios_de_casas}}: 80 coches, el examen,
# quedan en un sobre, y no se abre hoy, sino en la lección {{frenar_y_comparar}}. Desde aquí solo existen los otros 318.

# %%
KM_PER_L = 1.609344 / 3.785411784  # los km/l de una milla por galón
km_l = cars["mpg"] * KM_PER_L
print(f"una milla por galón son {KM_PER_L:.6f} km/l")

NUMERIC = ["cylinders", "displacement_cu_in", "horsepower", "weight_lb",
           "acceleration_s", "model_year"]
x_train, x_test, y_train, y_test = train_test_split(
    cars[NUMERIC + ["origin"]], km_l, test_size=80, random_state=42)
print("para aprender:", x_train.shape, " en el sobre:", x_test.shape)

# %% [markdown] presenta=".linspace, numpy.corrcoef"
# **Predice:** si dibujas el peso frente a km/l, y después frente a l/100 km, ¿saldrá la misma figura
# boca abajo? (`linspace(2)` da los dos extremos de la recta, y `np.corrcoef`, la correlación: al
# cuadrado es su R².)

# %%
pounds = x_train["weight_lb"]

fig, axes = plt.subplots(1, 2, figsize=(7.5, 3.1))
for ax, use, unit in ((axes[0], y_train, "km/l"),
                      (axes[1], 100 / y_train, "l/100 km")):
    ax.plot(pounds, use, ".", color="#0072B2", markersize=4,
            label="318 coches")
    straight = np.polynomial.Polynomial.fit(pounds, use, 1)
    ax.plot(*straight.linspace(2), "--", color="#D55E00",
            label="la mejor recta")
    r = np.corrcoef(pounds, use)[0, 1]
    ax.set(title=f"Peso y {unit}:\nla recta explica el {r**2:.0%}",
           xlabel="Peso (libras)", ylabel=unit)
    ax.legend()
    print(f"{unit:>8}: R² de la recta {r**2:.2f}")
fig.tight_layout()

# %% [markdown]
# **Qué observas.** No es la misma figura. A la izquierda la nube se **curva**: los coches ligeros y los
# muy pesados quedan por encima de la recta, y los medianos, por debajo. A la derecha la recta explica
# bastante más. La unidad en que preguntas decide la forma de la respuesta. Predeciremos km/l, porque una curva es justo
# lo que hoy queremos aprender a dibujar.
#
# > **Lo que oirás por ahí: «ganar más km/l ahorra más gasolina».** Depende de dónde partas. Hagamos
# > 10 000 km con dos coches que se cambian por otros mejores.

# %%
for before, after in ((5, 8), (15, 30)):
    saved = 10_000 / before - 10_000 / after
    print(f"de {before:2d} a {after:2d} km/l: "
          f"gana {after - before:2d} km/l "
          f"y ahorra {saved:.0f} litros")

# %% [markdown]
# **Qué observas.** Ganar 3 km/l en el coche tragón ahorra más del doble que ganar 15 en el ahorrador. Los
# km/l no se suman ni se restan: los litros, sí.
#
# ### Ejercicio 3.5.2
#
# Escribe `litros_ahorrados(antes, despues, km)`: los litros que ahorras al recorrer `km` kilómetros con un
# coche que hace `despues` km/l, en vez de con uno que hace `antes` km/l. (Si empeora, sale negativo.)

# %% tags=["ejercicio"]
def litros_ahorrados(antes, despues, km):
    # >>> return ...
    return km / antes - km / despues
    # <<<

# %%
check("3.5.2", litros_ahorrados)

# %% [markdown]
# ¿Te atascas en un ejercicio? En una celda nueva, `hint("3.5.2")` da una pista (y otra, si
# insistes), y `solution("3.5.2")` muestra una solución.
#
# ## 2 · ¿Qué se hace con los huecos y con las palabras?
#
# Hay varias maneras, y habrá que probarlas sin abrir el sobre. Para eso está la **validación cruzada** de la lección
# {{maneras_de_aprender}}: los 318 coches se reparten en diez trozos, que se llaman **pliegues** (*folds*), y cada uno es,
# por turno, el examen de un modelo entrenado con los otros nueve. `KFold` dice quién va en cada pliegue, y `rmse_folds`
# da los diez errores.

# %% [markdown] tags=["docente"]
# **{{minutos}}.** En 3.5.3 lo más visto es rellenar cada parte con **su** mediana. Imagen que funciona: mañana
# llega un coche solo, con el hueco; ¿cuál es la mediana de un hueco? Insiste en lo que se midió: con
# las seis columnas el cero y la mediana empatan aunque falten cuatro de cada diez potencias; con la potencia sola, no.

# %% presenta="sklearn.model_selection.KFold"
# diez exámenes, siempre los mismos
folds = KFold(10, shuffle=True, random_state=42)

def rmse_folds(model, x, y=y_train, cv=folds):
    """El RMSE de cada pliegue, en km/l (scikit-learn lo da en negativo)."""
    return -cross_val_score(model, x, y, cv=cv,
                            scoring="neg_root_mean_squared_error")

def wins(a, b):
    """En cuántos de los diez exámenes se equivoca menos el primero."""
    return int((a < b).sum())

# %%
try:
    LinearRegression().fit(x_train[NUMERIC], y_train)
except ValueError:
    print("ValueError: una regresión no sabe multiplicar un hueco (nan)")

# %% [markdown] presenta=".mask, .capitalize"
# Tres salidas: **tirar** las filas con huecos, **rellenar con 0**, o rellenar con la **mediana**.
#
# Con tan pocos huecos cualquiera parece buena. Para ver la diferencia, borremos a propósito cuatro de cada diez
# potencias, y predigamos el consumo de dos maneras: solo con la potencia, o con las seis columnas. Como los exámenes son
# los mismos, las dos maneras de rellenar se comparan **examen a examen**: `wins` cuenta cuántos gana la primera.
#
# **Predice:** ¿en cuál de los dos casos hará daño el cero? (`capitalize` pone en mayúscula la primera letra; en la
# segunda celda, `mask` deja un hueco donde se cumple una condición.)

# %% presenta="sklearn.impute.SimpleImputer"
rng = np.random.default_rng(0)
holes = x_train.copy()
holes.loc[rng.random(len(holes)) < 0.4, "horsepower"] = np.nan
fillers = {"mediana": SimpleImputer(strategy="median"),
           "cero": SimpleImputer(strategy="constant", fill_value=0)}
errors = {}
for columns in (["horsepower"], NUMERIC):
    for name, filler in fillers.items():
        model = make_pipeline(filler, StandardScaler(), LinearRegression())
        errors[name] = rmse_folds(model, holes[columns])
        print(f"{name.capitalize():<8} {len(columns)} columna(s): "
              f"RMSE {errors[name].mean():.2f} km/l")
    print(f"   La mediana gana {wins(errors['mediana'], errors['cero'])} "
          "exámenes de 10.", "¿Más de 0.2 de media?",
          bool((errors["cero"] - errors["mediana"]).mean() > 0.2))

# %%
rng = np.random.default_rng(1)
sprinkled = x_train[NUMERIC].mask(
    rng.random((len(x_train), len(NUMERIC))) < 0.1)
print("huecos: uno de cada diez datos. "
      f"Tirando filas quedan {len(sprinkled.dropna())} de "
      f"{len(sprinkled)} coches")

# %% [markdown] presenta="numpy.nanmedian, numpy.isnan"
# **Qué observas.** Un coche de cero caballos no existe, y si la recta solo mira la potencia, esos ceros
# la tuercen. Con las seis columnas casi no se nota: el peso y la cilindrada cuentan casi lo mismo que la
# potencia. Medirlo evita dos exageraciones: ni el cero es siempre un desastre, ni da igual.
#
# Tirar filas sale caro cuando hay huecos por todas partes: con uno de cada diez datos, se va casi la mitad
# de los coches. Y deja una pregunta sin respuesta: **¿qué haces mañana con un coche nuevo que trae un hueco?**
#
# La mediana se **aprende**, como un peso. Por eso se calcula con los datos de aprender y se guarda. Si
# la calculas antes de repartir, los coches del examen ya han opinado: una **fuga de datos** (*data
# leakage*). Aquí sería pequeña; la costumbre evita las grandes.
#
# ### Ejercicio 3.5.3
#
# Escribe `rellenar(aprender, nuevos)`. Recibe dos arrays de números de una dimensión, con algún `nan`.
# Devuelve los dos, `aprender, nuevos`, con los huecos rellenos con la **mediana de `aprender`**
# (`np.nanmedian` no cuenta los huecos, y `np.isnan` dice dónde están). Los arrays que llegan no se cambian.

# %% tags=["ejercicio"]
def rellenar(aprender, nuevos):
    # >>> return ...
    mediana = np.nanmedian(aprender)
    relleno = np.where(np.isnan(aprender), mediana, aprender)
    return relleno, np.where(np.isnan(nuevos), mediana, nuevos)
    # <<<

# %%
check("3.5.3", rellenar)

# %% [markdown]
# Ahora las palabras. `origin` dice USA, Europe o Japan, y una regresión solo multiplica números.
#
# > **Lo que oirás por ahí: «las categorías se numeran 1, 2, 3 y listo».** Pero 3 es el triple de 1, y Japón
# > no es el triple de nada. La recta supone un orden y pasos iguales, y el orden lo pusiste tú. Probemos
# > tres numeraciones, y una columna de 0 y 1 por cada origen.

# %% presenta="sklearn.preprocessing.OrdinalEncoder, sklearn.preprocessing.OneHotEncoder"
by_order = {}
for order in (["USA", "Europe", "Japan"], ["Europe", "Japan", "USA"],
              ["Europe", "USA", "Japan"]):
    model = make_pipeline(OrdinalEncoder(categories=[order]),
                          LinearRegression())
    by_order[", ".join(order)] = rmse_folds(model, x_train[["origin"]])

separate = rmse_folds(make_pipeline(OneHotEncoder(), LinearRegression()),
                      x_train[["origin"]])

# %%
for order, values in by_order.items():
    print(f"1, 2, 3 = {order:<20} RMSE {values.mean():.2f} km/l; "
          f"una columna por origen gana {wins(separate, values)} "
          "exámenes de 10")
print(f"una columna por origen         RMSE {separate.mean():.2f} km/l")
means = [values.mean() for values in by_order.values()]
print("¿Cambia más de 0.4 km/l solo por el orden?",
      bool(max(means) - min(means) > 0.4))

# %% [markdown] presenta="one-hot"
# **Qué observas.** El mismo dato da errores muy distintos según cómo lo numeres. Con suerte (USA, Europa,
# Japón es el orden del consumo) casi no se nota; el orden alfabético, que es el que ponen las bibliotecas
# solas, sale peor. Una columna por categoría, ***one-hot***, no supone ningún orden: cada origen tiene su peso.
#
# ### Ejercicio 3.5.4
#
# Escribe `one_hot(textos, categorias)`: recibe dos listas de textos y devuelve un array de 0 y 1 de forma
# `(len(textos), len(categorias))`. En cada fila hay un 1 en la columna de su categoría. Un texto que no
# está en `categorias` (un coche coreano, mañana) deja su fila entera a 0.

# %% tags=["ejercicio"]
def one_hot(textos, categorias):
    # >>> return ...
    return np.array([[int(texto == categoria) for categoria in categorias]
                     for texto in textos])
    # <<<

# %%
check("3.5.4", one_hot)

# %% [markdown]
# Y todo junto, en un *pipeline* que trata cada clase de columna a su manera. Lo que aprende (medianas,
# escalas, categorías, pesos) lo aprende en `fit`, y solo de lo que recibe `fit`. De momento,
# `degree=1`; la siguiente sección le da otro valor.

# %% tags=["resultado"] presenta="sklearn.compose.make_column_transformer, sklearn.preprocessing.PolynomialFeatures"
def make_columns(degree=1):
    """Números: rellenar, escalar, elevar y volver a escalar. Origen:
    columnas de 0 y 1."""
    numbers = make_pipeline(
        SimpleImputer(strategy="median"), StandardScaler(),
        PolynomialFeatures(degree, include_bias=False), StandardScaler())
    return make_column_transformer((numbers, NUMERIC),
                                   (OneHotEncoder(handle_unknown="ignore"),
                                    ["origin"]))

line = make_pipeline(make_columns(), LinearRegression())
line_rmse = rmse_folds(line, x_train)
print("columnas que ve la recta:",
      make_columns().fit_transform(x_train).shape[1])
print(f"RMSE medio {line_rmse.mean():.2f} km/l; "
      f"responder siempre la media da {y_train.std():.2f}")

# %% [markdown]
# ## 3 · ¿Puede una recta dibujar una curva?
#
# Sí, con un truco: darle $x^2$ como si fuera **otra columna**. Empecemos con datos de ley conocida,
# $y = 0.5x^2 + x + 2 + \text{ruido}$, como en la lección {{tu_primera_red}}.
#
# **Predice:** una regresión que recibe las columnas $x$ y $x^2$, ¿qué tres números debería encontrar?

# %% [markdown] tags=["docente"]
# **{{minutos}}.** Dibuja la tabla: una columna `x`, al lado una columna x², y tapa los títulos; la regresión no
# sabe que una sale de la otra. En {{sobreajuste}} ya vieron el bandazo del grado 15: aquí importa que los dos
# errores se separan y que el de entrenamiento **nunca** avisa.

# %%
rng = np.random.default_rng(42)
x_toy = rng.uniform(-3, 3, 100)
y_toy = 0.5 * x_toy**2 + x_toy + 2 + rng.normal(0, 1, 100)

two_columns = np.column_stack([x_toy, x_toy**2])
parabola = LinearRegression().fit(two_columns, y_toy)
print(f"y = {parabola.coef_[1]:.2f} x² + {parabola.coef_[0]:.2f} x + "
      f"{parabola.intercept_:.2f}")

# %% [markdown] presenta="regresión polinómica"
# **Qué observas.** Encuentra 0.5, 1 y 2, salvo el ruido. El modelo sigue siendo **lineal**: una suma de
# columnas con pesos. La curva está en las columnas. Por eso la **regresión polinómica** no necesita
# ningún algoritmo nuevo.
#
# ### Ejercicio 3.5.5
#
# Escribe `potencias(x, grado)`: recibe un array de forma `(n,)` y devuelve otro de forma `(n, grado)`, con
# las columnas $x, x^2, \dots, x^{\text{grado}}$, en ese orden (sin la columna de unos).

# %% tags=["ejercicio"]
def potencias(x, grado):
    # >>> return ...
    return np.column_stack([x**exponente
                            for exponente in range(1, grado + 1)])
    # <<<

# %%
check("3.5.5", potencias)

# %% [markdown]
# En scikit-learn se llama `PolynomialFeatures`. Probemos los grados 1, 2 y 20 con los mismos cien puntos.

# %%
def curve_of(degree):
    return make_pipeline(PolynomialFeatures(degree, include_bias=False),
                         StandardScaler(), LinearRegression())

fine = np.linspace(x_toy.min(), x_toy.max(), 300)[:, np.newaxis]
fig, axes = plt.subplots(1, 3, figsize=(7.5, 2.6), sharey=True)
for ax, degree in zip(axes, (1, 2, 20), strict=True):
    model = curve_of(degree).fit(x_toy[:, np.newaxis], y_toy)
    ax.plot(x_toy, y_toy, ".", color="#999999", markersize=4, label="datos")
    ax.plot(fine, model.predict(fine), color="#0072B2", label="modelo")
    ax.set(title=f"Grado {degree}", xlabel="x", ylim=(-2, 12))
axes[0].set_ylabel("y")
axes[0].legend()
fig.tight_layout()

# %% [markdown]
# > **Lo que oirás por ahí: «a más grado, mejor ajuste».** A los datos que ya vio, sí: nunca ajusta peor.
# > Midamos los dos errores, grado a grado.

# %%
degrees = [1, 2, 4, 8, 12, 16, 20]
column = x_toy[:, np.newaxis]
own, new = [], []
for degree in degrees:
    predicted_toy = curve_of(degree).fit(column, y_toy).predict(column)
    own.append(regression_summary(y_toy, predicted_toy).rmse)
    new.append(rmse_folds(curve_of(degree), column, y_toy).mean())
    print(f"grado {degree:2d}: en sus datos ≈ {own[-1]:.2f}   "
          f"en datos nuevos ≈ {new[-1]:.2f}")

print("En sus datos, ¿baja siempre?", bool(np.all(np.diff(own) < 0)))
print("En datos nuevos, ¿el grado 20 es peor que el 2?", new[-1] > new[1])
print("¿Y el 1, también?", new[0] > new[1])

# %% [markdown]
# **Qué observas.** El error en sus propios datos baja y baja; el de los datos nuevos toca fondo pronto y
# vuelve a subir. Quien elige el grado con los datos de aprender elige siempre el mayor.
#
# ¿Y los coches? Solo con el peso:

# %%
weight = x_train[["weight_lb"]]
weight_rmse = {}
for degree in (1, 2, 3, 8):
    model = make_pipeline(StandardScaler(), curve_of(degree))
    weight_rmse[degree] = rmse_folds(model, weight)
    print(f"grado {degree}: RMSE ≈ {weight_rmse[degree].mean():.2f} km/l")
for degree in (1, 3, 8):
    print(f"la parábola gana al grado {degree} en "
          f"{wins(weight_rmse[2], weight_rmse[degree])} "
          "exámenes de 10")

for degree in (2, 3):
    shape = make_columns(degree).fit_transform(x_train).shape
    print(f"con las seis medidas y el origen, grado {degree}: "
          f"{shape[1]} columnas")

# %% [markdown]
# **Qué observas.** La parábola recoge la curva del peso y mejora a la recta, aunque poco y no en todos los exámenes;
# los grados siguientes no añaden nada. Con seis medidas, el grado 2 trae además los **productos** (peso × año…): la
# mejora por año puede depender del peso. Y las columnas se multiplican: de 9 a 30, y a 86. Con 318 coches, eso pide un
# freno, y una manera de saber qué modelo gana de verdad: las dos cosas, en la lección {{frenar_y_comparar}}.
#
# ## Errores frecuentes
#
# **1. Codificar cada tabla por su cuenta.** `pd.get_dummies` hace una columna por cada categoría **que ve**.
# Mañana llega un solo coche, y sale otra tabla.

# %% [markdown] tags=["docente"]
# **{{minutos}}.** El 2 es el mismo asunto que la velocidad media de una ida rápida y una vuelta lenta. Pide que digan la
# respuesta antes de ejecutar: casi todos dirán 10 litros.

# %% presenta="pandas.get_dummies"
dummies = LinearRegression().fit(pd.get_dummies(x_train[["origin"]]),
                                 y_train)
one_car = pd.DataFrame({"origin": ["Japan"]})
try:
    dummies.predict(pd.get_dummies(one_car))
except ValueError:
    print("ValueError: el modelo espera 3 columnas y llega",
          pd.get_dummies(one_car).shape[1])

fixed = make_pipeline(OneHotEncoder(handle_unknown="ignore"),
                      LinearRegression())
print("Arreglado: "
      f"{fixed.fit(x_train[['origin']], y_train).predict(one_car)[0]:.1f} "
      "km/l")

# %% [markdown]
# **2. Promediar en la unidad que no se suma.** Un coche de 5 km/l y otro de 15 hacen el mismo viaje de 100 km.
# ¿Cuánto gasta de media cada uno?

# %%
pair = np.array([5.0, 15.0])
print("Falla:     "
      f"100 / la media de los km/l = {100 / pair.mean():.1f} litros")
print("Arreglado: la media de los litros     "
      f"= {(100 / pair).mean():.1f} litros")

# %% [markdown]
# ## Práctica: un coche que no está en la tabla
#
# Falta usar lo aprendido: entrenar un modelo con todo dentro y preguntarle por un coche nuevo.
#
# ### Paso 1 · Ejercicio 3.5.6
#
# Guarda en `modelo` un *pipeline* con las columnas de grado 2, `make_columns(2)`, y una `LinearRegression`,
# **entrenado** con `x_train` e `y_train`. No toques los coches del sobre.

# %% [markdown] tags=["docente"]
# **{{minutos}}** para la práctica y la autoevaluación. En 3.5.6 hay quien entrena con los 398: el corrector lo compara y
# lo dice. En 3.5.7, lo más visto es poner un 0 en la potencia desconocida, o dar la respuesta en km/l. Reto para
# casa: el mismo coche, de 1982.

# %% tags=["ejercicio"]
# >>> modelo = ...
modelo = make_pipeline(make_columns(2),
                       LinearRegression()).fit(x_train, y_train)
# <<<

# %%
check("3.5.6", modelo)

# %% [markdown]
# Este es nuestro modelo, ya entrenado; los dos deben predecir lo mismo:

# %%
quadratic = make_pipeline(make_columns(2),
                          LinearRegression()).fit(x_train, y_train)
own = regression_summary(y_train, quadratic.predict(x_train)).rmse
print(f"RMSE: en sus propios coches ≈ {own:.2f}, en los diez exámenes "
      f"≈ {rmse_folds(quadratic, x_train).mean():.2f} km/l")

# %% [markdown]
# ### Paso 2 · Ejercicio 3.5.7
#
# Llega un coche que no está en la tabla: europeo, 4 cilindros, 97 pulgadas cúbicas, **potencia desconocida**,
# 2200 libras, 16 segundos, de 1978. Con el modelo `quadratic`, ya entrenado, calcula en `consumo` cuántos
# **litros por cada 100 km** gastará: un número. (Haz un DataFrame de una fila con las columnas de
# `x_train`; el hueco es `np.nan`.)

# %% tags=["ejercicio"]
# >>> consumo = ...
coche = pd.DataFrame([[4, 97, np.nan, 2200, 16, 1978, "Europe"]],
                     columns=x_train.columns)
consumo = 100 / quadratic.predict(coche)[0]
# <<<

# %%
check("3.5.7", consumo)

# %% [markdown]
# ## Autoevaluación
#
# Responde con la letra, entre comillas.
#
# **A1.** ¿Por qué la mediana que rellena los huecos va **dentro** del *pipeline*?
#
# - a) Porque así se calcula más deprisa.
# - b) Porque cada pliegue la aprende solo con sus coches de aprender, sin ver el examen.
# - c) Porque la regresión lineal no acepta la media.
# - d) Porque así los huecos desaparecen de la tabla original.

# %% tags=["ejercicio"]
# >>> respuesta_1 = ...
respuesta_1 = "b"
# <<<
check("3.5.A1", respuesta_1)

# %% [markdown]
# **A2.** Subes el grado del polinomio y el error **de entrenamiento** baja. ¿Qué sabes?
#
# - a) Que el modelo es mejor.
# - b) Que hay sobreajuste, seguro.
# - c) Que los datos no tienen ruido.
# - d) Nada todavía: con más grado nunca sube; hay que mirar el error en datos nuevos.

# %% tags=["ejercicio"]
# >>> respuesta_2 = ...
respuesta_2 = "d"
# <<<
check("3.5.A2", respuesta_2)

# %% [markdown]
# **A3.** Numeras los colores de los coches: verde 1, gris 2, azul 3. ¿Qué puede aprender una recta con esa columna?
#
# - a) Lo que aporte cada color, por separado.
# - b) Nada: una recta no acepta números enteros.
# - c) Que de verde a gris y de gris a azul el consumo cambia lo mismo, sea verdad o no.
# - d) Que el azul es más frecuente que el verde.

# %% tags=["ejercicio"]
# >>> respuesta_3 = ...
respuesta_3 = "c"
# <<<
check("3.5.A3", respuesta_3)

# %% [markdown]
# ## Resumen
#
# - La unidad importa: km/l y l/100 km son inversos, y cambian la forma de la curva.
# - Rellenar, escalar y codificar se aprende: va dentro del *pipeline*, y nunca antes de repartir.
# - Una categoría es una columna de 0 y 1 por cada valor; numerarlas inventa un orden.
# - Una regresión lineal dibuja curvas si le das potencias como columnas; con más grado, lo ya visto nunca se ajusta peor.
# - Dos maneras se comparan en los mismos exámenes, uno a uno.
#
# ## Para saber más
#
# - Aurélien Géron, *Hands-On Machine Learning with Scikit-Learn, Keras & TensorFlow*, 3.ª ed., capítulos 2
#   (pipelines y columnas de texto) y 4 (regresión polinómica).
# - scikit-learn: [datos que faltan](https://scikit-learn.org/stable/modules/impute.html) y
#   [columnas de varias clases](https://scikit-learn.org/stable/modules/compose.html).
# - R. Larrick y J. Soll (2008), «The MPG Illusion», *Science* 320: por qué los km/l engañan.
# - R. Quinlan (1993), [Auto MPG](https://doi.org/10.24432/C5859H), UCI Machine Learning Repository.
