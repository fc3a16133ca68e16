package yichuang.web;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Optional;

/** Whole numbers out of JSON, which knows only numbers: 3.0 is whole, 1e400 is not ours. */
final class Numbers {
    private Numbers() {}

    /** {@return the number if it is whole and fits 64 bits} */
    static Optional<Long> whole(Number number) {
        return switch (number) {
            case Integer i -> Optional.of(i.longValue());
            case Long l -> Optional.of(l);
            case BigInteger big ->
                    big.bitLength() < Long.SIZE ? Optional.of(big.longValue()) : Optional.empty();
            case BigDecimal big -> whole(big.doubleValue());
            default -> {
                double real = number.doubleValue();
                yield real == Math.rint(real) && Math.abs(real) < 1e15
                        ? Optional.of((long) real)
                        : Optional.empty();
            }
        };
    }

    /**
     * {@return the number, bounded to what an int holds, so that no great number becomes a small
     * one}
     */
    static int bounded(Number number) {
        return Math.clamp(
                whole(number).orElse(Long.MAX_VALUE), Integer.MIN_VALUE, Integer.MAX_VALUE);
    }
}
