"""Server-sent events, taken from a stream of bytes that comes in pieces of any size."""

from __future__ import annotations

import codecs
from dataclasses import dataclass
from typing import Iterator, List, Optional


@dataclass(frozen=True)
class ServerSentEvent:
    """
    One event of the stream.

    :param id: the newest id that the stream has named, with this event or before; None where there was none
    """

    event: str
    data: str
    id: Optional[str] = None


class EventStream:
    """
    Parses ``text/event-stream`` as the HTML standard says: lines end with CR, LF or CRLF, data lines are joined, an
    empty line ends an event, and one that the stream breaks off in is dropped.

    :param max_bytes: an event longer than this is refused. A record of 6 MiB with each quote in it escaped is not
    """

    def __init__(self, max_bytes: int = 16 * 1024 * 1024) -> None:
        self._decoder = codecs.getincrementaldecoder("utf-8-sig")(errors="replace")
        self._rest: List[str] = []
        self._length = 0
        self._after_return = False
        self._max = max_bytes
        self._event = ""
        self._data: List[str] = []
        self._id: Optional[str] = None

    def feed(self, chunk: bytes) -> Iterator[ServerSentEvent]:
        """:raises ValueError: where an event is longer than allowed"""
        text = self._decoder.decode(chunk)
        if self._after_return and text:
            text = text[1:] if text[0] == "\n" else text
            self._after_return = False
        self._after_return = self._after_return or text.endswith("\r")
        for line in self._lines(text):
            event = self._line(line)
            if event is not None:
                yield event

    def _lines(self, text: str) -> Iterator[str]:
        pieces = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
        for piece in pieces[:-1]:
            self._keep(piece)
            line = "".join(self._rest)
            self._rest.clear()
            yield line
        self._keep(pieces[-1])

    def _keep(self, piece: str) -> None:
        self._length += len(piece)
        if self._length > self._max:
            raise ValueError(f"an event of the stream is longer than {self._max} characters")
        if piece:
            self._rest.append(piece)

    def _line(self, line: str) -> Optional[ServerSentEvent]:
        if not line:
            return self._end()
        name, _, value = line.partition(":")
        value = value[1:] if value.startswith(" ") else value
        if name == "event":
            self._event = value
        elif name == "data":
            self._data.append(value)
        elif name == "id" and "\0" not in value:
            self._id = value
        return None

    def _end(self) -> Optional[ServerSentEvent]:
        event, data = self._event, self._data
        self._event, self._data, self._length = "", [], 0
        return ServerSentEvent(event or "message", "\n".join(data), self._id) if data else None
