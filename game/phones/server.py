"""The thread that keeps the connections to phones: it passes on what they say, and decides nothing.

Files are read into memory when it starts and served by their names, so that no request can reach
another file. Requests that do not name this address are refused, so that no page from elsewhere can
talk to the table through the browser of somebody in the room.
"""

from __future__ import annotations

import asyncio
import errno
import itertools
import json
import socket
import threading
import time
from contextlib import suppress
from typing import Final, Literal

import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route, WebSocketRoute
from starlette.websockets import WebSocket, WebSocketDisconnect

from game.frozen import frozen
from game.phones import limits
from game.phones.files import PhoneFiles
from game.phones.mailbox import Connection, Mailbox, Received, Told
from game.phones.messages import Hello, read
from game.phones.rate import Bucket, who_gives_way
from game.phones.rate_limiter import RateLimiter, guarded

_STARTS_WITHIN: Final = 5.0
_ENDS_WITHIN: Final = 3.0
"""In seconds."""
_TOO_MUCH: Final = 1008
_FULL: Final = 1013
"""Why a connection is closed, as WebSockets number it."""
_USED: Final = (errno.EADDRINUSE, errno.EACCES)
_USED_ON_WINDOWS: Final = (10013, 10048)


class CannotListenError(Exception):
    """No phone can connect: the address is gone, or something else ``uses`` the port."""

    def __init__(self, code: Literal["gone", "used"]) -> None:
        super().__init__(code)
        self.code = code


@frozen
class Place:
    """Where phones connect: an address of this computer and a port."""

    ip: str
    port: int

    @property
    def host(self) -> str:
        """As a browser names it; without the port where that goes without saying."""
        return self.ip if self.port == 80 else f"{self.ip}:{self.port}"


class Server:
    """Serves the page and keeps the connections, from :meth:`start` until :meth:`stop`."""

    def __init__(self, place: Place, files: PhoneFiles, mailbox: Mailbox) -> None:
        self.place = place
        self.mailbox = mailbox
        self._files = files
        self._numbers = itertools.count(1)
        self._connections: dict[Connection, None] = {}
        """All connections to phones, the oldest first."""
        self._rate_limiter = RateLimiter()
        self._socket: socket.socket | None = None
        self._server = uvicorn.Server(self._config())
        self._thread = threading.Thread(target=self._serve, name="phones", daemon=True)

    # ------------------------------------------------------------------ from the table
    def start(self) -> None:
        """Listen, and return as soon as phones can connect. Raises :class:`CannotListenError`."""
        self._socket = _listen(self.place)
        self.place = Place(self.place.ip, self._socket.getsockname()[1])
        self._thread.start()
        until = time.monotonic() + _STARTS_WITHIN
        while not self._server.started:
            if time.monotonic() > until or not self._thread.is_alive():
                self.stop()
                raise CannotListenError("used")
            time.sleep(0.005)

    def stop(self) -> None:
        """Close every connection, and listen no more."""
        for connection in list(self._connections):
            connection.hang_up()
        self._server.should_exit = True
        if self._thread.is_alive():
            self._thread.join(_ENDS_WITHIN)
        if self._socket is not None:
            self._socket.close()

    @property
    def is_alive(self) -> bool:
        """Whether it still listens."""
        return self._thread.is_alive()

    @property
    def connections(self) -> int:
        """How many phones are connected."""
        return len(self._connections)

    # ------------------------------------------------------------------ the thread
    def _serve(self) -> None:
        assert self._socket is not None
        self._server.run([self._socket])

    def _config(self) -> uvicorn.Config:
        routes = [
            WebSocketRoute("/phone", self._talk),
            Route("/{path:path}", self._file, methods=["GET", "HEAD"]),
        ]
        return uvicorn.Config(
            Starlette(routes=routes),
            log_config=None,
            access_log=False,
            lifespan="off",
            loop="asyncio",
            http=guarded(self._rate_limiter),
            ws="websockets-sansio",
            ws_max_size=limits.MAX_MESSAGE,
            ws_ping_interval=10.0,
            ws_ping_timeout=20.0,
            backlog=limits.ACCEPTED_AT_ONCE,
            timeout_keep_alive=5,
            timeout_graceful_shutdown=1,
            server_header=False,
            date_header=False,
            forwarded_allow_ips=[],
            proxy_headers=False,
        )

    async def _file(self, request: Request) -> Response:
        if request.headers.get("host") != self.place.host:
            return PlainTextResponse("421", status_code=421, headers=self._guards())
        file = self._files.get(request.path_params["path"])
        if file is None:
            return PlainTextResponse("404", status_code=404, headers=self._guards())
        headers = {**self._guards(), "cache-control": file.caching, "vary": "accept-encoding"}
        if "gzip" not in request.headers.get("accept-encoding", ""):
            return Response(file.content, media_type=file.kind, headers=headers)
        headers["content-encoding"] = "gzip"
        return Response(file.packed, media_type=file.kind, headers=headers)

    def _guards(self) -> dict[str, str]:
        """What a browser may do with anything that comes from here: nothing but show it."""
        policy = (
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
            f"connect-src 'self' ws://{self.place.host}; base-uri 'none'; form-action 'none'; "
            "frame-ancestors 'none'"
        )
        return {
            "content-security-policy": policy,
            "x-content-type-options": "nosniff",
            "referrer-policy": "no-referrer",
            "cross-origin-resource-policy": "same-origin",
        }

    # ------------------------------------------------------------------ a connection
    async def _talk(self, socket: WebSocket) -> None:
        """Keep one connection until either side ends it."""
        if not self._is_ours(socket):
            await socket.close(_TOO_MUCH)
            return
        address = "" if socket.client is None else socket.client.host
        await socket.accept()
        if not self._has_room():
            await socket.close(_FULL)
            return
        connection = Connection(next(self._numbers), address, asyncio.get_running_loop())
        self._connections[connection] = None
        try:
            async with asyncio.TaskGroup() as both:
                sending = both.create_task(_send(socket, connection))
                both.create_task(self._listen(socket, connection, sending))
        except* (WebSocketDisconnect, RuntimeError, TimeoutError, OSError):
            pass  # the phone is gone, or was too slow: it connects anew when it can
        finally:
            self._connections.pop(connection, None)
            self.mailbox.put(Received(connection, None))
            with suppress(WebSocketDisconnect, RuntimeError, OSError):
                await socket.close(1000)

    def _is_ours(self, socket: WebSocket) -> bool:
        """Whether the page that wants to talk came from here."""
        ours = f"http://{self.place.host}"
        return (
            socket.headers.get("host") == self.place.host and socket.headers.get("origin") == ours
        )

    def _has_room(self) -> bool:
        """Whether one more may connect: those who have not come in give way, the oldest first."""
        staying = [connection for connection in self._connections if not connection.closing]
        if len(staying) < limits.MAX_PHONES:
            return len(self._connections) < 2 * limits.MAX_PHONES
        strangers = [connection for connection in staying if not connection.known]
        if strangers:
            who_gives_way(strangers).hang_up()
        return bool(strangers) and len(self._connections) < 2 * limits.MAX_PHONES

    async def _listen(
        self, socket: WebSocket, connection: Connection, sending: asyncio.Task[None]
    ) -> None:
        """Pass on what a phone says, as long as it says no more than a person can."""
        try:
            async with asyncio.timeout(limits.GREETING_WITHIN):
                first = read(await _said(socket))
            if not isinstance(first, Hello) or not self.mailbox.put(Received(connection, first)):
                return
            bucket = Bucket(limits.MESSAGES_A_SECOND, limits.BURST, time.monotonic())
            patience = limits.PATIENCE
            while patience:
                message = read(await _said(socket))
                may = bucket.take(time.monotonic())
                received = None if message is None else Received(connection, message)
                if received is None or not may or not self.mailbox.put(received):
                    patience -= 1
        finally:
            sending.cancel()


async def _send(socket: WebSocket, connection: Connection) -> None:
    """Send what the table tells a phone, until it hangs up."""
    while not connection.ended:
        for told in await _to_tell(connection):
            async with asyncio.timeout(limits.SENDING_WITHIN):
                await socket.send_text(json.dumps(told, ensure_ascii=False))
    raise WebSocketDisconnect(1000)


async def _to_tell(connection: Connection) -> list[Told]:
    """What is to be sent; nothing at all from time to time, so that a phone knows it is heard."""
    try:
        async with asyncio.timeout(limits.HEARTBEAT):
            return await connection.next()
    except TimeoutError:
        return [{}]


async def _said(socket: WebSocket) -> str:
    """What a phone says next; empty where it is no text."""
    message = await socket.receive()
    if message["type"] == "websocket.disconnect":
        raise WebSocketDisconnect(message.get("code") or 1005)
    return message.get("text") or ""


def _listen(place: Place) -> socket.socket:
    """A socket that listens on a place, and nowhere else."""
    listening = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    try:
        if hasattr(socket, "SO_EXCLUSIVEADDRUSE"):  # Windows lets two programs share a port
            listening.setsockopt(socket.SOL_SOCKET, socket.SO_EXCLUSIVEADDRUSE, 1)
        else:
            listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listening.bind((place.ip, place.port))
        listening.listen(limits.ACCEPTED_AT_ONCE)
    except OSError as error:
        listening.close()
        used = error.errno in _USED or getattr(error, "winerror", 0) in _USED_ON_WINDOWS
        raise CannotListenError("used" if used else "gone") from error
    return listening
