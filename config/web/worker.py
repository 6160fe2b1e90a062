"""gunicorn's threads behind a front door: requests arrive whole before a thread is spent on them.

gunicorn's own gthread reads request and body in the thread that answers: as many slow clients as
there are threads stop the shop, health checks included. Here the main loop gathers the bytes, ends
what is too slow or too large, and gives whole requests to lanes of threads: those of health checks
and files never stand behind a search.
"""

from __future__ import annotations

import selectors
import socket
import struct
import time
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from functools import partial
from typing import Any

from django.conf import settings
from gunicorn.http import get_parser
from gunicorn.http.body import ChunkedReader
from gunicorn.http.errors import NoMoreData, ParseException
from gunicorn.workers.gthread import TConn, ThreadWorker

from config.web.arrival import Arrival, State
from config.web.bodies import ArrivedUnreader, unchunk
from config.web.lanes import Lane
from config.web.refusals import Refused, send

READ_BYTES = 256 * 1024
HELD_BYTES = 128 * 1024 * 1024  # of requests on their way in, of one process
SOCKET_SECONDS = 10  # for a client to take what it is sent, piece by piece
LINGER_SECONDS, LINGER_BYTES = 2.0, 1024 * 1024  # of what still comes after a refusal
LOOK_SECONDS = 0.5  # between two looks at who is over their time


class ShopWorker(ThreadWorker):
    """A connection is either waiting in the poller (`waiting`), in a lane, or lingering."""

    def init_process(self) -> None:
        self.main = Lane((), self.cfg.threads, self.cfg.threads + 64)
        self.aside = Lane((), 2, 1_000)  # refusals
        self.lanes = [
            Lane((b"/livez",), 1, 1_000),
            Lane((b"/readyz",), 1, 1_000),
            Lane((b"/static/", b"/pictures/"), 4, 1_000),
        ]
        for lane in [self.main, self.aside, *self.lanes]:
            lane.open()
        self.waiting: dict[TConn, Arrival] = {}
        self.lingering: dict[TConn, float] = {}
        self.held, self.next_look = 0, 0.0
        super().init_process()

    def get_thread_pool(self) -> ThreadPoolExecutor:
        return self.main.pool

    # Arriving

    def accept(self, listener: socket.socket) -> None:
        try:
            client, address = listener.accept()
        except OSError:
            return  # gone again, or taken by another worker
        self.nr_conns += 1
        patience = struct.pack("ll", SOCKET_SECONDS, 0)
        client.setsockopt(socket.SOL_SOCKET, socket.SO_SNDTIMEO, patience)
        self.wait_for_request(TConn(self.cfg, client, address, listener.getsockname()))

    def wait_for_request(self, conn: TConn, leftover: bytes = b"") -> None:
        most = settings.FILE_UPLOAD_MAX_MEMORY_SIZE
        if conn.parser is None:
            conn.parser = get_parser(self.cfg, conn.sock, conn.client)
            conn.parser.unreader = ArrivedUnreader()
            arrival = Arrival(most)
        else:
            arrival = Arrival(most, self.cfg.keepalive)
        conn.sock.setblocking(False)
        self.waiting[conn] = arrival
        self.poller.register(conn.sock, selectors.EVENT_READ, partial(self.on_bytes, conn))
        if leftover:
            self.take_in(conn, arrival, leftover)

    def on_bytes(self, conn: TConn, client: socket.socket) -> None:
        try:
            data = client.recv(READ_BYTES)
        except BlockingIOError:
            return
        except OSError:
            data = b""
        arrival = self.waiting[conn]
        if data:
            self.take_in(conn, arrival, data)
        elif arrival.data:
            self.refuse(conn, 400)
        else:
            self.drop(conn)

    def take_in(self, conn: TConn, arrival: Arrival, data: bytes) -> None:
        self.held += len(data)
        state = arrival.feed(data)
        if state is State.WHOLE:
            self.give_to_lane(conn, arrival)
        elif state is State.TOO_LARGE:
            self.refuse(conn, 413)
        elif self.held > HELD_BYTES:
            self.refuse(conn, 503)
        elif arrival.expects_continue:
            with suppress(OSError):
                conn.sock.send(b"HTTP/1.1 100 Continue\r\n\r\n")

    def leave_poller(self, conn: TConn) -> Arrival:
        self.poller.unregister(conn.sock)
        return self.waiting.pop(conn)

    # Answering

    def give_to_lane(self, conn: TConn, arrival: Arrival) -> None:
        path = arrival.path
        lane = next((lane for lane in self.lanes if path.startswith(lane.prefixes)), self.main)
        if arrival.line_bytes > self.cfg.limit_request_line:
            self.refuse(conn, 414)
            return
        if lane.at_work >= lane.most:
            self.refuse(conn, 503)
            return
        self.leave_poller(conn)
        conn.data_ready = True
        conn.parser.unreader.arrived = memoryview(arrival.data)
        self.submit(lane, conn, len(arrival.data), self.handle)

    def refuse(self, conn: TConn, status: int) -> None:
        arrival = self.leave_poller(conn)
        # No address of a shopper stands in a log.
        self.log.info("%s to %s", status, arrival.path[:200])
        told = arrival.header("accept-language"), arrival.header("cookie")
        refused = Refused(status, arrival.path, *told)
        self.submit(self.aside, conn, len(arrival.data), partial(send, refused=refused))

    def submit(self, lane: Lane, conn: TConn, held: int, work: Any) -> None:
        lane.at_work += 1
        future = lane.pool.submit(work, conn)
        future.add_done_callback(
            lambda done: self.method_queue.defer(self.finish, lane, conn, held, done)
        )

    def handle_request(self, req: Any, conn: TConn) -> bool:
        if isinstance(req.body.reader, ChunkedReader):
            try:
                unchunk(req)
            except (ParseException, NoMoreData):
                said = dict(req.headers)
                told = said.get("ACCEPT-LANGUAGE", ""), said.get("COOKIE", "")
                return send(conn, Refused(400, req.path.encode(), *told))
        keeps = bool(super().handle_request(req, conn))
        while keeps and req.body.read(READ_BYTES):
            pass  # what the answer did not look at is no part of the next request
        return keeps

    def handle_error(self, req: Any, client: socket.socket, addr: Any, exc: BaseException) -> None:
        super().handle_error(req, client, None, exc)  # which would write the address into the log

    # Ending

    def finish(self, lane: Lane, conn: TConn, held: int, done: Future[bool]) -> None:
        lane.at_work -= 1
        self.held -= held
        keeps = not done.cancelled() and not done.exception() and done.result()
        try:
            if keeps:
                self.wait_for_request(conn, conn.parser.unreader.leftover())
            else:
                self.linger(conn)
        except (OSError, ValueError):
            self.close(conn)

    def linger(self, conn: TConn) -> None:
        """Take what is still on its way: closed over it, a browser shows a reset and no page."""
        conn.sock.setblocking(False)
        conn.sock.shutdown(socket.SHUT_WR)
        conn.linger_bytes = LINGER_BYTES
        self.lingering[conn] = time.monotonic() + LINGER_SECONDS
        self.poller.register(conn.sock, selectors.EVENT_READ, partial(self.on_late_bytes, conn))

    def on_late_bytes(self, conn: TConn, client: socket.socket) -> None:
        try:
            count = len(client.recv(READ_BYTES))
        except OSError:
            count = 0
        conn.linger_bytes -= count
        if not count or conn.linger_bytes < 0:
            self.end_lingering(conn)

    def end_lingering(self, conn: TConn) -> None:
        del self.lingering[conn]
        self.poller.unregister(conn.sock)
        self.close(conn)

    def drop(self, conn: TConn) -> None:
        self.held -= len(self.leave_poller(conn).data)
        self.close(conn)

    def close(self, conn: TConn) -> None:
        self.nr_conns -= 1
        conn.close()

    def murder_keepalived(self, force: bool = False) -> None:
        """Called by gunicorn's loop after each event: end what is over its time."""
        now = time.monotonic()
        if now < self.next_look and not force:
            return
        self.next_look = now + LOOK_SECONDS
        for conn, arrival in list(self.waiting.items()):
            if force or arrival.deadline < now:
                self.refuse(conn, 408) if arrival.data and not force else self.drop(conn)
        for conn in [conn for conn, end in self.lingering.items() if force or end < now]:
            self.end_lingering(conn)

    def _cap_keepalive(self, deadline: float) -> None:
        """Called once when the worker stops: whoever has asked nothing yet has until `deadline`."""
        for arrival in self.waiting.values():
            if not arrival.data:
                arrival.deadline = min(arrival.deadline, deadline)
