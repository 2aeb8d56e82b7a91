"""Quien estudia, tal como lo ve su servidor: abre su cuaderno, ejecuta sus celdas y lo guarda."""

import asyncio
import contextlib
import json
import uuid
from urllib.parse import parse_qs, quote, urlencode, urlsplit

import nbformat
from tornado.httpclient import HTTPRequest
from tornado.websocket import websocket_connect

from authoring.site.hub_links import COPY

from .server import request

CELL_SECONDS = 900


class KernelDied(Exception):
    """El núcleo se acabó a mitad de una celda."""


class Kernel:
    """Un núcleo de un servidor, con sus mensajes."""

    def __init__(self, learner, path):
        self.learner, self.path, self.id, self.socket = learner, path, None, None

    async def start(self):
        """Abre la sesión del cuaderno, como JupyterLab."""
        session = {"path": self.path, "name": self.path, "type": "notebook"}
        opened = await self.learner.api(
            "POST", "api/sessions", {**session, "kernel": {"name": "python3"}}, timeout=600
        )
        self.id = opened["kernel"]["id"]
        await self.connect()

    async def connect(self):
        """Enlaza con él (otra vez, si se reinició) y espera a que conteste."""
        if self.socket:
            self.socket.close()
        url = f"{self.learner.url}/api/kernels/{self.id}/channels".replace("http", "ws", 1)
        headers = {"Authorization": f"token {self.learner.token}"}
        self.socket = await websocket_connect(
            HTTPRequest(url, headers=headers, connect_timeout=600, request_timeout=600),
            max_message_size=100 * 2**20,
        )
        while True:  # recién nacido, aún no oye
            with contextlib.suppress(asyncio.TimeoutError, KernelDied):
                await self.execute("1", seconds=20)
                return

    async def execute(self, code, seconds=CELL_SECONDS):
        """Ejecuta una celda.

        Returns
        -------
        list of NotebookNode
            Sus salidas, como las guarda un cuaderno.

        Raises
        ------
        KernelDied
            El núcleo se reinició o se cerró.
        """
        header = {
            "msg_id": uuid.uuid4().hex,
            "msg_type": "execute_request",
            "username": "",
            "session": uuid.uuid4().hex,
            "version": "5.3",
        }
        content = {"code": code, "silent": False, "allow_stdin": False, "stop_on_error": True}
        message = {
            **{"channel": "shell", "header": header, "content": content},
            **{"parent_header": {}, "metadata": {}, "buffers": []},
        }
        await self.socket.write_message(json.dumps(message))
        return await asyncio.wait_for(self._outputs(header["msg_id"]), seconds)

    async def _outputs(self, asked):
        outputs, replied, idle = [], False, False
        while not (replied and idle):
            text = await self.socket.read_message()
            if text is None:
                raise KernelDied("se cortó la conexión")
            if isinstance(text, bytes):
                continue  # lo que pinta un explorador
            message = json.loads(text)
            kind, content = message["msg_type"], message["content"]
            if kind == "status" and content["execution_state"] in ("restarting", "dead"):
                raise KernelDied(content["execution_state"])
            if message["parent_header"].get("msg_id") != asked:
                continue
            replied |= kind == "execute_reply"
            idle |= kind == "status" and content["execution_state"] == "idle"
            if kind == "clear_output":
                outputs.clear()
            elif kind in ("stream", "error", "display_data", "execute_result"):
                outputs.append(nbformat.v4.output_from_msg(nbformat.from_dict(message)))
        return outputs


class Learner:
    """Una persona con su servidor.

    Parameters
    ----------
    hub : Hub
    name : str
    token : str
        Su llave.
    """

    def __init__(self, hub, name, token):
        self.name, self.token = name, token
        self.url = f"{hub.url}/user/{name}"

    async def api(self, method, path, body=None, timeout=120, on_chunk=None):
        """Pide algo a su servidor."""
        return await request(f"{self.url}/{path}", self.token, method, body, timeout, on_chunk)

    async def follow_link(self, link):
        """Sigue el enlace de quien enseña: nbgitpuller trae los cuadernos a su carpeta.

        Pide a nbgitpuller lo mismo que la página que ese enlace abre en un navegador.
        """
        said, words = [], parse_qs(urlsplit(link).query)
        asked = {name: words[name][0] for name in ("repo", "branch")}
        asked["targetpath"] = words["targetPath"][0]
        await self.api("GET", f"git-pull/api?{urlencode(asked)}", None, 600, said.append)
        if '"finished"' not in b"".join(said).decode():
            raise RuntimeError(f"nbgitpuller: {b''.join(said).decode()[-2000:]}")

    async def read(self, path):
        """Su cuaderno, tal como está guardado."""
        found = await self.api("GET", f"api/contents/{quote(f'{COPY}/{path}')}")
        return nbformat.from_dict(found["content"])

    async def save(self, path, notebook):
        """Lo guarda, como hace JupyterLab cada dos minutos."""
        body = {"type": "notebook", "format": "json", "content": notebook}
        await self.api("PUT", f"api/contents/{quote(f'{COPY}/{path}')}", body)

    async def kernel(self, path):
        """Un núcleo para ese cuaderno, en su carpeta."""
        kernel = Kernel(self, f"{COPY}/{path}")
        await kernel.start()
        return kernel


def answered(blank, solved):
    """El cuaderno en blanco con las respuestas escritas, sin ejecutar."""
    pairs = zip(_code(blank), _code(solved), strict=True)
    for cell, answer in pairs:
        cell.source, cell.outputs, cell.execution_count = answer.source, [], None
    return blank


def _code(notebook):
    return [cell for cell in notebook.cells if cell.cell_type == "code"]


async def work(kernel, notebook, on_cell, first=0, last=None):
    """Ejecuta esas celdas de código y apunta en el cuaderno lo que dicen."""
    for number, cell in list(enumerate(_code(notebook), 1))[first:last]:
        cell.outputs = await kernel.execute(cell.source)
        cell.execution_count = number
        failed = [output for output in cell.outputs if output.output_type == "error"]
        if failed and "raises-exception" not in cell.metadata.get("tags", []):
            raise RuntimeError(f"{failed[0].ename}: {failed[0].evalue}\n{cell.source[:300]}")
        on_cell()


def content(notebook):
    """Lo que una persona ve de un cuaderno: el texto de sus celdas y sus salidas."""
    return [(cell.source, cell.get("outputs")) for cell in notebook.cells]


def marks(notebook):
    """De las celdas que comprueban: cuántas dicen solo ✅, y cuántas hay."""
    said = [
        "".join(str(output.get("text", "")) + str(output.get("data")) for output in cell.outputs)
        for cell in _code(notebook)
        if "check(" in cell.source
    ]
    right = ["✅" in text and not set(text) & set("❌⏳⚠") for text in said]
    return sum(right), len(right)
