# %% [markdown]
# # 6.2 · Cuánto miente cada trampa
#
# | | |
# |---|---|
# | **Objetivos** | Cometer a propósito varias fugas de datos y medir cuánto miente cada una; reconocer una que venía en los datos; dar una nota con su intervalo y comparar dos modelos en las mismas muestras; traducir una nota a avisos y escribir un informe honesto |
# | **Duración** | {{minutos}} |
# | **Requisitos** | {{los_datos_y_como_evaluarlos}} (reparto por tiempo, precisión media, logística equilibrada) y {{vinos}} (fuga y *pipeline*) |
# | **Datos** | Los pagos de {{los_datos_y_como_evaluarlos}} (ULB y Worldline; ODbL 1.0), incluidos en el curso |
# | **Práctica** | Proyecto final, segunda parte: un informe honesto |

# %%
import matplotlib.pyplot as plt
import numpy as np
from sklearn.ensemble import HistGradientBoostingClassifier
from sklearn.ensemble import RandomForestClassifier
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import average_precision_score
from sklearn.model_selection import train_test_split
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

from course_utils import check, hint, solution
from course_utils import bootstrap_interval, load_credit_card_fraud
from course_utils import paired_difference, precision_at_k, recall_at_k

# %% [markdown] presenta="fuga de datos"
# ## 1 · ¿Cuánto se gana haciendo trampa?
#
# Una **fuga de datos** (*data leakage*) ocurre cuando al modelo le llega, al aprender, información
# que en el examen no debería tener. No da ningún error: da una nota mejor que la verdad. Vamos a cometer
# varias **a propósito**, y a medir la ilusión.
#
# Las fugas se miden en la prueba de {{los_datos_y_como_evaluarlos}} (el 16 % que va antes del sobre cerrado). La miraremos
# muchas veces, porque la estudiamos a ella: de lo que salga no se elige nada. Con el sobre no se examina ningún modelo; solo
# en la sección 3 se miran sus V, sin sus etiquetas, para saber cómo se hicieron.

# %%
pagos = load_credit_card_fraud()
unicos = pagos.drop_duplicates().reset_index(drop=True)
sobre = int(0.8 * len(unicos))
abiertos = unicos[:sobre]  # el sobre cerrado se queda fuera
corte = int(0.8 * sobre)
train, test = abiertos[:corte], abiertos[corte:]
y_train, y_test = train["Class"].to_numpy(), test["Class"].to_numpy()

def to_matrix(table):
    """V1–V28 y el logaritmo del importe: una matriz con 29 columnas."""
    return np.column_stack([table.loc[:, "V1":"V28"].to_numpy(float),
                            np.log1p(table["Amount"])])

x_train, x_test = to_matrix(train), to_matrix(test)
print(x_train.shape, x_test.shape, "fraudes:", y_train.sum(), y_test.sum())

# %%
def logistic():
    return make_pipeline(StandardScaler(),
                         LogisticRegression(max_iter=1000,
                                            class_weight="balanced"))

def scores_of(model, x):
    return model.predict_proba(x)[:, 1]

model = logistic().fit(x_train, y_train)
scores = scores_of(model, x_test)
ap = average_precision_score(y_test, scores)
print(f"el listón, la logística equilibrada: AP ≈ {ap:.3f}")

# %% [markdown]
# **Predice:** ordena de más a menos mentirosa: (a) escalar antes de partir, (b) repetir los fraudes
# antes de partir, (c) partir al azar.
#
# **Trampa a · Escalar antes de partir.** Las medias y desviaciones salen de todos los pagos, también
# de los de prueba.

# %% [markdown] tags=["docente"]
# **{{minutos}}**, con medio minuto de cálculo. Recoge las apuestas antes de ejecutar: casi todo el mundo pone (a) arriba.
# El mensaje no es que alguna «esté permitida», sino que el tamaño de una fuga se mide, no se supone.

# %%
scaled = StandardScaler().fit(np.vstack([x_train, x_test]))
leaky = LogisticRegression(max_iter=1000, class_weight="balanced")
leaky.fit(scaled.transform(x_train), y_train)
leaky_scores = scores_of(leaky, scaled.transform(x_test))
ap_escalar = average_precision_score(y_test, leaky_scores)

print(f"escalando antes ≈ {ap_escalar:.3f}   escalando dentro ≈ {ap:.3f}")
print("¿Se diferencian en menos de 0.03?",
      bool(abs(ap_escalar - ap) < 0.03))

# %% [markdown] presenta="sobremuestrear, bosque aleatorio, sklearn.ensemble.RandomForestClassifier"
# **Qué observas.** Se suele citar como **la** fuga, y aquí no regala casi nada: las medias y las desviaciones cambian poco,
# y la logística ajusta sus pesos a las que reciba. La regla sigue siendo buena (en {{vinos}} viste una fuga de la misma
# familia que sí mentía, porque miraba las etiquetas, y el *pipeline* cuesta lo mismo), pero no es aquí donde está el peligro.
#
# **Trampa b · Repetir los fraudes antes de partir.** «Hay pocos fraudes, así que los copio hasta
# tener tantos como pagos normales; después parto al azar.» A repetir muestras de la clase rara se le
# llama **sobremuestrear** (*oversampling*). Probamos con un **bosque aleatorio** (*random forest*) pequeño,
# `RandomForestClassifier`: muchos árboles de decisión, cada uno entrenado con una muestra al azar de los pagos, y la
# respuesta es la media de todos. Tres veces: en ese orden; con un **control**, que hace lo mismo pero parte antes y copia
# después, en cada lado los suyos; y como se debe: partir por tiempo y copiar **solo** en entrenamiento.

# %%
def repeat_frauds(x, y):
    """Repite cada fraude hasta que haya, más o menos, tantos como pagos
    normales."""
    times = np.where(y == 1, round((y == 0).sum() / (y == 1).sum()), 1)
    return np.repeat(x, times, axis=0), np.repeat(y, times)

def forest_scores(a, b, c, d):
    """Entrena con (a, c);
    devuelve la AP y la exhaustividad (umbral 0.5) en (b, d)."""
    forest = RandomForestClassifier(20, max_samples=20_000,
                                    random_state=42).fit(a, c)
    s = forest.predict_proba(b)[:, 1]
    return average_precision_score(d, s), (s[d == 1] >= 0.5).mean()

# %%
x_all, y_all = to_matrix(abiertos), abiertos["Class"].to_numpy()

def split(x, y):
    return train_test_split(x, y, test_size=0.2, random_state=42)

# la trampa
ap_copiar, hallados_copiar = forest_scores(
    *split(*repeat_frauds(x_all, y_all)))

x_a, x_b, y_a, y_b = split(x_all, y_all)
(x_a, y_a), (x_b, y_b) = repeat_frauds(x_a, y_a), repeat_frauds(x_b, y_b)
# el control
ap_control, hallados_control = forest_scores(x_a, x_b, y_a, y_b)

x_more, y_more = repeat_frauds(x_train, y_train)
# como se debe
ap_en_orden, hallados_en_orden = forest_scores(x_more, x_test,
                                               y_more, y_test)

# %%
for nombre, nota, hallados in [("trampa: copiar y partir", ap_copiar,
                                hallados_copiar),
                               ("control: partir y copiar", ap_control,
                                hallados_control),
                               ("como se debe, por tiempo", ap_en_orden,
                                hallados_en_orden)]:
    print(f"{nombre:<25} AP ≈ {nota:.4f}, "
          f"encuentra ≈ {100 * hallados:.1f} %")
print("¿Parece perfecta la trampa (más de 0.99)?",
      bool(min(ap_copiar, hallados_copiar) > 0.99))
print("¿Y sin la fuga, encuentra menos del 90 %?",
      bool(max(hallados_control, hallados_en_orden) < 0.9))

# %% [markdown]
# **Qué observas.** Los mismos pasos y el mismo modelo, en otro orden: de «perfecto» a lo que es. Al repetir cada
# fraude cientos de veces, **todos** los de la prueba tramposa están también en entrenamiento. El bosque no
# detecta: recuerda. El control lo confirma: también parte al azar y tiene las copias en los dos lados, pero ningún fraude
# está en los dos, y encuentra más o menos los que se encuentran como se debe. (Mira ahí la exhaustividad: la AP del control
# es alta porque uno de cada dos pagos de esa prueba es fraude.)
#
# ### Ejercicio 6.2.1
#
# Escribe `sobremuestrear(x, y, veces)`: **devuelve** dos arrays, `x` e `y` nuevos, en los que cada fraude
# (`y == 1`) aparece en total `veces` veces, y cada pago normal, una. El orden da igual mientras cada
# fila conserve su etiqueta. Se usará solo con el entrenamiento.

# %% tags=["ejercicio"]
def sobremuestrear(x, y, veces):
    # >>> return ...
    cuantas = np.where(y == 1, veces, 1)
    return np.repeat(x, cuantas, axis=0), np.repeat(y, cuantas)
    # <<<

# %%
check("6.2.1", sobremuestrear)

# %% [markdown] presenta=".ngroup"
# ### ★ Ampliación · Trampa d: dejar las copias
#
# Partimos al azar los datos **con** copias. Al mismo modelo le
# medimos la nota con toda su prueba, y con la prueba sin los pagos que ya había visto: `ngroup()` da el mismo número a las
# filas iguales.

# %%
# sin el sobre, con las copias
crudos = pagos[pagos["Time"] <= abiertos["Time"].max()]
x_raw, y_raw = to_matrix(crudos), crudos["Class"].to_numpy()
# igual, mismo número
quien = crudos.groupby(list(crudos.columns), sort=False).ngroup().to_numpy()

# %%
con_copias, sin_vistos = [], []
for seed in range(3):
    a, b = train_test_split(np.arange(len(crudos)), test_size=0.2,
                            random_state=seed)
    s, vista = (scores_of(logistic().fit(x_raw[a], y_raw[a]), x_raw[b]),
                np.isin(quien[b], quien[a]))
    con_copias.append(average_precision_score(y_raw[b], s))
    sin_vistos.append(average_precision_score(y_raw[b][~vista], s[~vista]))
    print(f"ya vistos en la prueba: {vista.sum()} "
          f"(fraudes: {y_raw[b][vista].sum()})   "
          f"AP ≈ {con_copias[-1]:.3f}; sin ellos ≈ {sin_vistos[-1]:.3f}")
regalo = np.mean(con_copias) - np.mean(sin_vistos)
print("¿Suben la nota, de media?", bool(regalo > 0), "| ¿más de 0.05?",
      bool(regalo > 0.05))

# %% [markdown] presenta=".itertuples"
# **Qué observas.** Se cuelan cientos de pagos ya vistos, y entre ellos unos pocos fraudes: bastan para
# regalar algo. Partiendo por tiempo no se cuela ninguno, porque las copias comparten segundo; pero contarían doble.
#
# #### Ejercicio 6.2.2
#
# Un detector de trampas. Escribe `ya_vistas(entrenamiento, prueba)`: recibe dos tablas con las mismas columnas y
# **devuelve** cuántas filas de `prueba` (si una se repite, cuenta cada vez) son idénticas, en todas
# las columnas, a alguna de `entrenamiento`. Idea: convertir cada fila en una tupla, con
# `itertuples(index=False, name=None)`, y usar un conjunto ({{colecciones}}).

# %% tags=["ejercicio"]
def ya_vistas(entrenamiento, prueba):
    # >>> return ...
    conocidas = set(entrenamiento.itertuples(index=False, name=None))
    return sum(fila in conocidas
               for fila in prueba.itertuples(index=False, name=None))
    # <<<

# %%
check("6.2.2", ya_vistas)

# %% [markdown] presenta="sklearn.ensemble.HistGradientBoostingClassifier"
# ## 2 · ¿A quién halaga partir al azar?
#
# **Trampa c · Partir al azar.** El modelo aprende de pagos de la hora 40 y se examina con otros de
# la 11: sabe el futuro. ¿Miente igual con cualquier modelo? Traemos uno más fuerte, el ***gradient boosting*** de
# {{casas_con_una_red}}: árboles que se corrigen unos a otros, `HistGradientBoostingClassifier`. (Lleva uno de los ajustes
# entre los que se elegirá en {{la_red_y_sus_rivales}}.)
#
# **Predice:** ¿a cuál halagará más el azar: a la logística o al *boosting*?

# %%
def boosting():
    return HistGradientBoostingClassifier(
        learning_rate=0.05, max_leaf_nodes=8, random_state=0,
        l2_regularization=10, early_stopping=False)

def two_scores(x, y, x_exam, y_exam):
    """La AP de la logística y la del boosting en el mismo examen."""
    return [average_precision_score(y_exam,
                                    scores_of(make().fit(x, y), x_exam))
            for make in (logistic, boosting)]

# %%
en_orden = np.array(two_scores(x_train, y_train, x_test, y_test))
al_azar = []
for seed in range(3):
    a, b, c, d = train_test_split(x_all, y_all, test_size=0.2,
                                  random_state=seed)
    al_azar.append(two_scores(a, c, b, d))
al_azar = np.array(al_azar)                       # una fila por sorteo

# %%
fig, ax = plt.subplots(figsize=(7, 2.8))
for row, (nombre, color) in enumerate([("logística", "#0072B2"),
                                       ("boosting", "#E69F00")]):
    ax.plot(al_azar[:, row], [row] * 3, "o", color=color,
            label=f"{nombre}, al azar")
    ax.plot(en_orden[row], row, "D", ms=10, mfc="none", color=color,
            label=f"{nombre}, por tiempo")
ax.set(title="Cuatro exámenes de cada modelo", yticks=[0, 1],
       yticklabels=["logística", "boosting"],
       ylim=(-0.5, 1.5), xlabel="Precisión media (AP)", ylabel="Modelo")
ax.legend(fontsize="small", loc="center left", bbox_to_anchor=(1, 0.5))
fig.tight_layout()

# %%
azar = al_azar.mean(axis=0)
print(f"logística: por tiempo ≈ {en_orden[0]:.3f}, al azar ≈ {azar[0]:.3f}")
print(f"boosting:  por tiempo ≈ {en_orden[1]:.3f}, al azar ≈ {azar[1]:.3f}")
print("¿Sube el boosting al partir al azar?",
      bool(azar[1] > en_orden[1] + 0.02),
      "| ¿Y la logística?", bool(azar[0] > en_orden[0] + 0.02))
print("¿Gana el boosting por más en los tres sorteos que por tiempo?",
      bool(((al_azar[:, 1] - al_azar[:, 0]) > en_orden[1] - en_orden[0]
            + 0.03).all()))

# %% [markdown]
# **Qué observas.** Al azar, de media, el *boosting* sube; la logística, no. Cada sorteo es otro examen, más fácil o más difícil, así
# que lo que se compara es la **ventaja** de uno sobre otro dentro de cada examen: al azar, el *boosting* gana por mucho
# más que por tiempo. Una explicación: los fraudes llegan en rachas (mira las horas 2, 11 y 26 en la figura de
# {{los_datos_y_como_evaluarlos}}), y quien ve media racha al aprender puede recordar la otra media; una recta
# recuerda poco. Estos datos no la demuestran. Lo que sí se ve: el reparto al azar exagera la ventaja de un modelo sobre
# otro, y con dos más igualados podría cambiar cuál se elige.

# %% [markdown] presenta="error estándar"
# ## 3 · ¿Y si la fuga ya venía en los datos?
#
# `V1` a `V28` son componentes principales. Para calcularlas hacen falta las medias de las columnas secretas. ¿De qué pagos?
# Si salieron de **todas** las filas, cada V promedia cero en el archivo entero, y no tiene por qué hacerlo en un trozo.
#
# Para saber si una media está lejos de cero se mide en **errores estándar**: la desviación estándar dividida entre la raíz
# cuadrada de cuántos números se promedian. Es lo que la media suele moverse por azar.
#
# **Predice:** ¿promediarán cero las V en el primer 80 % de los pagos?

# %%
def biggest_mean(table):
    """La mayor media de V1–V28, en errores estándar:
    al azar, rara vez pasaría de 3."""
    v = table.loc[:, "V1":"V28"]
    return float((v.mean() / (v.std() / np.sqrt(len(table)))).abs().max())

print(f"archivo entero: {biggest_mean(pagos):.4f} errores estándar")
print(f"primer 80 %:    {biggest_mean(pagos[: int(0.8 * len(pagos))]):.0f} "
      "errores estándar")

# %% [markdown]
# **Qué observas.** En el archivo entero las medias son cero, mucho más cero de lo que da el azar: 0.0001 errores estándar. En el
# primer 80 % una se aleja 58. Un cero así solo sale de restar la media de todas las filas: **quien publicó los datos
# calculó las V con el archivo entero**, también con los pagos del examen y los del sobre. Es la trampa a, cometida antes de
# que llegaran. No podemos deshacerla (las columnas originales son secretas) ni medirla. Por lo que vimos en (a), cabe
# esperar que sea pequeña: tampoco usa las etiquetas. Lo honesto es decirlo, y va al informe.
#
# Todo junto:

# %%
trampas = [("a  escalar antes de partir", ap_escalar, ap),
           ("b  copiar fraudes y partir", ap_copiar, ap_en_orden),
           ("c  al azar, logística", azar[0], en_orden[0]),
           ("c  al azar, boosting", azar[1], en_orden[1])]
print("trampa                       AP ilusoria   AP honesta   ilusión")
for nombre, ilusoria, honesta in trampas:
    print(f"{nombre:<28}  ≈ {ilusoria:.3f}      ≈ {honesta:.3f}     "
          f"≈ {ilusoria - honesta:+.3f}")
ilusiones = [ilusoria - honesta for _, ilusoria, honesta in trampas]
print("¿Es la b la que más miente?", int(np.argmax(ilusiones)) == 1)
print("¿Más de 0.1?", bool(ilusiones[1] > 0.1))

# %% [markdown]
# **Qué observas.** La trampa más citada no regaló casi nada; la que más miente es repetir fraudes antes de
# partir. (En b y en c, la AP ilusoria y la honesta salen de exámenes distintos: la resta lleva también esa suerte.) En
# otros datos el orden puede ser otro: se mide.

# %% [markdown]
# ## 4 · ¿Cuánto vale de verdad esta nota?
#
# Con 52 fraudes, otras horas habrían dado otra nota. El ***bootstrap*** lo imita: saca al azar, **con
# repetición**, muestras del mismo tamaño que la prueba, y mide la AP en cada una. El 95 % central es el
# **intervalo**.
#
# **Predice:** ¿de cuánto será? ¿±0.01, ±0.03 o ±0.1?

# %% [markdown] tags=["docente"]
# **{{minutos}}.** El intervalo no cubre todo: supone que mañana se parece a estas horas. La idea difícil es la resta: dos
# estudiantes que hacen el mismo examen difícil bajan los dos. Dibuja las dos notas subiendo y bajando juntas.

# %% tags=["resultado"]
low, high = bootstrap_interval(average_precision_score, y_test, scores,
                               repetitions=200)
print("¿Mide más de 0.15?", bool(high - low > 0.15))
print("¿Queda todo por encima de 0.5?", bool(low > 0.5))
print(f"Logística equilibrada: AP ≈ {ap:.3f}, "
      f"intervalo del 95 % de ≈ {low:.2f} a ≈ {high:.2f}")

# %% [markdown] presenta="comparación pareada, course_utils.paired_difference, .value, .low, .high"
# **Qué observas.** Es ancho: más o menos una décima a cada lado. Pero queda lejísimos del 0.001 del azar.
#
# > **Lo que oirás por ahí: «si los intervalos de dos modelos se solapan, empatan».** No: los dos suben y bajan juntos,
# > porque la muestra difícil lo es para los dos. Lo que hay que remuestrear es la **diferencia**, midiendo ambos en
# > cada muestra. Es la comparación **pareada**. Veámoslo con «hay que equilibrar las clases»: ¿gana la
# > logística equilibrada a la corriente?
#
# `paired_difference` da la diferencia (`value`) y su intervalo, de `low` a `high`.

# %%
plain = (make_pipeline(StandardScaler(), LogisticRegression(max_iter=1000))
         .fit(x_train, y_train))
plain_scores = scores_of(plain, x_test)
p_low, p_high = bootstrap_interval(average_precision_score, y_test,
                                   plain_scores, repetitions=200)
gain = paired_difference(average_precision_score, y_test, scores,
                         plain_scores, repetitions=200)

# %%
print(f"corriente: de ≈ {p_low:.2f} a ≈ {p_high:.2f}; equilibrada: "
      f"de ≈ {low:.2f} a ≈ {high:.2f}")
print("¿Se solapan?", bool(p_high > low))
print(f"diferencia pareada ≈ {gain.value:+.3f}, "
      f"de ≈ {gain.low:+.3f} a ≈ {gain.high:+.3f}")
print("¿Queda toda por encima de 0?", bool(gain.low > 0))
print(f"avisos con umbral 0.5: corriente ≈ {(plain_scores >= 0.5).sum()}, "
      f"equilibrada ≈ {(scores >= 0.5).sum()}, para {y_test.sum()} fraudes")
print("¿Se multiplican por más de 10?",
      bool((scores >= 0.5).sum() > 10 * (plain_scores >= 0.5).sum()))

# %% [markdown]
# **Qué observas.** Los dos intervalos se solapan de sobra, y aun así la equilibrada **gana**: la diferencia entera queda por
# encima de 0. (Elegirla por esto sería elegir con la prueba. En {{la_red_y_sus_rivales}} se miden las dos en validación, y
# también allí queda delante: por eso es nuestro listón.) Pero cambió el significado de 0.5: los avisos se multiplican.
# Equilibrar no es un paso obligado, sino una opción que se mide; con la red saldrá otra cosa.
#
# ### Ejercicio 6.2.3
#
# Escribe `diferencias(reales, una, otra, muestras)`: los tres primeros son arrays (etiquetas y puntuaciones de dos
# modelos), y `muestras`, una lista de arrays de posiciones. **Devuelve** un array con la AP de `una` menos la de
# `otra` en cada muestra, las dos en las **mismas** posiciones.

# %% tags=["ejercicio"]
def diferencias(reales, una, otra, muestras):
    # >>> return ...
    return np.array([
        average_precision_score(reales[m], una[m])
        - average_precision_score(reales[m], otra[m])
        for m in muestras
    ])
    # <<<

# %%
check("6.2.3", diferencias)

# %% [markdown] presenta="course_utils.precision_at_k, course_utils.recall_at_k"
# ## 5 · ¿Qué significa para el equipo?
#
# Con **100 avisos al día**, ¿qué se encuentra? La prueba dura 5.53 horas, así que le toca la parte proporcional.
# `precision_at_k` da qué fracción de los `k` primeros son fraudes, y `recall_at_k`, qué fracción de los fraudes está entre ellos.

# %%
horas_prueba = (test["Time"].max() - test["Time"].min()) / 3600
print(f"fraudes en la prueba: {y_test.sum()}, en {horas_prueba:.2f} horas")
for al_dia in (50, 100, 200, 400):
    k = round(al_dia * horas_prueba / 24)
    print(f"{al_dia:>3} avisos al día: {k:>3} en la prueba   "
          f"precisión ≈ {precision_at_k(y_test, scores, k):.2f}   "
          f"exhaustividad ≈ {recall_at_k(y_test, scores, k):.2f}   "
          f"(tope: {min(1, k / y_test.sum()):.2f})")

k = round(100 * horas_prueba / 24)
print("Con 100 al día, ¿precisión de más de 0.85?",
      bool(precision_at_k(y_test, scores, k) > 0.85))
print("¿Y exhaustividad por debajo de 0.5?",
      bool(recall_at_k(y_test, scores, k) < 0.5))

# %% [markdown]
# **Qué observas.** Con 100 avisos al día casi todos dan en el blanco, y aun así se escapa más de la mitad: en
# 23 avisos no caben 52 fraudes. Ahí el límite es **el equipo**, no el modelo. Con más avisos se
# encuentra más y la precisión baja. Esa conversación es de dinero, y empieza en {{la_red_y_la_decision}}.
#
# ### Ejercicio 6.2.4
#
# Escribe `en_los_primeros(reales, puntuaciones, k)`: **devuelve** dos números, `precision, exhaustividad`, si
# se revisan los `k` pagos de mayor puntuación. Hay al menos `k` pagos y algún fraude. Sin usar
# `precision_at_k` ni `recall_at_k`, que hacen lo mismo.

# %% tags=["ejercicio"]
def en_los_primeros(reales, puntuaciones, k):
    # >>> return ...
    encontrados = reales[np.argsort(-puntuaciones)[:k]].sum()
    return encontrados / k, encontrados / reales.sum()
    # <<<

# %%
check("6.2.4", en_los_primeros)

# %% [markdown]
# ## Errores frecuentes
#
# **1. Enseñar la mejor semilla.** Con un reparto al azar, la nota depende del sorteo. Quien prueba
# diez y enseña una se inventa una mejora.

# %%
logistica_al_azar = al_azar[:, 0]
print(f"Falla: la mejor de tres ≈ {logistica_al_azar.max():.3f}")
print(f"Arreglado: todas, de ≈ {logistica_al_azar.min():.3f} a ≈ "
      f"{logistica_al_azar.max():.3f}, "
      f"media ≈ {logistica_al_azar.mean():.3f}")
print("¿Gana la mejor más de 0.01 a la media?",
      bool(logistica_al_azar.max() - logistica_al_azar.mean() > 0.01))

# %% [markdown]
# **2. Comparar con la prueba de otro.** Restar la AP de un modelo en una prueba y la de otro en otra mezcla dos cosas: el modelo y la suerte del examen.

# %%
half = len(y_test) // 2
first, second = (average_precision_score(y_test[part], scores[part])
                 for part in (slice(half), slice(half, None)))
print("Falla: el mismo modelo, en dos mitades de la prueba: "
      f"≈ {first:.2f} y ≈ {second:.2f}")
same = paired_difference(average_precision_score, y_test, scores, scores,
                         repetitions=20)
print("Arreglado, las mismas muestras: el modelo contra sí mismo da",
      same.value)

# %% [markdown]
# ## Práctica: el informe de esta etapa
#
# ### Paso 1 · Ejercicio 6.2.5
#
# Entrena una regresión logística equilibrada, como la de `logistic()`, con `x_train` e `y_train`, y guarda en
# `puntuaciones` la probabilidad de **fraude** de cada pago de `x_test`, sin redondear: un array de forma `(45396,)`.

# %% [markdown] tags=["docente"]
# **{{minutos}}** para los dos pasos; lo que no dé tiempo, a casa. Error típico del
# paso 1: la columna 0, que es la probabilidad de **no** fraude.

# %% tags=["ejercicio"]
# >>> puntuaciones = ...
puntuaciones = logistic().fit(x_train, y_train).predict_proba(x_test)[:, 1]
# <<<

# %%
check("6.2.5", puntuaciones)

# %% [markdown]
# ### Paso 2 · Ejercicio 6.2.6
#
# Guarda en `informe` un diccionario con lo que alguien necesita para creerte (o no):
#
# - `"fraudes"`: cuántos fraudes hay en la prueba (entero);
# - `"horas"`: cuántas horas dura la prueba, desde su primer pago hasta el último;
# - `"ap"`: la AP de tus puntuaciones;
# - `"intervalo"`: la pareja `(bajo, alto)` de `bootstrap_interval`, con `repetitions=100`;
# - `"avisos"`: cuántos avisos le tocan a la prueba a 100 al día (entero redondeado con `round`);
# - `"exhaustividad"`: la fracción de fraudes que se encuentra con esos avisos (`recall_at_k`).

# %% tags=["ejercicio"]
# >>> informe = ...
informe = {
    "fraudes": int(y_test.sum()),
    "horas": horas_prueba,
    "ap": average_precision_score(y_test, puntuaciones),
    "intervalo": bootstrap_interval(average_precision_score, y_test,
                                    puntuaciones, repetitions=100),
    "avisos": round(100 * horas_prueba / 24),
    "exhaustividad": recall_at_k(y_test, puntuaciones,
                                 round(100 * horas_prueba / 24)),
}
# <<<

# %%
check("6.2.6", informe, puntuaciones)

# %% [markdown]
# **Qué dice un buen informe de esta etapa.** Qué se decide y quién actúa. De dónde salen los datos, cuántos
# fraudes hay, qué se quitó, y que las V se calcularon con todas las filas. Cómo se partió, y por qué así. La
# nota **con su intervalo**, cuántas veces se miró la prueba, y la traducción a avisos. Y lo que no se sabe: si lo de dos
# días de 2013 en Europa vale para hoy.
#
# ## Autoevaluación
#
# Responde con la letra, entre comillas.

# %% [markdown] tags=["docente"]
# **{{minutos}}.** A3 es la que más se falla: pide un dibujo de dos notas que suben y bajan juntas.

# %% [markdown]
# **A1.** Un compañero obtiene AP 0.9999: repitió los fraudes hasta igualar las clases y después partió al
# azar. ¿Qué pasó?
#
# - a) Los mismos fraudes están en entrenamiento y en prueba.
# - b) Equilibrar las clases hizo mejor al modelo.
# - c) Debió escalar antes de partir.
# - d) Tuvo suerte con la semilla.

# %% tags=["ejercicio"]
# >>> respuesta_1 = ...
respuesta_1 = "a"
# <<<
check("6.2.A1", respuesta_1)

# %% [markdown]
# **A2.** Las columnas de una tabla promedian cero en el archivo entero, y no en los pagos del primer día. ¿Qué indica?
#
# - a) Que el primer día hubo más fraude.
# - b) Que las columnas no sirven para predecir.
# - c) Que se centraron con todas las filas, también las del examen.
# - d) Que hay filas repetidas.

# %% tags=["ejercicio"]
# >>> respuesta_2 = ...
respuesta_2 = "c"
# <<<
check("6.2.A2", respuesta_2)

# %% [markdown]
# **A3.** El intervalo de un modelo va de 0.62 a 0.84, y el de otro, de 0.66 a 0.87, en la misma prueba. ¿Qué sabemos?
#
# - a) Que empatan, porque se solapan.
# - b) Que gana el segundo, porque su intervalo está más arriba.
# - c) Que hace falta otra prueba más grande para decir algo.
# - d) Poco: hay que mirar el intervalo de su diferencia, medida en las mismas muestras.

# %% tags=["ejercicio"]
# >>> respuesta_3 = ...
respuesta_3 = "d"
# <<<
check("6.2.A3", respuesta_3)

# %% [markdown]
# ## Resumen
#
# - Una fuga se mide: copiar fraudes antes de partir fingió un modelo perfecto; escalar antes, casi nada.
# - Lo que halaga un reparto al azar depende del modelo: aquí halagó al *boosting*, y a la logística no.
# - Las V se calcularon con todas las filas: una fuga que venía hecha, y que se cuenta.
# - Dos modelos se comparan en las mismas muestras: la diferencia, con su intervalo.
# - Una nota va con su margen y traducida a avisos: con pocos avisos, el límite es el equipo.
#
# ## Para saber más
#
# - scikit-learn: [errores frecuentes y fugas](https://scikit-learn.org/stable/common_pitfalls.html).
# - Sayash Kapoor y Arvind Narayanan (2023), [*Leakage and the reproducibility crisis in
#   machine-learning-based science*](https://doi.org/10.1016/j.patter.2023.100804): fugas en 17 campos de la ciencia.
# - B. Efron y R. Tibshirani, *An Introduction to the Bootstrap* (1993): de dónde sale el intervalo.
