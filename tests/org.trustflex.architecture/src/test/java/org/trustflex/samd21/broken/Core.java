package org.trustflex.samd21.broken;

/** Stands for the simulated microcontroller. */
public final class Core {
}
