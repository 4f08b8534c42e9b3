"""
An HTTP hook for Claude Code: before each tool call, of whatever session asks, it says whether that session is halted.

    python claude_code_hook.py http://127.0.0.1:7700 7788

and in ``.claude/settings.json``::

    {"hooks": {"PreToolUse": [{"hooks": [{"type": "http", "url": "http://127.0.0.1:7788/", "timeout": 5}]}]}}

Where no session is halted it decides nothing, so that the permissions of Claude Code apply as ever. Where one is, the
call is denied and the session told to stop. It fails closed towards Ripcord with ``--closed``. Note that Claude Code
goes on where the hook itself cannot be reached, unless its settings say otherwise.

Tested against the documented JSON of the hook, not against an installed Claude Code.
"""

import http.server
import json
import sys
import threading
from collections import OrderedDict
from typing import Any, Dict

import ripcord

_MOST_GUARDS = 100
_MOST_BYTES = 10 * 1024 * 1024


class Guards:
    """A guard for each session that asks; those that asked longest ago are closed."""

    def __init__(self, url: str, fail: str = "open") -> None:
        self._url = url
        self._fail = fail
        self._lock = threading.Lock()
        self._guards: "OrderedDict[str, ripcord.Guard]" = OrderedDict()

    def of(self, session: str) -> ripcord.Guard:
        with self._lock:
            guard = self._guards.pop(session, None) or ripcord.Guard(
                self._url, session=session, agent="claude-code", fail=self._fail
            )
            self._guards[session] = guard
            oldest = self._guards.popitem(last=False)[1] if len(self._guards) > _MOST_GUARDS else None
        if oldest is not None:
            oldest.close()
        return guard

    def close(self) -> None:
        with self._lock:
            guards, self._guards = list(self._guards.values()), OrderedDict()
        for guard in guards:
            guard.close()


def decide(guards: Guards, asked: Dict[str, Any]) -> Dict[str, Any]:
    """
    :param asked: the hook's input: ``session_id``, ``hook_event_name``, ``tool_name``, ``tool_input`` ...
    :return: its output
    """
    try:
        guards.of(asked["session_id"]).check()
        return {}
    except ripcord.SessionHalted as halted:
        return _denied(f"Ripcord halted this session ({halted.scope}): {halted.reason}")
    except ripcord.GuardUnavailable as unavailable:
        return _denied(f"Ripcord: {unavailable}")
    except Exception as failed:
        # Claude Code goes on where the hook gives no answer: whatever it is, a call is not let through by mistake.
        return _denied(f"Ripcord cannot say whether this session is halted: {failed!r}")


def _denied(reason: str) -> Dict[str, Any]:
    return {
        "continue": False,
        "stopReason": reason,
        "hookSpecificOutput": {
            "hookEventName": "PreToolUse",
            "permissionDecision": "deny",
            "permissionDecisionReason": reason,
        },
    }


class HookServer(http.server.ThreadingHTTPServer):
    """:param port: 0 for any that is free"""

    daemon_threads = True

    def __init__(self, guards: Guards, port: int) -> None:
        super().__init__(("127.0.0.1", port), _Hook)
        self.guards = guards


class _Hook(http.server.BaseHTTPRequestHandler):
    server: HookServer

    def do_POST(self) -> None:
        try:
            length = int(self.headers.get("Content-Length", "0"))
            asked = json.loads(self.rfile.read(min(length, _MOST_BYTES)))
            if asked["hook_event_name"] != "PreToolUse" or not isinstance(asked["session_id"], str):
                raise ValueError
        except (ValueError, KeyError, TypeError):
            self._answer(400, {"error": "the body must be the JSON input of a PreToolUse hook"})
            return
        self._answer(200, decide(self.server.guards, asked))

    def _answer(self, status: int, body: Dict[str, Any]) -> None:
        text = json.dumps(body).encode("utf-8")
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(text)))
        self.end_headers()
        self.wfile.write(text)

    def log_message(self, format: str, *arguments: Any) -> None:
        pass  # A line a tool call helps nobody.


if __name__ == "__main__":
    guards = Guards(sys.argv[1], "closed" if "--closed" in sys.argv else "open")
    with HookServer(guards, int(sys.argv[2])) as server:
        print(f"listening on http://127.0.0.1:{server.server_address[1]}/", flush=True)
        try:
            server.serve_forever()
        except KeyboardInterrupt:
            guards.close()
