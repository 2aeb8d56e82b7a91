"""Lo que no cabe en config.yaml. Va en /opt/tljh/config/jupyterhub_config.d/curso.py."""

c = get_config()  # noqa: F821 - la pone JupyterHub

# De solo lectura también para quien administra, que dentro de un cuaderno puede usar sudo.
c.SystemdSpawner.readonly_paths = ["/srv/curso"]

# Los hilos de cada cuaderno. Sin esto, cada uno abre tantos como núcleos tenga el servidor, y
# treinta cuadernos a la vez pasan el tiempo turnándose.
c.Spawner.environment = {
    "OMP_NUM_THREADS": "2",
    "OMP_WAIT_POLICY": "passive",  # quien espera cede el procesador a los demás
    "TF_NUM_INTRAOP_THREADS": "2",
    "TF_NUM_INTEROP_THREADS": "2",
}
