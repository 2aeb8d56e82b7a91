"""La configuración del ensayo: la de ``hub/tljh``, y lo que en TLJH pone el sistema.

La lee JupyterHub, con el Python de la clase; lo que cambia de un ensayo a otro llega en ``ENSAYO``.
"""

import json
import os
import resource
from pathlib import Path

from jupyterhub.spawner import SimpleLocalProcessSpawner

HERE = json.loads(os.environ["ENSAYO"])
FIRST_USER = 60_000  # los números de usuario del sistema de quien estudia
FIRST_PORT = 20_000  # y los puertos de sus servidores


class LimitedSpawner(SimpleLocalProcessSpawner):
    """El servidor de cada estudiante, con su usuario del sistema y su límite de memoria.

    En The Littlest JupyterHub lo hace systemd, y en Zero to JupyterHub, Kubernetes: los tres piden
    al núcleo de Linux lo mismo, un grupo de control. Sin permiso para crearlo, el límite es de cada
    proceso (``RLIMIT_DATA``).
    """

    def start(self):
        """Enciende el servidor en un puerto de los que el sistema no presta.

        JupyterHub elige uno al azar de los que presta; hasta que el servidor lo abre (medio minuto,
        si arrancan diez a la vez) se lo puede quedar otro programa, y en un ensayo pasó.
        """
        self.port = FIRST_PORT + self.user.id
        return super().start()

    def make_preexec_fn(self, name):
        user, home, limit = FIRST_USER + self.user.id, Path(self.home_dir), self.mem_limit
        home.mkdir(mode=0o700, exist_ok=True)
        group = None
        if HERE["root"]:
            os.chown(home, user, user)
        if HERE["group"]:
            group = Path(HERE["group"], name)
            group.mkdir(exist_ok=True)
            (group / "memory.limit_in_bytes").write_text(str(limit))

        def preexec():
            if group:
                (group / "cgroup.procs").write_text(str(os.getpid()))
            else:
                resource.setrlimit(resource.RLIMIT_DATA, (limit, limit))
            if HERE["root"]:
                os.setgroups([])
                os.setgid(user)
                os.setuid(user)
            os.chdir(home)

        return preexec


c = get_config()  # noqa: F821 - la pone JupyterHub
load_subconfig(HERE["course_config"])  # noqa: F821

c.JupyterHub.spawner_class = LimitedSpawner
c.Spawner.mem_limit = HERE["memory"]
c.Spawner.default_url = "/lab"
c.Spawner.env_keep = ["PATH", "LANG", "LC_ALL", "GIT_CONFIG_SYSTEM"]
c.Spawner.start_timeout = c.Spawner.http_timeout = 300  # diez a la vez en dos núcleos
c.SimpleLocalProcessSpawner.home_dir_template = HERE["homes"] + "/{username}"

# Todo, en este equipo y para este equipo. Nadie entra con contraseña: se hace todo por la API.
c.JupyterHub.bind_url = f"http://127.0.0.1:{HERE['port']}"
c.JupyterHub.hub_bind_url = f"http://127.0.0.1:{HERE['port'] + 1}"
c.JupyterHub.authenticator_class = "dummy"
c.DummyAuthenticator.password = HERE["secret"]
c.Authenticator.allow_existing_users = True
c.JupyterHub.services = [{"name": "ensayo", "api_token": HERE["secret"]}]
c.JupyterHub.load_roles = [
    {
        "name": "ensayo",
        "services": ["ensayo"],
        "scopes": ["admin:users", "admin:servers", "tokens"],
    }
]

# El proxy va aparte y los servidores no se apagan con el hub, como en TLJH y Zero to JupyterHub.
c.ConfigurableHTTPProxy.should_start = False
c.ConfigurableHTTPProxy.auth_token = HERE["secret"]
c.ConfigurableHTTPProxy.api_url = f"http://127.0.0.1:{HERE['port'] + 2}"
c.JupyterHub.cleanup_servers = False
