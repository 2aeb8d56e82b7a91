"""Enciende y apaga el proxy y el hub, y les pide cosas por su API."""

import asyncio
import contextlib
import json
import os
import secrets
import signal
import socket
import subprocess
import time
from pathlib import Path

from tornado.httpclient import AsyncHTTPClient, HTTPClientError, HTTPRequest

from authoring.errors import AuthoringError
from authoring.lessons import ROOT

CONFIG = Path(__file__).with_name("jupyterhub_config.py")


async def request(url, token, method="GET", body=None, timeout=120, on_chunk=None):
    """Una petición a una API de Jupyter; devuelve lo que conteste, ya leído."""
    answer = await AsyncHTTPClient().fetch(
        HTTPRequest(
            url,
            method=method,
            headers={"Authorization": f"token {token}"},
            body=None if body is None else json.dumps(body),
            allow_nonstandard_methods=True,
            connect_timeout=timeout,
            request_timeout=timeout,
            streaming_callback=on_chunk,
        )
    )
    return json.loads(answer.body) if answer.body else None


class Hub:
    """Un JupyterHub con su proxy, en 127.0.0.1.

    Parameters
    ----------
    place : Place
    memory : int
        Bytes de cada estudiante.
    group : Path or None
        El grupo de control en el que crear los suyos.
    """

    def __init__(self, place, memory, group):
        self.place, self.secret, self.port = place, secrets.token_hex(16), _free_ports(3)
        self.url = f"http://127.0.0.1:{self.port}"
        self.process = self.proxy = None
        settings = {
            "port": self.port,
            "secret": self.secret,
            "homes": str(place.homes),
            "memory": memory,
            "group": group and str(group),
            "root": os.geteuid() == 0,
            "course_config": str(ROOT / "hub" / "tljh" / "curso.py"),
        }
        self.environment = {
            **place.environment(),
            "ENSAYO": json.dumps(settings),
            "CONFIGPROXY_AUTH_TOKEN": self.secret,
        }

    def start_proxy(self):
        """Enciende el proxy, que sigue en marcha aunque el hub se reinicie."""
        self.proxy = self._launch("proxy", str(self.place.proxy), *self._ports())

    def _ports(self):
        return (
            *("--ip", "127.0.0.1", "--port", str(self.port)),
            *("--api-ip", "127.0.0.1", "--api-port", str(self.port + 2)),
            *("--error-target", f"http://127.0.0.1:{self.port + 1}/hub/error"),
        )

    async def start(self):
        """Enciende el hub y espera a que conteste."""
        command = [str(self.place.python), "-m", "jupyterhub", "--config", str(CONFIG)]
        self.process = self._launch("hub", *command)
        for _ in range(600):
            if self.process.poll() is not None:
                raise AuthoringError(f"JupyterHub no arrancó: mira {self.place.folder / 'hub.log'}")
            with contextlib.suppress(OSError, HTTPClientError):
                await self.api("GET", "", timeout=5)
                return
            await asyncio.sleep(0.2)
        raise AuthoringError("JupyterHub no contesta.")

    def stop(self):
        """Apaga el hub, y solo el hub."""
        _stop(self.process)

    def stop_proxy(self):
        """Apaga el proxy."""
        _stop(self.proxy)

    async def api(self, method, path, body=None, timeout=120):
        """Pide algo al hub, como servicio con permiso sobre los usuarios."""
        return await request(f"{self.url}/hub/api/{path}", self.secret, method, body, timeout)

    async def open_server(self, name):
        """Da de alta a alguien y enciende su servidor; devuelve su llave y los segundos."""
        await self.api("POST", f"users/{name}")
        token = (await self.api("POST", f"users/{name}/tokens", {}))["token"]
        start = time.monotonic()
        await self.api("POST", f"users/{name}/server")
        while True:
            server = (await self.api("GET", f"users/{name}"))["servers"].get("")
            if server is None:
                raise AuthoringError(f"El servidor de {name} no arrancó: mira hub.log.")
            if server["ready"]:
                break
            await asyncio.sleep(0.5)
        return token, time.monotonic() - start

    def _launch(self, name, *command):
        log = open(self.place.folder / f"{name}.log", "a")  # noqa: SIM115 - es del proceso
        return subprocess.Popen(
            command, cwd=self.place.folder, env=self.environment, stdout=log, stderr=log
        )


def _stop(process):
    if process is not None and process.poll() is None:
        process.send_signal(signal.SIGTERM)
        try:
            process.wait(30)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def _free_ports(number):
    """El primero de varios puertos seguidos que nadie usa."""
    while True:
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            first = probe.getsockname()[1]
        with contextlib.suppress(OSError), contextlib.ExitStack() as stack:
            for port in range(first, first + number):
                stack.enter_context(socket.socket()).bind(("127.0.0.1", port))
            return first
