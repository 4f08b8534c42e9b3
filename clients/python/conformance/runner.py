"""What the conformance suite drives: one argument, a JSON object; commands from standard input; see ../../README.md."""

import json
import logging
import pathlib
import sys
import threading
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1]))
import ripcord  # noqa: E402

_writing = threading.Lock()


def say(event, **members):
    line = json.dumps({"event": event, **members, "at": int(time.time() * 1000)})
    with _writing:
        print(line, flush=True)


def check(guard):
    try:
        guard.check()
        say("checked")
    except ripcord.SessionHalted as halted:
        say(
            "halted",
            halt_id=halted.halt_id,
            reason=halted.reason,
            scope=halted.scope,
            writer=halted.writer,
            actor={"kind": halted.actor.kind, "name": halted.actor.name},
        )
    except ripcord.GuardUnavailable as unavailable:
        say("unavailable", reason=unavailable.reason)


def stats(guard):
    counts = guard.statistics()
    say(
        "stats",
        connected=counts.connected,
        connections=counts.connections,
        records=counts.records,
        refused_records=counts.refused_records,
        acks_sent=counts.acks_sent,
        acks_pending=counts.acks_pending,
    )


def on_halt(halt):
    say("callback", callback="halt", halt_id=halt.halt_id, scope=halt.scope.key, reason=halt.reason)


def on_release(halt):
    say("callback", callback="release", halt_id=halt.halt_id, scope=halt.scope.key)


def on_guard(available, reason):
    say("guard", available=available, **({} if reason is None else {"reason": reason}))


def main():
    logging.basicConfig(level=logging.INFO)
    try:
        options = json.loads(sys.argv[1])
        guard = ripcord.Guard(**options, on_halt=on_halt, on_release=on_release, on_guard=on_guard).start()
    except Exception as failed:
        say("failed", error=str(failed))
        return 2
    say("started")
    for line in sys.stdin:
        command, _, rest = line.strip().partition(" ")
        if command == "check":
            check(guard)
        elif command == "refuse":
            say("refused", refused=guard.refuse(rest))
        elif command == "stats":
            stats(guard)
        elif command == "close":
            break
    guard.close()
    say("closed")
    return 0


if __name__ == "__main__":
    sys.exit(main())
