# %% [markdown]
# # 7.1 · La calle más ancha
#
# | | |
# |---|---|
# | **Objetivos** | Explicar qué calle elige una SVM y qué puntos la sujetan; escribir su pérdida, la bisagra, y su gradiente, y llegar a la misma recta que scikit-learn; decir qué cambia C; escalar antes de trazarla; elegir entre `SVC`, `LinearSVC` y `SGDClassifier` por lo que cuestan |
# | **Duración** | {{minutos}} |
# | **Requisitos** | La SVM de {{cuatro_paradigmas}}, el descenso de gradiente ({{descenso_de_gradiente}}), la regularización ({{frenar_y_comparar}}) y las comparaciones pareadas ({{te_puedes_fiar}}) |
# | **Datos** | Los pingüinos de Palmer y las camisetas y camisas de Fashion-MNIST, incluidos en el curso |
# | **Práctica** | ¿Camiseta o camisa? Una SVM lineal con todos los píxeles, elegida con validación |

# %%
import time

import matplotlib.pyplot as plt
import numpy as np
from sklearn.linear_model import LogisticRegression, SGDClassifier
from sklearn.metrics import accuracy_score
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler
from sklearn.svm import LinearSVC, SVC

from course_utils import check, hint, solution
from course_utils import load_fashion_mnist, load_penguins
from course_utils import paired_difference, plot_street

# %% [markdown]
# ## ★ Ampliación · ¿Sigues el libro de Géron a la vez?
#
# Este módulo recorre los capítulos 5 a 9 de *Hands-On Machine Learning* (3.ª ed.). Aquí está cada uno de sus temas:
#
# | Capítulo del libro | Tema | Nuestra lección |
# |---|---|---|
# | 5, SVM | clasificación lineal, margen duro y blando | {{la_calle_mas_ancha}}, secciones 1 y 2 |
# | | qué optimiza por dentro una SVM lineal | {{la_calle_mas_ancha}}, secciones 2 y 3 |
# | | clases de scikit-learn y su coste | {{la_calle_mas_ancha}}, sección 5, y {{nucleos}}, Práctica |
# | | polinomios y núcleo polinómico | {{nucleos}}, sección 1 |
# | | parecido a hitos y núcleo gaussiano | {{nucleos}}, secciones 2 y 3 |
# | | el problema dual y las SVM con núcleo | {{nucleos}}, sección 4 |
# | | regresión con SVM | {{nucleos}}, sección 5 |
# | 6, árboles | entrenar, dibujar, predecir, probabilidades, CART, coste, Gini o entropía, regularizar | {{arboles_de_decision}} |
# | | regresión, los ejes, la varianza alta (y podar, que se añade aquí) | {{arboles_que_tiemblan}} |
# | 7, ensambles | votación, *bagging* y *pasting*, muestras fuera de la bolsa, parches y subespacios al azar, bosques, *extra-trees*, importancia de cada columna | {{muchos_votos}} |
# | | AdaBoost, *gradient boosting*, histogramas, *stacking* | {{aprender_del_error}} |
# | 8, dimensiones | la maldición de la dimensión, proyectar, PCA y sus variantes, proyección al azar | {{menos_dimensiones}} |
# | | desenrollar variedades: LLE, MDS, Isomap, t-SNE, y el discriminante lineal | {{mapas_de_lo_que_no_se_ve}} |
# | 9, sin etiquetas | k-means, cuántos grupos, sus límites, colores de una foto, semisupervisado | {{agrupar}} |
# | | DBSCAN | {{grupos_de_cualquier_forma}}, secciones 1 y 2 |
# | | agrupamiento jerárquico y los demás algoritmos | {{grupos_de_cualquier_forma}}, secciones 3 y 4 |
# | | mezclas gaussianas, cuántas, y las bayesianas | {{mezclas}} |
# | | anomalías y novedades, con mezclas | {{mezclas}}, Práctica, y {{anomalias}}, sección 4 |
# | | los otros detectores: elipse robusta, bosque de aislamiento, LOF, SVM de una clase, PCA | {{anomalias}}, secciones 1 a 4 y Práctica |
# | 7 y 9, juntos | con etiquetas y sin ellas, en los mismos pagos (se añade aquí) | {{el_fraude_otra_vez}} |

# %% [markdown]
# ## 1 · ¿Cuál es la calle más ancha?
#
# En {{cuatro_paradigmas}} viste la idea de una **máquina de vectores de soporte** (*support vector
# machine*, SVM): entre dos grupos caben muchas rectas, y ella elige la que deja a sus lados la calle vacía
# más ancha. Hoy la abrimos. Empezamos con dos especies de pingüino y dos medidas; la clase se
# llama `t` y vale −1 (Adelie) o 1 (Gentoo): con esos dos números las cuentas salen cortas.
#
# **Predice:** en {{cuatro_paradigmas}} había pocos puntos. Con 265 pingüinos, ¿tocarán más el borde de la calle?

# %% [markdown] tags=["docente"]
# **{{minutos}}.** Antes de ejecutar, que cada quien dibuje dos nubes de puntos y la calle más ancha con una
# regla: casi todos la apoyan en tres puntos sin que nadie lo diga. La tabla de la ampliación es para quien lleva el libro.

# %%
penguins = load_penguins().dropna()
chosen = np.isin(penguins["species"], ["Adelie", "Gentoo"])
two = penguins[chosen]
raw = two[["bill_depth_mm", "body_mass_g"]].to_numpy()
t = np.where(two["species"] == "Gentoo", 1, -1)
x = StandardScaler().fit_transform(raw)
print("pingüinos:", len(x), "  de ellos, Gentoo:", np.sum(t == 1))

# %% presenta="course_utils.plot_street"
species = ["Adelie", "Gentoo"]
scaled_names = ["alto del pico (estandarizado)", "masa (estandarizada)"]
hard = SVC(kernel="linear", C=1000).fit(x, t)
ax = plot_street(hard, x, t, support=hard.support_,
                 class_names=species, feature_names=scaled_names)
print("vectores de soporte:", len(hard.support_), "de", len(x))

# %% [markdown] presenta="margen duro, .decision_function, función de decisión, frontera"
# **Qué observas.** Tres. La calle gris se apoya en esos tres pingüinos, los **vectores de soporte**
# (*support vectors*), y nadie más la toca. Como nadie la pisa, se llama de **margen duro** (*hard margin*).
#
# ¿De dónde salen las tres rectas? De una sola cuenta, la **función de decisión**, que scikit-learn
# llama `decision_function`:
#
# $$f(x) = w_1 x_1 + w_2 x_2 + b$$
#
# En el centro, $f = 0$: esa es la **frontera** (*decision boundary*), y el signo de $f$ dice la clase.
# Multiplicar $w$ y $b$ por 2 no mueve el centro, así que queda elegir una escala, y se
# elige la cómoda: que en los bordes $f$ valga 1 y −1.

# %%
f = x @ hard.coef_[0] + hard.intercept_[0]
print("¿Es decision_function?", np.allclose(f, hard.decision_function(x)))
print("en los vectores de soporte, f =", f[hard.support_].round(2))
print("¿Es t · f al menos 1, salvo 0.01, en todos?", np.all(t * f > 0.99))

# %% [markdown]
# **Qué observas.** La condición «nadie pisa la calle y todos están en su lado» se escribe de una vez:
# $t \cdot f(x) \ge 1$ para cada pingüino. Con esa escala, la distancia del centro a un
# borde es $1 / \lVert w \rVert$: la fórmula de la distancia de {{cuatro_paradigmas}}, con un 1 arriba. ($\lVert w \rVert$ es la
# longitud de $w$: la raíz de la suma de sus cuadrados.) Así que **calle ancha
# quiere decir $w$ pequeño**, y la SVM de margen duro resuelve este problema: de todos los $w$ y $b$ que
# cumplen la condición, el de $\frac{1}{2} \lVert w \rVert^2$ más pequeña. (El cuadrado y el medio
# no cambian quién gana; hacen fácil la derivada.)
#
# ### Ejercicio 7.1.1
#
# Escribe `ancho(w)`: recibe el array de pesos, de cualquier tamaño, y devuelve el ancho de la calle
# **entera**, de borde a borde.

# %% tags=["ejercicio"]
def ancho(w):
    # >>> return ...
    return 2 / np.sqrt((w ** 2).sum())
    # <<<

# %%
check("7.1.1", ancho)

# %% [markdown] presenta="margen blando"
# ¿Te atascas en un ejercicio? En una celda nueva, `hint("7.1.1")` da una pista (y otra, si insistes), y
# `solution("7.1.1")` muestra una solución.
#
# ## 2 · ¿Y si alguien pisa la calle?
#
# Supón que llega un Adelie raro: pico normal, pero más pesado. La recta aún puede separar a todos. Entrenamos dos
# SVM: una que no deja pisar la calle (C = 1000) y otra que lo permite, pagando (C = 1). A la segunda se le
# llama de **margen blando** (*soft margin*).
#
# **Predice:** ¿qué hará la dura por un solo pingüino?

# %% [markdown] tags=["docente"]
# **{{minutos}}.** Pide que alguien defienda a la dura: «acierta todos». La respuesta está en los que vendrán.
# En 7.1.3 el fallo más repetido es poner la C delante de la norma; que comparen con la fórmula.

# %%
x_odd = np.vstack([x, [-0.3, 0.2]])
t_odd = np.append(t, -1)

fig, axes = plt.subplots(1, 2, figsize=(7.5, 3.6))
widths = {}
for C, ax in zip((1000, 1), axes):
    svm = SVC(kernel="linear", C=C).fit(x_odd, t_odd)
    plot_street(svm, x_odd, t_odd, support=svm.support_,
                class_names=species, feature_names=scaled_names, ax=ax)
    ax.set_title(f"C = {C}")
    before = SVC(kernel="linear", C=C).fit(x, t)
    widths[C] = [2 / np.linalg.norm(m.coef_) for m in (before, svm)]
fig.tight_layout()

# %%
for C, (before, after) in widths.items():
    print(f"C = {C:<5} ancho sin el raro ≈ {before:.2f}",
          f"  con él ≈ {after:.2f}")
print("Con C = 1000, ¿pierde más de un tercio?",
      widths[1000][1] < widths[1000][0] * 2 / 3)
print("Con C = 1, ¿pierde menos de un décimo?",
      widths[1][1] > widths[1][0] * 9 / 10)

# %% [markdown] presenta="pérdida bisagra"
# **Qué observas.** La dura se estrecha casi a la mitad y se corre hacia los Gentoo, por uno solo: si ese dato fuera un error, todos los
# pingüinos que vengan lo pagarían. La blanda apenas se mueve: deja unos pocos dentro de la calle, y al raro, en el lado contrario.
#
# Falta decir cuánto se paga. Quien cumple $t \cdot f \ge 1$ no paga nada; el que entra en la calle, o acaba en el
# lado contrario, paga lo que le falta. Es la **pérdida bisagra** (*hinge loss*):
#
# $$\text{bisagra}(t, f) = \max(0,\; 1 - t \cdot f)$$
#
# ### Ejercicio 7.1.2
#
# Escribe `bisagra(t, f)`: recibe dos arrays, las clases (−1 o 1) y la función de decisión de
# cada muestra, y devuelve el array con lo que paga cada una.

# %% tags=["ejercicio"]
def bisagra(t, f):
    # >>> return ...
    return np.maximum(0, 1 - t * f)
    # <<<

# %%
check("7.1.2", bisagra)

# %%
m = np.linspace(-2, 3, 200)
fig, ax = plt.subplots(figsize=(6, 3.4))
ax.plot(m, np.maximum(0, 1 - m), "-", color="#333333",
        label="bisagra (SVM)")
ax.plot(m, np.log(1 + np.exp(-m)), "--", color="#CC79A7",
        label="entropía cruzada (regresión logística)")
ax.plot(m, m < 0, ":", color="#009E73", label="contar fallos")
ax.axvspan(0, 1, color="#EEEEEE", label="en su lado, pero en la calle")
ax.set(title="Lo que paga una muestra", xlabel="t · f(x)",
       ylabel="pérdida")
ax.legend(fontsize=8)
fig.tight_layout()

# %% [markdown] presenta="C"
# **Qué observas.** Contar fallos da saltos y no se puede derivar. La bisagra baja en línea recta y, desde el
# borde de la calle, vale exactamente 0: por eso los puntos lejanos no opinan. La entropía cruzada de la
# regresión logística se le parece, pero nunca llega a 0: allí opinan todos, aunque sea un poco.
#
# Ya está todo. La SVM lineal busca el $w$ y el $b$ que hacen mínimo este **coste**:
#
# $$J(w, b) = \tfrac{1}{2} \lVert w \rVert^2 + C \sum_i \text{bisagra}(t_i,\, f(x_i))$$
#
# El primer término quiere una calle ancha; el segundo, que nadie la pise. **C** es el precio de pisarla. Es
# regularización, como la de Ridge en {{frenar_y_comparar}}, pero escrita del otro lado: allí un alfa grande frenaba; aquí
# frena una C **pequeña**.
#
# ### Ejercicio 7.1.3
#
# Escribe `coste(w, b, x, t, C)`: devuelve $J$, un número. `x` tiene una muestra por fila.

# %% tags=["ejercicio"]
def coste(w, b, x, t, C):
    # >>> return ...
    pagos = np.maximum(0, 1 - t * (x @ w + b))
    return (w ** 2).sum() / 2 + C * pagos.sum()
    # <<<

# %%
check("7.1.3", coste)

# %% [markdown]
# Veamos qué hace C con datos que ninguna recta separa: camisetas y camisas de Fashion-MNIST, resumidas en
# dos números, el brillo medio donde iría una manga larga y el del centro.
#
# **Predice:** al subir C, ¿la calle será más ancha o más estrecha? ¿Y habrá más o menos vectores
# de soporte?

# %%
(images, labels), (test_images, test_labels) = load_fashion_mnist()
kept = np.isin(labels, [0, 6])  # 0 es camiseta; 6, camisa
garments = images[kept] / np.float32(255)
t_garments = np.where(labels[kept] == 6, 1, -1)
sleeves = garments[:, 14:, :6].mean(axis=(1, 2))
centre = garments[:, :, 8:20].mean(axis=(1, 2))
brightness = np.column_stack([sleeves, centre])
x_pair = StandardScaler().fit_transform(brightness[:4000])
t_pair = t_garments[:4000]

# %%
fig, axes = plt.subplots(1, 2, figsize=(7.5, 3.7), sharey=True)
soft = {}
for C, ax in zip((0.01, 100), axes):
    svm = SVC(kernel="linear", C=C).fit(x_pair[:200], t_pair[:200])
    plot_street(svm, x_pair[:200], t_pair[:200], ax=ax,
                class_names=["camiseta", "camisa"],
                feature_names=["brillo de la manga", "brillo del centro"])
    ax.set_title(f"C = {C}")
    soft[C] = 2 / np.linalg.norm(svm.coef_), len(svm.support_)
    print(f"C = {C:<5} ancho ≈ {soft[C][0]:.2f}"
          f"   vectores de soporte ≈ {soft[C][1]} de 200")
fig.tight_layout()
print("Con C = 0.01, ¿es la calle más del doble de ancha?",
      soft[0.01][0] > 2 * soft[100][0])
print("¿Y sube el número de vectores?", soft[0.01][1] > soft[100][1] + 30)

# %% [markdown]
# **Qué observas.** Con una C pequeña la calle es ancha y cabe mucha gente; con una C grande se estrecha.
# Un vector de soporte es ahora quien está **en el borde, dentro de la calle o en el lado equivocado**: los que
# pagan, y los que están a punto. Por eso con menos C hay más.
#
# ## 3 · ¿Cómo se encuentra esa recta?
#
# Con lo que ya sabes: bajando por el gradiente de $J$. La bisagra tiene un pico en $t \cdot f = 1$, donde no hay
# derivada; se toma la de quien no paga, que es 0, y se sigue. (A eso se le llama subgradiente.) Los que
# no pagan no empujan. De los que pagan ($t \cdot f < 1$), cada uno empuja con $-t\,x$:
#
# $$\frac{\partial J}{\partial w} = w - C \sum_{\text{pagan}} t_i\, x_i \qquad \frac{\partial J}{\partial b} = -C \sum_{\text{pagan}} t_i$$
#
# ### Ejercicio 7.1.4
#
# Escribe `gradiente(w, b, x, t, C)`: devuelve dos cosas, el gradiente respecto de `w` (un array como `w`) y
# respecto de `b` (un número).

# %% [markdown] tags=["docente"]
# **{{minutos}}.** Que digan en voz alta qué pingüinos empujan en el primer paso, con `w = 0`: todos, porque
# $t \cdot f = 0$. En el último, cuatro. Quien sume también a los que no pagan llegará a otra recta: el corrector se lo dice.

# %% tags=["ejercicio"]
def gradiente(w, b, x, t, C):
    # >>> return ...
    pagan = t * (x @ w + b) < 1
    dw = w - C * (t[pagan] @ x[pagan])
    db = -C * t[pagan].sum()
    return dw, db
    # <<<

# %%
check("7.1.4", gradiente)

# %% [markdown]
# Con ese gradiente y un paso que va encogiendo, la SVM entera cabe en ocho líneas. ¿Llegará a la misma recta que
# `SVC`?

# %%
def train_svm(x, t, C, steps=3000):
    w, b = np.zeros(x.shape[1]), 0.0
    for k in range(1, steps + 1):
        pay = t * (x @ w + b) < 1
        rate = 1 / (k + 100 * C)
        w = w - rate * (w - C * (t[pay] @ x[pay]))
        b = b + rate * C * t[pay].sum()
    return w, b

w, b = train_svm(x, t, C=1)
svm = SVC(kernel="linear", C=1).fit(x, t)
print(f"la nuestra: w1 ≈ {w[0]:.3f}  w2 ≈ {w[1]:.3f}  b ≈ {b:.3f}")
print(f"SVC:        w1 ≈ {svm.coef_[0, 0]:.3f}  "
      f"w2 ≈ {svm.coef_[0, 1]:.3f}  b ≈ {svm.intercept_[0]:.3f}")

# %% tags=["resultado"]
def street_cost(w, b):
    return w @ w / 2 + np.maximum(0, 1 - t * (x @ w + b)).sum()

ours = street_cost(w, b)
theirs = street_cost(svm.coef_[0], svm.intercept_[0])
print(f"coste: el nuestro ≈ {ours:.4f}   el de SVC ≈ {theirs:.4f}")
print("¿Se llevan menos del 0.5 %?", abs(ours - theirs) < 0.005 * theirs)
print("¿Coinciden los pesos, salvo 0.02?",
      np.allclose([*w, b], [*svm.coef_[0], svm.intercept_[0]], atol=0.02))

# %% [markdown]
# **Qué observas.** La misma recta. El coste es **convexo**, un cuenco sin hoyos donde atascarse: cualquier
# camino que baje bien acaba en el mismo fondo. Por eso dos programas distintos se encuentran, y por eso una SVM no depende de una
# semilla como una red.
#
# ## 4 · ¿Por qué hay que escalar?
#
# «La más ancha» se mide con una regla, y una regla tiene unidades. Entrenamos la misma SVM de margen duro con los mismos
# pingüinos, con la masa en gramos y con la masa en kilos.
#
# **Predice:** un pingüino no cambia por pesarlo en kilos. ¿Cambiará la recta?

# %% [markdown] tags=["docente"]
# **{{minutos}}.** Si alguien dice «pero separan igual de bien»: cierto, en estos 265. La diferencia está en los
# que vendrán, y nadie quiere que la respuesta dependa de la báscula.

# %%
units = {"gramos": raw, "kilos": raw / [1, 1000]}
fig, axes = plt.subplots(1, 2, figsize=(7.5, 3.6))
models = {}
for (name, data), ax in zip(units.items(), axes):
    rigid = SVC(kernel="linear", C=1000)
    centred = StandardScaler(with_std=False)  # centrar no cambia la calle
    models[name] = make_pipeline(centred, rigid).fit(data, t)
    plot_street(models[name], data, t, ax=ax, class_names=species,
                support=rigid.support_,
                feature_names=["alto del pico (mm)", f"masa ({name})"])
    ax.set_title(f"Masa en {name}")
fig.tight_layout()

# %%
doubtful = np.array([[15.5, 4000]])  # un pico de 15.5 mm y 4000 g
for name, factor in (("gramos", 1), ("kilos", 1000)):
    answer = models[name].predict(doubtful / [1, factor])[0]
    print(f"en {name:<7} es", species[(answer + 1) // 2])

shifted = make_pipeline(StandardScaler(), SVC(kernel="linear", C=1000))
answers = [shifted.fit(data, t).predict(doubtful / [1, factor])[0]
           for data, factor in zip(units.values(), (1, 1000))]
print("Estandarizando, ¿responden lo mismo?", answers[0] == answers[1])

# %% [markdown]
# **Qué observas.** El mismo pingüino es de una especie o de otra según la báscula. El ancho es el
# camino más corto para cruzar la calle. En gramos, cruzarla hacia arriba son cientos, y de lado, unos pocos
# milímetros: el ancho se mide casi solo en el pico. En kilos, las dos medidas cuentan. Con `StandardScaler` cada columna se mide con su propia desviación
# estándar, y la unidad deja de importar.
#
# ## 5 · ¿Cuál de las tres, y cuánto cuesta?
#
# scikit-learn minimiza este coste de tres maneras:
#
# - `SVC(kernel="linear")` compara las muestras **de dos en dos**. Vale también para fronteras curvas, con lo que se llama un núcleo (lección {{nucleos}}),
#   y da los vectores de soporte.
# - `LinearSVC(loss="hinge")` solo sabe de rectas, y va muestra a muestra. (Por defecto eleva la bisagra al cuadrado;
#   y frena también un poco a $b$, así que conviene centrar.)
# - `SGDClassifier(loss="hinge")` es el descenso de la sección 3, con una muestra en cada paso. En vez de C
#   lleva `alpha`, que frena: $\alpha = 1 / (n\,C)$, con $n$ muestras (sale de dividir $J$ entre $n\,C$). También aprende por trozos, como en {{maneras_de_aprender}}.
#
# **Predice:** si hay cuatro veces más prendas, ¿cuántas veces más tardará cada una?

# %% [markdown] tags=["docente"]
# **{{minutos}}.** Mientras corre: de dos en dos, con $n$ muestras hay unas $n^2/2$ parejas. Que calculen
# cuántas son con 4000, y con un millón.

# %% presenta="sklearn.svm.LinearSVC, sklearn.linear_model.SGDClassifier, loss=hinge"
x_pixels = StandardScaler().fit_transform(garments[:4000].reshape(4000, -1))
C, sizes = 0.001, (1000, 2000, 4000)
seconds = {"SVC": [], "LinearSVC": [], "SGDClassifier": []}
for n in sizes:
    rivals = (SVC(kernel="linear", C=C),
              LinearSVC(C=C, loss="hinge", random_state=0),
              SGDClassifier(alpha=1 / (n * C), random_state=0))
    for name, model in zip(seconds, rivals):
        start = time.process_time()
        model.fit(x_pixels[:n], t_pair[:n])
        seconds[name].append(time.process_time() - start)

for name, taken in seconds.items():
    print(f"{name:<14}", *[f"≈ {s:.2f} s " for s in taken])

# %%
fig, ax = plt.subplots(figsize=(6, 3.4))
for (name, taken), style in zip(seconds.items(), ("o-", "s--", "^:")):
    ax.loglog(sizes, taken, style, label=name)
ax.minorticks_off()
ax.set(title="Lo que tarda cada SVM lineal", xlabel="prendas",
       ylabel="segundos de procesador", xticks=sizes, xticklabels=sizes)
ax.legend()
fig.tight_layout()
print("Con 4000, ¿tarda SVC más de 4 veces lo que LinearSVC?",
      seconds["SVC"][-1] > 4 * seconds["LinearSVC"][-1])
print("De 1000 a 4000, ¿tarda SVC más de 8 veces más?",
      seconds["SVC"][-1] > 8 * seconds["SVC"][0])

# %% [markdown]
# **Qué observas.** Con cuatro veces más prendas, `SVC` multiplica su tiempo mucho más que por cuatro:
# las parejas crecen con el cuadrado, y el tiempo, al menos como ellas. Para una recta y muchas muestras, `LinearSVC` o
# `SGDClassifier`; `SVC`, con unos pocos miles o si hace falta un núcleo.
#
# > **Lo que oirás por ahí: «la SVM siempre necesita pocos vectores, así que ocupa poco».** Con los pingüinos
# > eran 3 de 265. Contémoslos con camisetas y camisas, cada vez con más prendas.

# %%
counts = {}
for n in (500, 1000, 2000, 4000):
    pair = SVC(kernel="linear").fit(x_pair[:n], t_pair[:n])
    counts[n] = len(pair.support_)
    wrong = np.sum(pair.predict(x_pair[:n]) != t_pair[:n])
    print(f"{n:>5} prendas: vectores de soporte ≈ {counts[n]:<5}"
          f"  fallos ≈ {wrong}")

print("¿Son siempre más de un tercio?",
      all(count > n / 3 for n, count in counts.items()))
print("Con 8 veces más prendas, ¿son más de 6 veces más?",
      counts[4000] > 6 * counts[500])

# %% [markdown]
# **Qué observas.** Cerca de la mitad, y crecen con los datos. No puede ser de otra manera: quien
# falla está en el lado equivocado y es vector de soporte, y enfrente hay casi otro tanto que
# equilibra su empuje. **Pocos vectores hay cuando las clases apenas se mezclan.** (La SVM lineal
# puede olvidarlos: le basta $w$. Con un núcleo hay que guardarlos todos.)
#
# ## Errores frecuentes
#
# **1. Usar 0 y 1 en la bisagra.** scikit-learn acepta las etiquetas que quieras; nuestra fórmula, no: una muestra con $t = 0$
# paga siempre 1 y no empuja nunca. Empuja solo la otra clase, y se acaba respondiendo esa a todo.

# %%
zero_one = (t == 1).astype(int)
w_bad, b_bad = train_svm(x, zero_one, C=1)
hits = (x @ w_bad + b_bad > 0) == (t == 1)
print(f"con 0 y 1, acierta ≈ {hits.mean():.2f}",
      " ¿menos de 0.6?", hits.mean() < 0.6)

w_good, b_good = train_svm(x, np.where(zero_one == 1, 1, -1), C=1)
hits = (x @ w_good + b_good > 0) == (t == 1)
print(f"con −1 y 1, acierta ≈ {hits.mean():.2f}",
      " ¿más de 0.99?", hits.mean() > 0.99)

# %% [markdown]
# **2. Escalar al entrenar y olvidarlo al predecir.** No hay error ni aviso. Un `make_pipeline` no lo olvida.

# %%
forgetful = SVC(kernel="linear").fit(x, t)
print("sin escalar al predecir, ¿menos de 0.6?",
      forgetful.score(raw, t) < 0.6)

careful = make_pipeline(StandardScaler(), SVC(kernel="linear"))
careful.fit(raw, t)
print("con pipeline, ¿más de 0.99?", careful.score(raw, t) > 0.99)

# %% [markdown]
# ## Práctica: ¿camiseta o camisa?
#
# Con dos brillos se acierta poco. Ahora, con todos los píxeles: 3000 prendas para aprender y 2000 de
# validación para elegir C. El conjunto de prueba se abre una vez, al final.

# %% [markdown] tags=["docente"]
# **{{minutos}}**, con la autoevaluación. En 7.1.5, quien elige con las de entrenamiento se queda siempre con la C más grande. Al
# abrir la prueba, recuerda que la rival también se eligió sin mirarla.

# %%
pixels = garments.reshape(len(garments), -1)
x_train, t_train = pixels[:3000], t_garments[:3000]
x_valid, t_valid = pixels[3000:5000], t_garments[3000:5000]

def street(C):
    svm = LinearSVC(C=C, loss="hinge", random_state=0, max_iter=5000)
    return make_pipeline(StandardScaler(), svm)

values = [0.00001, 0.0001, 0.001, 0.01]
candidates = [street(C) for C in values]

# %% [markdown]
# ### Paso 1 · Ejercicio 7.1.5
#
# Escribe `elegir(modelos, x_train, t_train, x_valid, t_valid)`: entrena cada modelo de la lista con
# las muestras de entrenamiento y devuelve la **posición** del que más acierta en las de validación. Si empatan
# varios, el primero.

# %% tags=["ejercicio"]
def elegir(modelos, x_train, t_train, x_valid, t_valid):
    # >>> return ...
    notas = [modelo.fit(x_train, t_train).score(x_valid, t_valid)
             for modelo in modelos]
    return int(np.argmax(notas))
    # <<<

# %%
check("7.1.5", elegir)

# %% [markdown]
# ### Paso 2 · Mirar la curva
#
# La función de arriba elige; la figura explica por qué.

# %%
notes = [(model.fit(x_train, t_train).score(x_train, t_train),
          model.score(x_valid, t_valid)) for model in candidates]
train_notes, valid_notes = np.array(notes).T
fig, ax = plt.subplots(figsize=(6, 3.4))
ax.semilogx(values, train_notes, "o-", color="#333333",
            label="entrenamiento")
ax.semilogx(values, valid_notes, "s--", color="#009E73",
            label="validación")
ax.set(title="Camiseta o camisa: exactitud según C", xlabel="C",
       ylabel="exactitud")
ax.legend()
fig.tight_layout()
best = values[int(np.argmax(valid_notes))]
print("mejor C en validación ≈", best, " ¿es la mayor?", best == values[-1])

# %% [markdown]
# **Qué observas.** En entrenamiento, cuanta más C, mejor. En validación, no: al final deja de subir.
#
# ### Paso 3 · Abrir el examen, una vez
#
# La rival es la regresión logística, con su C (también en ella, pequeña es más freno) elegida en validación. Las dos responden a las
# mismas 2000 prendas de prueba, así que se comparan por parejas.

# %%
rivals = [make_pipeline(StandardScaler(),
                        LogisticRegression(C=C, max_iter=500))
          for C in values]
marks = [rival.fit(x_train, t_train).score(x_valid, t_valid)
         for rival in rivals]
logistic = rivals[int(np.argmax(marks))]
svm = candidates[int(np.argmax(valid_notes))]

kept = np.isin(test_labels, [0, 6])
x_test = test_images[kept].reshape(2000, -1) / np.float32(255)
t_test = np.where(test_labels[kept] == 6, 1, -1)

# %%
answers = svm.predict(x_test), logistic.predict(x_test)
for name, answer in zip(("SVM lineal", "regresión logística"), answers):
    print(f"{name:<20} en prueba ≈ {np.mean(answer == t_test):.3f}")
gap = paired_difference(accuracy_score, t_test, *answers)
print(f"diferencia ≈ {gap.value:+.4f}, "
      f"de ≈ {gap.low:+.4f} a ≈ {gap.high:+.4f}")
print("¿Aciertan las dos más de 0.82?",
      min(np.mean(answer == t_test) for answer in answers) > 0.82)
print("¿Se llevan menos de 0.02?", abs(gap.value) < 0.02)

# %% [markdown]
# **Qué observas.** Se llevan menos de 0.02: las dos trazan una «recta» en cientos de dimensiones con pérdidas muy
# parecidas. Si el intervalo se queda a un lado del 0, la diferencia es más que suerte, pero pequeña. ¿Se acertará más con una frontera curva? Es la lección {{nucleos}}.
#
# ## Autoevaluación
#
# Responde con la letra, entre comillas.
#
# **A1.** Tu SVM acierta 0.99 en entrenamiento y 0.80 en validación. ¿Qué pruebas primero?
#
# - a) Subir C, para que nadie pise la calle.
# - b) Bajar C, para ensanchar la calle.
# - c) Cambiar la semilla.
# - d) Dejar de escalar.

# %% tags=["ejercicio"]
# >>> respuesta_1 = ...
respuesta_1 = "b"
# <<<
check("7.1.A1", respuesta_1)

# %% [markdown]
# **A2.** Una muestra tiene $t = -1$ y $f(x) = 0.5$. ¿Cuánto paga con la bisagra?
#
# - a) Nada: está dentro de la calle.
# - b) 0.5.
# - c) 1.
# - d) 1.5.

# %% tags=["ejercicio"]
# >>> respuesta_2 = ...
respuesta_2 = "d"
# <<<
check("7.1.A2", respuesta_2)

# %% [markdown]
# **A3.** Tienes dos millones de filas, veinte columnas, y una recta te basta. ¿Qué eliges?
#
# - a) `LinearSVC` o `SGDClassifier`.
# - b) `SVC(kernel="linear")`: es la SVM de verdad.
# - c) Cualquiera: minimizan el mismo coste y tardan lo mismo.

# %% tags=["ejercicio"]
# >>> respuesta_3 = ...
respuesta_3 = "a"
# <<<
check("7.1.A3", respuesta_3)

# %% [markdown]
# ## Resumen
#
# - La SVM lineal busca la calle más ancha: la mitad de $\lVert w \rVert^2$, más C veces lo que pagan quienes la pisan.
# - La bisagra vale 0 fuera de la calle: solo cuentan los vectores de soporte.
# - C pequeña, calle ancha y más freno; C grande, calle estrecha.
# - Sin escalar, la regla con la que se mide la calle depende de las unidades.
# - Con clases mezcladas los vectores son muchos, y `SVC` tarda, al menos, con el cuadrado: para rectas, `LinearSVC`.
#
# ## Para saber más
#
# - Aurélien Géron, *Hands-On Machine Learning with Scikit-Learn, Keras & TensorFlow*, 3.ª ed.,
#   capítulo 5.
# - [Las SVM en scikit-learn](https://scikit-learn.org/stable/modules/svm.html).
# - C. Cortes y V. Vapnik (1995), *Support-Vector Networks*: la SVM de margen blando.
# - S. Shalev-Shwartz, Y. Singer, N. Srebro y A. Cotter (2011), *Pegasos*: el descenso de la sección 3, con
#   una muestra en cada paso.
