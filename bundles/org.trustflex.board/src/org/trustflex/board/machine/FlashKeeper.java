package org.trustflex.board.machine;

import java.util.Optional;

/** Keeps what is in the flash of a board's MCU while that has no power. */
public interface FlashKeeper {

    /** The memory has changed and is to be kept. Deals with what goes wrong. */
    void save();

    /**
     * The name of a program.
     *
     * @param digest the SHA-256 of the whole flash with the program in it, in hexadecimal
     */
    Optional<String> name(String digest);

    /** Keeps the name of a program that was written. */
    void setName(String digest, String name);
}
