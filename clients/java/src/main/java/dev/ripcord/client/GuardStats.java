package dev.ripcord.client;

/**
 * What a guard has done since it was started.
 *
 * @param connected whether the source is there and has told everything that stands
 * @param connections how many have got so far
 * @param records how many were received, repeats and refused ones too
 * @param refusedRecords how many were not believed
 * @param acksSent acknowledgements that have arrived
 * @param acksPending acknowledgements that are on their way
 */
public record GuardStats(
        boolean connected, long connections, long records, long refusedRecords, long acksSent, long acksPending) {}
