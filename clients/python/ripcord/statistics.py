"""What a guard has done so far."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Statistics:
    """
    Counts since the guard was constructed.

    :param connected: whether the connection of this moment has said ``ready``
    :param connections: how many have
    :param records: how many were received, repeats and refused ones too
    :param refused_records: how many were not believed
    :param acks_sent: acknowledgements that the gateway took
    :param acks_pending: those still on their way
    :param acks_lost: those given up after the last attempt
    """

    connected: bool
    connections: int
    records: int
    refused_records: int
    acks_sent: int
    acks_pending: int
    acks_lost: int
