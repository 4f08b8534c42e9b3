package dev.ripcord.deploy.print;

import dev.ripcord.event.Money;
import java.math.BigDecimal;

/** Amounts that may not be known, which is null: a sum knows what any of its parts knows. */
public final class Dollars {
    private static final int NANO = 9;

    private Dollars() {}

    public static BigDecimal sum(BigDecimal one, BigDecimal other) {
        return one == null ? other : other == null ? one : plain(one.add(other));
    }

    /** @return null where either is not known */
    public static BigDecimal difference(BigDecimal from, BigDecimal part) {
        return from == null || part == null ? null : plain(from.subtract(part));
    }

    /** @return for people: {@code $0.83}, a dash where it is not known */
    public static String shown(BigDecimal dollars) {
        if (dollars == null) {
            return "-";
        }
        var amount = Money.format(dollars.abs().movePointRight(NANO).longValue());
        return dollars.signum() < 0 ? "-" + amount : amount;
    }

    private static BigDecimal plain(BigDecimal dollars) {
        var stripped = dollars.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
