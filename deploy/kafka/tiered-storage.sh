#!/bin/sh
# Sends old segments of agent.events to the store that the brokers are configured for: see tiered-storage.md.
# Usage: tiered-storage.sh HOST:PORT [CLIENT-PROPERTIES]   (kafka-configs.sh on the PATH)
set -eu

if [ $# -lt 1 ]; then
    echo "usage: tiered-storage.sh HOST:PORT [CLIENT-PROPERTIES]" >&2
    exit 2
fi

HOUR=3600000
DAY=$((24 * HOUR))
YEAR=$((365 * DAY))

kafka-configs.sh --bootstrap-server "$1" ${2:+--command-config "$2"} --alter \
    --entity-type topics --entity-name agent.events \
    --add-config "remote.storage.enable=true,local.retention.ms=$DAY,retention.ms=$YEAR,segment.ms=$HOUR"
