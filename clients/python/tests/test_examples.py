"""The examples, as they are, against the forms that the frameworks document."""

import asyncio
import importlib.util
import inspect
import json
import os
import pathlib
import subprocess
import sys
import threading
import unittest
import urllib.error
import urllib.request

import ripcord

from .gateway import FakeGateway
from .records import INVOICE, guard_halt, now
from .waiting import until

ROOT = pathlib.Path(__file__).resolve().parents[1]


def example(name):
    spec = importlib.util.spec_from_file_location(name, ROOT / "examples" / f"{name}.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


class ExampleTestCase(unittest.TestCase):
    def setUp(self):
        self.gateway = FakeGateway()
        self.addCleanup(self.gateway.close)

    def halt(self):
        self.gateway.write(guard_halt(INVOICE, 10, now()))

    def run_and_halt(self, name):
        """Runs the example as people do, halts its session after its first step, and returns what it printed then."""
        process = subprocess.Popen(
            [sys.executable, str(ROOT / "examples" / f"{name}.py"), self.gateway.url, "invoice-9"],
            env={**os.environ, "PYTHONPATH": str(ROOT)},
            stdout=subprocess.PIPE,
            text=True,
        )
        with process:
            process.stdout.readline()
            self.halt()
            printed = process.communicate(timeout=20)[0]
        self.assertEqual(0, process.returncode)
        until(lambda: "stopped" in [status for _, status in self.gateway.statuses()])
        return printed


class PlainLoopTest(ExampleTestCase):
    def test_it_stops(self):
        self.assertRegex(self.run_and_halt("plain_loop"), r"stopped after \d+ steps by identical-call@\w+: again")


class LangGraphNodeTest(ExampleTestCase):
    def setUp(self):
        super().setUp()
        self.guarded = example("langgraph_node").guarded
        self.guard = ripcord.Guard(self.gateway.url, session="invoice-9")
        self.addCleanup(self.guard.close)

    def test_it_stops(self):
        self.assertRegex(self.run_and_halt("langgraph_node"), r"stopped after \d+ calls: again")

    def test_a_node_is_called_as_before_and_keeps_its_name_and_signature(self):
        def call_model(state, config, *, store=None):
            """Asks the model."""
            return {"messages": [state["messages"], config, store]}

        node = self.guarded(self.guard)(call_model)

        self.assertEqual({"messages": [1, {"tags": []}, "s"]}, node({"messages": 1}, {"tags": []}, store="s"))
        self.assertEqual("call_model", node.__name__)
        self.assertEqual(["state", "config", "store"], list(inspect.signature(node).parameters))

    def test_a_halted_session_enters_no_node(self):
        entered = []

        @self.guarded(self.guard)
        def node(state):
            entered.append(state)

        @self.guarded(self.guard)
        async def async_node(state):
            entered.append(state)

        self.halt()
        with self.assertRaises(ripcord.SessionHalted):
            node({})
        with self.assertRaises(ripcord.SessionHalted):
            asyncio.run(async_node({}))
        self.assertEqual([], entered)


class OpenAiAgentsTest(ExampleTestCase):
    def test_a_run_within_a_step_is_cancelled(self):
        self.assertEqual("cancelled within a step: again\n", self.run_and_halt("openai_agents"))

    def test_a_halted_session_calls_neither_model_nor_tool(self):
        self.halt()
        guard = ripcord.Guard(self.gateway.url, session="invoice-9")
        self.addCleanup(guard.close)
        hooks = example("openai_agents").GuardHooks(guard)
        with self.assertRaises(ripcord.SessionHalted):
            asyncio.run(hooks.on_llm_start("context", "agent", "prompt", []))
        with self.assertRaises(ripcord.SessionHalted):
            asyncio.run(hooks.on_tool_start("context", "agent", "tool"))


class ClaudeCodeHookTest(ExampleTestCase):
    def setUp(self):
        super().setUp()
        self.module = example("claude_code_hook")
        self.serve("open")

    def serve(self, fail):
        guards = self.module.Guards(self.gateway.url, fail)
        self.addCleanup(guards.close)
        self.hook = self.module.HookServer(guards, 0)
        self.addCleanup(self.hook.server_close)
        self.addCleanup(self.hook.shutdown)
        threading.Thread(target=self.hook.serve_forever, args=(0.01,), daemon=True).start()

    def ask(self, session, **changed):
        asked = {
            "session_id": session,
            "transcript_path": "/home/maria/.claude/projects/x/t.jsonl",
            "cwd": "/home/maria/x",
            "permission_mode": "default",
            "hook_event_name": "PreToolUse",
            "tool_name": "Bash",
            "tool_input": {"command": "npm test"},
            "tool_use_id": "toolu_01ABC123",
            **changed,
        }
        url = f"http://127.0.0.1:{self.hook.server_address[1]}/"
        with urllib.request.urlopen(url, json.dumps(asked).encode("utf-8"), timeout=10) as answer:
            return json.load(answer)

    def test_a_session_that_may_go_on_gets_no_decision(self):
        self.assertEqual({}, self.ask("invoice-9"))

    def test_a_halted_session_is_denied_the_call_and_told_to_stop_and_others_are_not(self):
        self.halt()
        reason = "Ripcord halted this session (session/default/invoice-9): again"
        self.assertEqual(
            {
                "continue": False,
                "stopReason": reason,
                "hookSpecificOutput": {
                    "hookEventName": "PreToolUse",
                    "permissionDecision": "deny",
                    "permissionDecisionReason": reason,
                },
            },
            self.ask("invoice-9"),
        )
        self.assertEqual({}, self.ask("invoice-8"))

    def test_told_to_fail_closed_it_denies_while_nobody_watches(self):
        self.gateway.guard = {"guard": "absent"}
        self.serve("closed")
        self.assertEqual("deny", self.ask("invoice-9")["hookSpecificOutput"]["permissionDecision"])

    def test_what_it_cannot_judge_it_denies(self):
        answer = self.ask("")["hookSpecificOutput"]
        self.assertEqual("deny", answer["permissionDecision"])
        self.assertIn("session is ''", answer["permissionDecisionReason"])

        class Evicted(self.module.Guards):
            def of(self, session):
                guard = super().of(session)
                guard.close()
                return guard

        guards = Evicted(self.gateway.url)
        self.addCleanup(guards.close)
        answer = self.module.decide(guards, {"session_id": "invoice-9"})
        self.assertIn("the guard is closed", answer["hookSpecificOutput"]["permissionDecisionReason"])

    def test_what_is_no_hook_input_is_refused(self):
        with self.assertRaises(urllib.error.HTTPError) as refused:
            self.ask("invoice-9", hook_event_name="Stop")
        self.assertEqual(400, refused.exception.code)
        refused.exception.close()
