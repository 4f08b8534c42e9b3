"""
A guard around each node of a LangGraph graph.

    graph.add_node("call_model", guarded(guard)(call_model))

or as a decorator of the node's function. A node is a callable that takes the state (and, by name, ``config``,
``runtime``, ``store`` or ``writer``) and returns what changes; its signature stays as it is, so that LangGraph hands it
what it asks for. ``SessionHalted`` ends ``graph.invoke``; with a checkpointer the graph goes on from there after a
release.

Tested against this documented form of nodes, not against an installed LangGraph.

    python langgraph_node.py http://127.0.0.1:7700 invoice-9
"""

import functools
import inspect
import sys
import time
from typing import Any, Callable, Dict, TypeVar

import ripcord

Node = TypeVar("Node", bound=Callable[..., Any])


def guarded(guard: ripcord.Guard) -> Callable[[Node], Node]:
    """:return: a decorator that checks before the node runs; for functions and for coroutines"""

    def around(node: Node) -> Node:
        if inspect.iscoroutinefunction(node):

            @functools.wraps(node)
            async def checked_async(*arguments: Any, **named: Any) -> Any:
                await guard.acheck()
                return await node(*arguments, **named)

            return checked_async  # type: ignore[return-value]

        @functools.wraps(node)
        def checked(*arguments: Any, **named: Any) -> Any:
            guard.check()
            return node(*arguments, **named)

        return checked  # type: ignore[return-value]

    return around


def run(url: str, session: str) -> Dict[str, Any]:
    """A graph of one node that calls itself, walked by hand."""
    state: Dict[str, Any] = {"calls": 0}
    with ripcord.Guard(url, session=session, agent="validator") as guard:

        @guarded(guard)
        def validate_payment(state: Dict[str, Any]) -> Dict[str, Any]:
            print(f"call {state['calls']}", flush=True)
            time.sleep(0.05)
            return {"calls": state["calls"] + 1}

        try:
            while True:
                state.update(validate_payment(state))
        except ripcord.SessionHalted as halted:
            print(f"stopped after {state['calls']} calls: {halted.reason}", flush=True)
            return state


if __name__ == "__main__":
    run(sys.argv[1], sys.argv[2])
