"""A real server on this machine that says what a test wants it to say."""

from __future__ import annotations

import json
import threading
import time
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any


@dataclass(frozen=True)
class Reply:
    """One reply of the server; `cut` sends so many bytes of the body and hangs up."""

    body: bytes | str | dict[str, Any] = b""
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    delay: float = 0.0
    cut: int | None = None

    @property
    def payload(self) -> bytes:
        if isinstance(self.body, bytes):
            return self.body
        return (self.body if isinstance(self.body, str) else json.dumps(self.body)).encode()


def completion(content: str | None, *, reason: str = "stop", **message: Any) -> dict[str, Any]:
    """A chat completion as OpenAI's, which used 10 + 5 tokens, 4 of them cached."""
    return {
        "id": "c",
        "object": "chat.completion",
        "created": 0,
        "model": "fake",
        "choices": [
            {
                "index": 0,
                "finish_reason": reason,
                "message": {"role": "assistant", "content": content, **message},
            }
        ],
        "usage": {
            "prompt_tokens": 10,
            "completion_tokens": 5,
            "total_tokens": 15,
            "prompt_tokens_details": {"cached_tokens": 4},
        },
    }


def called(arguments: str) -> dict[str, Any]:
    """A chat completion that calls a tool."""
    function = {"name": "Line", "arguments": arguments}
    tool = {"id": "t", "type": "function", "function": function}
    return completion(None, reason="tool_calls", tool_calls=[tool])


class FakeEndpoint:
    """Gives its replies in order, the last one again and again; keeps what it was asked."""

    def __init__(self) -> None:
        self.replies: list[Reply] = []
        self.asked: list[dict[str, Any]] = []
        self.headers: list[dict[str, str]] = []
        self.times: list[float] = []
        self._lock = threading.Lock()
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), self._handler())
        self._server.daemon_threads = True
        poll = {"poll_interval": 0.01}
        self._thread = threading.Thread(target=self._server.serve_forever, kwargs=poll, daemon=True)
        self._thread.start()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self._server.server_address[1]}/v1"

    @property
    def calls(self) -> int:
        return len(self.asked)

    def says(self, *replies: Reply | dict[str, Any] | str) -> None:
        self.replies = [
            reply
            if isinstance(reply, Reply)
            else Reply(completion(reply))
            if isinstance(reply, str)
            else Reply(reply)
            for reply in replies
        ]
        self.asked.clear()
        self.headers.clear()
        self.times.clear()

    def close(self) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()

    def _next(self, body: dict[str, Any], headers: dict[str, str]) -> Reply:
        with self._lock:
            self.times.append(time.monotonic())
            self.asked.append(body)
            self.headers.append(headers)
            return self.replies[min(len(self.asked), len(self.replies)) - 1]

    def _handler(self) -> type[BaseHTTPRequestHandler]:
        endpoint = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"
            wbufsize = 1 << 16  # head and body in one packet, or each call waits 40 ms

            def do_POST(self) -> None:
                length = int(self.headers["Content-Length"])
                body = json.loads(self.rfile.read(length))
                reply = endpoint._next(body, dict(self.headers))
                time.sleep(reply.delay)
                try:
                    self._send(reply)
                except OSError:  # the caller did not wait
                    self.close_connection = True

            def _send(self, reply: Reply) -> None:
                headers = {"Content-Type": "application/json"} | reply.headers
                self.send_response(reply.status)
                if "Transfer-Encoding" not in headers and "Connection" not in headers:
                    headers["Content-Length"] = str(len(reply.payload))
                for name, value in headers.items():
                    self.send_header(name, value)
                self.end_headers()
                self.wfile.write(reply.payload[: reply.cut])
                self.close_connection = reply.cut is not None or "Connection" in headers

            def log_message(self, *_: object) -> None:
                pass

        return Handler
