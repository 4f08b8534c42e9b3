package dev.ripcord.halt;

/** A record that must not be believed; the message says why, after the words "the record is refused:". */
public final class UntrustedRecord extends Exception {
    public UntrustedRecord(String reason) {
        super(reason);
    }
}
