"""
A guard for runs of the OpenAI Agents SDK.

    hooks = GuardHooks(guard)
    result = Runner.run_streamed(agent, "Validate invoice 9", hooks=hooks)
    cancelling.cancel_on_halt(result)
    async for event in result.stream_events(): ...

``GuardHooks`` has the methods that the SDK calls before each model call and each tool call; ``SessionHalted`` ends the
run. ``Cancelling`` is for what is in between: a model that is still answering is cut off by ``result.cancel()``.

Tested against the documented form of ``RunHooks`` and of a cancellable result, not against an installed SDK.

    python openai_agents.py http://127.0.0.1:7700 invoice-9
"""

import asyncio
import sys
from typing import Any, List, Optional

import ripcord

try:
    from agents import RunHooks
except ImportError:  # The form is documented; the SDK is not needed to show it.
    RunHooks = object


class GuardHooks(RunHooks):  # type: ignore[misc, valid-type]
    """Checks before each model call and each tool call."""

    def __init__(self, guard: ripcord.Guard) -> None:
        self._guard = guard

    async def on_llm_start(
        self, context: Any, agent: Any, system_prompt: Optional[str], input_items: List[Any]
    ) -> None:
        await self._guard.acheck()

    async def on_tool_start(self, context: Any, agent: Any, tool: Any) -> None:
        await self._guard.acheck()


class Cancelling:
    """
    Cancels runs as soon as a halt comes. Construct it in the event loop, and give ``on_halt`` to the guard.
    """

    def __init__(self) -> None:
        self._loop = asyncio.get_running_loop()
        self._runs: List[Any] = []

    def cancel_on_halt(self, result: Any) -> None:
        """:param result: has a method ``cancel()``, as what ``Runner.run_streamed`` returns, or a task"""
        self._runs.append(result)

    def on_halt(self, halt: ripcord.Halt) -> None:
        # The guard calls back in a thread of its own; a run is cancelled in its event loop.
        self._loop.call_soon_threadsafe(self._cancel)

    def _cancel(self) -> None:
        for result in self._runs:
            result.cancel()


async def run(url: str, session: str) -> str:
    """A run that asks its model again and again, without the SDK: what it would call, in its order."""
    cancelling = Cancelling()
    with ripcord.Guard(url, session=session, agent="validator", on_halt=cancelling.on_halt) as guard:
        hooks = GuardHooks(guard)

        async def loop() -> None:
            while True:
                await hooks.on_llm_start(None, None, None, [])
                print("asking the model", flush=True)
                await asyncio.sleep(3_600)  # A model that takes its time.
                await hooks.on_tool_start(None, None, None)

        task = asyncio.ensure_future(loop())
        cancelling.cancel_on_halt(task)
        try:
            await task
        except ripcord.SessionHalted as halted:
            return f"stopped before a step: {halted.reason}"
        except asyncio.CancelledError:
            guard.stopped()
            return f"cancelled within a step: {guard.halt.reason if guard.halt else 'released meanwhile'}"
    return "done"


if __name__ == "__main__":
    print(asyncio.run(run(sys.argv[1], sys.argv[2])), flush=True)
