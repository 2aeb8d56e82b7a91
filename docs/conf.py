"""La configuración de Sphinx; ``make sitio`` la copia junto a lo que genera y la usa allí."""

project = "Aprendizaje automático en español"
author = "Las personas que escriben curso-ml-es"
copyright = "2026, las personas que escriben curso-ml-es. Textos, CC BY 4.0; código, MIT"
language = "es"

extensions = ["myst_nb", "sphinx_design", "authoring.site.math"]
exclude_patterns = ["cuadernos", "resueltas", "_extra"]
html_extra_path = ["_extra"]  # las diapositivas
nb_execution_mode = "off"  # las salidas son las guardadas en los cuadernos
nb_merge_streams = True
nb_code_prompt_show = "Ver {type}"
nb_code_prompt_hide = "Ocultar {type}"
myst_enable_extensions = ["dollarmath", "colon_fence", "deflist"]
myst_heading_anchors = 3
myst_heading_slug_func = "myst_parser.slugs.github_slugify"  # conceptos.md calcula las mismas
html_math_renderer = "mathml"

html_theme = "sphinx_book_theme"
html_title = project
html_static_path = ["_static"]
html_css_files = ["curso.css"]
html_js_files = ["curso.js"]
html_show_sourcelink = False
html_copy_source = False
html_theme_options = {
    "use_download_button": False,
    "show_navbar_depth": 1,
    "show_toc_level": 2,
    "home_page_in_toc": False,
    "navbar_persistent": [],  # el buscador ya está en la barra lateral
}
html_context = {"default_mode": "auto"}
