package org.trustflex.simulator;

import java.util.function.Consumer;

import org.trustflex.simulator.eeprom.EepromImage;

/** One rule of the data sheet: a case that must pass, and its nearest neighbour that must not. */
public record Rule(String name, Consumer<Bench> passes, Consumer<Bench> isRefused,
        EepromImage image) {

    static Rule of(String name, Consumer<Bench> passes, Consumer<Bench> isRefused) {
        return new Rule(name, passes, isRefused, Bench.prototypeImage());
    }

    Rule on(EepromImage other) {
        return new Rule(name, passes, isRefused, other);
    }

    void prove() {
        passes.accept(Bench.of(image));
        isRefused.accept(Bench.of(image));
    }

    @Override
    public String toString() {
        return name;
    }
}
