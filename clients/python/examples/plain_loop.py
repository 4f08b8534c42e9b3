"""
An agent that is a plain loop: one line before each model or tool call.

    python plain_loop.py http://127.0.0.1:7700 invoice-9
"""

import sys
import time
from typing import Callable

import ripcord


def run(url: str, session: str, call_tool: Callable[[int], str], steps: int = 1_000) -> int:
    """
    Asks a tool for the same thing again and again, as agents do.

    :return: how many steps it took
    """
    with ripcord.Guard(url, session=session, agent="validator") as guard:
        for step in range(steps):
            try:
                guard.check()
            except ripcord.SessionHalted as halted:
                print(f"stopped after {step} steps by {halted.actor.name}: {halted.reason}", flush=True)
                return step
            call_tool(step)
    return steps


def get_status(step: int) -> str:
    print(f"step {step}: stripe_api.get_status says pending_review", flush=True)
    time.sleep(0.2)  # What a call to a tool takes.
    return "pending_review"


if __name__ == "__main__":
    run(sys.argv[1], sys.argv[2], get_status)
