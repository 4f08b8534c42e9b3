package dev.ripcord.deploy.halts;

import dev.ripcord.halt.Acknowledgement;

/** @param at when the broker took it, milliseconds since the epoch: on the clock that halts are timed with, too */
public record TimedAnswer(Acknowledgement acknowledgement, long at) {}
